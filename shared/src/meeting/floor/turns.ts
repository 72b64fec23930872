import type { Context, LoggedEvent } from '../messages.ts';
import { isSeatBackstage, isSeatPresent, seatById } from '../roster/rules.ts';
import type { Policy } from '../session/schema.ts';
import { lapsing } from '../speakers/entries.ts';
import { evolveSpeakers } from '../speakers/evolve.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import { afterTurn } from './afterTurn.ts';
import { countedFor, limitOf, timeRefusal, usedAt } from './clocks.ts';
import { evolveFloor } from './evolve.ts';
import { entryOf, isInterruption, isIntervention } from './purposes.ts';
import type { Floor, FloorMode, FloorRefusal, Turn, TurnEnd, TurnPurpose } from './schema.ts';

/** The turn of that id, if it is not over. */
export const turnById = (state: MeetingState, id: Id): Turn | undefined =>
  state.floor.turns.find((turn) => turn.id === id);

/** How many seats may hold the floor at once in a mode, the presiding microphone apart. [FL1] */
export function placesIn(mode: FloorMode, policy: Policy): number {
  switch (mode) {
    case 'presentation':
    case 'moderated':
      return 1;
    case 'directed':
      return policy.maxDirectedHolders;
    case 'open':
      return policy.maxOpenMicrophones;
  }
}

// A suspended turn keeps its clock but no place [FL12]; the presiding microphone has a place of its own [FL15].
// An interruption has one place of its own, beside the turn that it interrupts [FL17].
const takesPlace = (turn: Turn): boolean =>
  turn.status.kind !== 'suspended' && turn.purpose.kind !== 'presiding' && !isInterruption(turn);

/** The turns that hold or are called to the places of the mode, in the order of their call. */
export const placesTaken = (floor: Floor): Turn[] => floor.turns.filter(takesPlace);

/** Why nobody can be called now, or null when a place is free. [FL1] */
export function placeRefusal(state: MeetingState): FloorRefusal | null {
  const places = placesIn(state.floor.mode, state.session.policy);
  const [first, ...more] = placesTaken(state.floor);
  if (first === undefined || more.length + 1 < places) return null;
  return places === 1 ? { code: 'floor.heldByAnother', seat: first.seat } : { code: 'floor.noFreePlace', places };
}

/** Why nobody can take the presiding microphone now, or null when it is free. [FL15] */
export function presidingRefusal(state: MeetingState): FloorRefusal | null {
  const held = state.floor.turns.find(
    ({ purpose, status }) => purpose.kind === 'presiding' && status.kind !== 'suspended',
  );
  return held === undefined ? null : { code: 'floor.heldByAnother', seat: held.seat };
}

/** Why that seat can have no turn now, whatever the places, or null when it can. */
export function seatRefusal(state: MeetingState, seat: Id): FloorRefusal | null {
  if (seatById(state, seat) === undefined) return { code: 'floor.unknownSeat' }; // [PE5]
  if (!isSeatPresent(state, seat))
    return { code: isSeatBackstage(state, seat) ? 'floor.seatBackstage' : 'floor.seatAbsent' }; // [FL4] [RO11]
  return state.floor.turns.some((turn) => turn.seat === seat) ? { code: 'floor.seatHasTurn' } : null; // [FL3]
}

/** Why that seat cannot be called now, or null when it can. */
export const callRefusal = (
  state: MeetingState,
  { seat, purpose }: Pick<Turn, 'seat' | 'purpose'>,
  now: MeetingTime,
): FloorRefusal | null =>
  seatRefusal(state, seat) ?? timeRefusal(state, countedFor(state, seat, purpose), now) ?? placeRefusal(state);

/**
 * A call of a seat to the floor: it asks, and the seat's own act takes the floor. With the call of the next
 * intervention the responses to the last one are over. [FL2] [SP13]
 */
export const call = (
  state: MeetingState,
  { now, commandId }: Pick<Context, 'now' | 'commandId'>,
  turn: { seat: Id; purpose: TurnPurpose; limitMs: number | null; usedMs?: number },
): LoggedEvent[] => [
  ...(isIntervention(turn) ? lapsing(state) : []),
  {
    type: 'floor.called',
    turn: commandId,
    warnMs: state.session.policy.warnMs,
    limit: limitOf(turn.purpose, state.session.policy),
    graceMs: state.session.policy.graceMs,
    delegation: countedFor(state, turn.seat, turn.purpose),
    usedMs: 0,
    lostMs: 0,
    answerBy: now + state.session.policy.callMs,
    ...turn,
  },
];

/** The end of a turn, with what it means for the list or the round it came from. */
export function endTurn(state: MeetingState, turn: Turn, reason: TurnEnd, now: MeetingTime): LoggedEvent[] {
  const usedMs = usedAt(turn, now);
  return [
    { type: 'floor.turnEnded', turn: turn.id, reason, usedMs },
    ...afterTurn(state, turn, reason, { usedMs, now }),
  ];
}

/** The end of the call that an entry of the list was called with, which says nothing about the entry. [TO3] */
export const endCall = (state: MeetingState, entry: Id, now: MeetingTime): LoggedEvent[] =>
  state.floor.turns
    .filter(({ purpose }) => entryOf(purpose) === entry)
    .map((turn) => ({ type: 'floor.turnEnded', turn: turn.id, reason: 'declined', usedMs: usedAt(turn, now) }));

function after(state: MeetingState, event: LoggedEvent): MeetingState {
  switch (event.type) {
    case 'floor.turnEnded':
      return { ...state, floor: evolveFloor(state.floor, event) };
    case 'speakers.entryMarked':
    case 'speakers.entryMoved':
      return { ...state, speakers: evolveSpeakers(state.speakers, event) };
    default:
      return state;
  }
}

/** Floor and lists after the end of a turn, for what else one command does. */
export const afterEnd = (state: MeetingState, events: readonly LoggedEvent[]): MeetingState =>
  events.reduce(after, state);

/**
 * The end of several turns at one moment: those called last first, each as the one before has left floor and lists, so
 * that places in a list are put back in order. [FL9]
 */
export function endTurns(
  state: MeetingState,
  turns: readonly Turn[],
  reasonOf: (turn: Turn) => TurnEnd,
  now: MeetingTime,
): LoggedEvent[] {
  let seen = state;
  return turns.toReversed().flatMap((turn) => {
    const events = endTurn(seen, turn, reasonOf(turn), now);
    seen = afterEnd(seen, events);
    return events;
  });
}

/** The end of every turn. */
export const endAllTurns = (state: MeetingState, reason: TurnEnd, now: MeetingTime): LoggedEvent[] =>
  endTurns(state, state.floor.turns, () => reason, now);

/** The end of what a member holds, when that member leaves. [RO6] */
export const endTurnsOf = (state: MeetingState, member: Id, now: MeetingTime): LoggedEvent[] =>
  state.floor.turns.filter((turn) => holderOf(turn) === member).flatMap((turn) => endTurn(state, turn, 'left', now));

/** The member who took the floor, or null while the seat is only called. */
export const holderOf = (turn: Turn): Id | null => (turn.status.kind === 'called' ? null : turn.status.member);

/** The end of the turns that have no place in a mode: those called last. [FL9] */
export const endSurplus = (state: MeetingState, mode: FloorMode, now: MeetingTime): LoggedEvent[] =>
  endTurns(state, placesTaken(state.floor).slice(placesIn(mode, state.session.policy)), () => 'modeChanged', now);
