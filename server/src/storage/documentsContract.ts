import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newMeeting } from './examples.ts';
import type { Documents } from './ports.ts';
import type { OpenStand, Stand } from './stand.ts';

/** The bytes as a network brings them: in parts of this length. */
export async function* arriving(bytes: Uint8Array, partBytes = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes);
}

/** All of a document, or null. */
export async function read(documents: Documents, meeting: string, document: string): Promise<Buffer | null> {
  const pieces = await documents.get(meeting, document);
  return pieces && buffer(pieces);
}

/** What every store must do with the files of a meeting. */
export function documentsContract(name: string, open: OpenStand): void {
  describe(`the documents in ${name}`, () => {
    let stand: Stand;
    let documents: Documents;
    let meeting: string;
    beforeEach(async () => {
      stand = await open();
      documents = stand.storage.documents;
      meeting = await newMeeting(stand.storage);
    });
    afterEach(() => stand.close());

    const has = async (id: string, at = meeting): Promise<boolean> => (await read(documents, at, id)) !== null;

    it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('give back a document of %d bytes', async (length) => {
      const content = randomBytes(length);
      await documents.put(meeting, 'd-1', arriving(content));
      expect((await read(documents, meeting, 'd-1'))?.equals(content)).toBe(true);
    });

    it('are found under their own meeting and id alone', async () => {
      const other = await newMeeting(stand.storage);
      await documents.put(meeting, 'd-1', arriving(Buffer.from('one')));
      await documents.put(meeting, 'd-2', arriving(Buffer.from('two')));
      await documents.put(other, 'd-1', arriving(Buffer.from('other')));
      expect(String(await read(documents, meeting, 'd-1'))).toBe('one');
      expect(String(await read(documents, meeting, 'd-2'))).toBe('two');
      expect(String(await read(documents, other, 'd-1'))).toBe('other');
      expect(await documents.get(other, 'd-2')).toBeNull();
      expect(await documents.get('nowhere', 'd-1')).toBeNull();
    });

    it('leave nothing of one that breaks off, and keep what was there before', async () => {
      async function* breakingOff(): AsyncGenerator<Uint8Array> {
        yield* arriving(randomBytes(200_000));
        throw new Error('the sender is gone');
      }
      await documents.put(meeting, 'd-1', arriving(Buffer.from('before')));
      for (const id of ['d-1', 'd-2'])
        await expect(documents.put(meeting, id, breakingOff())).rejects.toThrow('the sender is gone');
      expect(String(await read(documents, meeting, 'd-1'))).toBe('before');
      expect(await documents.get(meeting, 'd-2')).toBeNull();
    });

    it('are gone when deleted, which twice is no error', async () => {
      await documents.put(meeting, 'd-1', arriving(Buffer.from('one')));
      await documents.put(meeting, 'd-2', arriving(Buffer.from('two')));
      await documents.delete(meeting, 'd-1');
      await documents.delete(meeting, 'd-1');
      await documents.delete('nowhere', 'd-1');
      expect([await has('d-1'), await has('d-2')]).toEqual([false, true]);
    });

    it('are reduced to those that are wanted, in one meeting', async () => {
      const other = await newMeeting(stand.storage);
      for (const id of ['d-1', 'd-2', 'd-3']) await documents.put(meeting, id, arriving(Buffer.from(id)));
      await documents.put(other, 'd-1', arriving(Buffer.from('other')));
      await documents.keepOnly(meeting, ['d-2', 'd-9']);
      await documents.keepOnly('nowhere', []);
      expect(await Promise.all(['d-1', 'd-2', 'd-3'].map((id) => has(id)))).toEqual([false, true, false]);
      expect(await has('d-1', other)).toBe(true);
    });

    it('cannot be read or written once the key of their meeting is destroyed', async () => {
      await documents.put(meeting, 'd-1', arriving(Buffer.from('one')));
      await stand.storage.keys.destroy(meeting);
      expect(await documents.get(meeting, 'd-1')).toBeNull();
      await expect(documents.put(meeting, 'd-2', arriving(Buffer.from('two')))).rejects.toThrow('has no key');
      await expect(documents.put('keyless', 'd-1', arriving(Buffer.from('one')))).rejects.toThrow('has no key');
    });
  });
}
