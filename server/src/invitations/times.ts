import type { WallTime } from '@track2/shared';
import type { InvitationText } from './text/invitationText.ts';

export type TextLanguage = 'en' | 'fa';

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const gregorian = 'fa-IR-u-ca-gregory-nu-arabext';

/** The day in words. In Persian by the Persian calendar with the Gregorian day beside it, as both hang on the wall. */
function dateIn(language: TextLanguage, wall: WallTime, timeZone: string): string {
  const read = (locale: string, style: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(wall);
  if (language === 'en') return read('en-GB', { weekday: 'long', ...day });
  // The weekday apart: with it, the locale's own pattern puts the year first.
  return `${read(gregorian, { weekday: 'long' })} ${read('fa-IR-u-ca-persian-nu-arabext', day)} (${read(gregorian, day)})`;
}

/** From when to when, by the clocks of one time zone. */
export function spanIn(
  language: TextLanguage,
  text: InvitationText,
  { startsAt, endsAt, timeZone }: { startsAt: WallTime; endsAt: WallTime; timeZone: string },
): string {
  const time = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : gregorian, { ...clock, timeZone });
  const date = dateIn(language, startsAt, timeZone);
  const endDate = dateIn(language, endsAt, timeZone);
  const span = { date, from: time.format(startsAt), to: time.format(endsAt) };
  return date === endDate ? text.within(span) : text.across({ ...span, endDate });
}
