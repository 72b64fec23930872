import { type Command, type HardStop, type Id, isDone, numbersOf } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting, useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { pickWords } from '../../text/Words.tsx';
import { ownTimeZone, sameClock } from '../../text/zones.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { writtenNumber } from './agendaRows.ts';
import { meantBy, type Reading, type StopDraft, stopCommand, stopProblems } from './stopDraft.ts';

type Props = {
  /** The hard stop to change, or null for a new one on `item` (null: on the meeting). */
  stop: HardStop | null;
  item: Id | null;
  onClose: () => void;
};

/** The form of a hard stop: a time of day in the meeting's zone, and what happens then. */
export function HardStopDialog({ stop, item, onClose }: Props) {
  const text = useText();
  const language = useLanguage();
  const send = useSend();
  const { time } = useFormats();
  const wall = useWallNow(30_000);
  const { timeZone, startsAt, status } = useMeeting(({ state }) => state.session);
  const [draft, setDraft] = useState<StopDraft>(() => {
    const words = stop !== null && 'text' in stop.label ? stop.label.text : {};
    const at = stop === null ? '' : time(stop.at, timeZone);
    return { time: at, labelEn: words.en ?? '', labelFa: words.fa ?? '', item };
  });
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const set = (change: Partial<StopDraft>): void => setDraft({ ...draft, ...change });
  const reading = { timeZone, after: status === 'planned' ? Math.max(wall, startsAt) : wall };
  const problems = step === 'writing' ? [] : stopProblems(draft, reading);
  const city = placeOfZone(timeZone, language);
  const submit = async (command: Command): Promise<void> => {
    setStep('sending');
    const answer = await send(command);
    setStep('tried');
    if (answer.outcome === 'applied') onClose();
  };
  const finish = (): void => {
    if (step === 'sending') return;
    setStep('tried');
    const command = stopCommand(stop, draft, reading);
    if (command !== null) void submit(command); // useSend says what went wrong
  };
  return (
    <Dialog title={text(stop === null ? 'agenda.stop.addTitle' : 'agenda.stop.changeTitle')} onClose={onClose}>
      <p>{text('agenda.stop.hint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <Field
          label={text('agenda.stop.at', { city })}
          value={draft.time}
          dir="ltr"
          hint={useMeaning(draft, reading, city)}
          error={timeError(problems, text('agenda.stop.atBad'), text('agenda.stop.skipped', { city }))}
          onChange={(typed) => set({ time: typed })}
        />
        <Holder draft={draft} set={set} />
        <Field
          label={text('agenda.stop.labelEn')}
          value={draft.labelEn}
          lang="en"
          dir="ltr"
          maxLength={500}
          error={problems.includes('labelMissing') ? text('agenda.stop.labelMissing') : null}
          onChange={(labelEn) => set({ labelEn })}
        />
        <Field
          label={text('agenda.stop.labelFa')}
          value={draft.labelFa}
          lang="fa"
          dir="rtl"
          maxLength={500}
          onChange={(labelFa) => set({ labelFa })}
        />
        <Button type="submit" variant="primary" busy={step === 'sending'}>
          {text(stop === null ? 'agenda.form.add' : 'agenda.form.save')}
        </Button>
        <Button onPress={onClose}>{text('agenda.form.cancel')}</Button>
      </form>
    </Dialog>
  );
}

const timeError = (problems: readonly string[], bad: string, skipped: string): string | null => {
  if (problems.includes('timeBad')) return bad;
  return problems.includes('timeSkipped') ? skipped : null;
};

/** What the typed time means: the day, the meeting's clock and the own one. */
function useMeaning(draft: StopDraft, reading: Reading, city: string): string | null {
  const text = useText();
  const { time, date } = useFormats();
  const meant = meantBy(draft, reading);
  if (meant === null || meant.kind === 'skipped') return null;
  const { timeZone } = reading;
  const values = { date: date(meant.at, timeZone), time: time(meant.at, timeZone), city };
  const own = ownTimeZone();
  const said = sameClock(own, timeZone, [meant.at])
    ? text('agenda.stop.means', values)
    : text('agenda.stop.meansBoth', { ...values, ownTime: time(meant.at, own) });
  return meant.kind === 'twice' ? `${said} ${text('agenda.stop.twice', { city })}` : said;
}

/** Stands for the meeting itself: an id is never empty. */
const MEETING = '';

function Holder({ draft, set }: { draft: StopDraft; set: (change: Partial<StopDraft>) => void }) {
  const text = useText();
  const language = useLanguage();
  const { number } = useFormats();
  const items = useMeeting(({ state }) => state.agenda.items);
  const numbers = numbersOf(items);
  return (
    <Select
      label={text('agenda.stop.for')}
      value={draft.item ?? MEETING}
      choices={[
        { id: MEETING, label: text('agenda.stop.forMeeting') },
        ...items
          .filter((item) => !isDone(item))
          .map(({ id, title }) => ({
            id,
            label: text('agenda.numbered', {
              number: writtenNumber(numbers.get(id) ?? '', number),
              title: pickWords(title, language)?.text ?? text('agenda.untitled'),
            }),
          })),
      ]}
      onChange={(id) => set({ item: id === MEETING ? null : id })}
    />
  );
}
