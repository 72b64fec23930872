import { randomBytes, randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Id } from '@track2/shared';
import type { MeetingKeys } from './ports.ts';
import { seal, unseal } from './sealing.ts';

const keyBytes = 32;
// A destroyed file is random from its first byte, so this tells it from one that another master key wrapped.
const liveMark = Buffer.from('T2KEY-v1');
const suffix = '.key';

/** The master key given now is not the one that wrapped the keys of these meetings. */
export class WrongMasterKey extends Error {
  constructor(meeting: Id, cause: unknown) {
    super(
      `The master key does not open the key of meeting ${meeting}: it is not the master key that this data folder was made with. Give back that one; without it the words of these meetings cannot be read`,
      { cause },
    );
  }
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
const bound = (meeting: Id): string => `${meeting}/key`;

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    // A meeting without a file has no key: that is an answer, not a fault.
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** A file that was added to a folder survives a power cut only when the folder itself was flushed. */
export async function flushFolder(folder: string): Promise<void> {
  await withFile(folder, 'r', (handle) => handle.sync());
}

async function withFile<T>(file: string, flags: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, flags, 0o600);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/**
 * The key of each meeting in a file of its own, wrapped by the operator's master key. A destroyed key leaves its file
 * behind, all random bytes. NOTE: overwriting in place reaches the old bytes on file systems that write in place (ext4,
 * xfs); on those that copy (btrfs, zfs, snapshots, most SSD controllers) they may stay readable to who holds the disk
 * and the master key.
 */
export class FileKeys implements MeetingKeys {
  readonly #folder: string;
  readonly #masterKey: Buffer;

  private constructor(folder: string, masterKey: Buffer) {
    this.#folder = folder;
    this.#masterKey = masterKey;
  }

  /** Makes the folder where it is missing. Throws {@link WrongMasterKey} when a key in it was wrapped by another. */
  static async open({ folder, masterKey }: { folder: string; masterKey: Buffer }): Promise<FileKeys> {
    if (masterKey.length !== keyBytes) throw new Error(`the master key must be ${keyBytes} bytes long`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const keys = new FileKeys(folder, masterKey);
    for (const name of await readdir(folder)) {
      const meeting = Id.safeParse(name.slice(0, -suffix.length));
      // One that opens is proof enough; destroyed ones prove nothing.
      if (name.endsWith(suffix) && meeting.success && (await keys.key(meeting.data)) !== null) break;
    }
    return keys;
  }

  /** A key that is there already is kept. Throws when it was destroyed: a purged meeting does not come back. */
  async create(meeting: Id): Promise<void> {
    const file = this.#file(meeting);
    const temporary = join(this.#folder, `${randomUUID()}.new`);
    await withFile(temporary, 'wx', async (handle) => {
      await handle.writeFile(Buffer.concat([liveMark, seal(this.#masterKey, bound(meeting), randomBytes(keyBytes))]));
      await handle.sync();
    });
    try {
      // A second name for the same bytes, not a copy: there is never a key that destroy does not reach.
      await link(temporary, file);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      if ((await this.key(meeting)) === null)
        throw new Error(`the key of meeting ${meeting} was destroyed`, { cause: error });
    } finally {
      await unlink(temporary);
    }
    await flushFolder(this.#folder);
  }

  async key(meeting: Id): Promise<Buffer | null> {
    const stored = await readIfThere(this.#file(meeting));
    if (!stored?.subarray(0, liveMark.length).equals(liveMark)) return null;
    try {
      return unseal(this.#masterKey, bound(meeting), stored.subarray(liveMark.length));
    } catch (error) {
      throw new WrongMasterKey(meeting, error);
    }
  }

  async destroy(meeting: Id): Promise<void> {
    const file = this.#file(meeting);
    const stored = await readIfThere(file);
    if (stored === null) return;
    await withFile(file, 'r+', async (handle) => {
      await handle.write(randomBytes(stored.length), 0, stored.length, 0);
      await handle.datasync();
    });
  }

  /** Ids are checked again before they become file names. */
  #file(meeting: Id): string {
    return join(this.#folder, `${Id.parse(meeting)}${suffix}`);
  }
}

/** The keys of a store that lives in memory and ends with the process. */
export class MemoryKeys implements MeetingKeys {
  /** Null where the key was destroyed. */
  readonly #keys = new Map<Id, Buffer | null>();

  async create(meeting: Id): Promise<void> {
    const known = this.#keys.get(meeting);
    if (known === null) throw new Error(`the key of meeting ${meeting} was destroyed`);
    if (known === undefined) this.#keys.set(meeting, randomBytes(keyBytes));
  }

  async key(meeting: Id): Promise<Buffer | null> {
    const key = this.#keys.get(meeting);
    return key ? Buffer.from(key) : null;
  }

  async destroy(meeting: Id): Promise<void> {
    const key = this.#keys.get(meeting);
    if (!key) return;
    key.fill(0);
    this.#keys.set(meeting, null);
  }
}
