import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Each runs once, in its own transaction, in this order; the number of those that ran is the database's
 * `user_version`. A migration that was ever released is never changed: a new one is added.
 */
const migrations = [
  `
  CREATE TABLE meeting (
    id TEXT PRIMARY KEY,
    createdAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The highest epoch that wrote, and the clock. The sequence is that of the last entry.
  CREATE TABLE head (
    meeting TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    at REAL NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE entry (
    meeting TEXT NOT NULL,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    at REAL NOT NULL,
    wall INTEGER NOT NULL,
    actor TEXT,
    events TEXT NOT NULL,
    PRIMARY KEY (meeting, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE reply (
    meeting TEXT NOT NULL,
    member TEXT NOT NULL,
    commandId TEXT NOT NULL,
    payloadHash TEXT NOT NULL,
    ack TEXT NOT NULL,
    PRIMARY KEY (meeting, member, commandId)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE words (
    meeting TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE link (
    hash TEXT PRIMARY KEY,
    holderKey TEXT NOT NULL,
    meeting TEXT,
    holder TEXT NOT NULL,
    issuedAt INTEGER NOT NULL,
    exchangedAt INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX linkOfHolder ON link (holderKey);

  CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    holderKey TEXT NOT NULL,
    meeting TEXT,
    holder TEXT NOT NULL,
    startedAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessionOfHolder ON session (holderKey);
  `,
  // Conveners become several: who was the only one is the first. Seat and role of a holder were read by nothing.
  `
  CREATE TABLE deskPage (
    page TEXT NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (page, id)
  ) STRICT, WITHOUT ROWID;

  UPDATE link SET holderKey = 'convener/first', holder = '{"kind":"convener","convener":"first"}'
    WHERE holderKey = 'convener';
  UPDATE session SET holderKey = 'convener/first', holder = '{"kind":"convener","convener":"first"}'
    WHERE holderKey = 'convener';
  UPDATE link SET holder = json_remove(holder, '$.seat', '$.role');
  UPDATE session SET holder = json_remove(holder, '$.seat', '$.role');
  `,
];

/** How long a write waits for another process before it fails, in milliseconds; nothing else runs meanwhile. */
const busyMs = 2000;
/** SQLite's extended result codes, by which its errors are told apart. */
const busy = 5;
const takenCodes = [1555 /* primary key */, 2067 /* unique */];

const errorCode = (error: unknown): unknown =>
  error instanceof Error && 'errcode' in error ? error.errcode : undefined;

/** Whether an insert failed because its key is taken. */
export const isTaken = (error: unknown): boolean => takenCodes.some((code) => code === errorCode(error));

/** Another process held the database for too long. Nothing was written. */
export class DatabaseBusy extends Error {
  constructor(cause: unknown) {
    super(`the database was held by another process for more than ${busyMs} ms`, { cause });
  }
}

/** Runs `work` in one write transaction: all of it is durable when this returns, or nothing of it was written. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // Only to leave no transaction open behind it; the error goes on its way.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw errorCode(error) === busy ? new DatabaseBusy(error) : error;
  }
}

function migrate(db: DatabaseSync, file: string): void {
  inTransaction(db, () => {
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    if (version > migrations.length) {
      throw new Error(
        `${file} was written by a newer version of the platform (its form is ${version}); start that one`,
      );
    }
    for (const migration of migrations.slice(version)) db.exec(migration);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

/**
 * Opens the database of a node and brings its tables up to date. Every commit is flushed to the disk
 * (`synchronous=FULL`). Whoever opens it closes it; throws when the file is not a database or from a newer version.
 */
export function openDatabase(file: string): DatabaseSync {
  // Made before SQLite would make it, as SQLite gives its journals the rights of this file.
  closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: busyMs });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
