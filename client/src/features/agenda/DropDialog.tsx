import type { AgendaItem } from '@track2/shared';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks before an item leaves the agenda: that cannot be taken back. */
export function DropDialog({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text('agenda.drop.title')} onClose={onClose}>
      <p>
        <b>
          <Words of={item.title} />
        </b>
      </p>
      <p>{text('agenda.drop.body')}</p>
      <CommandButton
        command={{ type: 'agenda.dropItem', item: item.id }}
        label={text('agenda.drop.confirm')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{text('agenda.form.cancel')}</Button>
    </Dialog>
  );
}
