import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arriving, read } from './documentsContract.ts';
import { newMeeting } from './examples.ts';
import { openStorage } from './open.ts';
import type { Storage } from './ports.ts';

const sealedPieceBytes = 65_536 + 28;

describe('documents in files', () => {
  const content = randomBytes(200_000);
  let dataDir: string;
  let storage: Storage;
  let meeting: string;
  let folder: string;
  const fileOf = (document: string): string => join(folder, document);
  const reading = (document = 'd-1') => read(storage.documents, meeting, document);
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'track2-documents-'));
    storage = await openStorage({ kind: 'sqlite', dataDir, masterKey: randomBytes(32) });
    meeting = await newMeeting(storage);
    folder = join(dataDir, 'documents', meeting);
    await storage.documents.put(meeting, 'd-1', arriving(content));
  });
  afterEach(async () => {
    await storage.close();
    await rm(dataDir, { recursive: true });
  });

  it('lie one to a file, for their own user alone, and without a byte in the clear', async () => {
    expect(await readdir(folder)).toEqual(['d-1']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(fileOf('d-1'))).mode & 0o777).toBe(0o600);
    const stored = await readFile(fileOf('d-1'));
    // Wherever a piece of the file begins: some run of 16 bytes would turn up.
    for (let at = 0; at + 16 <= content.length; at += 4096)
      expect(stored.includes(content.subarray(at, at + 16))).toBe(false);
  });

  it.each([
    ['cut off within a piece', 100_000],
    ['cut off between two pieces', 2 * sealedPieceBytes],
    ['cut off to a stump', 10],
    ['emptied', 0],
  ])('do not open when %s', async (_, length) => {
    await truncate(fileOf('d-1'), length);
    await expect(reading()).rejects.toThrow(Error);
  });

  it('do not open when a byte is changed, a piece moved, or one added', async () => {
    const stored = await readFile(fileOf('d-1'));
    const changed = Buffer.from(stored);
    changed.writeUInt8(changed.readUInt8(150_000) ^ 1, 150_000);
    const first = stored.subarray(0, sealedPieceBytes);
    const second = stored.subarray(sealedPieceBytes, 2 * sealedPieceBytes);
    const rest = stored.subarray(2 * sealedPieceBytes);
    const forgeries = [changed, [second, first, rest], [first, first, second, rest], [stored, rest], [second, rest]];
    for (const forgery of forgeries) {
      await writeFile(fileOf('d-1'), Array.isArray(forgery) ? Buffer.concat(forgery) : forgery);
      await expect(reading()).rejects.toThrow(Error);
    }
    await writeFile(fileOf('d-1'), Buffer.concat([first, second, rest]));
    expect((await reading())?.equals(content)).toBe(true);
  });

  it('do not pass for another document, nor for one of another meeting', async () => {
    await copyFile(fileOf('d-1'), fileOf('d-2'));
    await expect(reading('d-2')).rejects.toThrow(Error);
    const other = await newMeeting(storage);
    await storage.documents.put(other, 'd-1', arriving(content));
    await copyFile(fileOf('d-1'), join(dataDir, 'documents', other, 'd-1'));
    await expect(read(storage.documents, other, 'd-1')).rejects.toThrow(Error);
  });

  it('are not disturbed by what a crash left behind, which goes with what is not wanted', async () => {
    await writeFile(fileOf('a-b-c.new'), 'half');
    expect((await reading())?.equals(content)).toBe(true);
    await storage.documents.keepOnly(meeting, ['d-1']);
    expect(await readdir(folder)).toEqual(['d-1']);
  });

  it('leave no file behind when the sender breaks off', async () => {
    async function* breakingOff(): AsyncGenerator<Uint8Array> {
      yield randomBytes(100_000);
      expect((await readdir(folder)).length).toBe(2);
      throw new Error('gone');
    }
    await expect(storage.documents.put(meeting, 'd-2', breakingOff())).rejects.toThrow('gone');
    expect(await readdir(folder)).toEqual(['d-1']);
  });

  it('never leave their folder', async () => {
    await expect(storage.documents.put(meeting, '../outside', arriving(content))).rejects.toThrow(Error);
    await expect(storage.documents.get(meeting, '../../track2.db')).rejects.toThrow(Error);
    await expect(storage.documents.delete(meeting, '../../track2.db')).rejects.toThrow(Error);
  });
});
