import { type ReactNode, useState } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { waitingAtDoor } from '../door/waiting.ts';

/** Opens the meeting, or adjourns it; both ask first, since neither can be taken back. */
export function SessionButtons(): ReactNode {
  const text = useText();
  const status = useMeeting(({ state }) => state.session.status);
  const [asking, setAsking] = useState<'open' | 'adjourn' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <>
      {status === 'planned' && (
        <Button variant="primary" size="small" onPress={() => setAsking('open')}>
          {text('chair.open')}
        </Button>
      )}
      {status === 'open' && (
        <Button size="small" onPress={() => setAsking('adjourn')}>
          {text('chair.adjourn')}
        </Button>
      )}
      {asking === 'open' && status === 'planned' && <OpenDialog onClose={close} />}
      {asking === 'adjourn' && status === 'open' && <AdjournDialog onClose={close} />}
    </>
  );
}

function OpenDialog({ onClose }: { onClose(): void }): ReactNode {
  const text = useText();
  const waiting = useMeeting(({ state }) => waitingAtDoor(state).length);
  return (
    <Dialog title={text('chair.open.title')} onClose={onClose}>
      <p>{text('chair.open.body', { waiting })}</p>
      <CommandButton
        command={{ type: 'session.open' }}
        label={text('chair.open')}
        variant="primary"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{text('chair.back')}</Button>
    </Dialog>
  );
}

function AdjournDialog({ onClose }: { onClose(): void }): ReactNode {
  const text = useText();
  return (
    <Dialog title={text('chair.adjourn.title')} onClose={onClose}>
      <p>{text('chair.adjourn.body')}</p>
      <CommandButton
        command={{ type: 'session.adjourn' }}
        label={text('chair.adjourn.confirm')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{text('chair.back')}</Button>
    </Dialog>
  );
}
