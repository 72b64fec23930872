import type { Id } from '@track2/shared';

type Wanted = {
  id: Id;
  member: Id;
  /** How long it is: fewer bytes are not the whole of it. */
  bytes: number;
  signal: AbortSignal;
  /** Hears how much has come, from 0 to 1. */
  progress(part: number): void;
};

/** How long nothing may come before the fetch counts as broken off. */
const STALL_MS = 30_000;

/** The address of a document's bytes for a member. */
const addressOf = (id: Id, member: Id): string =>
  `/api/documents/${encodeURIComponent(id)}?${new URLSearchParams({ member })}`;

/** The bytes of a document. Rejects when not all of them come, or nothing for too long. */
export async function fetchDocument({ id, member, bytes, signal, progress }: Wanted): Promise<Uint8Array<ArrayBuffer>> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALL_MS);
  try {
    const response = await fetch(addressOf(id, member), { signal: AbortSignal.any([signal, stalled.signal]) });
    if (!response.ok || response.body === null) throw new Error(`a document was answered with ${response.status}`);
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), STALL_MS);
      whole.set(value, at);
      at += value.length;
      progress(at / bytes);
    }
    if (at !== bytes) throw new Error('not all of a document came');
    return whole;
  } finally {
    clearTimeout(timer);
  }
}
