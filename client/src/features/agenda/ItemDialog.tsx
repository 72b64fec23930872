import type { AgendaItem, Command } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { PlaceChoice, SpeakerChoice } from './ItemChoices.tsx';
import { addCommand, changeCommand, draftOf, draftProblems, emptyDraft, type ItemDraft } from './itemDraft.ts';
import { itemTypes, levels } from './kinds.ts';

type Props = {
  /** The item to change, or null for a new one. */
  item: AgendaItem | null;
  onClose: () => void;
};

/** The form of an item: all of a new one, and of an existing one what can still be changed. */
export function ItemDialog({ item, onClose }: Props) {
  const text = useText();
  const send = useSend();
  const last = useMeeting(({ state }) => state.agenda.items.at(-1)?.attribution ?? 'chathamHouse');
  const [draft, setDraft] = useState<ItemDraft>(() => (item === null ? emptyDraft(last) : draftOf(item)));
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const set = (change: Partial<ItemDraft>): void => setDraft({ ...draft, ...change });
  const problems = step === 'writing' ? [] : draftProblems(draft);
  const submit = async (command: Command): Promise<void> => {
    setStep('sending');
    const answer = await send(command);
    setStep('tried');
    if (answer.outcome === 'applied') onClose();
  };
  const finish = (): void => {
    if (step === 'sending') return;
    setStep('tried');
    if (draftProblems(draft).length > 0) return;
    const command = item === null ? addCommand(draft) : changeCommand(item, draft);
    if (command === null) onClose();
    else void submit(command); // useSend says what went wrong
  };
  return (
    <Dialog title={text(item === null ? 'agenda.form.addTitle' : 'agenda.form.changeTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <Titles draft={draft} set={set} error={problems.includes('titleMissing')} />
        {item === null ? <TypeChoice draft={draft} set={set} /> : null}
        <Field
          label={text('agenda.form.minutes')}
          value={draft.minutes}
          inputMode="numeric"
          error={problems.includes('minutesBad') ? text('agenda.form.minutesBad') : null}
          onChange={(minutes) => set({ minutes })}
        />
        <RuleChoices draft={draft} set={set} />
        {item === null ? <SpeakerChoice draft={draft} set={set} /> : null}
        {item === null ? <PlaceChoice draft={draft} set={set} /> : null}
        <Button type="submit" variant="primary" busy={step === 'sending'}>
          {text(item === null ? 'agenda.form.add' : 'agenda.form.save')}
        </Button>
        <Button onPress={onClose}>{text('agenda.form.cancel')}</Button>
      </form>
    </Dialog>
  );
}

/** A part of the form: reads the draft and changes it. */
export type DraftPart = { draft: ItemDraft; set: (change: Partial<ItemDraft>) => void };

function Titles({ draft, set, error }: DraftPart & { error: boolean }) {
  const text = useText();
  return (
    <>
      <Field
        label={text('agenda.form.titleEn')}
        value={draft.titleEn}
        lang="en"
        dir="ltr"
        maxLength={500}
        error={error ? text('agenda.form.titleMissing') : null}
        onChange={(titleEn) => set({ titleEn })}
      />
      <Field
        label={text('agenda.form.titleFa')}
        value={draft.titleFa}
        lang="fa"
        dir="rtl"
        maxLength={500}
        onChange={(titleFa) => set({ titleFa })}
      />
    </>
  );
}

function TypeChoice({ draft, set }: DraftPart) {
  const text = useText();
  return (
    <Select
      label={text('agenda.form.type')}
      value={draft.itemType}
      choices={itemTypes.map((id) => ({ id, label: text(`agenda.type.${id}`) }))}
      onChange={(itemType) => set({ itemType })}
    />
  );
}

function RuleChoices({ draft, set }: DraftPart) {
  const text = useText();
  return (
    <>
      <Select
        label={text('agenda.form.attribution')}
        value={draft.attribution}
        choices={levels.map((id) => ({ id, label: text(`meeting.rule.${id}.name`) }))}
        onChange={(attribution) => set({ attribution })}
      />
      <Select
        label={text('agenda.form.cameras')}
        value={draft.cameras}
        choices={(['all', 'floorOnly'] as const).map((id) => ({ id, label: text(`agenda.form.cameras.${id}`) }))}
        onChange={(cameras) => set({ cameras })}
      />
    </>
  );
}
