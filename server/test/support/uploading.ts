import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import type { Person } from '../person.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** What the answer says, when it is JSON. */
export const said = ({ body }: Answer): unknown => JSON.parse(String(body));

export type UploadOptions = {
  item: string;
  use?: 'slides' | 'paper';
  name?: string;
  /** In place of the person's own. */
  member?: string;
  cookie?: string;
  /** Replaces or, with null, leaves out. */
  headers?: Record<string, string | null>;
};

/** An upload that is under way by hand: what is written, and when, is the test's choice. */
export type OpenUpload = { request: ClientRequest; answer: Promise<Answer> };

/** Opens an upload as a person's page would, the body still to be written. */
export function openUpload(person: Person, options: UploadOptions): OpenUpload {
  const { item, use = 'slides', name = 'Keynote.pdf', member = person.member, cookie = person.cookie } = options;
  const headers = {
    origin: person.url,
    cookie,
    'content-type': 'application/pdf',
    'x-document-name': encodeURIComponent(name),
    ...options.headers,
  };
  const sent = Object.fromEntries(
    Object.entries(headers).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
  const query = new URLSearchParams({ member, item, use });
  const posted = request(`${person.url}/api/documents?${query.toString()}`, {
    method: 'POST',
    headers: sent,
    agent: false,
  });
  return { request: posted, answer: answerTo(posted) };
}

function answerTo(posted: ClientRequest): Promise<Answer> {
  const answer = new Promise<Answer>((resolve, reject) => {
    posted.on('error', reject);
    posted.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
  });
  // Looked at by whoever asks; a test that cuts its own connection does not.
  answer.catch(() => undefined);
  return answer;
}

/** Uploads these bytes, their number announced. */
export function upload(person: Person, bytes: Uint8Array, options: UploadOptions): Promise<Answer> {
  const headers = { 'content-length': String(bytes.length), ...options.headers };
  const open = openUpload(person, { ...options, headers });
  open.request.end(bytes);
  return open.answer;
}

/** Sends `first` and then zeros up to that many bytes, all of them whatever is answered meanwhile, as a browser does. */
export async function uploadOf(
  length: number,
  person: Person,
  { first, ...options }: UploadOptions & { first: Uint8Array },
): Promise<Answer> {
  const { request: posted, answer } = openUpload(person, options);
  const zeros = Buffer.alloc(1_000_000);
  let left = length - first.length;
  posted.write(first);
  // The connection may be cut under it: then there is nothing more to send.
  while (left > 0 && !posted.destroyed) {
    const part = zeros.subarray(0, left);
    left -= part.length;
    if (!posted.write(part)) await drained(posted);
  }
  posted.end();
  return answer;
}

function drained(posted: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      posted.off('drain', done).off('close', done);
      resolve();
    };
    posted.on('drain', done).on('close', done);
  });
}

/** Asks for a document's bytes. */
export async function download(
  person: Person,
  document: string,
  { member = person.member, cookie = person.cookie }: { member?: string; cookie?: string } = {},
): Promise<Answer> {
  const answer = await fetch(`${person.url}/api/documents/${encodeURIComponent(document)}?member=${member}`, {
    headers: { cookie },
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
