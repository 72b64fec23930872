import { type Id, waitOf } from '@track2/shared';
import { useMeeting, useMeetingNow } from './hooks.ts';

const MINUTE_MS = 60_000;

/** How far the estimate may be from the minutes that are shown before others are shown, in milliseconds. */
const CALM_MS = 45_000;

/**
 * An estimate of a wait in whole minutes, of which the last that was shown stays while it is about right: a number that
 * goes to and fro is worth less than one that is a little old.
 */
export function calmMinutes(shown: number | null, ms: number): number {
  return shown !== null && Math.abs(ms - shown * MINUTE_MS) < CALM_MS ? shown : Math.round(ms / MINUTE_MS);
}

/** What was shown last, by entry: the same number wherever on the page it stands. */
const shownOf = new Map<Id, number>();

/** About how many minutes an entry has to wait, looked at again every ten seconds; null when it does not wait. */
export function useWaitMinutes(entry: Id | null): number | null {
  const now = useMeetingNow(10_000);
  const ms = useMeeting(({ state }) => (entry === null ? null : waitOf(state, entry, now)));
  if (entry === null || ms === null) return null;
  const minutes = calmMinutes(shownOf.get(entry) ?? null, ms);
  shownOf.set(entry, minutes);
  return minutes;
}
