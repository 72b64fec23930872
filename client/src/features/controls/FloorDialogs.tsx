import { useText } from '../../text/index.ts';
import { useLaterText } from '../../text/later.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AskForm } from './AskForm.tsx';
import { askingWords } from './askingWords.ts';

export { OwnPlaceDialog } from './OwnPlaceDialog.tsx';
export { WaysDialog } from './WaysDialog.tsx';
export { YieldDialog } from './YieldDialog.tsx';

type Props = { onClose: () => void };

/** Asks for the floor, with the topic that the table may read beside the name. */
export function RequestFloorDialog({ onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('controls.floor.ask')} onClose={onClose}>
      <AskForm way="intervention" onClose={onClose} onBack={null} />
    </Dialog>
  );
}

/** Asks before the person leaves; the seat stays. */
export function LeaveDialog({ onClose }: Props) {
  const say = useLaterText(askingWords);
  return (
    <Dialog title={say('asking.leave')} onClose={onClose}>
      <p>{say('asking.leave.body')}</p>
      <CommandButton
        command={{ type: 'roster.leave' }}
        label={say('asking.leave.confirm')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{say('asking.stay')}</Button>
    </Dialog>
  );
}
