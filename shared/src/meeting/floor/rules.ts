import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import type { Member, Seat } from '../roster/schema.ts';
import { mark } from '../speakers/entries.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import { decideBudget } from './budgets.ts';
import { closesAt, countedFor, lostAt, timeRefusal, usedAt } from './clocks.ts';
import { interruptionRefusal, interruptTurn } from './interruptions.ts';
import { entryOf, interruptedBy, isInterruption } from './purposes.ts';
import type { FloorCommand, FloorMode, FloorRefusal, Turn, TurnPurpose } from './schema.ts';
import { call, callRefusal, endSurplus, endTurn, endTurns, placeRefusal, presidingRefusal, turnById } from './turns.ts';
import { yieldTurn } from './yield.ts';

function setMode(
  state: MeetingState,
  { mode, keep }: { mode: FloorMode; keep?: Id | undefined },
  now: MeetingTime,
): Decision {
  const set: LoggedEvent[] = mode === state.floor.mode ? [] : [{ type: 'floor.modeSet', mode }];
  if (keep === undefined) {
    if (set.length === 0) return refuse({ code: 'floor.modeAlreadySet' }); // [FL9]
    return happen(...endSurplus(state, mode, now), ...set);
  }
  if (turnById(state, keep) === undefined) return refuse({ code: 'floor.unknownTurn' }); // [PE5]
  const others = state.floor.turns.filter(({ id, purpose }) => id !== keep && purpose.kind !== 'presiding');
  if (others.length + set.length === 0) return refuse({ code: 'floor.modeAlreadySet' }); // [FL9]
  return happen(...endTurns(state, others, () => 'modeChanged', now), ...set); // [FL22]
}

function give(state: MeetingState, seat: Id, context: Context): Decision {
  const item = state.agenda.items.find((other) => other.id === state.agenda.current);
  const keynote = item?.type === 'keynote' && item.speaker === seat ? item : null;
  const purpose: TurnPurpose = keynote === null ? { kind: 'invited' } : { kind: 'keynote', item: keynote.id };
  const problem = callRefusal(state, { seat, purpose }, context.now);
  if (problem !== null) return refuse(problem);
  const own = state.keynote.budgets.find((budget) => budget.item === keynote?.id);
  const limitMs = keynote === null ? state.session.policy.turnMs : (own?.budgetMs ?? keynote.plannedMs); // [KE1]
  return happen(...call(state, context, { seat, purpose, limitMs }));
}

function takeMicrophone(state: MeetingState, context: Context, member: Member, seat: Seat): Decision {
  const presiding = managingRoles.includes(seat.role);
  if (!presiding && state.floor.mode !== 'open') return refuse({ code: 'floor.notOpenMode' }); // [FL10]
  if (state.floor.turns.some((turn) => turn.seat === seat.id)) return refuse({ code: 'floor.seatHasTurn' }); // [FL3]
  const purpose: TurnPurpose = { kind: presiding ? 'presiding' : 'open' };
  const problem = presiding
    ? presidingRefusal(state)
    : (timeRefusal(state, countedFor(state, seat.id, purpose), context.now) ?? placeRefusal(state));
  if (problem !== null) return refuse(problem);
  return happen(
    ...call(state, context, { seat: seat.id, purpose, limitMs: null }),
    { type: 'floor.taken', turn: context.commandId, member: member.id, since: context.now },
    ...beginAfterTaking(purpose),
  );
}

// What taking the floor means for the list or the round that the turn came from.
function beginAfterTaking(purpose: TurnPurpose): LoggedEvent[] {
  const entry = entryOf(purpose);
  return entry === null ? [] : [mark(entry, 'speaking')];
}

// A suspended turn has lost its place and needs a free one of its own kind. [FL13]
function retakeRefusal(state: MeetingState, turn: Turn, now: MeetingTime): FloorRefusal | null {
  if (turn.purpose.kind === 'presiding') return presidingRefusal(state);
  if (isInterruption(turn)) return interruptionRefusal(state);
  const late = timeRefusal(state, turn.delegation, now);
  if (late !== null) return late;
  if (turn.purpose.kind === 'open' && state.floor.mode !== 'open') return { code: 'floor.notOpenMode' }; // [FL10]
  return placeRefusal(state);
}

function take(state: MeetingState, turn: Turn, now: MeetingTime, member: Member): Decision {
  if (turn.seat !== member.seat) return refuse({ code: 'floor.notYours' }); // [FL3]
  const { kind } = turn.status;
  if (kind !== 'called' && kind !== 'suspended') return refuse({ code: 'floor.notCalled' }); // [FL3]
  const problem = kind === 'suspended' ? retakeRefusal(state, turn, now) : null;
  if (problem !== null) return refuse(problem);
  return happen(
    { type: 'floor.taken', turn: turn.id, member: member.id, since: now },
    ...stillInterrupted(state, turn),
    ...beginAfterTaking(turn.purpose),
  );
}

// Taken again after its link was lost for too long, a turn stands as long as its interruption goes on. [FL17]
function stillInterrupted(state: MeetingState, { id, usedMs }: Turn): LoggedEvent[] {
  const by = state.floor.turns.find(({ purpose }) => interruptedBy(purpose) === id);
  return by === undefined ? [] : [{ type: 'floor.paused', turn: id, usedMs, by: by.id }];
}

function endByCommand(state: MeetingState, turn: Turn, now: MeetingTime, seat: Seat): Decision {
  if (turn.seat !== seat.id && !managingRoles.includes(seat.role)) return refuse({ code: 'floor.notYours' }); // [FL6]
  return happen(...endTurn(state, turn, turn.status.kind === 'called' ? 'takenBack' : 'ended', now));
}

function turnClock(turn: Turn, now: MeetingTime, command: FloorCommand): Decision {
  switch (command.type) {
    case 'floor.pause':
      if (turn.status.kind !== 'speaking') return refuse({ code: 'floor.notSpeaking' }); // [FL7]
      return happen({ type: 'floor.paused', turn: turn.id, usedMs: usedAt(turn, now), by: null });
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
    case 'floor.shorten':
      if (turn.limitMs === null) return refuse({ code: 'floor.noLimit' }); // [FL8]
      return happen({
        type: 'floor.shortened',
        turn: turn.id,
        limitMs: Math.min(turn.limitMs, Math.max(turn.limitMs - command.byMs, 1000)),
      });
    default:
      return happen();
  }
}

function handOver(
  state: MeetingState,
  turn: Turn,
  to: Id,
  { now, member }: { now: MeetingTime; member: Member },
): Decision {
  if (turn.seat !== member.seat) return refuse({ code: 'floor.notYours' }); // [FL20]
  const other = state.roster.members.find(({ id }) => id === to);
  if (other?.seat !== turn.seat) return refuse({ code: 'roster.unknownMember' }); // [PE5]
  const { status } = turn;
  if (status.kind !== 'speaking' && status.kind !== 'paused' && status.kind !== 'lost')
    return refuse({ code: 'floor.notSpeaking' }); // [FL20]
  if (status.member === to) return refuse({ code: 'floor.holdsAlready' }); // [FL20]
  if (other.presence.status !== 'admitted') return refuse({ code: 'floor.memberAbsent' }); // [FL20]
  return happen({
    type: 'floor.handedOver',
    turn: turn.id,
    member: to,
    since: now,
    usedMs: usedAt(turn, now),
    lostMs: lostAt(turn, now),
  });
}

function screenOf(
  turn: Turn,
  type: 'floor.requestScreen' | 'floor.allowScreen' | 'floor.denyScreen',
  { seat }: { seat: Seat },
): Decision {
  const manages = managingRoles.includes(seat.role);
  if (type === 'floor.requestScreen' && turn.seat !== seat.id) return refuse({ code: 'floor.notYours' }); // [FL21]
  if (type === 'floor.denyScreen' && turn.seat !== seat.id && !manages) return refuse({ code: 'floor.notYours' }); // [FL21]
  const asked = manages ? 'allowed' : 'requested';
  const wanted = type === 'floor.denyScreen' ? 'none' : type === 'floor.allowScreen' ? 'allowed' : asked;
  if (turn.screen === wanted || (wanted === 'requested' && turn.screen === 'allowed'))
    return refuse({ code: 'floor.screenSettled' }); // [FL21]
  return happen({ type: 'floor.screenSet', turn: turn.id, screen: wanted });
}

/** The mode, the microphones and the clocks of those who hold the floor. */
export function decideFloor(
  state: MeetingState,
  command: FloorCommand,
  context: Context & { member: Member; seat: Seat },
): Decision {
  const { now, member, seat } = context;
  if (command.type === 'floor.setMode') return setMode(state, command, now);
  if (command.type === 'floor.give') return give(state, command.seat, context);
  if (command.type === 'floor.takeMicrophone') return takeMicrophone(state, context, member, seat);
  if (command.type === 'floor.setBudget' || command.type === 'floor.topUp' || command.type === 'floor.shareOut')
    return decideBudget(state, command, now);
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
    case 'floor.shorten':
      return turnClock(turn, now, command);
    case 'floor.interpose':
      return interruptTurn(
        state,
        turn,
        {
          seat: command.seat,
          purpose: { kind: command.kind, turn: turn.id, entry: null },
          limitMs: state.session.policy.questionMs,
        },
        context,
      );
    case 'floor.yield':
      return yieldTurn(state, turn, command.to, context);
    case 'floor.handOver':
      return handOver(state, turn, command.member, context);
    case 'floor.requestScreen':
    case 'floor.allowScreen':
    case 'floor.denyScreen':
      return screenOf(turn, command.type, context);
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
    const lostMs = lostAt(turn, now);
    return [{ type: 'floor.linkRestored', turn: turn.id, since: now, lostMs }];
  });

/**
 * What the passing of time alone does: an unanswered call ends, a link lost for too long suspends, a hard limit closes
 * the microphone. [FL2] [FL12] [FL16]
 */
export function dueTurns(state: MeetingState, now: MeetingTime): LoggedEvent[] {
  const isOver = (turn: Turn): boolean => {
    const closes = closesAt(state, turn);
    return closes !== null && closes <= now;
  };
  const due = state.floor.turns.filter(
    (turn) => isOver(turn) || (turn.status.kind === 'called' && turn.status.answerBy <= now),
  );
  const lost = state.floor.turns.filter(
    (turn) => !due.includes(turn) && turn.status.kind === 'lost' && turn.status.until <= now,
  );
  return [
    ...endTurns(state, due, (turn) => (isOver(turn) ? 'timeUp' : 'expired'), now),
    ...lost.map(({ id, usedMs }): LoggedEvent => ({ type: 'floor.suspended', turn: id, usedMs })),
  ];
}
