import type { Id } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { itemsToAddTo } from './access.ts';
import styles from './UploadDialog.module.css';
import { UploadForm } from './UploadForm.tsx';
import { cancelUpload } from './upload.ts';
import { closeAsking, forgetUpload, type Upload, useUploading } from './uploadStore.ts';

/** The window in which a document is added: the choice, how far it is, and what came of it. */
export function UploadDialog({ item }: { item: Id | null }) {
  const text = useText();
  const upload = useUploading((uploading) => uploading.upload);
  const items = useMeeting(({ state, me }) => itemsToAddTo(state, me));
  const step = upload?.state.step;
  return (
    <Dialog title={text('documents.title')} onClose={closeAsking}>
      {step === 'taken' && upload !== null ? (
        <Taken upload={upload} />
      ) : upload !== null && (step === 'sending' || step === 'checking') ? (
        <UnderWay upload={upload} />
      ) : (
        <UploadForm items={items} wanted={item} last={upload} />
      )}
    </Dialog>
  );
}

function UnderWay({ upload: { file, state } }: { upload: Upload }) {
  const text = useText();
  const part = state.step === 'sending' ? Math.floor(state.part * 100) : 100;
  const words = state.step === 'sending' ? text('documents.sending', { part }) : text('documents.checking');
  return (
    <>
      <p className={styles.file}>
        <bdi>{file.name}</bdi>
      </p>
      <progress className={styles.progress} max={100} value={part} aria-label={words} />
      <output className={styles.words}>
        {state.step === 'sending' ? text('documents.sending', { part: Math.floor(part / 10) * 10 }) : words}
      </output>
      <p className={styles.words}>{text('documents.goesOn')}</p>
      <Button onPress={cancelUpload}>{text('documents.cancel')}</Button>
    </>
  );
}

function Taken({ upload }: { upload: Upload }) {
  const text = useText();
  return (
    <>
      <Notice tone="accent" spoken="polite">
        {text('documents.taken', { name: upload.file.name })}
      </Notice>
      <Button variant="primary" onPress={closeAsking}>
        {text('documents.done')}
      </Button>
      <Button onPress={forgetUpload}>{text('documents.another')}</Button>
    </>
  );
}
