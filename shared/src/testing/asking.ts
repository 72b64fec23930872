import type { Command } from '../meeting/messages.ts';
import { questionById } from '../meeting/questions/pool.ts';
import type { AnswerMark, Leftover, QuestionStatus } from '../meeting/questions/schema.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import { items, members } from './sample.ts';
import { by, held, type Step, started } from './story.ts';

/** What a question may have beside its words. */
type Kind = Partial<Omit<Extract<Command, { type: 'questions.submit' }>, 'type' | 'language'>>;

/** The chair gives a command. */
export const chairs = (command: Command, id?: Id): Step => by(members.chair, command, id);

/** A question is submitted. */
export const submit = (member: Id, question: Id, kind: Kind = {}): Step =>
  by(member, { type: 'questions.submit', text: `Why? asks ${question}`, language: 'en', ...kind }, question);

/** Questions are accepted in that order. */
export const accept = (...questions: Id[]): Step[] =>
  questions.map((question) => chairs({ type: 'questions.accept', question }));

/** A round is opened for the item of questions. */
export const openRound = (round: Id, size?: number): Step =>
  chairs({ type: 'questions.openRound', item: items.qna, ...(size === undefined ? {} : { size }) }, round);

/** A round is closed. */
export const closeRound = (round: Id): Step => chairs({ type: 'questions.closeRound', round });

/** An asker is called. */
export const callAsker = (question: Id, turn: Id): Step => chairs({ type: 'questions.callAsker', question }, turn);

/** The answer of a round is started, by the speaker of its item if by no other. */
export const startAnswer = (round: Id, turn: Id, seat?: Id): Step =>
  chairs({ type: 'questions.startAnswer', round, ...(seat === undefined ? {} : { seat }) }, turn);

/** A question is marked by the chair. */
export const mark = (question: Id, as: AnswerMark): Step => chairs({ type: 'questions.mark', question, mark: as });

/** What is left of a question is sent somewhere. */
export const carry = (question: Id, to: Leftover): Step => chairs({ type: 'questions.carry', question, to });

/** A round is completed. */
export const complete = (round: Id): Step => chairs({ type: 'questions.completeRound', round });

/** A question is dismissed. */
export const dismiss = (question: Id): Step => chairs({ type: 'questions.dismiss', question });

/** A question is merged into another. */
export const merge = (question: Id, into: Id): Step => chairs({ type: 'questions.merge', question, into });

/** A member takes the floor. */
export const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });

/** A turn is ended by the chair; `id` names the act. */
export const end = (turn: Id, id?: Id): Step => chairs({ type: 'floor.endTurn', turn }, id);

/** Four questions are submitted, in the order q1 to q4. */
export const four: readonly Step[] = [
  ...held(),
  started('qna'),
  submit(members.norway, 'q1'),
  submit(members.iran, 'q2'),
  submit(members.india, 'q3'),
  submit(members.pakistan, 'q4'),
];

/** Round r1 collects q1 and q2. */
export const collects: readonly Step[] = [...four, openRound('r1'), ...accept('q1', 'q2')];

/** Round r1 is closed with q1 and q2. */
export const isClosed: readonly Step[] = [...collects, closeRound('r1')];

/** Round r1 is being answered, as turn t9. */
export const answers: readonly Step[] = [...isClosed, startAnswer('r1', 't9'), take(members.keynote, 't9')];

/** Where these questions stand. */
export const statusOf = (state: MeetingState, ...questions: Id[]): (QuestionStatus | undefined)[] =>
  questions.map((id) => questionById(state, id)?.status);
