import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deskBook } from './deskBook.ts';
import { memoryDocuments, sealedDocuments } from './documents.ts';
import { fileDocuments } from './fileDocuments.ts';
import { FileKeys, flushFolder, MemoryKeys } from './keys.ts';
import { memoryCatalog, memoryCredentials, memoryLog, memoryPages, memoryWords } from './memory.ts';
import type { MeetingLog, Storage } from './ports.ts';
import { RedisLog } from './redis.ts';
import { sealedLog } from './sealing.ts';
import { openDatabase } from './sqlite.ts';
import { sqliteCredentials } from './sqliteCredentials.ts';
import { sqliteLog } from './sqliteLog.ts';
import { sqliteCatalog, sqlitePages, sqliteWords } from './sqliteMeetings.ts';
import { identityVault } from './vault.ts';

/** Where everything durable lies. `masterKey` is 32 bytes and wraps the key of each meeting. */
export type StorageOptions =
  | { kind: 'memory' }
  | { kind: 'sqlite'; dataDir: string; masterKey: Buffer }
  | { kind: 'redis'; dataDir: string; masterKey: Buffer; url: string };

function openMemory(): Storage {
  const keys = new MemoryKeys();
  const documents = sealedDocuments(memoryDocuments(), keys);
  return {
    log: sealedLog(memoryLog(), keys),
    vault: identityVault(memoryWords(), keys),
    catalog: memoryCatalog(),
    credentials: memoryCredentials(),
    documents,
    desk: deskBook(memoryPages(), keys, documents),
    keys,
    async close() {},
  };
}

/** The log lies in this node's database unless another is given; all else lies in `dataDir`. */
async function openOnDisk(dataDir: string, masterKey: Buffer, shared: MeetingLog | null): Promise<Storage> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const keys = await FileKeys.open({ folder: join(dataDir, 'keys'), masterKey });
  const db = openDatabase(join(dataDir, 'track2.db'));
  await flushFolder(dataDir);
  const documents = sealedDocuments(fileDocuments(join(dataDir, 'documents')), keys);
  return {
    log: sealedLog(shared ?? sqliteLog(db), keys),
    vault: identityVault(sqliteWords(db), keys),
    catalog: sqliteCatalog(db),
    credentials: sqliteCredentials(db),
    documents,
    desk: deskBook(sqlitePages(db), keys, documents),
    keys,
    async close() {
      if (db.isOpen) db.close();
      await shared?.close();
    },
  };
}

/**
 * Opens everything durable, the log already sealed. Throws `WrongMasterKey` when the folder was made with another
 * master key, `RedisUnreachable` when Redis does not answer. Closed by whoever opened it.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  if (options.kind === 'memory') return openMemory();
  const shared = options.kind === 'redis' ? await RedisLog.open({ url: options.url }) : null;
  try {
    return await openOnDisk(options.dataDir, options.masterKey, shared);
  } catch (error) {
    // The connection would keep the process alive; the error goes on its way.
    await shared?.close();
    throw error;
  }
}
