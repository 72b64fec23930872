import { randomBytes } from 'node:crypto';
import { link, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileKeys, WrongMasterKey } from './keys.ts';
import { openStorage } from './open.ts';

describe('keys in files', () => {
  const masterKey = randomBytes(32);
  let folder: string;
  let keys: FileKeys;
  const fileOf = (meeting: string): string => join(folder, `${meeting}.key`);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'track2-keys-'));
    keys = await FileKeys.open({ folder, masterKey });
    await keys.create('one');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('lie one to a file, readable by their own user alone, and wrapped', async () => {
    expect(await readdir(folder)).toEqual(['one.key']);
    expect((await stat(fileOf('one'))).mode & 0o777).toBe(0o600);
    const key = await keys.key('one');
    expect((await readFile(fileOf('one'))).includes(key ?? '')).toBe(false);
  });

  it('are overwritten in place when destroyed, and nothing of the old bytes remains', async () => {
    const before = await readFile(fileOf('one'));
    // A second name for the same place on the disk: what happens there is seen through it.
    await link(fileOf('one'), join(folder, 'witness'));
    await keys.destroy('one');
    const after = await readFile(join(folder, 'witness'));
    expect(after).toHaveLength(before.length);
    expect(after).toEqual(await readFile(fileOf('one')));
    for (let at = 0; at + 8 <= before.length; at += 1) expect(after.includes(before.subarray(at, at + 8))).toBe(false);
    expect(await keys.key('one')).toBeNull();
  });

  it('say that the master key is wrong, when opened and when read', async () => {
    const another = randomBytes(32);
    await expect(FileKeys.open({ folder, masterKey: another })).rejects.toThrow(WrongMasterKey);
    await expect(FileKeys.open({ folder, masterKey: another })).rejects.toThrow('The master key does not open');
    const emptyFolder = join(folder, 'empty');
    const late = await FileKeys.open({ folder: emptyFolder, masterKey: another });
    await rename(fileOf('one'), join(emptyFolder, 'one.key'));
    await expect(late.key('one')).rejects.toThrow(WrongMasterKey);
  });

  it('open under any master key when all are destroyed', async () => {
    await keys.destroy('one');
    const later = await FileKeys.open({ folder, masterKey: randomBytes(32) });
    expect(await later.key('one')).toBeNull();
  });

  it('do not pass for the key of another meeting', async () => {
    await rename(fileOf('one'), fileOf('two'));
    await expect(keys.key('two')).rejects.toThrow('meeting two');
  });

  it('are not disturbed by what a crash left behind', async () => {
    await writeFile(join(folder, 'a-b-c.new'), 'half');
    await writeFile(join(folder, 'notes.txt'), 'x');
    const later = await FileKeys.open({ folder, masterKey });
    expect(await later.key('one')).toEqual(await keys.key('one'));
  });

  it('never leave their folder', async () => {
    await expect(keys.create('../outside')).rejects.toThrow(Error);
    await expect(keys.key('../keys/one')).rejects.toThrow(Error);
  });

  it('need a master key of 32 bytes', async () => {
    await expect(FileKeys.open({ folder, masterKey: Buffer.alloc(16) })).rejects.toThrow('32 bytes');
  });
});

describe('a store under another master key', () => {
  it('does not open', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'track2-keys-'));
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey: randomBytes(32) });
    await storage.keys.create('one');
    await storage.close();
    const open = openStorage({ kind: 'sqlite', dataDir, masterKey: randomBytes(32) });
    await expect(open).rejects.toThrow(WrongMasterKey);
    await rm(dataDir, { recursive: true });
  });
});
