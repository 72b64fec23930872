import type { MeetingDocument } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { bytesOf } from '../../pdf/files.ts';
import { useDocumentName } from '../../pdf/useDocumentName.ts';
import { useText } from '../../text/index.ts';
import { showToast } from '../../ui/uiStore.ts';

/** Gives the browser a file to save. */
function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  link.download = name;
  link.click();
  // The browser reads the file after the press, and nobody says when it has.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Saves a document on this computer; says so when it does not arrive. */
export function useDownload(file: MeetingDocument): () => void {
  const text = useText();
  const name = useDocumentName(file);
  const me = useMeeting((meeting) => meeting.me);
  const download = async (): Promise<void> => {
    try {
      save(await bytesOf(file, me), name);
    } catch {
      showToast(text('documents.downloadFailed'), 'warn');
    }
  };
  return () => void download();
}
