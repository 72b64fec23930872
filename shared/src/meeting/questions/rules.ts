import { call, callRefusal } from '../floor/turns.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import { seatById } from '../roster/rules.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { decideOrder } from './order.ts';
import { collectingRound, isPublic, isUnasked, questionById, roundWith, takesQuestions } from './pool.ts';
import { decideRound } from './rounds.ts';
import type { Question, QuestionStatus, QuestionsCommand, QuestionsRefusal } from './schema.ts';
import { decideWords } from './words.ts';

/** The most questions that one seat may have waiting for the chair. */
export const MOST_SUBMITTED = 10;

type Acting = Context & { seat: Seat };

/** What a card of the round being answered may be; one that was taken out of the round is none of its cards. */
const mayBeMarked: readonly QuestionStatus[] = ['inRound', 'asked', 'answered', 'partlyAnswered', 'deferred'];

type Draft = Pick<Question, 'live' | 'anonymous' | 'addressee'> & { text: string | null };

/** What is wrong with a question as it is written, or null. [QU17] */
function draftRefusal(state: MeetingState, { text, live, anonymous, addressee }: Draft): Decision | null {
  if (text === null && !live) return refuse({ code: 'questions.textNeeded' }); // [QU17]
  if (live && anonymous) return refuse({ code: 'questions.liveIsNamed' }); // [QU17]
  if (addressee !== null && seatById(state, addressee) === undefined) return refuse({ code: 'floor.unknownSeat' }); // [PE5]
  return null;
}

const hasMost = ({ questions: { questions } }: MeetingState, seat: Id): boolean =>
  questions.filter((question) => question.seat === seat && question.status === 'submitted').length >= MOST_SUBMITTED;

function submit(
  state: MeetingState,
  command: Extract<QuestionsCommand, { type: 'questions.submit' }>,
  { now, commandId, seat }: Acting,
): Decision {
  const { text, language, live = false, anonymous = false, addressee = null, followUp = null } = command;
  if (!state.agenda.items.some(takesQuestions)) return refuse({ code: 'questions.noQuestionTime' }); // [QU1]
  if (hasMost(state, seat.id)) return refuse({ code: 'questions.tooMany', most: MOST_SUBMITTED }); // [QU1]
  const problem = draftRefusal(state, { text, live, anonymous, addressee });
  if (problem !== null) return problem;
  const first = followUp === null ? null : questionById(state, followUp);
  // What follows up a question that nobody else sees would tell that both are of one seat.
  if (first === undefined || (first !== null && !isPublic(first.status)))
    return refuse({ code: 'questions.unknownQuestion' }); // [QU18]
  return happen({
    type: 'questions.submitted',
    question: {
      id: commandId,
      seat: seat.id,
      text: text === null ? null : { text },
      language,
      submittedAt: now,
      status: 'submitted',
      live,
      anonymous,
      addressee,
      followUp,
      translation: null,
      labels: [],
      mergedInto: null,
      votes: 0,
      voters: [],
      left: null,
      answer: null,
    },
  });
}

function edit(
  state: MeetingState,
  question: Question,
  { text, language, anonymous, addressee }: Extract<QuestionsCommand, { type: 'questions.edit' }>,
): Decision {
  if (question.status !== 'submitted') return refuse({ code: 'questions.notSubmitted' }); // [QU19]
  const next = {
    text: text === undefined ? question.text : text === null ? null : { text },
    language: language ?? question.language,
    anonymous: anonymous ?? question.anonymous,
    addressee: addressee === undefined ? question.addressee : addressee,
  };
  const problem = draftRefusal(state, { ...next, text: next.text === null ? null : '…', live: question.live });
  if (problem !== null) return problem;
  const words = question.text !== null && 'text' in question.text ? question.text.text : null;
  const reworded = (text !== undefined && text !== words) || next.language !== question.language;
  const events: LoggedEvent[] = [{ type: 'questions.edited', question: question.id, ...next }];
  // A translation of other words would mislead.
  if (reworded && question.translation !== null)
    events.push({ type: 'questions.translated', question: question.id, translation: null }); // [QU25]
  return happen(...events);
}

function merge(state: MeetingState, question: Question, into: Id): Decision {
  const target = questionById(state, into);
  if (target === undefined) return refuse({ code: 'questions.unknownQuestion' }); // [PE5]
  if (!isUnasked(state.questions, question)) return refuse({ code: 'questions.alreadyAsked' }); // [QU20]
  const open = isPublic(target.status) || target.status === 'submitted';
  if (target.id === question.id || !open) return refuse({ code: 'questions.mergeTarget' }); // [QU20]
  return happen({ type: 'questions.merged', question: question.id, into });
}

function restore(state: MeetingState, { id, status, seat }: Question, by: Seat): Decision {
  const manages = managingRoles.includes(by.role);
  if (status === 'withdrawn') {
    if (seat !== by.id) return refuse({ code: 'questions.notYours' }); // [QU19]
    if (hasMost(state, by.id)) return refuse({ code: 'questions.tooMany', most: MOST_SUBMITTED }); // [QU1]
    return happen({ type: 'questions.restored', question: id });
  }
  if (!manages) return refuse({ code: 'role.required', roles: [...managingRoles] }); // [PE1]
  if (status !== 'dismissed' && status !== 'merged') return refuse({ code: 'questions.notDismissed' }); // [QU5]
  return happen({ type: 'questions.restored', question: id });
}

/** What a question that is being taken up may be asked by, or why it cannot be. [QU8] [QU21] */
function askRefusal(state: MeetingState, question: Question): QuestionsRefusal | null {
  const round = roundWith(state.questions, question.id);
  if (question.status !== 'inRound' || round === undefined) return { code: 'questions.notInRound' };
  return round.status === 'collecting' ? { code: 'questions.roundStillOpen' } : null;
}

function callAsker(state: MeetingState, question: Question, context: Context): Decision {
  const early = askRefusal(state, question);
  if (early !== null) return refuse(early); // [QU8]
  if (question.anonymous || question.seat === null) return refuse({ code: 'questions.askerAnonymous' }); // [QU21]
  const turn = { seat: question.seat, purpose: { kind: 'question', question: question.id } } as const;
  const problem = callRefusal(state, turn, context.now);
  if (problem !== null) return refuse(problem);
  return happen(...call(state, context, { ...turn, limitMs: state.session.policy.questionMs }));
}

function readOut(state: MeetingState, question: Question): Decision {
  const early = askRefusal(state, question);
  if (early !== null) return refuse(early); // [QU21]
  if (question.text === null) return refuse({ code: 'questions.nothingToRead' }); // [QU21]
  return happen({ type: 'questions.asked', question: question.id });
}

function markCard(
  state: MeetingState,
  question: Question,
  { mark }: Extract<QuestionsCommand, { type: 'questions.mark' }>,
  { seat }: Acting,
): Decision {
  const round = roundWith(state.questions, question.id);
  const answers = state.floor.turns.some(
    ({ purpose, seat: by }) => purpose.kind === 'answer' && purpose.round === round?.id && by === seat.id,
  );
  if (!answers && !managingRoles.includes(seat.role))
    return refuse({ code: 'role.required', roles: [...managingRoles] }); // [QU11]
  if (round?.status !== 'answering') return refuse({ code: 'questions.roundNotAnswering' }); // [QU11]
  if (!mayBeMarked.includes(question.status)) return refuse({ code: 'questions.notInRound' }); // [QU11]
  return happen({ type: 'questions.marked', question: question.id, mark });
}

function decideQuestion(
  state: MeetingState,
  command: Exclude<Extract<QuestionsCommand, { question: Id }>, { type: 'questions.submit' }>,
  context: Acting,
): Decision {
  const question = questionById(state, command.question);
  if (question === undefined) return refuse({ code: 'questions.unknownQuestion' }); // [PE5]
  const own = question.seat === context.seat.id;
  switch (command.type) {
    case 'questions.edit':
      return own ? edit(state, question, command) : refuse({ code: 'questions.notYours' }); // [QU19]
    case 'questions.withdraw':
      if (!own) return refuse({ code: 'questions.notYours' }); // [QU19]
      if (!isUnasked(state.questions, question)) return refuse({ code: 'questions.alreadyAsked' }); // [QU19]
      return happen({ type: 'questions.withdrawn', question: question.id });
    case 'questions.accept': {
      if (question.status !== 'submitted') return refuse({ code: 'questions.notSubmitted' }); // [QU3]
      const open = collectingRound(state.questions);
      const free = open !== undefined && open.questions.length < open.size;
      return happen({ type: 'questions.accepted', question: question.id, round: free ? open.id : null });
    }
    case 'questions.dismiss':
      if (!isUnasked(state.questions, question)) return refuse({ code: 'questions.alreadyAsked' }); // [QU4]
      return happen({ type: 'questions.dismissed', question: question.id });
    case 'questions.restore':
      return restore(state, question, context.seat);
    case 'questions.merge':
      return merge(state, question, command.into);
    case 'questions.callAsker':
      return callAsker(state, question, context);
    case 'questions.readOut':
      return readOut(state, question);
    case 'questions.mark':
      return markCard(state, question, command, context);
    case 'questions.move':
    case 'questions.takeIntoRound':
    case 'questions.putBack':
    case 'questions.carry':
      return decideOrder(state, question, command);
    case 'questions.label':
    case 'questions.translate':
    case 'questions.vote':
    case 'questions.answerInWriting':
      return decideWords(state, question, command, context);
  }
}

/** Questions and the rounds that take them as sets. */
export function decideQuestions(state: MeetingState, command: QuestionsCommand, context: Acting): Decision {
  if (command.type === 'questions.submit') return submit(state, command, context);
  return 'question' in command ? decideQuestion(state, command, context) : decideRound(state, command, context);
}
