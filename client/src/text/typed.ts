const persianDigit = /[\u06f0-\u06f9]/g;
const PERSIAN_ZERO = 0x06f0;

/** Digits as they are typed on a Persian keyboard, turned into those that numbers are read from. */
const plain = (typed: string): string =>
  typed.trim().replace(persianDigit, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO));

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** A typed length in whole minutes, in milliseconds; null when it is none of at most a day. */
export function typedMinutes(typed: string): number | null {
  const digits = plain(typed);
  const ms = Number(digits) * MINUTE_MS;
  return /^\d{1,4}$/.test(digits) && ms <= DAY_MS ? ms : null;
}

/** A typed length such as `3:00` or `90` (minutes), in milliseconds; null when it is none, or longer than a day. */
export function typedLength(typed: string): number | null {
  const [, minutes, seconds = '0'] = /^(\d{1,4})(?::([0-5]\d))?$/.exec(plain(typed)) ?? [];
  if (minutes === undefined) return null;
  const ms = Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
  return ms <= DAY_MS ? ms : null;
}

/** A typed time of day such as `15:10`, in minutes since midnight; null when it is none. */
export function typedTimeOfDay(typed: string): number | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(plain(typed)) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
