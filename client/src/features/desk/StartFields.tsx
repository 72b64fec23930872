import { useMemo } from 'react';
import { useFormats, useLanguage } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { type MeantTime, momentOn, ownTimeZone, sameClock, shownOn } from '../../text/zones.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDeskWords } from './deskWords.ts';

/** A start as it is typed: by the clock of the meeting. */
export type StartDraft = { date: string; time: string; timeZone: string };

export const startDraftOf = (startsAt: number, timeZone: string): StartDraft => ({
  ...shownOn(timeZone, startsAt),
  timeZone,
});

export const meantStart = ({ date, time, timeZone }: StartDraft): MeantTime | null => momentOn(timeZone, date, time);

type Props = { draft: StartDraft; onChange(draft: StartDraft): void; tried?: boolean };

/** Day, time and clock of a meeting, with what they mean there and here. */
export function StartFields({ draft, onChange, tried = false }: Props) {
  const say = useDeskWords();
  const language = useLanguage();
  const zones = useMemo(() => zoneChoices(draft.timeZone, language), [draft.timeZone, language]);
  const meant = meantStart(draft);
  const city = placeOfZone(draft.timeZone, language);
  const error =
    meant === null
      ? tried
        ? say('convene.start.bad')
        : null
      : meant.kind === 'skipped'
        ? say('convene.start.skipped', { city })
        : null;
  return (
    <>
      <Field
        type="date"
        label={say('convene.start.date')}
        value={draft.date}
        dir="ltr"
        error={error}
        onChange={(date) => onChange({ ...draft, date })}
      />
      <Field
        type="time"
        label={say('convene.start.time')}
        value={draft.time}
        dir="ltr"
        onChange={(time) => onChange({ ...draft, time })}
      />
      <Select
        label={say('convene.start.zone')}
        value={draft.timeZone}
        choices={zones}
        onChange={(timeZone) => onChange({ ...draft, timeZone })}
      />
      {meant === null || meant.kind === 'skipped' ? null : <Meant meant={meant} timeZone={draft.timeZone} />}
    </>
  );
}

function Meant({ meant, timeZone }: { meant: Exclude<MeantTime, { kind: 'skipped' }>; timeZone: string }) {
  const say = useDeskWords();
  const language = useLanguage();
  const { date, time } = useFormats();
  const { at } = meant;
  const own = ownTimeZone();
  const there = { date: date(at, timeZone), time: time(at, timeZone), city: placeOfZone(timeZone, language) };
  const here = { ownDate: date(at, own), ownTime: time(at, own), ownCity: placeOfZone(own, language) };
  return (
    <output>
      {sameClock(own, timeZone, [at])
        ? say('convene.start.means', there)
        : say('convene.start.meansBoth', { ...there, ...here })}
      {meant.kind === 'twice' ? ` ${say('convene.start.twice', { city: there.city })}` : null}
    </output>
  );
}

/** All clocks by their place, the own one and that of the meeting whatever the browser calls them. */
function zoneChoices(chosen: string, language: string): { id: string; label: string }[] {
  const ids = [...new Set([chosen, ownTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return ids
    .map((id) => ({ id, label: placeOfZone(id, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}
