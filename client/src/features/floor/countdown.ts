import {
  closesAt,
  type Id,
  type MeetingState,
  type MeetingTime,
  managingRoles,
  memberById,
  type Role,
  seatById,
  type Turn,
} from '@track2/shared';
import { turnClock } from './turnClock.ts';

/** Those who look after a speaker's time whosever it is. */
const timekeepers: readonly Role[] = [...managingRoles, 'operator'];

/**
 * Whether this viewer is shown the countdown of a turn. That of a keynote is between its seat and those who run the
 * meeting, unless the chair shows it to everyone; any other everybody sees.
 */
export function seesCountdown(state: MeetingState, me: Id, turn: Turn): boolean {
  if (turn.purpose.kind !== 'keynote' || state.keynote.countdownFor === 'everyone') return true;
  const seat = memberById(state, me)?.seat;
  const role = seat === undefined ? undefined : seatById(state, seat)?.role;
  return seat === turn.seat || (role !== undefined && timekeepers.includes(role));
}

/** From when on the closing of a microphone is counted down. */
const SOON_MS = 60_000;

/** What a hard limit will do: close the microphone in so long, or so long after zero. */
export type Closing = { kind: 'soon'; leftMs: number } | { kind: 'after'; graceMs: number };

/** What is to be said of a hard limit now; null while there is none, or none near. */
export function closingOf(state: MeetingState, turn: Turn, now: MeetingTime): Closing | null {
  const { kind } = turn.status;
  if (kind === 'called' || kind === 'suspended') return null;
  const closes = closesAt(state, turn);
  if (closes === null) return null;
  const leftMs = Math.max(0, closes - now);
  const clock = turnClock(turn, now);
  if (leftMs <= SOON_MS || clock.kind === 'overtime') return { kind: 'soon', leftMs };
  return turn.limit === 'hard' && clock.kind === 'warning' ? { kind: 'after', graceMs: turn.graceMs } : null;
}
