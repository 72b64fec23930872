import { Suspense, useEffect } from 'react';
import { useText } from '../../text/index.ts';
import { later } from '../../ui/later.ts';
import { showToast } from '../../ui/uiStore.ts';
import { forgetUpload, useUploading } from './uploadStore.ts';
import { useProblemText } from './useProblemText.ts';

/** Loaded when somebody adds a document: most people never do. */
const UploadDialog = later(async () => (await import('./UploadDialog.tsx')).UploadDialog);

/** The window to add a document, and the news of an upload whose window was closed. Stands once in a page. */
export function UploadDesk() {
  const asking = useUploading((uploading) => uploading.asking);
  return (
    <>
      <UploadNews open={asking !== null} />
      {asking === null ? null : (
        <Suspense fallback={null}>
          <UploadDialog item={asking.item} />
        </Suspense>
      )}
    </>
  );
}

function UploadNews({ open }: { open: boolean }) {
  const text = useText();
  const why = useProblemText();
  const upload = useUploading((uploading) => uploading.upload);
  useEffect(() => {
    if (open || upload === null) return;
    const { file, state } = upload;
    if (state.step === 'taken') showToast(text('documents.taken', { name: file.name }), 'info');
    else if (state.step === 'refused')
      showToast(text('documents.refused', { name: file.name, why: why(state.problem) }), 'warn');
    else return;
    forgetUpload();
  }, [open, upload, text, why]);
  return null;
}
