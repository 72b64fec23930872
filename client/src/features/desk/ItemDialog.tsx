import { type FileItem, itemTypes } from '@track2/shared';
import { useState } from 'react';
import { useText } from '../../text/index.ts';
import { typedMinutes } from '../../text/typed.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDeskWords, usePlainWords } from './deskWords.ts';
import { addItem, changeItem, filled } from './plan.ts';
import type { Editing } from './usePlan.ts';
import { hasWords, WordsFields } from './WordsFields.tsx';

const MINUTE_MS = 60_000;
const MOST_MINUTES = 600;
const NONE = '';
const levels = ['onRecord', 'chathamHouse', 'backgroundOnly', 'offRecord'] as const;
const kinds = Object.keys(itemTypes) as FileItem['type'][];

type Props = {
  editing: Editing;
  item: FileItem;
  isNew: boolean;
  /** The item that a new one becomes a part of. */
  parent: FileItem | null;
  onClose(): void;
};

/** The length that is typed: minutes, nothing (null), or what is no length (undefined). */
function minutesIn(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const ms = typedMinutes(typed);
  return ms === null || ms === 0 || ms > MOST_MINUTES * MINUTE_MS ? undefined : ms / MINUTE_MS;
}

/** The form of an item of the agenda. What is done here is in the draft, and saved with it. */
export function ItemDialog({ editing, item, isNew, parent, onClose }: Props) {
  const say = useDeskWords();
  const text = useText();
  const plain = usePlainWords();
  const [draft, setDraft] = useState(item);
  const [typed, setTyped] = useState(item.minutes === undefined ? '' : String(item.minutes));
  const [tried, setTried] = useState(false);
  const { file } = editing.plan;
  const set = (change: Partial<FileItem>): void => setDraft(filled({ ...draft, ...change }));
  const minutes = minutesIn(typed);
  const isHeading = item.parts !== undefined;
  const isBad = minutes === undefined || (minutes === null && !isHeading);
  const finish = (): void => {
    setTried(true);
    if (isBad || !hasWords(draft.title)) return;
    const { minutes: _, ...bare } = draft;
    const made: FileItem = minutes === null ? bare : { ...bare, minutes };
    editing.change(isNew ? addItem(file, made, parent?.id ?? null) : changeItem(file, made));
    onClose();
  };
  const title = isNew
    ? parent === null
      ? say('plan.item.add')
      : say('plan.item.addPart', { title: plain(parent.title) })
    : say('plan.item.change');
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <WordsFields
          words={draft.title}
          labels={{ en: text('agenda.form.titleEn'), fa: text('agenda.form.titleFa') }}
          error={tried && !hasWords(draft.title) ? text('agenda.form.titleMissing') : null}
          onChange={(words) => set({ title: words })}
        />
        <Select
          label={text('agenda.form.type')}
          value={draft.type}
          choices={kinds.map((id) => ({ id, label: text(`agenda.type.${id}`) }))}
          onChange={(type) => set({ type })}
        />
        <Field
          label={text('agenda.form.minutes')}
          value={typed}
          inputMode="numeric"
          error={tried && isBad ? say(isHeading ? 'plan.item.minutesBad' : 'plan.item.minutesMissing') : null}
          onChange={setTyped}
        />
        <ItemRules draft={draft} set={set} editing={editing} />
        <Button type="submit" variant="primary">
          {say('plan.item.done')}
        </Button>
        <Button onPress={onClose}>{say('convene.cancel')}</Button>
      </form>
    </Dialog>
  );
}

type RulesProps = { draft: FileItem; set(change: Partial<FileItem>): void; editing: Editing };

function ItemRules({ draft, set, editing }: RulesProps) {
  const say = useDeskWords();
  const text = useText();
  const seats = editing.plan.file.seats.map(({ id, people }) => ({ id, label: people[0]?.name ?? id }));
  return (
    <>
      <Select
        label={text('agenda.form.speaker')}
        value={draft.speaker ?? NONE}
        choices={[{ id: NONE, label: text('agenda.form.noSpeaker') }, ...seats]}
        onChange={(speaker) => set({ speaker: speaker === NONE ? undefined : speaker })}
      />
      <Select
        label={text('agenda.form.attribution')}
        value={draft.attribution}
        choices={levels.map((id) => ({ id, label: text(`meeting.rule.${id}.name`) }))}
        onChange={(attribution) => set({ attribution })}
      />
      <Select
        label={text('agenda.form.limit')}
        value={draft.limit ?? 'soft'}
        choices={(['soft', 'hard'] as const).map((id) => ({ id, label: text(`agenda.form.limit.${id}`) }))}
        onChange={(limit) => set({ limit: limit === 'soft' && draft.limit === undefined ? undefined : limit })}
      />
      <Select
        label={text('agenda.form.cameras')}
        value={draft.cameras ?? NONE}
        choices={[
          { id: NONE, label: say('plan.item.cameras.asKind') },
          ...(['all', 'floorOnly'] as const).map((id) => ({ id, label: text(`agenda.form.cameras.${id}`) })),
        ]}
        onChange={(cameras) => set({ cameras: cameras === NONE ? undefined : cameras })}
      />
    </>
  );
}
