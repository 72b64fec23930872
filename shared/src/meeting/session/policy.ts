import type { Policy } from './schema.ts';

/** The values a meeting has when its file names none. */
export const defaultPolicy: Policy = {
  turnMs: 180_000,
  warnMs: 30_000,
  answerMs: 600_000,
  questionMs: 90_000,
  graceMs: 15_000,
  limits: { turn: 'soft', question: 'soft', answer: 'soft', keynote: 'soft', delegation: 'soft' },
  callMs: 20_000,
  lostLinkMs: 15_000,
  questionsPerRound: 3,
  maxOpenMicrophones: 6,
  maxDirectedHolders: 3,
  maxResponses: 2,
  responseMs: 60_000,
  replyMs: 120_000,
  upvotes: false,
  typedAnswers: false,
  visibility: 'names',
  chat: false,
};
