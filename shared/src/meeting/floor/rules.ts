import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import { isSeatPresent, seatById } from '../roster/rules.ts';
import type { Member, Seat } from '../roster/schema.ts';
import type { Policy } from '../session/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import { afterTurn } from './afterTurn.ts';
import type {
  Floor,
  FloorCommand,
  FloorEvent,
  FloorMode,
  FloorRefusal,
  Turn,
  TurnEnd,
  TurnPurpose,
  TurnStatus,
} from './schema.ts';

/** The turn of that id, if it is not over. */
export const turnById = (state: MeetingState, id: Id): Turn | undefined =>
  state.floor.turns.find((turn) => turn.id === id);

/** Speaking time used at that moment, in milliseconds. The clock runs in `speaking` alone. [FL5] */
export const usedAt = (turn: Turn, now: MeetingTime): number =>
  turn.usedMs + (turn.status.kind === 'speaking' ? Math.max(0, now - turn.status.since) : 0);

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

// A suspended turn keeps its clock but no place; the presiding microphone has a place of its own.
const takesPlace = (turn: Turn): boolean => turn.status.kind !== 'suspended' && turn.purpose.kind !== 'presiding';

/** The turns that hold or are called to the places of the mode, in the order of their call. */
export const placesTaken = (floor: Floor): Turn[] => floor.turns.filter(takesPlace);

/** Why nobody can be called now, or null when a place is free. [FL1] */
export function placeRefusal(state: MeetingState): FloorRefusal | null {
  const places = placesIn(state.floor.mode, state.session.policy);
  if (placesTaken(state.floor).length < places) return null;
  return places === 1 ? { code: 'floor.heldByAnother' } : { code: 'floor.noFreePlace', places };
}

/** Why that seat cannot be called now, or null when it can. */
export function callRefusal(state: MeetingState, seat: Id): FloorRefusal | null {
  if (seatById(state, seat) === undefined) return { code: 'floor.unknownSeat' };
  if (!isSeatPresent(state, seat)) return { code: 'floor.seatAbsent' }; // [FL4]
  if (state.floor.turns.some((turn) => turn.seat === seat)) return { code: 'floor.seatHasTurn' }; // [FL3]
  return placeRefusal(state);
}

/** A call of a seat to the floor: it asks, and the seat's own act takes the floor. [FL2] */
export const call = (
  state: MeetingState,
  { now, commandId }: Context,
  turn: { seat: Id; purpose: TurnPurpose; limitMs: number | null },
): LoggedEvent => ({
  type: 'floor.called',
  turn: commandId,
  warnMs: state.session.policy.warnMs,
  answerBy: now + state.session.policy.callMs,
  ...turn,
});

/** The end of a turn, with what it means for the list or the round it came from. */
export function endTurn(state: MeetingState, turn: Turn, reason: TurnEnd, now: MeetingTime): LoggedEvent[] {
  const usedMs = usedAt(turn, now);
  return [{ type: 'floor.turnEnded', turn: turn.id, reason, usedMs }, ...afterTurn(state, turn, reason, usedMs)];
}

/** The end of every turn, the newest first, so that places in a list are put back in order. */
export const endAllTurns = (state: MeetingState, reason: TurnEnd, now: MeetingTime): LoggedEvent[] =>
  state.floor.turns.toReversed().flatMap((turn) => endTurn(state, turn, reason, now));

/** The end of what a member holds, when that member leaves. [RO6] */
export const endTurnsOf = (state: MeetingState, member: Id, now: MeetingTime): LoggedEvent[] =>
  state.floor.turns.filter((turn) => holderOf(turn) === member).flatMap((turn) => endTurn(state, turn, 'left', now));

/** The member who took the floor, or null while the seat is only called. */
export const holderOf = (turn: Turn): Id | null => (turn.status.kind === 'called' ? null : turn.status.member);

function setMode(state: MeetingState, mode: FloorMode, now: MeetingTime): Decision {
  if (mode === state.floor.mode) return refuse({ code: 'floor.modeAlreadySet' });
  const surplus = placesTaken(state.floor).slice(placesIn(mode, state.session.policy));
  return happen(
    ...surplus.toReversed().flatMap((turn) => endTurn(state, turn, 'modeChanged', now)), // [FL9]
    { type: 'floor.modeSet', mode },
  );
}

function give(state: MeetingState, seat: Id, context: Context): Decision {
  const problem = callRefusal(state, seat);
  if (problem !== null) return refuse(problem);
  const item = state.agenda.items.find((other) => other.id === state.agenda.current);
  if (item?.type === 'keynote' && item.speaker === seat) {
    const own = state.keynote.budgets.find((budget) => budget.item === item.id);
    const limitMs = own?.budgetMs ?? item.plannedMs; // [KE1]
    return happen(call(state, context, { seat, purpose: { kind: 'keynote', item: item.id }, limitMs }));
  }
  const limitMs = state.session.policy.turnMs;
  return happen(call(state, context, { seat, purpose: { kind: 'invited' }, limitMs }));
}

function takeMicrophone(state: MeetingState, context: Context, member: Member, seat: Seat): Decision {
  const presiding = managingRoles.includes(seat.role);
  if (!presiding && state.floor.mode !== 'open') return refuse({ code: 'floor.notOpenMode' }); // [FL10]
  if (state.floor.turns.some((turn) => turn.seat === seat.id)) return refuse({ code: 'floor.seatHasTurn' });
  if (presiding && state.floor.turns.some((turn) => turn.purpose.kind === 'presiding'))
    return refuse({ code: 'floor.heldByAnother' }); // [FL10]
  const problem = presiding ? null : placeRefusal(state);
  if (problem !== null) return refuse(problem);
  const purpose: TurnPurpose = { kind: presiding ? 'presiding' : 'open' };
  return happen(
    call(state, context, { seat: seat.id, purpose, limitMs: null }),
    { type: 'floor.taken', turn: context.commandId, member: member.id, since: context.now },
    ...beginAfterTaking(purpose),
  );
}

// What taking the floor means for the list or the round that the turn came from.
const beginAfterTaking = (purpose: TurnPurpose): LoggedEvent[] =>
  purpose.kind === 'intervention'
    ? [{ type: 'speakers.entryMarked', entry: purpose.entry, status: 'speaking', usedMs: 0 }]
    : [];

function take(state: MeetingState, turn: Turn, now: MeetingTime, member: Member): Decision {
  if (turn.seat !== member.seat) return refuse({ code: 'floor.notYours' }); // [FL3]
  const { kind } = turn.status;
  if (kind !== 'called' && kind !== 'suspended') return refuse({ code: 'floor.notCalled' });
  const problem = kind === 'suspended' ? placeRefusal(state) : null; // [FL13]
  if (problem !== null) return refuse(problem);
  return happen(
    { type: 'floor.taken', turn: turn.id, member: member.id, since: now },
    ...beginAfterTaking(turn.purpose),
  );
}

function endByCommand(state: MeetingState, turn: Turn, now: MeetingTime, seat: Seat): Decision {
  if (turn.seat !== seat.id && !managingRoles.includes(seat.role)) return refuse({ code: 'floor.notYours' }); // [FL6]
  return happen(...endTurn(state, turn, turn.status.kind === 'called' ? 'takenBack' : 'ended', now));
}

function turnClock(turn: Turn, now: MeetingTime, command: FloorCommand): Decision {
  switch (command.type) {
    case 'floor.pause':
      if (turn.status.kind !== 'speaking') return refuse({ code: 'floor.notSpeaking' }); // [FL7]
      return happen({ type: 'floor.paused', turn: turn.id, usedMs: usedAt(turn, now) });
    case 'floor.resume':
      if (turn.status.kind !== 'paused') return refuse({ code: 'floor.notPaused' }); // [FL7]
      return happen({ type: 'floor.resumed', turn: turn.id, since: now });
    case 'floor.extend':
      if (turn.limitMs === null) return refuse({ code: 'floor.noLimit' }); // [FL8]
      return happen({
        type: 'floor.extended',
        turn: turn.id,
        limitMs: Math.min(turn.limitMs + command.byMs, 86_400_000),
      });
    default:
      return happen();
  }
}

/** The mode, the microphones and the clocks of those who hold the floor. */
export function decideFloor(
  state: MeetingState,
  command: FloorCommand,
  context: Context & { member: Member; seat: Seat },
): Decision {
  const { now, member, seat } = context;
  if (command.type === 'floor.setMode') return setMode(state, command.mode, now);
  if (command.type === 'floor.give') return give(state, command.seat, context);
  if (command.type === 'floor.takeMicrophone') return takeMicrophone(state, context, member, seat);
  const turn = turnById(state, command.turn);
  if (turn === undefined) return refuse({ code: 'floor.unknownTurn' });
  switch (command.type) {
    case 'floor.take':
      return take(state, turn, now, member);
    case 'floor.decline':
      if (turn.seat !== member.seat) return refuse({ code: 'floor.notYours' });
      if (turn.status.kind !== 'called') return refuse({ code: 'floor.notCalled' });
      return happen(...endTurn(state, turn, 'declined', now)); // [FL14]
    case 'floor.endTurn':
      return endByCommand(state, turn, now, seat);
    case 'floor.pause':
    case 'floor.resume':
    case 'floor.extend':
      return turnClock(turn, now, command);
  }
}

/** A lost link stops the clock of what the member holds, and keeps floor and media for what is left of the allowance. [FL11] */
export const loseTurns = (state: MeetingState, member: Id, now: MeetingTime): LoggedEvent[] =>
  state.floor.turns.flatMap((turn): LoggedEvent[] => {
    const { status } = turn;
    if ((status.kind !== 'speaking' && status.kind !== 'paused') || status.member !== member) return [];
    const until = now + Math.max(0, state.session.policy.lostLinkMs - turn.lostMs);
    return [{ type: 'floor.linkLost', turn: turn.id, usedMs: usedAt(turn, now), since: now, until }];
  });

/** A link that is back in time goes on where the clock stood. [FL11] */
export const restoreTurns = (state: MeetingState, member: Id, now: MeetingTime): LoggedEvent[] =>
  state.floor.turns.flatMap((turn): LoggedEvent[] => {
    if (turn.status.kind !== 'lost' || turn.status.member !== member) return [];
    const lostMs = turn.lostMs + (now - turn.status.since);
    return [{ type: 'floor.linkRestored', turn: turn.id, since: now, lostMs }];
  });

/** What the passing of time alone does: an unanswered call ends, a link lost for too long suspends. [FL2] [FL12] */
export const dueTurns = (state: MeetingState, now: MeetingTime): LoggedEvent[] =>
  state.floor.turns.flatMap((turn): LoggedEvent[] => {
    if (turn.status.kind === 'called' && turn.status.answerBy <= now) return endTurn(state, turn, 'expired', now);
    if (turn.status.kind === 'lost' && turn.status.until <= now)
      return [{ type: 'floor.suspended', turn: turn.id, usedMs: turn.usedMs }];
    return [];
  });

function statusAfter(turn: Turn, event: FloorEvent): TurnStatus {
  const { status } = turn;
  switch (event.type) {
    case 'floor.taken':
      return { kind: 'speaking', member: event.member, since: event.since };
    case 'floor.paused':
      return status.kind === 'speaking' ? { kind: 'paused', member: status.member } : status;
    case 'floor.resumed':
      return status.kind === 'paused' ? { kind: 'speaking', member: status.member, since: event.since } : status;
    case 'floor.linkLost':
      if (status.kind !== 'speaking' && status.kind !== 'paused') return status;
      return {
        kind: 'lost',
        member: status.member,
        since: event.since,
        until: event.until,
        clock: status.kind === 'speaking' ? 'running' : 'paused',
      };
    case 'floor.linkRestored':
      if (status.kind !== 'lost') return status;
      return status.clock === 'running'
        ? { kind: 'speaking', member: status.member, since: event.since }
        : { kind: 'paused', member: status.member };
    case 'floor.suspended':
      return status.kind === 'lost' ? { kind: 'suspended', member: status.member } : status;
    default:
      return status;
  }
}

function turnAfter(turn: Turn, event: FloorEvent): Turn {
  const next = { ...turn, status: statusAfter(turn, event) };
  if ('usedMs' in event) next.usedMs = event.usedMs;
  if (event.type === 'floor.extended') next.limitMs = event.limitMs;
  if (event.type === 'floor.linkRestored') next.lostMs = event.lostMs;
  return next;
}

/** The floor after one of its events. */
export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  switch (event.type) {
    case 'floor.modeSet':
      return { ...floor, mode: event.mode };
    case 'floor.called': {
      const { turn: id, seat, purpose, limitMs, warnMs, answerBy } = event;
      const turn: Turn = {
        id,
        seat,
        purpose,
        limitMs,
        warnMs,
        usedMs: 0,
        lostMs: 0,
        status: { kind: 'called', answerBy },
      };
      return { ...floor, turns: [...floor.turns, turn] };
    }
    case 'floor.turnEnded':
      return { ...floor, turns: floor.turns.filter((turn) => turn.id !== event.turn) };
    default:
      return { ...floor, turns: floor.turns.map((turn) => (turn.id === event.turn ? turnAfter(turn, event) : turn)) };
  }
}
