import { type AgendaItem, type Command, type Id, itemTypes } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { type DraftPart, KindChoice, KindMeaning, PlaceChoice, RuleChoices, SpeakerChoice } from './ItemChoices.tsx';
import { addCommand, changeCommand, draftOf, draftProblems, emptyDraft, type ItemDraft } from './itemDraft.ts';

type Props = {
  /** The item to change, or a new one as a part of that item (null: at the top). */
  of: { item: AgendaItem } | { newIn: Id | null };
  onClose: () => void;
};

/** The form of an item: all of a new one, and of an existing one what can still be changed. */
export function ItemDialog({ of, onClose }: Props) {
  const text = useText();
  const send = useSend();
  const last = useMeeting(({ state }) => state.agenda.items.at(-1)?.attribution ?? 'chathamHouse');
  const item = 'item' in of ? of.item : null;
  const [draft, setDraft] = useState<ItemDraft>(() => ('item' in of ? draftOf(of.item) : emptyDraft(last, of.newIn)));
  const [step, setStep] = useState<'writing' | 'tried' | 'sending'>('writing');
  const set = (change: Partial<ItemDraft>): void => setDraft({ ...draft, ...change });
  const problems = step === 'writing' ? [] : draftProblems(draft);
  const hasSpeaker = itemTypes[draft.itemType].spotlightsSpeaker || draft.speaker !== null;
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
        {item === null ? <KindChoice draft={draft} set={set} /> : null}
        <KindMeaning draft={draft} />
        <Field
          label={text('agenda.form.minutes')}
          value={draft.minutes}
          inputMode="numeric"
          error={problems.includes('minutesBad') ? text('agenda.form.minutesBad') : null}
          onChange={(minutes) => set({ minutes })}
        />
        {hasSpeaker ? <SpeakerChoice draft={draft} set={set} /> : null}
        <RuleChoices draft={draft} set={set} />
        {item === null ? <PlaceChoice draft={draft} set={set} /> : null}
        <Button type="submit" variant="primary" busy={step === 'sending'}>
          {text(item === null ? 'agenda.form.add' : 'agenda.form.save')}
        </Button>
        <Button onPress={onClose}>{text('agenda.form.cancel')}</Button>
      </form>
    </Dialog>
  );
}

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
