import { itemTypes } from '../agenda/itemTypes.ts';
import { isDone } from '../agenda/rules.ts';
import type { AgendaItem } from '../agenda/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { Question, QuestionRound, QuestionStatus, Questions } from './schema.ts';

/** The question of that id, if the meeting (or the viewer's mirror of it) has one. */
export const questionById = (state: MeetingState, id: Id): Question | undefined =>
  state.questions.questions.find((question) => question.id === id);

/** The round of that id. */
export const roundById = (state: MeetingState, id: Id): QuestionRound | undefined =>
  state.questions.rounds.find((round) => round.id === id);

/** The round that still takes questions, if there is one. */
export const collectingRound = (questions: Questions): QuestionRound | undefined =>
  questions.rounds.find((round) => round.status === 'collecting');

/** The round that a question stands in now: the newest that took it. */
export const roundWith = (questions: Questions, id: Id): QuestionRound | undefined =>
  questions.rounds.findLast((round) => round.questions.includes(id));

/** Whether the question is left over and waits for a round: accepted, deferred, or answered in part and kept. [QU14] */
export function awaitsRound({ status, left }: Pick<Question, 'status' | 'left'>): boolean {
  if (left === 'writtenReply' || left === 'nextMeeting') return false;
  return status === 'accepted' || status === 'deferred' || (status === 'partlyAnswered' && left === 'nextRound');
}

const hidden: readonly QuestionStatus[] = ['submitted', 'dismissed', 'merged', 'withdrawn'];

/** Whether everybody inside may see the question. [QU2] */
export const isPublic = (status: QuestionStatus): boolean => !hidden.includes(status);

/** Whether the item is one of questions, or a keynote, and not over. [QU1] [QU6] */
export const takesQuestions = (item: AgendaItem): boolean => itemTypes[item.type].takesQuestions && !isDone(item);

/** Whether the question stands in a round that still takes questions. */
export const isCollected = (questions: Questions, { id, status }: Question): boolean =>
  status === 'inRound' && roundWith(questions, id)?.status === 'collecting';

/** Whether the question was not asked yet, and can be dismissed, merged or withdrawn. [QU4] */
export const isUnasked = (questions: Questions, question: Question): boolean =>
  question.status === 'submitted' ||
  question.status === 'accepted' ||
  question.status === 'deferred' ||
  isCollected(questions, question);

/** The seats that may answer a question: those that answer for an item of questions, and the one it is for. [QU24] */
export const respondentsOf = ({ agenda }: MeetingState, { addressee }: Pick<Question, 'addressee'>): Id[] => [
  ...agenda.items.flatMap(({ type, speaker }) => (itemTypes[type].takesQuestions && speaker !== null ? [speaker] : [])),
  ...(addressee === null ? [] : [addressee]),
];
