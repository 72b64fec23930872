import type { DatabaseSync } from 'node:sqlite';
import { Id, WallTime } from '@track2/shared';
import type { SealedPagesStore } from './deskBook.ts';
import type { Catalog } from './ports.ts';
import { inTransaction } from './sqlite.ts';
import type { SealedWordsStore } from './vault.ts';

/** The meetings in the database of this node, in the order of their making. */
export function sqliteCatalog(db: DatabaseSync): Catalog {
  const add = db.prepare('INSERT INTO meeting (id, createdAt) VALUES (?, ?) ON CONFLICT (id) DO NOTHING');
  const all = db.prepare('SELECT id, createdAt FROM meeting ORDER BY createdAt, id');
  return {
    async add({ id, createdAt }) {
      return inTransaction(db, () => Number(add.run(id, createdAt).changes) === 1);
    },
    async meetings() {
      return all.all().map((row) => ({ id: Id.parse(row.id), createdAt: WallTime.parse(row.createdAt) }));
    },
  };
}

/** The place of the encrypted words in the database of this node. */
export function sqliteWords(db: DatabaseSync): SealedWordsStore {
  const put = db.prepare(`
    INSERT INTO words (meeting, sealed) VALUES (?, ?) ON CONFLICT (meeting) DO UPDATE SET sealed = excluded.sealed`);
  const get = db.prepare('SELECT sealed FROM words WHERE meeting = ?');
  return {
    put(meeting, sealed) {
      inTransaction(db, () => put.run(meeting, sealed));
    },
    get(meeting) {
      const sealed = get.get(meeting)?.sealed;
      return sealed instanceof Uint8Array ? Buffer.from(sealed) : null;
    },
  };
}

/** The place of the desk's encrypted pages in the database of this node. */
export function sqlitePages(db: DatabaseSync): SealedPagesStore {
  const put = db.prepare(`
    INSERT INTO deskPage (page, id, number, sealed)
    SELECT ?1, ?2, COALESCE(MAX(number), 0) + 1, ?3 FROM deskPage WHERE page = ?1
    ON CONFLICT (page, id) DO UPDATE SET sealed = excluded.sealed`);
  const get = db.prepare('SELECT sealed FROM deskPage WHERE page = ? AND id = ?');
  const ids = db.prepare('SELECT id FROM deskPage WHERE page = ? ORDER BY number');
  const remove = db.prepare('DELETE FROM deskPage WHERE page = ? AND id = ?');
  return {
    put(page, id, sealed) {
      inTransaction(db, () => put.run(page, id, sealed));
    },
    get(page, id) {
      const sealed = get.get(page, id)?.sealed;
      return sealed instanceof Uint8Array ? Buffer.from(sealed) : null;
    },
    ids: (page) => ids.all(page).map((row) => Id.parse(row.id)),
    delete(page, id) {
      inTransaction(db, () => remove.run(page, id));
    },
  };
}
