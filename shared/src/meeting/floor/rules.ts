import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import type { Member, Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import type {
  Floor,
  FloorCommand,
  FloorEvent,
  FloorMode,
  FloorRefusal,
  Turn,
  TurnPurpose,
  TurnStatus,
} from './schema.ts';
import { call, callRefusal, endSurplus, endTurn, placeRefusal, presidingRefusal, turnById, usedAt } from './turns.ts';

function setMode(state: MeetingState, mode: FloorMode, now: MeetingTime): Decision {
  if (mode === state.floor.mode) return refuse({ code: 'floor.modeAlreadySet' }); // [FL9]
  return happen(...endSurplus(state, mode, now), { type: 'floor.modeSet', mode });
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
  if (state.floor.turns.some((turn) => turn.seat === seat.id)) return refuse({ code: 'floor.seatHasTurn' }); // [FL3]
  const problem = presiding ? presidingRefusal(state) : placeRefusal(state);
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

// A suspended turn has lost its place and needs a free one of its own kind. [FL13]
function retakeRefusal(state: MeetingState, turn: Turn): FloorRefusal | null {
  if (turn.purpose.kind === 'presiding') return presidingRefusal(state);
  if (turn.purpose.kind === 'open' && state.floor.mode !== 'open') return { code: 'floor.notOpenMode' }; // [FL10]
  return placeRefusal(state);
}

function take(state: MeetingState, turn: Turn, now: MeetingTime, member: Member): Decision {
  if (turn.seat !== member.seat) return refuse({ code: 'floor.notYours' }); // [FL3]
  const { kind } = turn.status;
  if (kind !== 'called' && kind !== 'suspended') return refuse({ code: 'floor.notCalled' }); // [FL3]
  const problem = kind === 'suspended' ? retakeRefusal(state, turn) : null;
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
  if (turn === undefined) return refuse({ code: 'floor.unknownTurn' }); // [PE5]
  switch (command.type) {
    case 'floor.take':
      return take(state, turn, now, member);
    case 'floor.decline':
      if (turn.seat !== member.seat) return refuse({ code: 'floor.notYours' }); // [FL14]
      if (turn.status.kind !== 'called') return refuse({ code: 'floor.notCalled' }); // [FL14]
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
  // Suspended, the turn has used its allowance: retaken and lost again, it is not given a second one. [FL12]
  if (event.type === 'floor.suspended' && turn.status.kind === 'lost')
    next.lostMs = turn.lostMs + (turn.status.until - turn.status.since);
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
