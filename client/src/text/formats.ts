import type { WallTime } from '@track2/shared';
import type { Calendar, LanguageCode } from '../ui/uiStore.ts';
import type { Say } from './sentences.ts';

export type Formats = {
  /** Hours and minutes of that moment in that time zone. */
  time: (wall: WallTime, zone: string) => string;
  /** Hours, minutes and seconds of that moment in that time zone. */
  timeToSecond: (wall: WallTime, zone: string) => string;
  /** The day in words, in the person's calendar. */
  date: (wall: WallTime, zone: string) => string;
  /** The day without its year, as short as it is understood. */
  day: (wall: WallTime, zone: string) => string;
  /** A clock, `m:ss`; it is written from left to right in every language. */
  clock: (ms: number) => string;
  /** A length in words, to the minute; below one minute to the second. */
  duration: (ms: number) => string;
  number: (value: number) => string;
};

const localeOf = (language: LanguageCode, calendar: Calendar): string => {
  if (language === 'en') return 'en-GB';
  return calendar === 'persian' ? 'fa-IR-u-ca-persian-nu-arabext' : 'fa-IR-u-ca-gregory-nu-arabext';
};

const styles = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeToSecond: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const MINUTE_MS = 60_000;

/** The formats of one language and calendar. Formatters are kept, as making one costs more than using it. */
export function formatsFor(language: LanguageCode, calendar: Calendar, say: Say): Formats {
  const locale = localeOf(language, calendar);
  const numbers = new Intl.NumberFormat(locale);
  const seconds = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const kept = new Map<string, Intl.DateTimeFormat>();
  const formatter = (kind: keyof typeof styles, timeZone: string): Intl.DateTimeFormat => {
    const known = kept.get(kind + timeZone);
    if (known !== undefined) return known;
    const made = new Intl.DateTimeFormat(locale, { ...styles[kind], timeZone });
    kept.set(kind + timeZone, made);
    return made;
  };
  return {
    time: (wall, zone) => formatter('time', zone).format(wall),
    timeToSecond: (wall, zone) => formatter('timeToSecond', zone).format(wall),
    date: (wall, zone) => formatter('date', zone).format(wall),
    day: (wall, zone) => formatter('day', zone).format(wall),
    clock: (ms) => {
      const whole = Math.max(0, Math.floor(ms / 1000));
      return `${plain.format(Math.floor(whole / 60))}:${seconds.format(whole % 60)}`;
    },
    duration: (ms) => {
      if (ms < MINUTE_MS) return say('common.duration.seconds', { seconds: Math.round(ms / 1000) });
      const all = Math.round(ms / MINUTE_MS);
      const hours = Math.floor(all / 60);
      const minutes = all % 60;
      if (hours === 0) return say('common.duration.minutes', { minutes });
      return minutes === 0
        ? say('common.duration.wholeHours', { hours })
        : say('common.duration.hours', { hours, minutes });
    },
    number: (value) => numbers.format(value),
  };
}
