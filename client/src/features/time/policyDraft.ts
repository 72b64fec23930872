import type { Command, LimitKind, Policy } from '@track2/shared';
import { typedLength } from '../../text/typed.ts';

/** The lengths that can be set, as the policy calls them. */
export const lengths = ['turnMs', 'questionMs', 'answerMs', 'responseMs', 'replyMs', 'warnMs', 'graceMs'] as const;
export type Length = (typeof lengths)[number];

/** The clocks whose end is a warning or closes the microphone. */
export const clocks = ['turn', 'question', 'answer', 'keynote', 'delegation'] as const;
export type ClockName = (typeof clocks)[number];

/** The numbers that can be set. */
export const counts = ['maxResponses', 'questionsPerRound'] as const;
export type CountName = (typeof counts)[number];

/** What is allowed or not. */
export const leaves = ['upvotes', 'typedAnswers'] as const;
export type Leave = (typeof leaves)[number];

/** What the form of the speaking times holds: text as it was typed, until it is sent. */
export type PolicyDraft = {
  lengths: Record<Length, string>;
  limits: Record<ClockName, LimitKind>;
  counts: Record<CountName, number>;
  leaves: Record<Leave, boolean>;
};

/** The least and the most of each number, as the meeting's rules have it. */
export const countBounds: Readonly<Record<CountName, { least: number; most: number }>> = {
  maxResponses: { least: 0, most: 10 },
  questionsPerRound: { least: 1, most: 20 },
};

/** The least and the most of each length, in milliseconds, as the meeting's rules have it. */
export const bounds: Readonly<Record<Length, { least: number; most: number }>> = {
  turnMs: { least: 10_000, most: 86_400_000 },
  questionMs: { least: 10_000, most: 86_400_000 },
  answerMs: { least: 10_000, most: 86_400_000 },
  responseMs: { least: 10_000, most: 86_400_000 },
  replyMs: { least: 10_000, most: 86_400_000 },
  warnMs: { least: 0, most: 86_400_000 },
  graceMs: { least: 0, most: 300_000 },
};

/** The policy as it stands; `write` is how a length is written for this person. */
export const draftOfPolicy = (policy: Policy, write: (ms: number) => string): PolicyDraft => ({
  lengths: {
    turnMs: write(policy.turnMs),
    questionMs: write(policy.questionMs),
    answerMs: write(policy.answerMs),
    responseMs: write(policy.responseMs),
    replyMs: write(policy.replyMs),
    warnMs: write(policy.warnMs),
    graceMs: write(policy.graceMs),
  },
  limits: { ...policy.limits },
  counts: { maxResponses: policy.maxResponses, questionsPerRound: policy.questionsPerRound },
  leaves: { upvotes: policy.upvotes, typedAnswers: policy.typedAnswers },
});

/** A length of a draft in milliseconds, or null where it is none that the rules take. */
export function draftLength(draft: PolicyDraft, length: Length): number | null {
  const ms = typedLength(draft.lengths[length]);
  const { least, most } = bounds[length];
  return ms !== null && ms >= least && ms <= most ? ms : null;
}

/** The lengths that cannot be taken as they are written. */
export const badLengths = (draft: PolicyDraft): Length[] =>
  lengths.filter((length) => draftLength(draft, length) === null);

/** The command that changes the policy to the draft, naming only what differs; null when nothing does or it cannot. */
export function policyCommand(policy: Policy, draft: PolicyDraft): Command | null {
  if (badLengths(draft).length > 0) return null;
  const wanted = {
    ...Object.fromEntries(lengths.map((length) => [length, draftLength(draft, length)])),
    ...draft.counts,
    ...draft.leaves,
  };
  const changed = Object.entries(wanted).filter(([name, value]) => value !== Reflect.get(policy, name));
  const limits = clocks.filter((clock) => draft.limits[clock] !== policy.limits[clock]);
  if (changed.length === 0 && limits.length === 0) return null;
  return {
    type: 'session.changePolicy',
    ...Object.fromEntries(changed),
    ...(limits.length === 0 ? {} : { limits: Object.fromEntries(limits.map((clock) => [clock, draft.limits[clock]])) }),
  };
}
