import type { DocumentUse, Id } from '@track2/shared';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UploadProblem, UploadProgress } from './sendFile.ts';

/** A file on its way into the meeting, or what came of it. */
export type Upload = {
  file: File;
  item: Id;
  use: DocumentUse;
  state: UploadProgress | { step: 'taken' } | { step: 'refused'; problem: UploadProblem };
};

type Uploading = {
  /** One at a time, as the server takes one at a time of each member. */
  upload: Upload | null;
  /** For which item the window to add a document is open; null leaves the choice. */
  asking: { item: Id | null } | null;
};

/** The one upload of this browser: it goes on while its window is closed. Written by the actions of this file. */
const uploadStore = createStore<Uploading>(() => ({ upload: null, asking: null }));

/** Reads from the upload of this browser. */
export const useUploading = <T>(selector: (uploading: Uploading) => T): T => useStore(uploadStore, selector);

/** Opens the window in which a document is added to an item. */
export const askForDocument = (item: Id | null): void => uploadStore.setState({ asking: { item } });

/** Closes that window; what is under way goes on, what is over is forgotten. */
export function closeAsking(): void {
  const { upload } = uploadStore.getState();
  uploadStore.setState({ asking: null, upload: isUnderWay(upload) ? upload : null });
}

/** Whether a file is being sent or checked. */
export const isUnderWay = (upload: Upload | null): boolean =>
  upload?.state.step === 'sending' || upload?.state.step === 'checking';

/** Forgets the upload that is over. */
export const forgetUpload = (): void => uploadStore.setState({ upload: null });

/** Says how the upload stands. */
export const putUpload = (upload: Upload): void => uploadStore.setState({ upload });
