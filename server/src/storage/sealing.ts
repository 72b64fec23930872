import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Id, LoggedEvent, upcast } from '@track2/shared';
import type { LogEntry, MeetingKeys, MeetingLog } from './ports.ts';

const ivBytes = 12;
const tagBytes = 16;

/** How many bytes longer a sealed text is than the plain one. */
export const sealedOverheadBytes = ivBytes + tagBytes;

/**
 * Encrypts with AES-256-GCM under a 256-bit key: a fresh 96-bit iv, the ciphertext, the tag. `bound` must be given
 * again to open it, so that what was sealed for one place cannot be put into another.
 */
export function seal(key: Buffer, bound: string, plain: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what {@link seal} made. Throws when key or `bound` is another, or when a byte was changed. */
export function unseal(key: Buffer, bound: string, sealed: Buffer): Buffer {
  if (sealed.length < sealedOverheadBytes) throw new Error('too short to be sealed');
  const tagAt = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(tagAt));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes, tagAt)), decipher.final()]);
}

/** There is no key to seal with: the meeting was purged, or its key was never made. Nothing was written. */
export class KeyMissing extends Error {
  constructor(meeting: Id) {
    super(`meeting ${meeting} has no key: it was purged, or its key was never made`);
  }
}

/** A copy of a JSON value in which `swap` has replaced the objects for which it gives another value than null. */
function swapObjects(value: unknown, swap: (object: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => swapObjects(part, swap));
  if (typeof value !== 'object' || value === null) return value;
  return (
    swap(value) ?? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, swapObjects(part, swap)]))
  );
}

const soleProperty = (object: object, name: string): unknown =>
  Object.keys(object).length === 1 ? Reflect.get(object, name) : undefined;

/** The text of an object of the shape of `SealedText` or `SealedWords`; undefined for any other object. */
function textOf(object: object): unknown {
  const text = soleProperty(object, 'text');
  if (typeof text === 'string') return text;
  const isWords = typeof text === 'object' && text !== null && Object.values(text).every((w) => typeof w === 'string');
  return isWords ? text : undefined;
}

/** Whatever no schema names is dropped here: a field nobody declared could hold words that nobody seals. */
function parseEvents(meeting: Id, seq: number, events: unknown[]): LoggedEvent[] {
  return events.map((event) => {
    const parsed = LoggedEvent.safeParse(event);
    if (!parsed.success)
      throw new Error(`entry ${seq} of meeting ${meeting} has an unknown form`, { cause: parsed.error });
    return parsed.data;
  });
}

/** What is written must be readable again, so an event outside its schema is refused before it reaches the log. */
async function sealEntry(keys: MeetingKeys, meeting: Id, entry: LogEntry): Promise<LogEntry> {
  const plain = parseEvents(meeting, entry.seq, entry.events);
  let holdsText = false;
  swapObjects(plain, (object) => {
    holdsText ||= textOf(object) !== undefined;
    return null;
  });
  if (!holdsText) return { ...entry, events: plain };
  const key = await keys.key(meeting);
  if (key === null) throw new KeyMissing(meeting);
  const sealed = swapObjects(plain, (object) => {
    const text = textOf(object);
    if (text === undefined) return null;
    return { sealed: seal(key, meeting, Buffer.from(JSON.stringify(text))).toString('base64url') };
  });
  // Below the codec the same events travel with other leaves; only the codec looks at them.
  return { ...entry, events: sealed as LoggedEvent[] };
}

function openEntry(key: Buffer | null, meeting: Id, entry: LogEntry): LogEntry {
  const opened = swapObjects(entry.events, (object) => {
    const sealed = soleProperty(object, 'sealed');
    if (typeof sealed !== 'string') return null;
    if (key === null) return { purged: true };
    return { text: JSON.parse(unseal(key, meeting, Buffer.from(sealed, 'base64url')).toString()) as unknown };
  });
  return { ...entry, events: parseEvents(meeting, entry.seq, (opened as unknown[]).map(upcast)) };
}

/**
 * A log whose texts lie below it encrypted: every `{ text }` of an event becomes `{ sealed }` under the meeting's key
 * and comes back as it was, or as `{ purged: true }` once the key is gone. Throws {@link KeyMissing} for a text without
 * a key. Closing it closes the log below.
 */
export function sealedLog(log: MeetingLog, keys: MeetingKeys): MeetingLog {
  return {
    async load(meeting, afterSeq) {
      const loaded = await log.load(meeting, afterSeq);
      const key = await keys.key(meeting);
      return { ...loaded, entries: loaded.entries.map((entry) => openEntry(key, meeting, entry)) };
    },
    async append(meeting, append) {
      const entry = append.entry && (await sealEntry(keys, meeting, append.entry));
      return log.append(meeting, { ...append, entry });
    },
    reply: (meeting, member, commandId) => log.reply(meeting, member, commandId),
    saveClock: (meeting, epoch, at) => log.saveClock(meeting, epoch, at),
    close: () => log.close(),
  };
}
