import type { WallTime } from '@track2/shared';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
const kept = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = kept.get(timeZone);
  if (known !== undefined) return known;
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-US', { ...numeric, ...clock, calendar: 'gregory', timeZone });
  kept.set(timeZone, made);
  return made;
}

/** What a clock in that zone shows at that moment, as if it were a moment in UTC (to the second). */
function shownAt(timeZone: string, wall: WallTime): number {
  const parts = formatterOf(timeZone).formatToParts(wall);
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
}

/** How far the clocks of a zone are ahead of UTC at that moment, in milliseconds. */
const offsetAt = (timeZone: string, wall: WallTime): number =>
  shownAt(timeZone, wall) - Math.floor(wall / SECOND_MS) * SECOND_MS;

/** The time zone of this device. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Whether two zones show the same time at all of those moments: then one clock is enough. One of the two may change
 * to daylight saving time in the course of a meeting, so a single moment does not answer for the others.
 */
export const sameClock = (a: string, b: string, moments: readonly WallTime[]): boolean =>
  a === b || moments.every((wall) => offsetAt(a, wall) === offsetAt(b, wall));

/** A change of a zone's clocks: the first moment of the new time, and by how much they are put on (in milliseconds). */
export type ClockChange = { at: WallTime; byMs: number };

/** The change of a zone's clocks between two moments, or null. Within one meeting there is one at most. */
export function clockChange(timeZone: string, from: WallTime, to: WallTime): ClockChange | null {
  const before = offsetAt(timeZone, from);
  const byMs = offsetAt(timeZone, to) - before;
  if (byMs === 0) return null;
  let [low, high] = [from, to];
  while (high - low > SECOND_MS) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return { at: Math.floor(high / SECOND_MS) * SECOND_MS, byMs };
}

/** The moments at which the clocks of a zone show that: none where they are put on, two where they are put back. */
function momentsShowing(timeZone: string, shown: number): WallTime[] {
  const offsets = new Set([shown - DAY_MS, shown + DAY_MS].map((wall) => offsetAt(timeZone, wall)));
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((wall) => shownAt(timeZone, wall) === shown)
    .toSorted((a, b) => a - b);
}

/**
 * What a time of day means: the next moment after `after` at which the clocks of that zone show it. `skipped` where
 * they are put on over it that day; `twice` where they are put back, so that it comes again an hour later.
 */
export type MeantTime = { kind: 'once' | 'twice'; at: WallTime } | { kind: 'skipped' };

/** Finds the moment that a time of day (`minutes` since midnight) means in that zone. */
export function meantTime(timeZone: string, minutes: number, after: WallTime): MeantTime {
  const shown = shownAt(timeZone, after);
  const midnight = Math.floor(shown / DAY_MS) * DAY_MS;
  const today = momentsShowing(timeZone, midnight + minutes * 60_000);
  const ahead = today.filter((wall) => wall > after);
  const isAhead = midnight + minutes * 60_000 > shown;
  const found = ahead.length > 0 || isAhead ? ahead : momentsShowing(timeZone, midnight + DAY_MS + minutes * 60_000);
  const [at, again] = found;
  if (at === undefined) return { kind: 'skipped' };
  return { kind: again === undefined ? 'once' : 'twice', at };
}

/** What the clocks of a zone show at a moment, as date and time fields have it: `2026-11-22` and `15:10`. */
export function shownOn(timeZone: string, wall: WallTime): { date: string; time: string } {
  const [date = '', time = ''] = new Date(shownAt(timeZone, wall)).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** The moment at which the clocks of a zone show that date and time, as those fields have it; null where it is none. */
export function momentOn(timeZone: string, date: string, time: string): MeantTime | null {
  const shown = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(shown)) return null;
  const [at, again] = momentsShowing(timeZone, shown);
  if (at === undefined) return { kind: 'skipped' };
  return { kind: again === undefined ? 'once' : 'twice', at };
}
