import { useState } from 'react';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { typedMinutes } from '../../text/typed.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDeskWords, usePlainWords } from './deskWords.ts';
import { type FileStop, filled, itemsInOrder, withStops } from './plan.ts';
import type { Editing } from './usePlan.ts';
import { hasWords, WordsFields } from './WordsFields.tsx';

const MINUTE_MS = 60_000;
const WHOLE = '';

/** The form of a hard stop: a moment that the meeting, or an item of it, has to respect. */
export function StopDialog({ editing, stop, onClose }: { editing: Editing; stop: FileStop | null; onClose(): void }) {
  const say = useDeskWords();
  const text = useText();
  const plain = usePlainWords();
  const language = useLanguage();
  const { time } = useFormats();
  const { file, startsAt } = editing.plan;
  const [draft, setDraft] = useState<FileStop>(stop ?? { after: 0, label: {} });
  const [typed, setTyped] = useState(stop === null ? '' : String(stop.after));
  const [tried, setTried] = useState(false);
  const ms = typedMinutes(typed);
  const others = (file.hardStops ?? []).filter((one) => one !== stop);
  const finish = (): void => {
    setTried(true);
    if (ms === null || !hasWords(draft.label)) return;
    editing.change(withStops(file, [...others, { ...draft, after: ms / MINUTE_MS }]));
    onClose();
  };
  const shown =
    ms === null
      ? null
      : say('plan.stop.afterHint', {
          time: time(startsAt + ms, file.timeZone),
          city: placeOfZone(file.timeZone, language),
        });
  return (
    <Dialog title={text(stop === null ? 'agenda.stop.addTitle' : 'agenda.stop.changeTitle')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <p>{text('agenda.stop.hint')}</p>
        <Field
          label={say('plan.stop.after')}
          value={typed}
          inputMode="numeric"
          hint={shown}
          error={tried && ms === null ? say('plan.stop.afterBad') : null}
          onChange={setTyped}
        />
        <WordsFields
          words={draft.label}
          labels={{ en: text('agenda.stop.labelEn'), fa: text('agenda.stop.labelFa') }}
          error={tried && !hasWords(draft.label) ? text('agenda.stop.labelMissing') : null}
          onChange={(label) => setDraft({ ...draft, label })}
        />
        <Select
          label={text('agenda.stop.for')}
          value={draft.item ?? WHOLE}
          choices={[
            { id: WHOLE, label: text('agenda.stop.forMeeting') },
            ...itemsInOrder(file.agenda).map(({ item }) => ({ id: item.id, label: plain(item.title) })),
          ]}
          onChange={(item) => setDraft(filled({ ...draft, item: item === WHOLE ? undefined : item }))}
        />
        <Button type="submit" variant="primary">
          {say('plan.item.done')}
        </Button>
        {stop === null ? null : (
          <Button
            variant="danger"
            onPress={() => {
              editing.change(withStops(file, others));
              onClose();
            }}
          >
            {say('plan.stop.drop')}
          </Button>
        )}
        <Button onPress={onClose}>{say('convene.cancel')}</Button>
      </form>
    </Dialog>
  );
}
