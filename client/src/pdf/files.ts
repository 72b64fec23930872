import { documentById, type Id, type MeetingDocument } from '@track2/shared';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { onConnected } from '../connection/connection.ts';
import { meetingStore } from '../meeting/meetingStore.ts';
import { fetchDocument } from './fetchDocument.ts';
import type { OpenPdf } from './pdfjs.ts';

/** How a document stands in this browser. `part` is how much of it has come, from 0 to 1. */
export type PdfFile =
  | { status: 'coming'; part: number }
  | { status: 'failed'; why: 'notFetched' | 'notReadable' }
  | { status: 'open'; pdf: OpenPdf };

/** Progress is shown in steps: every packet would be too many. */
const PART_SHOWN = 0.02;

type Files = { files: Readonly<Record<Id, PdfFile>> };

/** The documents that were opened here, kept in memory alone. Written by this module alone. */
const filesStore = createStore<Files>(() => ({ files: {} }));

/** The fetches under way, so that one can be given up. */
const fetches = new Map<Id, AbortController>();

const put = (id: Id, file: PdfFile): void => filesStore.setState(({ files }) => ({ files: { ...files, [id]: file } }));

/** Fetches and opens a document, unless it is open or on its way. */
export function openFile({ id, bytes }: Pick<MeetingDocument, 'id' | 'bytes'>): void {
  const known = filesStore.getState().files[id]?.status;
  const member = meetingStore.getState().meeting?.me;
  if (known === 'open' || known === 'coming' || member === undefined) return;
  watchMeeting();
  const fetching = new AbortController();
  fetches.set(id, fetching);
  put(id, { status: 'coming', part: 0 });
  void bring(id, member, bytes, fetching.signal).then((file) => {
    if (fetching.signal.aborted) close(file);
    else put(id, file);
  });
}

async function bring(id: Id, member: Id, bytes: number, signal: AbortSignal): Promise<PdfFile> {
  let shown = 0;
  const progress = (part: number): void => {
    if (signal.aborted || part < shown + PART_SHOWN) return;
    shown = part;
    put(id, { status: 'coming', part });
  };
  try {
    // Both at once, as the library is about as long on its way as a document is.
    const [library, data] = await Promise.all([
      import('./pdfjs.ts'),
      fetchDocument({ id, member, bytes, signal, progress }),
    ]);
    return await library
      .openPdf(data)
      .then((pdf): PdfFile => ({ status: 'open', pdf }))
      // The library throws whatever a file made it throw.
      .catch((): PdfFile => ({ status: 'failed', why: 'notReadable' }));
  } catch {
    return { status: 'failed', why: 'notFetched' };
  }
}

const close = (file: PdfFile | undefined): void => {
  if (file?.status === 'open') file.pdf.close();
};

function drop(id: Id): void {
  fetches.get(id)?.abort();
  fetches.delete(id);
  const { [id]: file, ...files } = filesStore.getState().files;
  close(file);
  filesStore.setState({ files });
}

let watching = false;

/** From the first document on, for as long as the page lives. */
function watchMeeting(): void {
  if (watching) return;
  watching = true;
  // A document goes when it is removed, out of this person's sight, or when the meeting has ended.
  meetingStore.subscribe(({ meeting }) => {
    const over = meeting === null || meeting.state.session.status === 'adjourned';
    for (const id of Object.keys(filesStore.getState().files)) {
      if (over || documentById(meeting.state, id) === undefined) drop(id);
    }
  });
  // What a lost link broke off is fetched again by itself when the link is back.
  onConnected(() => {
    const state = meetingStore.getState().meeting?.state;
    for (const [id, file] of Object.entries(filesStore.getState().files)) {
      const document = state === undefined ? undefined : documentById(state, id);
      if (document !== undefined && file.status === 'failed' && file.why === 'notFetched') openFile(document);
    }
  });
}

/** A document as it stands in this browser; it is fetched when something first shows it. */
export function useFile(document: MeetingDocument): PdfFile {
  const { id, bytes } = document;
  useEffect(() => {
    if (filesStore.getState().files[id] === undefined) openFile({ id, bytes });
  }, [id, bytes]);
  return useStore(filesStore, ({ files }) => files[id]) ?? nothingYet;
}

/** The bytes of a document: those kept here, else fetched. Rejects when they do not come. */
export async function bytesOf({ id, bytes }: MeetingDocument, member: Id): Promise<Uint8Array<ArrayBuffer>> {
  const file = filesStore.getState().files[id];
  if (file?.status === 'open') return new Uint8Array(await file.pdf.bytes());
  return fetchDocument({ id, member, bytes, signal: new AbortController().signal, progress: () => {} });
}

const nothingYet: PdfFile = { status: 'coming', part: 0 };
