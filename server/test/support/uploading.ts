import { once } from 'node:events';
import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import type { Person } from '../person.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** What the answer says, when it is JSON. */
export const said = ({ body }: Pick<Answer, 'body'>): unknown => JSON.parse(String(body));

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

/**
 * Sends `first` and then zeros up to that many bytes, and reads the answer when all of them are sent, as a browser does.
 * Rejects when the connection is cut before: no browser would show an answer then.
 */
export async function uploadOf(
  length: number,
  person: Person,
  { first, item, announced }: { first: Uint8Array; item: string; announced: boolean },
): Promise<Pick<Answer, 'status' | 'body'>> {
  const { hostname, port, origin } = new URL(person.url);
  const socket = connect(Number(port), hostname);
  const cut = once(socket, 'close').then(() => {
    throw new Error('the connection was cut');
  });
  const write = (...parts: (string | Uint8Array)[]): Promise<unknown> => {
    const writable = parts.map((part) => socket.write(part)).at(-1);
    return writable ? Promise.resolve() : Promise.race([cut, once(socket, 'drain')]);
  };
  const send = (part: Uint8Array): Promise<unknown> =>
    announced ? write(part) : write(`${part.length.toString(16)}\r\n`, part, '\r\n');
  const query = new URLSearchParams({ member: person.member, item, use: 'slides' }).toString();
  const size = announced ? `content-length: ${length}` : 'transfer-encoding: chunked';
  await write(
    `POST /api/documents?${query} HTTP/1.1\r\nhost: ${hostname}\r\norigin: ${origin}\r\n`,
    `cookie: ${person.cookie}\r\nx-document-name: Keynote.pdf\r\n${size}\r\n\r\n`,
  );
  const zeros = Buffer.alloc(1_000_000);
  await send(first);
  for (let left = length - first.length; left > 0; left -= zeros.length) await send(zeros.subarray(0, left));
  if (!announced) await write('0\r\n\r\n');
  const [answer] = (await Promise.race([cut, once(socket, 'data')])) as [Buffer];
  socket.destroy();
  cut.catch(() => undefined);
  return { status: Number(String(answer).split(' ')[1]), body: answer.subarray(answer.indexOf('\r\n\r\n') + 4) };
}

/** Asks for a document's bytes. */
export async function download(
  person: Person,
  document: string,
  {
    url = person.url,
    member = person.member,
    cookie = person.cookie,
  }: { url?: string; member?: string; cookie?: string } = {},
): Promise<Answer> {
  const answer = await fetch(`${url}/api/documents/${encodeURIComponent(document)}?member=${member}`, {
    headers: { cookie },
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
