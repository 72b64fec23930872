import { usedAt } from '../floor/clocks.ts';
import { isInterruption } from '../floor/purposes.ts';
import { placesIn, placesTaken } from '../floor/turns.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import { limitFor, listWith, waitingIn } from './entries.ts';

/**
 * About how long it takes until an entry that waits has the floor, in milliseconds: what those who speak have left,
 * and the time of all who wait before it, shared by the places of the floor. Null when it does not wait. For display
 * alone. [SP19]
 */
export function waitOf(state: MeetingState, entry: Id, now: MeetingTime): number | null {
  const list = listWith(state, entry);
  const waiting = list === undefined ? [] : waitingIn(list);
  const place = waiting.findIndex(({ id }) => id === entry);
  if (list === undefined || place < 0) return null;
  const { policy } = state.session;
  const places = placesIn(state.floor.mode, policy);
  // What interrupts waits for no speaker, only for who interrupts already.
  const interrupts = waiting[place]?.kind === 'pointOfOrder' || waiting[place]?.kind === 'interposed';
  const held = [...(interrupts ? [] : placesTaken(state.floor)), ...state.floor.turns.filter(isInterruption)];
  const running = held.map((turn) => Math.max(0, (turn.limitMs ?? 0) - usedAt(turn, now)));
  const before = waiting.slice(0, place).map((other) => limitFor(policy, list, other));
  return [...running, ...before].reduce((sum, ms) => sum + ms, 0) / places;
}
