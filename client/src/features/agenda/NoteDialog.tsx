import type { AgendaItem } from '@track2/shared';
import { useState } from 'react';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';

/** The note of those who run the meeting on an item. */
export function NoteDialog({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const text = useText();
  const known = item.note !== null && 'text' in item.note ? item.note.text : '';
  const [written, setWritten] = useState(known);
  const set = (words: string | null) => ({ type: 'agenda.setNote', item: item.id, text: words }) as const;
  const words = written.trim();
  return (
    <Dialog title={text('agenda.note.add')} onClose={onClose}>
      <p>
        <b>
          <Words of={item.title} />
        </b>
      </p>
      <Field
        label={text('agenda.note.text')}
        hint={text('agenda.note.private')}
        value={written}
        multiline
        maxLength={2000}
        onChange={setWritten}
      />
      <CommandButton
        command={set(words === '' ? null : words)}
        label={text('agenda.form.save')}
        primary
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      {known === '' ? null : (
        <CommandButton
          command={set(null)}
          label={text('agenda.note.remove')}
          onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
        />
      )}
      <Button onPress={onClose}>{text('agenda.form.cancel')}</Button>
    </Dialog>
  );
}
