import type { UploadLimits } from '@track2/shared';
import { type Sending, sendFile } from './sendFile.ts';
import { forgetUpload, putUpload, type Upload } from './uploadStore.ts';

let underWay: AbortController | null = null;

/** Gives the upload up. */
export function cancelUpload(): void {
  underWay?.abort();
  underWay = null;
  forgetUpload();
}

/** Sends a file, unless it is larger than is taken: that needs no sending to be known. */
export async function startUpload(sending: Sending, limits: UploadLimits): Promise<void> {
  const { file, item, use } = sending;
  const put = (state: Upload['state']): void => putUpload({ file, item, use, state });
  const { mostBytes } = limits;
  if (file.size > mostBytes) {
    put({ step: 'refused', problem: { code: 'documents.tooLarge', mostBytes } });
    return;
  }
  const abort = new AbortController();
  underWay = abort;
  put({ step: 'sending', part: 0 });
  const outcome = await sendFile(sending, { signal: abort.signal, progress: put });
  if (outcome === null) return;
  put(outcome.outcome === 'taken' ? { step: 'taken' } : { step: 'refused', problem: outcome.problem });
}
