import type { MeetingDocument } from '@track2/shared';
import { useDocumentName } from '../../pdf/useDocumentName.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks before a document goes for everybody: that cannot be taken back. */
export function RemoveDialog({ document, onClose }: { document: MeetingDocument; onClose: () => void }) {
  const text = useText();
  const name = useDocumentName(document);
  return (
    <Dialog title={text('documents.removeTitle')} onClose={onClose}>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{text('documents.removeBody')}</p>
      <CommandButton
        command={{ type: 'documents.remove', document: document.id }}
        label={text('documents.remove')}
        variant="danger"
        onAnswer={(answer) => answer.outcome === 'applied' && onClose()}
      />
      <Button onPress={onClose}>{text('documents.keep')}</Button>
    </Dialog>
  );
}
