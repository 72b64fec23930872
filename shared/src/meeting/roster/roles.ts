import { type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { backstageRoles, managingRoles, speakingRoles } from '../permissions.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime, Role } from '../words.ts';
import { isBackstage, isChairThere, isSeatBackstage, isSeatPresent, seatById } from './rules.ts';
import type { RosterCommand, Seat } from './schema.ts';

/** How long the chair may be away before a moderator is offered the chair, in milliseconds of meeting time. [RO23] */
export const CHAIR_AWAY_MS = 60_000;

type RoleCommand = Extract<RosterCommand, { type: 'roster.setRole' | 'roster.handOverChair' | 'roster.takeChair' }>;
type Acting = {
  seat: Seat;
  /** The end of the turn of a seat. */
  endingTurns: (seat: Id) => LoggedEvent[];
  /** The end of whatever a seat holds and waits for. */
  silencing: (seat: Id) => LoggedEvent[];
};

/** The end of what a seat holds and may not hold in its new role. [RO21] */
function ending(state: MeetingState, seat: Seat, role: Role, { endingTurns, silencing }: Acting): LoggedEvent[] {
  if (!speakingRoles.includes(role)) return silencing(seat.id);
  const presides = state.floor.turns.some((turn) => turn.seat === seat.id && turn.purpose.kind === 'presiding');
  return presides && !managingRoles.includes(role) ? endingTurns(seat.id) : [];
}

/** A seat in its new role. [RO21] */
function becoming(state: MeetingState, seat: Seat, role: Role, acting: Acting): LoggedEvent[] {
  const members = state.roster.members.filter((member) => member.seat === seat.id);
  return [
    ...ending(state, seat, role, acting),
    ...members.flatMap((member): LoggedEvent[] =>
      isBackstage(member) && !backstageRoles.includes(role) ? [{ type: 'roster.wentOnStage', member: member.id }] : [],
    ),
    { type: 'roster.roleSet', seat: seat.id, role },
  ];
}

/** The chair goes to a seat, and who had it moderates. [RO22] */
const chairGoesTo = (state: MeetingState, seat: Seat): LoggedEvent[] => [
  ...state.roster.seats
    .filter(({ role }) => role === 'chair')
    .map(({ id }): LoggedEvent => ({ type: 'roster.roleSet', seat: id, role: 'moderator' })),
  { type: 'roster.roleSet', seat: seat.id, role: 'chair' },
];

/** What a seat is in the meeting, and who has the chair. */
export function decideRoles(state: MeetingState, command: RoleCommand, acting: Acting): Decision {
  if (command.type === 'roster.takeChair') {
    if (state.roster.chair.status !== 'offered') return refuse({ code: 'roster.chairNotOffered' }); // [RO23]
    return happen(...chairGoesTo(state, acting.seat));
  }
  const seat = seatById(state, command.seat);
  if (seat === undefined) return refuse({ code: 'roster.unknownSeat' }); // [PE5]
  if (command.type === 'roster.handOverChair') {
    if (seat.role === 'chair') return refuse({ code: 'roster.roleHeld' }); // [RO22]
    const inside = isSeatPresent(state, seat.id) || isSeatBackstage(state, seat.id);
    return inside ? happen(...chairGoesTo(state, seat)) : refuse({ code: 'roster.seatAbsent' }); // [RO22]
  }
  if (seat.role === 'chair') return refuse({ code: 'roster.chairsSeat' }); // [RO21]
  if (seat.role === command.role) return refuse({ code: 'roster.roleHeld' }); // [RO21]
  return happen(...becoming(state, seat, command.role, acting));
}

/** What the comings and goings from `before` to `after` mean for the chair. [RO23] */
export function watchChair(after: MeetingState, now: MeetingTime): LoggedEvent[] {
  const { chair } = after.roster;
  const there = isChairThere(after);
  if (there && chair.status !== 'there') return [{ type: 'roster.chairReturned' }];
  const missed = !there && chair.status === 'there' && after.session.status === 'open';
  return missed ? [{ type: 'roster.chairMissed', since: now }] : [];
}

/** When the chair is offered to a moderator, or null as long as the chair is there or nobody is to wait for. [RO23] */
export const chairOfferedAt = ({ roster: { chair }, session }: MeetingState): MeetingTime | null =>
  chair.status === 'away' && session.status === 'open' ? chair.since + CHAIR_AWAY_MS : null;

/** The offer, once it is due. [RO23] */
export function dueChair(state: MeetingState, now: MeetingTime): LoggedEvent[] {
  const at = chairOfferedAt(state);
  return at !== null && at <= now ? [{ type: 'roster.chairOffered' }] : [];
}
