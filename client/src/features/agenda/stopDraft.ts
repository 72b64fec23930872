import type { Command, HardStop, Id, WallTime } from '@track2/shared';
import { typedTimeOfDay } from '../../text/typed.ts';
import { type MeantTime, meantTime } from '../../text/zones.ts';

/** What the form of a hard stop holds: text as it was typed, until it is sent. */
export type StopDraft = { time: string; labelEn: string; labelFa: string; item: Id | null };

/** What keeps the draft of a hard stop from being sent. */
export type StopProblem = 'timeBad' | 'timeSkipped' | 'labelMissing';

/** Where a time of day is read: the meeting's zone, and the moment after which it is meant. */
export type Reading = { timeZone: string; after: WallTime };

/** The moment that the typed time means, or null when it is no time of day. */
export function meantBy(draft: StopDraft, { timeZone, after }: Reading): MeantTime | null {
  const minutes = typedTimeOfDay(draft.time);
  return minutes === null ? null : meantTime(timeZone, minutes, after);
}

/** All that is wrong with a draft. */
export function stopProblems(draft: StopDraft, reading: Reading): StopProblem[] {
  const meant = meantBy(draft, reading);
  const labelled = draft.labelEn.trim() !== '' || draft.labelFa.trim() !== '';
  return [
    ...(meant === null ? (['timeBad'] as const) : []),
    ...(meant?.kind === 'skipped' ? (['timeSkipped'] as const) : []),
    ...(labelled ? [] : (['labelMissing'] as const)),
  ];
}

/** The command that sets the hard stop, or changes that one, or null while the draft has a problem. */
export function stopCommand(stop: HardStop | null, draft: StopDraft, reading: Reading): Command | null {
  const meant = meantBy(draft, reading);
  if (meant === null || meant.kind === 'skipped' || stopProblems(draft, reading).length > 0) return null;
  const kept = stop !== null && 'text' in stop.label ? stop.label.text : {};
  const words = Object.entries({ ...kept, en: draft.labelEn.trim(), fa: draft.labelFa.trim() });
  const label = Object.fromEntries(words.filter(([, word]) => word !== ''));
  return { type: 'agenda.setHardStop', stop: stop?.id ?? null, item: draft.item, at: meant.at, label };
}
