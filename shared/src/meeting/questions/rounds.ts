import { call, callRefusal, endTurn } from '../floor/turns.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { awaitsRound, collectingRound, questionById, roundById, roundWith, takesQuestions } from './pool.ts';
import type { Question, QuestionRound, QuestionsCommand } from './schema.ts';

/** The least time that the answer of a round goes on with. [QU13] */
const LEAST_ANSWER_MS = 60_000;

const isNew = ({ status }: Question): boolean => status === 'accepted';

function openRound(
  state: MeetingState,
  {
    item: itemId,
    size = state.session.policy.questionsPerRound,
  }: Extract<QuestionsCommand, { type: 'questions.openRound' }>,
  { commandId }: Context,
): Decision {
  const item = state.agenda.items.find((other) => other.id === itemId);
  if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
  if (!takesQuestions(item)) return refuse({ code: 'questions.itemTakesNone' }); // [QU6]
  if (collectingRound(state.questions) !== undefined) return refuse({ code: 'questions.roundStillOpen' }); // [QU6]
  const waiting = state.questions.questions.filter(awaitsRound);
  const inOrder = [...waiting.filter((question) => !isNew(question)), ...waiting.filter(isNew)]; // [QU14]
  return happen({
    type: 'questions.roundOpened',
    round: commandId,
    item: itemId,
    number: state.questions.rounds.length + 1,
    size,
    questions: inOrder.slice(0, size).map(({ id }) => id),
  });
}

function startAnswer(state: MeetingState, round: QuestionRound, seat: Id | undefined, context: Context): Decision {
  if (round.status !== 'closed' && round.status !== 'answering') return refuse({ code: 'questions.roundNotClosed' }); // [QU10]
  const speaker = state.agenda.items.find((item) => item.id === round.item)?.speaker ?? null;
  const asked = round.questions.map((id) => questionById(state, id)?.addressee);
  const respondent = seat ?? speaker;
  if (respondent === null) return refuse({ code: 'questions.noRespondent' }); // [QU10]
  if (respondent !== speaker && !asked.includes(respondent)) return refuse({ code: 'questions.notRespondent' }); // [QU10]
  const answers = state.floor.turns.find(({ purpose: of }) => of.kind === 'answer' && of.round === round.id);
  if (answers !== undefined && answers.seat !== respondent)
    return refuse({ code: 'floor.heldByAnother', seat: answers.seat }); // [QU13]
  const purpose = { kind: 'answer', round: round.id } as const;
  const problem = callRefusal(state, { seat: respondent, purpose }, context.now);
  if (problem !== null) return refuse(problem);
  const { usedMs } = round;
  const limitMs = Math.max(state.session.policy.answerMs, usedMs === 0 ? 0 : Math.ceil(usedMs) + LEAST_ANSWER_MS); // [QU13]
  const events = call(state, context, { seat: respondent, purpose, limitMs, usedMs });
  return round.status === 'closed'
    ? happen({ type: 'questions.answerStarted', round: round.id }, ...events)
    : happen(...events);
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

function setSize({ id, status, questions }: QuestionRound, size: number): Decision {
  if (status !== 'collecting') return refuse({ code: 'questions.roundNotCollecting' }); // [QU16]
  if (size < questions.length) return refuse({ code: 'questions.roundHolds', held: questions.length }); // [QU16]
  return happen({ type: 'questions.roundResized', round: id, size });
}

/** What a command asks of a round rather than of one question. */
export type RoundCommand = Extract<
  QuestionsCommand,
  {
    type:
      | 'questions.openRound'
      | 'questions.setRoundSize'
      | 'questions.closeRound'
      | 'questions.startAnswer'
      | 'questions.completeRound';
  }
>;

/** The course of a round: collecting, closed, answering, completed. */
export function decideRound(state: MeetingState, command: RoundCommand, context: Context): Decision {
  if (command.type === 'questions.openRound') return openRound(state, command, context);
  const round = roundById(state, command.round);
  if (round === undefined) return refuse({ code: 'questions.unknownRound' }); // [PE5]
  switch (command.type) {
    case 'questions.setRoundSize':
      return setSize(round, command.size);
    case 'questions.closeRound':
      if (round.status !== 'collecting') return refuse({ code: 'questions.roundNotCollecting' }); // [QU7]
      if (round.questions.length === 0) return refuse({ code: 'questions.roundEmpty' }); // [QU7]
      return happen({ type: 'questions.roundClosed', round: round.id });
    case 'questions.startAnswer':
      return startAnswer(state, round, command.seat, context);
    case 'questions.completeRound':
      return completeRound(state, round, context);
  }
}
