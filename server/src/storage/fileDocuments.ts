import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Id } from '@track2/shared';
import type { SealedDocumentStore } from './documents.ts';
import { flushFolder } from './keys.ts';

// No id has a dot in it, so a document that is still being written is never taken for one.
const unfinished = '.new';

/**
 * Sealed documents in files of their own, `FOLDER/MEETING/DOCUMENT`, for this user alone (0600). A file has its name
 * once all of it is on the disk; what a crash left unfinished goes with the next `keepOnly`.
 */
export function fileDocuments(folder: string): SealedDocumentStore {
  // Ids are checked again before they become file names.
  const folderOf = (meeting: Id): string => join(folder, Id.parse(meeting));
  const fileOf = (meeting: Id, document: Id): string => join(folderOf(meeting), Id.parse(document));

  return {
    async put(meeting, document, pieces) {
      const file = fileOf(meeting, document);
      const made = await mkdir(folderOf(meeting), { recursive: true, mode: 0o700 });
      if (made !== undefined) for (const parent of [folder, dirname(folder)]) await flushFolder(parent);
      const temporary = join(folderOf(meeting), `${randomUUID()}${unfinished}`);
      try {
        await writeAndFlush(temporary, pieces);
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await flushFolder(folderOf(meeting));
    },
    async get(meeting, document) {
      const file = fileOf(meeting, document);
      try {
        await access(file);
      } catch (error) {
        // Nothing there is an answer, not a fault.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
      return piecesOf(file);
    },
    async delete(meeting, document) {
      await rm(fileOf(meeting, document), { force: true });
    },
    async keepOnly(meeting, documents) {
      const names = await readdir(folderOf(meeting)).catch((error: NodeJS.ErrnoException) => {
        // No document was ever put there.
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const surplus = names.filter((name) => !documents.includes(name));
      await Promise.all(surplus.map((name) => rm(join(folderOf(meeting), name), { force: true })));
    },
  };
}

/** Opened by the first reading, so that nothing stays open where nobody reads. */
async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  yield* createReadStream(file) as AsyncIterable<Buffer>;
}

async function writeAndFlush(file: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
