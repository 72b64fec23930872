import type { QueueEntry } from '@track2/shared';
import { type ReactNode, useState } from 'react';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Withdraws one's own request, after a question: the place cannot be had back. */
export function WithdrawButton({ entry, own }: { entry: QueueEntry; own: boolean }): ReactNode {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setAsking(true)}>
        {text('speakers.withdraw')}
      </Button>
      {asking && <WithdrawDialog entry={entry} own={own} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Asks before a request leaves the list. */
export function WithdrawDialog(props: { entry: QueueEntry; own: boolean; onClose(): void }): ReactNode {
  const { entry, own, onClose } = props;
  const text = useText();
  const name = useSeatWords()(entry.seat);
  return (
    <Dialog
      title={own ? text('speakers.withdraw.ownTitle') : text('speakers.withdraw.title', { name })}
      onClose={onClose}
    >
      <p>{text(own ? 'speakers.withdraw.ownBody' : 'speakers.withdraw.body')}</p>
      <CommandButton
        command={{ type: 'speakers.withdraw', entry: entry.id }}
        label={text(own ? 'speakers.withdraw.ownConfirm' : 'speakers.withdraw.confirm')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{text('speakers.withdraw.keep')}</Button>
    </Dialog>
  );
}
