import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { HttpRefusal, Refusal, UploadRefusal } from '@track2/shared';
import type { DocumentLimits } from './limits.ts';

/** An upload is turned down. Thrown where bytes are on their way, and answered by the route. */
export class UploadRefused extends Error {
  readonly refusal: UploadRefusal | Refusal | HttpRefusal;

  constructor(refusal: UploadRefusal | Refusal | HttpRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * The bytes of an upload as they come, at most as many as allowed and not slower. Ends in {@link UploadRefused} when
 * there are more, or not all come. Leaves the stream open, as its sender has yet to read the answer.
 */
export async function* arrival(
  body: Readable,
  { mostBytes, stallMs, uploadMs }: Pick<DocumentLimits, 'mostBytes' | 'stallMs' | 'uploadMs'>,
): AsyncGenerator<Uint8Array> {
  const chunks = body.iterator({ destroyOnReturn: false });
  const endsAt = performance.now() + uploadMs;
  let bytes = 0;
  try {
    for (;;) {
      const chunk = await within(chunks.next(), Math.min(stallMs, endsAt - performance.now()));
      if (chunk.done) return;
      bytes += chunk.value.length;
      if (bytes > mostBytes) throw new UploadRefused({ code: 'documents.tooLarge', mostBytes });
      yield chunk.value;
    }
  } finally {
    // Not awaited: behind a read that never ends it would wait for ever.
    void chunks.return?.().catch(() => undefined);
  }
}

function brokenOff(): never {
  throw new UploadRefused({ code: 'documents.brokenOff' });
}

/** What is read, unless it takes longer than that or the connection breaks. */
async function within<T>(reading: Promise<T>, ms: number): Promise<T> {
  const clock = new AbortController();
  try {
    return await Promise.race([
      reading.catch(brokenOff),
      setTimeout(Math.max(ms, 0), undefined, { signal: clock.signal }).then(brokenOff),
    ]);
  } finally {
    clock.abort();
  }
}
