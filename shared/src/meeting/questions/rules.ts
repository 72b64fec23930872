import { itemTypes } from '../agenda/itemTypes.ts';
import { isDone } from '../agenda/rules.ts';
import type { AgendaItem } from '../agenda/schema.ts';
import { call, callRefusal, endTurn } from '../floor/turns.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type {
  Question,
  QuestionRound,
  QuestionStatus,
  Questions,
  QuestionsCommand,
  QuestionsEvent,
  QuestionsReveal,
} from './schema.ts';

/** The most questions that one seat may have waiting for the chair. */
export const MOST_SUBMITTED = 10;

/** The question of that id, if the meeting (or the viewer's mirror of it) has one. */
export const questionById = (state: MeetingState, id: Id): Question | undefined =>
  state.questions.questions.find((question) => question.id === id);

const roundById = (state: MeetingState, id: Id): QuestionRound | undefined =>
  state.questions.rounds.find((round) => round.id === id);

/** The round that still takes questions, if there is one. */
export const collectingRound = (questions: Questions): QuestionRound | undefined =>
  questions.rounds.find((round) => round.status === 'collecting');

/** Whether the question waits for a round: accepted, or deferred from an earlier one. */
export const awaitsRound = (question: Question): boolean =>
  question.status === 'accepted' || question.status === 'deferred';

/** Whether everybody inside may see the question. [QU2] */
export const isPublic = (status: QuestionStatus): boolean => status !== 'submitted' && status !== 'dismissed';

/** The round that a question stands in now: the newest that took it. */
const roundWith = (questions: Questions, id: Id): QuestionRound | undefined =>
  questions.rounds.findLast((round) => round.questions.includes(id));

const takesQuestions = (item: AgendaItem): boolean => itemTypes[item.type].takesQuestions && !isDone(item);

/** What a card of the round being answered may be; one that was taken out of the round is none of its cards. */
const mayBeMarked: readonly QuestionStatus[] = ['inRound', 'asked', 'answered', 'partlyAnswered', 'deferred'];

function submit(
  state: MeetingState,
  command: { text: string; language: string },
  { now, commandId, seat }: Context & { seat: Seat },
): Decision {
  if (!state.agenda.items.some(takesQuestions)) return refuse({ code: 'questions.noQuestionTime' }); // [QU1]
  const own = state.questions.questions.filter(
    (question) => question.seat === seat.id && question.status === 'submitted',
  );
  if (own.length >= MOST_SUBMITTED) return refuse({ code: 'questions.tooMany', most: MOST_SUBMITTED }); // [QU1]
  return happen({
    type: 'questions.submitted',
    question: {
      id: commandId,
      seat: seat.id,
      text: { text: command.text },
      language: command.language,
      submittedAt: now,
      status: 'submitted',
    },
  });
}

function decideQuestion(
  state: MeetingState,
  command: Extract<QuestionsCommand, { question: Id }>,
  context: Context,
): Decision {
  const question = questionById(state, command.question);
  if (question === undefined) return refuse({ code: 'questions.unknownQuestion' }); // [PE5]
  const round = roundWith(state.questions, question.id);
  switch (command.type) {
    case 'questions.accept': {
      if (question.status !== 'submitted') return refuse({ code: 'questions.notSubmitted' }); // [QU3]
      const open = collectingRound(state.questions);
      const free = open !== undefined && open.questions.length < open.size;
      return happen({ type: 'questions.accepted', question: question.id, round: free ? open.id : null });
    }
    case 'questions.dismiss': {
      const inRound = question.status === 'inRound' && round?.status === 'collecting';
      if (question.status !== 'submitted' && !awaitsRound(question) && !inRound)
        return refuse({ code: 'questions.alreadyAsked' }); // [QU4]
      return happen({ type: 'questions.dismissed', question: question.id });
    }
    case 'questions.restore':
      if (question.status !== 'dismissed') return refuse({ code: 'questions.notDismissed' }); // [QU5]
      return happen({ type: 'questions.restored', question: question.id });
    case 'questions.callAsker': {
      if (question.status !== 'inRound' || round === undefined) return refuse({ code: 'questions.notInRound' }); // [QU8]
      if (round.status === 'collecting') return refuse({ code: 'questions.roundStillOpen' }); // [QU8]
      const turn = { seat: question.seat, purpose: { kind: 'question', question: question.id } } as const;
      const problem = callRefusal(state, turn, context.now);
      if (problem !== null) return refuse(problem);
      return happen(call(state, context, { ...turn, limitMs: state.session.policy.questionMs }));
    }
    case 'questions.mark':
      if (round?.status !== 'answering') return refuse({ code: 'questions.roundNotAnswering' }); // [QU11]
      if (!mayBeMarked.includes(question.status)) return refuse({ code: 'questions.notInRound' }); // [QU11]
      return happen({ type: 'questions.marked', question: question.id, mark: command.mark });
  }
}

function openRound(state: MeetingState, itemId: Id, { commandId }: Context): Decision {
  const item = state.agenda.items.find((other) => other.id === itemId);
  if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
  if (!takesQuestions(item)) return refuse({ code: 'questions.itemTakesNone' }); // [QU6]
  if (collectingRound(state.questions) !== undefined) return refuse({ code: 'questions.roundStillOpen' }); // [QU6]
  const size = state.session.policy.questionsPerRound;
  const waiting = (status: QuestionStatus): Question[] =>
    state.questions.questions.filter((question) => question.status === status);
  const questions = [...waiting('deferred'), ...waiting('accepted')].slice(0, size); // [QU14]
  return happen({
    type: 'questions.roundOpened',
    round: commandId,
    item: itemId,
    number: state.questions.rounds.length + 1,
    size,
    questions: questions.map((question) => question.id),
  });
}

function startAnswer(state: MeetingState, round: QuestionRound, context: Context): Decision {
  if (round.status !== 'closed' && round.status !== 'answering') return refuse({ code: 'questions.roundNotClosed' }); // [QU10]
  const respondent = state.agenda.items.find((item) => item.id === round.item)?.speaker ?? null;
  if (respondent === null) return refuse({ code: 'questions.noRespondent' }); // [QU10]
  const purpose = { kind: 'answer', round: round.id } as const;
  const problem = callRefusal(state, { seat: respondent, purpose }, context.now);
  if (problem !== null) return refuse(problem);
  const turn = call(state, context, { seat: respondent, purpose, limitMs: state.session.policy.answerMs });
  return round.status === 'closed' ? happen({ type: 'questions.answerStarted', round: round.id }, turn) : happen(turn);
}

// What is unmarked is deferred, unless a newer round has taken it since. [QU12]
const completed = ({ questions }: MeetingState, round: QuestionRound): LoggedEvent => ({
  type: 'questions.roundCompleted',
  round: round.id,
  deferred: questions.questions
    .filter(({ status }) => status === 'inRound' || status === 'asked')
    .flatMap(({ id }) => (roundWith(questions, id)?.id === round.id ? [id] : [])),
});

/** The end of an item's rounds, when the item ends or leaves the agenda: none may hold up the rounds to come. [QU15] */
export const completeRoundsOf = (state: MeetingState, item: Id): LoggedEvent[] =>
  state.questions.rounds
    .filter((round) => round.item === item && round.status !== 'completed')
    .map((round) => completed(state, round));

function completeRound(state: MeetingState, round: QuestionRound, { now }: Context): Decision {
  if (round.status !== 'answering') return refuse({ code: 'questions.roundNotAnswering' }); // [QU12]
  const turns = state.floor.turns.filter(
    ({ purpose }) =>
      (purpose.kind === 'answer' && purpose.round === round.id) ||
      (purpose.kind === 'question' && round.questions.includes(purpose.question)),
  );
  return happen(
    ...turns.flatMap((turn) => endTurn(state, turn, turn.status.kind === 'called' ? 'takenBack' : 'ended', now)),
    completed(state, round),
  );
}

/** Questions and the rounds that take them as sets. */
export function decideQuestions(
  state: MeetingState,
  command: QuestionsCommand,
  context: Context & { seat: Seat },
): Decision {
  if (command.type === 'questions.submit') return submit(state, command, context);
  if (command.type === 'questions.openRound') return openRound(state, command.item, context);
  if ('question' in command) return decideQuestion(state, command, context);
  const round = roundById(state, command.round);
  if (round === undefined) return refuse({ code: 'questions.unknownRound' }); // [PE5]
  switch (command.type) {
    case 'questions.closeRound':
      if (round.status !== 'collecting') return refuse({ code: 'questions.roundNotCollecting' }); // [QU7]
      if (round.questions.length === 0) return refuse({ code: 'questions.roundEmpty' }); // [QU7]
      return happen({ type: 'questions.roundClosed', round: round.id });
    case 'questions.startAnswer':
      return startAnswer(state, round, context);
    case 'questions.completeRound':
      return completeRound(state, round, context);
  }
}

const withStatus = (questions: Questions, ids: readonly Id[], status: QuestionStatus): Questions => ({
  ...questions,
  questions: questions.questions.map((question) => (ids.includes(question.id) ? { ...question, status } : question)),
});

const withRound = (questions: Questions, id: Id, change: Partial<QuestionRound>): Questions => ({
  ...questions,
  rounds: questions.rounds.map((round) => (round.id === id ? { ...round, ...change } : round)),
});

function accepted(questions: Questions, id: Id, round: Id | null): Questions {
  const marked = withStatus(questions, [id], round === null ? 'accepted' : 'inRound');
  if (round === null) return marked;
  const taken = marked.rounds.find((other) => other.id === round)?.questions ?? [];
  return withRound(marked, round, { questions: [...taken, id] });
}

// A dismissed question leaves the round that still collects; a deferred one stays in the round it was asked in. [QU4]
const dismissed = (questions: Questions, id: Id): Questions => ({
  ...withStatus(questions, [id], 'dismissed'),
  rounds: questions.rounds.map((round) =>
    round.status === 'collecting' ? { ...round, questions: round.questions.filter((other) => other !== id) } : round,
  ),
});

function returned(questions: Questions, id: Id, status: QuestionStatus, round: Id | null): Questions {
  const marked = withStatus(questions, [id], status);
  const taken = marked.rounds.find((other) => other.id === round)?.questions ?? [];
  return round === null || taken.includes(id) ? marked : withRound(marked, round, { questions: [...taken, id] });
}

function revealed(questions: Questions, question: Question, before: Id | null): Questions {
  const rest = questions.questions.filter((other) => other.id !== question.id);
  const found = rest.findIndex((other) => other.id === before);
  const at = found < 0 ? rest.length : found;
  return { ...questions, questions: [...rest.slice(0, at), question, ...rest.slice(at)] };
}

/** Questions and rounds after one of their events, or after a reveal made for one viewer. */
export function evolveQuestions(questions: Questions, event: QuestionsEvent | QuestionsReveal): Questions {
  switch (event.type) {
    case 'questions.submitted':
      return { ...questions, questions: [...questions.questions, event.question] };
    case 'questions.accepted':
      return accepted(questions, event.question, event.round);
    case 'questions.dismissed':
      return dismissed(questions, event.question);
    case 'questions.restored':
      return withStatus(questions, [event.question], 'submitted');
    case 'questions.roundOpened': {
      const { round: id, item, number, size, questions: taken } = event;
      const round: QuestionRound = { id, item, number, size, status: 'collecting', questions: taken };
      return { ...withStatus(questions, taken, 'inRound'), rounds: [...questions.rounds, round] };
    }
    case 'questions.returned':
      return returned(questions, event.question, event.status, event.round);
    case 'questions.roundReturned':
      return event.questions.reduce(
        (all, { question, status }) => withStatus(all, [question], status),
        withRound(questions, event.round, { status: event.status }),
      );
    case 'questions.roundClosed':
      return withRound(questions, event.round, { status: 'closed' });
    case 'questions.answerStarted':
      return withRound(questions, event.round, { status: 'answering' });
    case 'questions.asked':
      return withStatus(questions, [event.question], 'asked');
    case 'questions.marked':
      return withStatus(questions, [event.question], event.mark);
    case 'questions.roundCompleted':
      return withRound(withStatus(questions, event.deferred, 'deferred'), event.round, { status: 'completed' });
    case 'questions.revealed':
      return revealed(questions, event.question, event.before);
    case 'questions.concealed':
      return { ...questions, questions: questions.questions.filter((question) => question.id !== event.question) };
  }
}
