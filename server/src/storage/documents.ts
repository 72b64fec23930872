import type { Id } from '@track2/shared';
import type { Documents, MeetingKeys } from './ports.ts';
import { KeyMissing, seal, sealedOverheadBytes, unseal } from './sealing.ts';

/** Where sealed documents lie, piece after piece. Below it nothing knows what is in them. */
export type SealedDocumentStore = {
  /** Keeps all that comes, durable when it resolves; nothing is left of one whose pieces end in an error. */
  put(meeting: Id, document: Id, pieces: AsyncIterable<Buffer>): Promise<void>;
  /** The bytes in pieces of any size, or null when there is no such document. */
  get(meeting: Id, document: Id): Promise<AsyncIterable<Buffer> | null>;
  delete(meeting: Id, document: Id): Promise<void>;
  keepOnly(meeting: Id, documents: readonly Id[]): Promise<void>;
};

/** How much of a document is sealed at once: what a transfer holds in memory. */
const pieceBytes = 65_536;

/**
 * Whose piece this is, which one, and whether it is the last: a document that was swapped, cut off, lengthened or put
 * together anew does not open.
 */
const bound = (meeting: Id, document: Id, piece: number, place: 'inner' | 'last'): string =>
  `${meeting}/document/${document}/${piece}/${place}`;

/** The same bytes in pieces of `size`; only the last is smaller, and there is always one, of an empty document too. */
async function* inPieces(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    waiting.push(part);
    length += part.length;
    // One more byte than a piece, as only then it is known that it is not the last.
    if (length <= size) continue;
    let rest = Buffer.concat(waiting);
    for (; rest.length > size; rest = rest.subarray(size)) yield { piece: rest.subarray(0, size), last: false };
    waiting = [rest];
    length = rest.length;
  }
  yield { piece: Buffer.concat(waiting), last: true };
}

async function* sealed(
  key: Buffer,
  meeting: Id,
  document: Id,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { piece, last } of inPieces(plain, pieceBytes)) {
    yield seal(key, bound(meeting, document, number, last ? 'last' : 'inner'), piece);
    number += 1;
  }
}

async function* opened(key: Buffer, meeting: Id, document: Id, stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { piece, last } of inPieces(stored, pieceBytes + sealedOverheadBytes)) {
    yield unseal(key, bound(meeting, document, number, last ? 'last' : 'inner'), piece);
    number += 1;
  }
}

/** Documents that are encrypted piece by piece before the store sees anything. */
export function sealedDocuments(store: SealedDocumentStore, keys: MeetingKeys): Documents {
  return {
    async put(meeting, document, content) {
      const key = await keys.key(meeting);
      if (key === null) throw new KeyMissing(meeting);
      await store.put(meeting, document, sealed(key, meeting, document, content));
    },
    async get(meeting, document) {
      const key = await keys.key(meeting);
      const stored = key && (await store.get(meeting, document));
      return stored ? opened(key, meeting, document, stored) : null;
    },
    delete: (meeting, document) => store.delete(meeting, document),
    keepOnly: (meeting, documents) => store.keepOnly(meeting, documents),
  };
}

/** The place of sealed documents in memory. */
export function memoryDocuments(): SealedDocumentStore {
  const meetings = new Map<Id, Map<Id, Buffer[]>>();
  return {
    async put(meeting, document, pieces) {
      const kept: Buffer[] = [];
      for await (const piece of pieces) kept.push(piece);
      const documents = meetings.get(meeting) ?? new Map<Id, Buffer[]>();
      meetings.set(meeting, documents.set(document, kept));
    },
    async get(meeting, document) {
      const kept = meetings.get(meeting)?.get(document);
      return kept === undefined ? null : inTurn(kept);
    },
    async delete(meeting, document) {
      meetings.get(meeting)?.delete(document);
    },
    async keepOnly(meeting, wanted) {
      const documents = meetings.get(meeting);
      for (const document of documents?.keys() ?? []) if (!wanted.includes(document)) documents?.delete(document);
    },
  };
}

async function* inTurn(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}
