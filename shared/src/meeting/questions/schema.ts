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
]);
export type QuestionStatus = z.infer<typeof QuestionStatus>;

export const RoundStatus = z.enum(['collecting', 'closed', 'answering', 'completed']);
export type RoundStatus = z.infer<typeof RoundStatus>;

/** How a respondent dealt with a question of the round. */
export const AnswerMark = z.enum(['answered', 'partlyAnswered', 'deferred']);
export type AnswerMark = z.infer<typeof AnswerMark>;

export const QuestionsCommands = [
  z.strictObject({
    type: z.literal('questions.submit'),
    text: z.string().check(z.minLength(1), z.maxLength(1000)),
    language: Language,
  }),
  z.strictObject({ type: z.literal('questions.accept'), question: Id }),
  z.strictObject({ type: z.literal('questions.dismiss'), question: Id }),
  z.strictObject({ type: z.literal('questions.restore'), question: Id }),
  z.strictObject({ type: z.literal('questions.openRound'), item: Id }),
  z.strictObject({ type: z.literal('questions.closeRound'), round: Id }),
  z.strictObject({ type: z.literal('questions.callAsker'), question: Id }),
  z.strictObject({ type: z.literal('questions.startAnswer'), round: Id }),
  z.strictObject({ type: z.literal('questions.mark'), question: Id, mark: AnswerMark }),
  z.strictObject({ type: z.literal('questions.completeRound'), round: Id }),
] as const;

const Question = z.object({
  id: Id,
  seat: Id,
  text: SealedText,
  language: Language,
  submittedAt: MeetingTime,
  status: QuestionStatus,
});
/** A question from a seat. What is submitted or dismissed is seen by its seat and those who run the meeting. */
export type Question = z.infer<typeof Question>;

export const QuestionsEvents = [
  z.object({ type: z.literal('questions.submitted'), question: Question }),
  z.object({
    type: z.literal('questions.accepted'),
    question: Id,
    /** The collecting round that took it, or null when it waits for the next. */
    round: z.nullable(Id),
  }),
  z.object({ type: z.literal('questions.dismissed'), question: Id }),
  z.object({ type: z.literal('questions.restored'), question: Id }),
  z.object({
    type: z.literal('questions.roundOpened'),
    round: Id,
    item: Id,
    number: z.int(),
    size: z.int(),
    questions: z.array(Id),
  }),
  z.object({ type: z.literal('questions.roundClosed'), round: Id }),
  z.object({ type: z.literal('questions.answerStarted'), round: Id }),
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
  | { code: 'questions.tooMany'; most: number };

/** A set of questions taken together and answered in one block. */
export type QuestionRound = {
  id: Id;
  item: Id;
  number: number;
  size: number;
  status: RoundStatus;
  questions: Id[];
};

/** All questions in the order of submission, and the rounds in the order of their opening. */
export type Questions = { questions: Question[]; rounds: QuestionRound[] };

export type QuestionsCommand = z.infer<(typeof QuestionsCommands)[number]>;
export type QuestionsEvent = z.infer<(typeof QuestionsEvents)[number]>;
export type QuestionsReveal = z.infer<(typeof QuestionsReveals)[number]>;
