import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storageContract } from './contract.ts';
import { type DurableStand, durableContract } from './durableContract.ts';
import { appendOf, newMeeting } from './examples.ts';
import { openStorage } from './open.ts';
import { DatabaseBusy, openDatabase } from './sqlite.ts';

const masterKey = randomBytes(32);
const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'track2-sqlite-'));

async function openStand(): Promise<DurableStand> {
  const dataDir = await newFolder();
  let storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
  return {
    storage,
    async reopen() {
      await storage.close();
      storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
      return storage;
    },
    async close() {
      await storage.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

storageContract('sqlite', openStand);
durableContract('sqlite', openStand);

describe('the database of a node', () => {
  let dataDir: string;
  let file: string;
  beforeEach(async () => {
    dataDir = await newFolder();
    file = join(dataDir, 'track2.db');
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('flushes every commit to the disk', () => {
    const db = openDatabase(file);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    db.close();
  });

  it('is readable by its own user alone, journals and keys too', async () => {
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    const meeting = await newMeeting(storage);
    await storage.log.append(meeting, appendOf(1));
    const names = await readdir(dataDir, { recursive: true });
    const modes = await Promise.all(
      names.filter((name) => name !== 'keys').map(async (name) => (await stat(join(dataDir, name))).mode & 0o777),
    );
    expect(names).toContain(join('keys', `${meeting}.key`));
    expect(names).toContain('track2.db-wal');
    expect(new Set(modes)).toEqual(new Set([0o600]));
    await storage.close();
  });

  it('is closed twice without harm', async () => {
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    await storage.close();
    await expect(storage.close()).resolves.toBeUndefined();
  });

  it('lets one of two processes write first and tells the other what came between', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => openStorage({ kind: 'sqlite', dataDir, masterKey })));
    if (!one || !two) throw new Error('two stores were opened');
    const meeting = await newMeeting(one);
    expect(await one.log.append(meeting, appendOf(1, 1))).toBe('appended');
    expect(await two.log.append(meeting, appendOf(1, 1))).toBe('conflict');
    expect(await two.log.append(meeting, appendOf(2, 2))).toBe('appended');
    expect(await one.log.append(meeting, appendOf(3, 1))).toBe('stale');
    await one.close();
    await two.close();
  });

  it('fails by its name when another process holds it', async () => {
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    const meeting = await newMeeting(storage);
    const holder = new DatabaseSync(file);
    holder.exec('BEGIN IMMEDIATE');
    await expect(storage.log.append(meeting, appendOf(1))).rejects.toThrow(DatabaseBusy);
    holder.exec('ROLLBACK');
    holder.close();
    expect(await storage.log.append(meeting, appendOf(1))).toBe('appended');
    await storage.close();
  });

  it('takes the one convener of an older database as the first, and whoever held a seat as before', async () => {
    const before = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    await before.close();
    const older = new DatabaseSync(file);
    const add = older.prepare('INSERT INTO link (hash, holderKey, meeting, holder, issuedAt) VALUES (?, ?, ?, ?, 1)');
    add.run('c', 'convener', null, '{"kind":"convener"}');
    add.run('m', 'member/m-1/ann', 'm-1', '{"kind":"member","meeting":"m-1","member":"ann","seat":"s","role":"chair"}');
    older.exec('DROP TABLE deskPage; PRAGMA user_version = 1');
    older.close();
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    expect(await storage.credentials.links(null)).toMatchObject([{ holder: { kind: 'convener', convener: 'first' } }]);
    const member = { kind: 'member', meeting: 'm-1', member: 'ann' } as const;
    expect(await storage.credentials.exchangeLink('m', 'session', 2)).toEqual({ outcome: 'exchanged', holder: member });
    expect(await storage.credentials.holders('m-1')).toEqual([member]);
    await storage.credentials.end({ kind: 'convener', convener: 'first' });
    expect(await storage.credentials.exchangeLink('c', 'x', 2)).toEqual({ outcome: 'unknown' });
    await storage.close();
  });

  it('does not open what a newer version wrote', () => {
    const db = openDatabase(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => openDatabase(file)).toThrow('newer version');
  });

  it('gives an unreadable entry no chance', async () => {
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    const meeting = await newMeeting(storage);
    await storage.log.append(meeting, appendOf(1));
    const vandal = new DatabaseSync(file);
    vandal.exec(`UPDATE entry SET events = '[{"type":"speakers.listClosed"}]'`);
    vandal.close();
    await expect(storage.log.load(meeting)).rejects.toThrow(`entry 1 of meeting ${meeting} has an unknown form`);
    await storage.close();
  });
});
