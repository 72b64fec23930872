import type { FilePolicy } from './plan.ts';

/** A number of the policies: its default, and the least and the most that it may be. */
type Range = { initial: number; least: number; most: number };

const seconds = (initial: number): Range => ({ initial, least: 5, most: 7200 });
const count = (initial: number): Range => ({ initial, least: 1, most: 20 });

/** Lengths, in seconds. What a meeting has without them is `defaultPolicy` of the rules. */
export const times = {
  turnSeconds: seconds(180),
  warnSeconds: seconds(30),
  graceSeconds: { initial: 15, least: 0, most: 300 },
  questionSeconds: seconds(90),
  answerSeconds: seconds(600),
  responseSeconds: seconds(60),
  replySeconds: seconds(120),
  callSeconds: seconds(20),
  lostLinkSeconds: seconds(15),
} as const satisfies Partial<Record<keyof FilePolicy, Range>>;

export const counts = {
  questionsPerRound: count(3),
  maxOpenMicrophones: count(6),
  maxDirectedHolders: count(3),
  maxResponses: { initial: 2, least: 0, most: 10 },
} as const satisfies Partial<Record<keyof FilePolicy, Range>>;

export type NumberPolicy = keyof typeof times | keyof typeof counts;

export const ranges: Readonly<Record<NumberPolicy, Range>> = { ...times, ...counts };

export const limitKinds = ['turn', 'question', 'answer', 'keynote', 'delegation'] as const;
export const visibilities = ['names', 'delegations', 'counts'] as const;
