import type { Id } from '@track2/shared';
import { useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';

const MOST_TOPIC = 250;

/** Asks for the floor, with the topic that the table may read beside the name. */
export function RequestFloorDialog({ item, onClose }: { item: Id; onClose: () => void }) {
  const text = useText();
  const send = useSend();
  const [topic, setTopic] = useState('');
  const [busy, setBusy] = useState(false);
  const given = topic.trim();
  const tooLong = given.length > MOST_TOPIC;
  const ask = async (): Promise<void> => {
    setBusy(true);
    const answer = await send({ type: 'speakers.requestFloor', item, topic: given === '' ? null : given });
    setBusy(false);
    if (answer.outcome === 'applied') onClose();
  };
  return (
    <Dialog title={text('controls.request.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!tooLong && !busy) void ask(); // useSend says what went wrong
        }}
      >
        <Field
          label={text('controls.request.topic')}
          hint={text('controls.request.topicHint')}
          error={tooLong ? text('controls.request.topicLong', { most: MOST_TOPIC }) : null}
          value={topic}
          onChange={setTopic}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog opens on its first answer
          autoFocus
        />
        <Button type="submit" variant="primary" busy={busy}>
          {text('controls.request.send')}
        </Button>
        <Button onPress={onClose}>{text('controls.cancel')}</Button>
      </form>
    </Dialog>
  );
}

/** Asks before a place in the list is given up. */
export function WithdrawDialog({ entry, onClose }: { entry: Id; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text('controls.withdraw.title')} onClose={onClose}>
      <p>{text('controls.withdraw.body')}</p>
      <CommandButton
        command={{ type: 'speakers.withdraw', entry }}
        label={text('controls.withdraw.confirm')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{text('controls.withdraw.keep')}</Button>
    </Dialog>
  );
}

/** Asks before the person leaves; the seat stays. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text('controls.leave.title')} onClose={onClose}>
      <p>{text('controls.leave.body')}</p>
      <CommandButton
        command={{ type: 'roster.leave' }}
        label={text('controls.leave.confirm')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{text('controls.stay')}</Button>
    </Dialog>
  );
}
