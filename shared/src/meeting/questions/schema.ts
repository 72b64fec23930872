import * as z from 'zod/mini';
import { Id, Language, MeetingTime, SealedText } from '../words.ts';

export const QuestionStatus = z.enum([
  'submitted',
  'accepted',
  'inRound',
  'asked',
  'answered',
  'partlyAnswered',
  'deferred',
  'dismissed',
  'merged',
  'withdrawn',
]);
export type QuestionStatus = z.infer<typeof QuestionStatus>;

export const RoundStatus = z.enum(['collecting', 'closed', 'answering', 'completed']);
export type RoundStatus = z.infer<typeof RoundStatus>;

/** How a respondent dealt with a question of the round. */
export const AnswerMark = z.enum(['answered', 'partlyAnswered', 'deferred']);
export type AnswerMark = z.infer<typeof AnswerMark>;

/** Where a question goes that is not done with: to the next round, to a reply in writing, to the next meeting. */
export const Leftover = z.enum(['nextRound', 'writtenReply', 'nextMeeting']);
export type Leftover = z.infer<typeof Leftover>;

const QuestionText = z.string().check(z.minLength(1), z.maxLength(1000));
const AnswerText = z.string().check(z.minLength(1), z.maxLength(2000));

export const QuestionsCommands = [
  z.strictObject({
    type: z.literal('questions.submit'),
    /** Null only for a question that is asked live. */
    text: z.nullable(QuestionText),
    language: Language,
    /** Whether it will be asked live; the text is then its topic alone. */
    live: z.optional(z.boolean()),
    /** Whether the room does not learn whose it is. */
    anonymous: z.optional(z.boolean()),
    /** The seat that it is for, if not the seat that answers anyway. */
    addressee: z.optional(z.nullable(Id)),
    /** The question that it follows up. */
    followUp: z.optional(z.nullable(Id)),
  }),
  z.strictObject({
    type: z.literal('questions.edit'),
    question: Id,
    text: z.optional(z.nullable(QuestionText)),
    language: z.optional(Language),
    anonymous: z.optional(z.boolean()),
    addressee: z.optional(z.nullable(Id)),
  }),
  z.strictObject({ type: z.literal('questions.withdraw'), question: Id }),
  z.strictObject({ type: z.literal('questions.accept'), question: Id }),
  z.strictObject({ type: z.literal('questions.dismiss'), question: Id }),
  z.strictObject({ type: z.literal('questions.restore'), question: Id }),
  z.strictObject({ type: z.literal('questions.merge'), question: Id, into: Id }),
  z.strictObject({ type: z.literal('questions.move'), question: Id, before: z.nullable(Id) }),
  z.strictObject({
    type: z.literal('questions.label'),
    question: Id,
    labels: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(5)),
  }),
  z.strictObject({
    type: z.literal('questions.translate'),
    question: Id,
    /** Null takes the translation away. */
    text: z.nullable(QuestionText),
    language: Language,
  }),
  z.strictObject({ type: z.literal('questions.vote'), question: Id, up: z.boolean() }),
  z.strictObject({
    type: z.literal('questions.answerInWriting'),
    question: Id,
    text: AnswerText,
    language: Language,
  }),
  z.strictObject({ type: z.literal('questions.carry'), question: Id, to: Leftover }),
  z.strictObject({
    type: z.literal('questions.openRound'),
    item: Id,
    /** How many questions it collects, if not as many as the meeting's policy says. */
    size: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  }),
  z.strictObject({
    type: z.literal('questions.setRoundSize'),
    round: Id,
    size: z.int().check(z.minimum(1), z.maximum(20)),
  }),
  z.strictObject({ type: z.literal('questions.takeIntoRound'), question: Id, round: Id }),
  z.strictObject({ type: z.literal('questions.putBack'), question: Id }),
  z.strictObject({ type: z.literal('questions.closeRound'), round: Id }),
  z.strictObject({ type: z.literal('questions.callAsker'), question: Id }),
  /** Whoever runs the meeting has read the question out. */
  z.strictObject({ type: z.literal('questions.readOut'), question: Id }),
  z.strictObject({
    type: z.literal('questions.startAnswer'),
    round: Id,
    /** The seat that answers, if not the speaker of the item. */
    seat: z.optional(Id),
  }),
  z.strictObject({ type: z.literal('questions.mark'), question: Id, mark: AnswerMark }),
  z.strictObject({ type: z.literal('questions.completeRound'), round: Id }),
] as const;

const Translation = z.object({ language: Language, text: SealedText });

const Question = z.object({
  id: Id,
  /** The seat that asks; null where this viewer may not know it. */
  seat: z.nullable(Id),
  /** Null for a question that is asked live without a topic. */
  text: z.nullable(SealedText),
  language: Language,
  submittedAt: MeetingTime,
  status: QuestionStatus,
  live: z.boolean(),
  anonymous: z.boolean(),
  addressee: z.nullable(Id),
  followUp: z.nullable(Id),
  translation: z.nullable(Translation),
  labels: z.array(SealedText),
  mergedInto: z.nullable(Id),
  /** How many seats have voted it up, and which as far as this viewer may know. */
  votes: z.int(),
  voters: z.array(Id),
  /** Where it was sent when it was not done with; null while that is open. */
  left: z.nullable(Leftover),
  /** The answer in writing. */
  answer: z.nullable(Translation),
});
/**
 * A question from a seat. What is submitted, dismissed, merged or withdrawn is seen by its seat and those who run the
 * meeting.
 */
export type Question = z.infer<typeof Question>;

export const QuestionsEvents = [
  z.object({ type: z.literal('questions.submitted'), question: Question }),
  z.object({
    type: z.literal('questions.edited'),
    question: Id,
    text: z.nullable(SealedText),
    language: Language,
    anonymous: z.boolean(),
    addressee: z.nullable(Id),
  }),
  z.object({ type: z.literal('questions.withdrawn'), question: Id }),
  z.object({
    type: z.literal('questions.accepted'),
    question: Id,
    /** The collecting round that took it, or null when it waits for the next. */
    round: z.nullable(Id),
  }),
  z.object({ type: z.literal('questions.putBack'), question: Id }),
  z.object({ type: z.literal('questions.dismissed'), question: Id }),
  z.object({ type: z.literal('questions.restored'), question: Id }),
  z.object({ type: z.literal('questions.merged'), question: Id, into: Id }),
  z.object({
    type: z.literal('questions.moved'),
    question: Id,
    before: z.nullable(Id),
    /** The round in which it was moved, or null among those that wait. */
    round: z.nullable(Id),
  }),
  z.object({ type: z.literal('questions.labelled'), question: Id, labels: z.array(SealedText) }),
  z.object({ type: z.literal('questions.translated'), question: Id, translation: z.nullable(Translation) }),
  z.object({
    type: z.literal('questions.voted'),
    question: Id,
    /** Who voted, or took the vote back; null for those who may not know. */
    seat: z.nullable(Id),
    up: z.boolean(),
    votes: z.int(),
  }),
  z.object({
    type: z.literal('questions.answeredInWriting'),
    question: Id,
    answer: Translation,
    status: QuestionStatus,
  }),
  z.object({ type: z.literal('questions.carried'), question: Id, to: Leftover }),
  z.object({
    type: z.literal('questions.roundOpened'),
    round: Id,
    item: Id,
    number: z.int(),
    size: z.int(),
    questions: z.array(Id),
  }),
  z.object({ type: z.literal('questions.roundResized'), round: Id, size: z.int() }),
  z.object({ type: z.literal('questions.roundClosed'), round: Id }),
  z.object({ type: z.literal('questions.answerStarted'), round: Id }),
  /** How much of the time of the round's answer is used, in milliseconds. */
  z.object({ type: z.literal('questions.blockHeld'), round: Id, usedMs: z.number() }),
  z.object({ type: z.literal('questions.asked'), question: Id }),
  z.object({ type: z.literal('questions.marked'), question: Id, mark: AnswerMark }),
  /** Undone: the question stands again where its dismissal or its asker's turn found it. */
  z.object({
    type: z.literal('questions.returned'),
    question: Id,
    status: QuestionStatus,
    round: z.nullable(Id),
  }),
  z.object({
    type: z.literal('questions.roundReturned'),
    round: Id,
    status: RoundStatus,
    questions: z.array(z.object({ question: Id, status: QuestionStatus })),
  }),
  z.object({ type: z.literal('questions.roundCompleted'), round: Id, deferred: z.array(Id) }),
] as const;

/** Made by the projection alone, never written to a log: a question comes into or goes out of a viewer's sight. */
export const QuestionsReveals = [
  z.object({ type: z.literal('questions.revealed'), question: Question, before: z.nullable(Id) }),
  z.object({ type: z.literal('questions.concealed'), question: Id }),
] as const;

export type QuestionsRefusal =
  | { code: 'questions.noQuestionTime' }
  | { code: 'questions.itemTakesNone' }
  | { code: 'questions.unknownQuestion' }
  | { code: 'questions.unknownRound' }
  | { code: 'questions.notSubmitted' }
  | { code: 'questions.notDismissed' }
  | { code: 'questions.notInRound' }
  | { code: 'questions.alreadyAsked' }
  | { code: 'questions.roundStillOpen' }
  | { code: 'questions.roundNotCollecting' }
  | { code: 'questions.roundNotClosed' }
  | { code: 'questions.roundNotAnswering' }
  | { code: 'questions.roundEmpty' }
  | { code: 'questions.noRespondent' }
  | { code: 'questions.tooMany'; most: number }
  | { code: 'questions.textNeeded' }
  | { code: 'questions.liveIsNamed' }
  | { code: 'questions.notYours' }
  | { code: 'questions.mergeTarget' }
  | { code: 'questions.notWaiting' }
  | { code: 'questions.roundFull'; size: number }
  | { code: 'questions.roundHolds'; held: number }
  | { code: 'questions.askerAnonymous' }
  | { code: 'questions.nothingToRead' }
  | { code: 'questions.notRespondent' }
  | { code: 'questions.sameLanguage' }
  | { code: 'questions.nothingToTranslate' }
  | { code: 'questions.votesOff' }
  | { code: 'questions.notVotable' }
  | { code: 'questions.ownQuestion' }
  | { code: 'questions.votedAlready' }
  | { code: 'questions.notVoted' }
  | { code: 'questions.typedOff' };

/** A set of questions taken together and answered in one block. */
export type QuestionRound = {
  id: Id;
  item: Id;
  number: number;
  size: number;
  status: RoundStatus;
  questions: Id[];
  /** How much of the time of its answer is used, in milliseconds: one clock for all who answer. */
  usedMs: number;
};

/** All questions in the order of submission, or as they were ordered since, and the rounds in the order of their opening. */
export type Questions = { questions: Question[]; rounds: QuestionRound[] };

export type QuestionsCommand = z.infer<(typeof QuestionsCommands)[number]>;
export type QuestionsEvent = z.infer<(typeof QuestionsEvents)[number]>;
export type QuestionsReveal = z.infer<(typeof QuestionsReveals)[number]>;
