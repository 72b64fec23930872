import { itemById } from '../agenda/rules.ts';
import { lostAt, timeRefusal } from '../floor/clocks.ts';
import { entryOf } from '../floor/purposes.ts';
import type { Turn, TurnPurpose } from '../floor/schema.ts';
import { afterEnd, endTurn, placeRefusal, seatRefusal, turnById } from '../floor/turns.ts';
import {
  type Command,
  type Context,
  type Decision,
  happen,
  type LoggedEvent,
  type MeetingEvent,
  refuse,
} from '../messages.ts';
import { collectingRound, questionById, roundWith } from '../questions/pool.ts';
import type { QuestionStatus } from '../questions/schema.ts';
import { entryById, holdsOrWaits, listWith, mark, unlapsing } from '../speakers/entries.ts';
import type { QueueEntry } from '../speakers/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import type { Undo, UndoableAct } from './schema.ts';

/** How long an act can be taken back, in milliseconds of meeting time. [SE11] */
export const UNDO_MS = 10_000;

type QuestionBefore = { question: Id; status: QuestionStatus; round: Id | null };

const questionBefore = (state: MeetingState, id: Id): QuestionBefore | null => {
  const question = questionById(state, id);
  if (question === undefined) return null;
  return { question: id, status: question.status, round: roundWith(state.questions, id)?.id ?? null };
};

const purposeIds = ({ purpose }: Pick<Turn, 'purpose'>): Id[] => {
  const entry = entryOf(purpose);
  if (entry !== null) return [entry];
  // All who answer a round share one clock, which stands elsewhere once another has answered. [QU13]
  if (purpose.kind === 'answer') return [purpose.round];
  return purpose.kind === 'question' ? [purpose.question] : [];
};

// A call that is taken back is called again by hand; an interruption or a presiding microphone is taken again.
const notReturned: readonly TurnPurpose['kind'][] = [
  'presiding',
  'open',
  'interposed',
  'clarification',
  'pointOfOrder',
];

function endOfTurn(
  state: MeetingState,
  { turn: id, usedMs }: { turn: Id; usedMs: number },
  now: MeetingTime,
): { undo: Undo; touches: Id[] } | null {
  const turn = turnById(state, id);
  if (turn === undefined || turn.status.kind === 'called' || notReturned.includes(turn.purpose.kind)) return null;
  const { status: _, screen: __, takesQuestions: ___, ...held } = turn;
  const question = turn.purpose.kind === 'question' ? questionBefore(state, turn.purpose.question) : null;
  const lostMs = lostAt(turn, now);
  return { undo: { kind: 'turnEnd', turn: { ...held, usedMs, lostMs }, question }, touches: [id, ...purposeIds(turn)] };
}

function closing(state: MeetingState, started: Id | null): { undo: Undo; touches: Id[] } | null {
  const { current } = state.agenda;
  if (current === null) return null;
  const rounds = state.questions.rounds
    .filter(({ item, status }) => item === current && status !== 'completed')
    .map(({ id, status, questions }) => ({
      round: id,
      status,
      // What the end of the round defers; the others stay as they are.
      questions: questions.flatMap((question) => {
        const before = questionById(state, question)?.status;
        const stays = roundWith(state.questions, question)?.id !== id;
        return !stays && (before === 'inRound' || before === 'asked') ? [{ question, status: before }] : [];
      }),
    }));
  const within = rounds.flatMap(({ round, questions }) => [round, ...questions.map(({ question }) => question)]);
  const touches = [current, ...(started === null ? [] : [started]), ...within];
  const { floor, keynote } = state;
  return {
    undo: { kind: 'close', item: current, started, mode: floor.mode, spotlight: keynote.spotlight, rounds },
    touches,
  };
}

function undoOf(
  state: MeetingState,
  command: Command,
  events: readonly LoggedEvent[],
  now: MeetingTime,
): { undo: Undo; touches: Id[] } | null {
  switch (command.type) {
    case 'floor.give':
    case 'speakers.call':
    case 'questions.callAsker':
    case 'questions.startAnswer': {
      const called = events.find((event) => event.type === 'floor.called');
      if (called === undefined) return null;
      const lapsed = events.flatMap((event) =>
        event.type === 'speakers.entryMarked' && event.status === 'lapsed' ? [event.entry] : [],
      );
      return { undo: { kind: 'call', turn: called.turn, lapsed }, touches: [called.turn, ...purposeIds(called)] };
    }
    case 'floor.endTurn': {
      const ended = events.find((event) => event.type === 'floor.turnEnded');
      return ended === undefined ? null : endOfTurn(state, ended, now);
    }
    case 'questions.merge':
    case 'questions.dismiss': {
      const before = questionBefore(state, command.question);
      return before === null ? null : { undo: { kind: 'dismissal', ...before }, touches: [command.question] };
    }
    case 'agenda.closeItem':
      return closing(state, null);
    case 'agenda.startItem':
      return closing(state, command.item);
    default:
      return null;
  }
}

/** The record by which a command that happened can be taken back, if it is of that kind. [SE11] */
export function recordAct(
  state: MeetingState,
  command: Command,
  events: readonly LoggedEvent[],
  { commandId, now }: Context,
): LoggedEvent[] {
  const act = undoOf(state, command, events, now);
  return act === null ? [] : [{ type: 'session.actRecorded', act: { id: commandId, until: now + UNDO_MS, ...act } }];
}

/** Whether a part of an event, on whatever level, names one of these ids; what is sealed names nothing. */
function names(part: unknown, ids: readonly Id[]): boolean {
  if (typeof part === 'string') return ids.includes(part);
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([key, value]) => key !== 'text' && names(value, ids));
}

// Whoever asks for the floor in an item just begun does not touch the act that began it.
const touches = (event: MeetingEvent, { touches: ids, undo }: UndoableAct): boolean =>
  (undo.kind !== 'close' || event.type.startsWith('agenda.') || event.type.startsWith('questions.')) &&
  names(event, ids);

/** What can still be taken back after an event: what it touches, and what is too old, goes. [SE12] */
export function actsAfter(acts: UndoableAct[], event: MeetingEvent): UndoableAct[] {
  if (event.type === 'session.actRecorded') {
    const { act } = event;
    return [...acts.filter(({ until }) => until >= act.until - UNDO_MS), act];
  }
  if (acts.length === 0 || event.type === 'session.adjourned') return [];
  if (event.type === 'session.undone') return acts.filter(({ id }) => id !== event.of);
  return acts.filter((act) => !touches(event, act));
}

type Restart = {
  /** What ends and begins when that item is current in place of the one that is. */
  suspend: (item: Id) => LoggedEvent[];
};

/** Whether what the turn was for has gone on: its item is over, or the seat has asked anew. [SE12] */
function isPast(state: MeetingState, { purpose, seat }: Pick<Turn, 'purpose' | 'seat'>): boolean {
  const { agenda } = state;
  switch (purpose.kind) {
    case 'intervention':
    case 'directResponse':
    case 'rightOfReply': {
      const list = listWith(state, purpose.entry);
      const kind = entryById(state, purpose.entry)?.kind;
      const anew = (entry: QueueEntry): boolean => entry.seat === seat && entry.kind === kind && holdsOrWaits(entry);
      return list?.item !== agenda.current || list.entries.some(anew);
    }
    case 'keynote':
      return purpose.item !== agenda.current;
    default:
      return false;
  }
}

function returnFloor(
  state: MeetingState,
  { turn, question }: Extract<Undo, { kind: 'turnEnd' }>,
  { now, commandId }: Pick<Context, 'now' | 'commandId'>,
): Decision | LoggedEvent[] {
  // A call like any other: not where a hard limit lets nobody be called. [FL18] [FL19]
  if (isPast(state, turn)) return refuse({ code: 'session.undoOvertaken' }); // [SE12]
  const problem = seatRefusal(state, turn.seat) ?? timeRefusal(state, turn.delegation, now) ?? placeRefusal(state);
  if (problem !== null) return refuse(problem);
  const { id: _, ...held } = turn;
  const answerBy = now + state.session.policy.callMs;
  // A turn of its own, so that no microphone that was open for the old one opens for it. [SE13]
  const events: LoggedEvent[] = [{ type: 'floor.called', turn: commandId, ...held, answerBy }];
  const entry = entryOf(turn.purpose);
  if (entry !== null) events.push(mark(entry, 'called'));
  if (question !== null) events.push({ type: 'questions.returned', ...question });
  return events;
}

function returnQuestion(state: MeetingState, before: QuestionBefore): LoggedEvent[] {
  const round = state.questions.rounds.find(({ id }) => id === before.round);
  const fits = round !== undefined && round.status !== 'completed' && round.questions.length < round.size;
  if (before.status === 'inRound' && !fits)
    return [{ type: 'questions.returned', question: before.question, status: 'accepted', round: null }];
  return [{ type: 'questions.returned', ...before }];
}

function reopen(
  state: MeetingState,
  { item, started, mode, spotlight, rounds }: Extract<Undo, { kind: 'close' }>,
  { now, wall, suspend }: Pick<Context, 'now' | 'wall'> & Restart,
): Decision | LoggedEvent[] {
  const { current } = state.agenda;
  const busy = state.floor.turns.some(({ purpose }) => purpose.kind !== 'presiding');
  const collects =
    rounds.some(({ status }) => status === 'collecting') && collectingRound(state.questions) !== undefined;
  if (current !== started || busy || collects || itemById(state, item) === undefined)
    return refuse({ code: 'session.undoOvertaken' }); // [SE12]
  const events: LoggedEvent[] = [
    ...(started === null ? [] : suspend(started)),
    { type: 'agenda.itemReopened', item },
    { type: 'agenda.itemStarted', item, moment: { at: now, wall } },
    ...rounds.map((round): LoggedEvent => ({ type: 'questions.roundReturned', ...round })),
  ];
  if (started === null) return events;
  // What the other item changed as it began.
  if (mode !== state.floor.mode) events.push({ type: 'floor.modeSet', mode });
  return [...events, { type: 'keynote.spotlightSet', seats: spotlight }];
}

function compensation(state: MeetingState, undo: Undo, context: Context & Restart): Decision | LoggedEvent[] {
  switch (undo.kind) {
    case 'call': {
      const turn = turnById(state, undo.turn);
      if (turn === undefined) return refuse({ code: 'session.undoOvertaken' });
      const ended = endTurn(state, turn, 'takenBack', context.now);
      return [...ended, ...unlapsing(afterEnd(state, ended), undo.lapsed)];
    }
    case 'turnEnd':
      return returnFloor(state, undo, context);
    case 'dismissal': {
      const { question, status, round } = undo;
      return returnQuestion(state, { question, status, round });
    }
    case 'close':
      return reopen(state, undo, context);
  }
}

/** Whether an act can still be taken back at that moment. */
export const isUndoable = ({ until }: UndoableAct, now: MeetingTime): boolean => now <= until;

/**
 * Takes an act back by events that make up for it. Time that was used stays used, and a floor that is returned is a
 * call: the seat takes it by an act of its own. [SE11] [SE12] [SE13]
 */
export function undo(state: MeetingState, of: Id, context: Context & Restart): Decision {
  const act = state.session.acts.find(({ id }) => id === of);
  if (act === undefined) return refuse({ code: 'session.nothingToUndo' }); // [SE12]
  if (!isUndoable(act, context.now)) return refuse({ code: 'session.undoTooLate' }); // [SE11]
  const events = compensation(state, act.undo, context);
  return Array.isArray(events) ? happen(...events, { type: 'session.undone', of }) : events;
}
