import type { DocumentUse, HttpRefusal, Id, Refusal, UploadRefusal } from '@track2/shared';

/** What to send, for whom, and where it belongs. */
export type Sending = { file: File; member: Id; item: Id; use: DocumentUse };

/** Why a file is not in the meeting. `answerLost`: all of it was sent, and what came of it is not known here. */
export type UploadProblem = UploadRefusal | Refusal | HttpRefusal | { code: 'answerLost' };

const passing: ReadonlySet<UploadProblem['code']> = new Set([
  'answerLost',
  'documents.brokenOff',
  'documents.tooOften',
  'documents.tooMany',
  'http.fault',
]);

/** Whether the same file may be taken at another time: the file itself is not what is wrong. */
export const isWorthAnotherTry = ({ code }: UploadProblem): boolean => passing.has(code);

/** How an upload ended. */
export type UploadOutcome = { outcome: 'taken' } | { outcome: 'refused'; problem: UploadProblem };

/** How it goes: how much has been sent, from 0 to 1, then the wait for the check. */
export type UploadProgress = { step: 'sending'; part: number } | { step: 'checking' };

/** A little more than the server waits before it gives a silent sender up. */
const STALL_MS = 25_000;
/** Checks are made one at a time: so long an answer may take. */
const ANSWER_MS = 180_000;

const refused = (problem: UploadProblem): UploadOutcome => ({ outcome: 'refused', problem });

/** Sends a file to the meeting. Resolves with what came of it; a lost link is an answer too. Null when given up. */
export function sendFile(
  { file, member, item, use }: Sending,
  { signal, progress }: { signal: AbortSignal; progress(now: UploadProgress): void },
): Promise<UploadOutcome | null> {
  const { promise, resolve } = Promise.withResolvers<UploadOutcome | null>();
  // Not by fetch, which does not tell how much of a body has been sent.
  const request = new XMLHttpRequest();
  let sent = false;
  const lost = (): void => resolve(refused({ code: sent ? 'answerLost' : 'documents.brokenOff' }));
  let timer = 0;
  const expect = (withinMs: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      lost();
      request.abort();
    }, withinMs);
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    expect(STALL_MS);
    progress({ step: 'sending', part: total === 0 ? 0 : loaded / total });
  });
  request.upload.addEventListener('load', () => {
    sent = true;
    expect(ANSWER_MS);
    progress({ step: 'checking' });
  });
  request.addEventListener('load', () => resolve(outcomeOf(request.status, request.responseText)));
  request.addEventListener('error', lost);
  signal.addEventListener('abort', () => {
    resolve(null);
    request.abort();
  });
  request.open('POST', `/api/documents?${new URLSearchParams({ member, item, use })}`);
  request.setRequestHeader('content-type', 'application/pdf');
  request.setRequestHeader('x-document-name', encodeURIComponent(file.name.toWellFormed()));
  expect(STALL_MS);
  request.send(file);
  return promise.finally(() => clearTimeout(timer));
}

/** What an answer means. The server checks what it sends by type; here it is enough to see that it was our server's. */
export function outcomeOf(status: number, body: string): UploadOutcome {
  if (status === 201) return { outcome: 'taken' };
  const problem = parsed(body);
  if (problem === null) return refused({ code: 'http.fault' });
  // What the server's frame says of any request that it cannot read.
  return refused(problem.code === 'enter.badRequest' ? { code: 'documents.badRequest' } : problem);
}

function parsed(body: string): Exclude<UploadProblem, { code: 'answerLost' }> | null {
  try {
    const answer: unknown = JSON.parse(body);
    const isRefusal = typeof answer === 'object' && answer !== null && 'code' in answer;
    return isRefusal ? (answer as Exclude<UploadProblem, { code: 'answerLost' }>) : null;
  } catch {
    // Something between answered in place of the server.
    return null;
  }
}
