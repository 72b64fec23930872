import { randomBytes } from 'node:crypto';
import { LoggedEvent } from '@track2/shared';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { appendOf, entryOf } from './examples.ts';
import { MemoryKeys } from './keys.ts';
import { memoryLog } from './memory.ts';
import type { Append, MeetingLog } from './ports.ts';
import { KeyMissing, seal, sealedLog, unseal } from './sealing.ts';

const plainValues = ['id-1', 'en', 1, 5, 60_000, true, null];

/** Values that a schema takes, every free string in them marked with its path, every branch of a union in one of them. */
function examplesOf(schema: z.core.$ZodType, path: string): unknown[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'literal':
      return def.values.slice(0, 1);
    case 'enum':
      return Object.values(def.entries).slice(0, 1);
    case 'nullable':
    case 'optional':
      return examplesOf(def.innerType, path);
    case 'union':
      return def.options.flatMap((option) => examplesOf(option, path));
    case 'array':
      return [examplesOf(def.element, path)];
    case 'record':
      return examplesOf(def.valueType, path).map((value) => ({ en: value }));
    case 'object': {
      const parts = Object.entries(def.shape).map(
        ([name, part]) => [name, examplesOf(part, `${path}.${name}`)] as const,
      );
      return Array.from({ length: Math.max(...parts.map(([, values]) => values.length)) }, (_, index) =>
        Object.fromEntries(parts.map(([name, values]) => [name, values[index % values.length]])),
      );
    }
    default: {
      const candidates = [`MARK-${path}-`, ...plainValues];
      const taken = candidates.find((value) => z.safeParse(schema, value).success);
      if (taken === undefined) throw new Error(`no example of ${path} (${def.type})`);
      return [taken];
    }
  }
}

const typeOf = (option: z.core.$ZodType): string => {
  const { def } = (option as z.core.$ZodTypes)._zod;
  if (def.type !== 'object') throw new Error('a logged event is an object');
  return String(examplesOf(def.shape.type ?? option, 'type')[0]);
};

const schemas = LoggedEvent._zod.def.options.map((option) => ({ type: typeOf(option), option }));
const examples = schemas.flatMap(({ type, option }) =>
  examplesOf(option, type).map((event) => ({ type, event: LoggedEvent.parse(event) })),
);

const meeting = 'meeting-1';
const appendEvents = (seq: number, events: LoggedEvent[]): Append => ({
  ...appendOf(seq),
  entry: { ...entryOf(seq), events },
});

const marksIn = (value: unknown): string[] => [...new Set(JSON.stringify(value).match(/MARK-.*?-/g))];

/** The marks that an adapter gets to see when every example goes through `log` into `inner`. */
async function marksBelow(log: MeetingLog, inner: MeetingLog): Promise<string[]> {
  for (const [index, { event }] of examples.entries()) await log.append(meeting, appendEvents(index + 1, [event]));
  return marksIn(await inner.load(meeting));
}

/** Planted bug: the texts of one kind of event pass unsealed. */
const forgetfulCodec = (inner: MeetingLog, keys: MemoryKeys, forgotten: LoggedEvent['type']): MeetingLog => ({
  ...sealedLog(inner, keys),
  append: (id, append) =>
    (append.entry?.events.some(({ type }) => type === forgotten) ? inner : sealedLog(inner, keys)).append(id, append),
});

describe('the sealed log', () => {
  let inner: MeetingLog;
  let keys: MemoryKeys;
  let log: MeetingLog;
  beforeEach(async () => {
    inner = memoryLog();
    keys = new MemoryKeys();
    await keys.create(meeting);
    log = sealedLog(inner, keys);
  });

  it('lets no free text of any logged event reach the store, the time zone alone excepted', async () => {
    // A new mark here is a new `z.string()` in an event: declare it SealedText, or give it a pattern.
    expect(await marksBelow(log, inner)).toEqual([
      'MARK-session.created.timeZone-',
      'MARK-session.revised.plan.timeZone-',
    ]);
  });

  it('is tested with every logged event and with marks in all that is sealed', () => {
    expect(new Set(examples.map(({ type }) => type))).toEqual(new Set(schemas.map(({ type }) => type)));
    const marked = examples.filter(({ event }) => JSON.stringify(event).includes('{"text":'));
    expect(new Set(marked.map(({ type }) => type))).toContain('questions.submitted');
    for (const { event } of marked) expect(JSON.stringify(event)).toMatch(/\{"text":("MARK-|\{"en":"MARK-)/);
  });

  it('is caught by the same test when it forgets one kind of event', async () => {
    const marks = await marksBelow(forgetfulCodec(inner, keys, 'questions.submitted'), inner);
    expect(marks).toContain('MARK-questions.submitted.question.text.text-');
  });

  it('gives every logged event back as it was', async () => {
    await marksBelow(log, inner);
    const { entries } = await log.load(meeting);
    expect(entries.flatMap(({ events }) => events)).toEqual(examples.map(({ event }) => event));
  });

  it('gives every logged event back with its texts purged once the key is gone', async () => {
    await marksBelow(log, inner);
    await keys.destroy(meeting);
    const { entries } = await log.load(meeting);
    expect(entries.map(({ events }) => events[0]?.type)).toEqual(examples.map(({ type }) => type));
    expect(JSON.stringify(entries)).toContain('{"purged":true}');
    expect(marksIn(entries)).toEqual(['MARK-session.created.timeZone-', 'MARK-session.revised.plan.timeZone-']);
  });

  it('gives back any text, in any script', async () => {
    let seq = 0;
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, async (topic) => {
        seq += 1;
        await log.append(meeting, { ...appendOf(seq), entry: entryOf(seq, 1, topic) });
        expect((await log.load(meeting, seq - 1)).entries).toEqual([entryOf(seq, 1, topic)]);
      }),
    );
  });

  it('seals the same text differently each time', async () => {
    await log.append(meeting, { ...appendOf(1), entry: entryOf(1, 1, 'same') });
    await log.append(meeting, { ...appendOf(2), entry: entryOf(2, 1, 'same') });
    const sealed = (await inner.load(meeting)).entries.map(
      ({ events }) => /"sealed":"([\w-]+)"/.exec(JSON.stringify(events))?.[1],
    );
    expect(sealed[0]).toMatch(/^[\w-]{40,}$/);
    expect(sealed[0]).not.toBe(sealed[1]);
  });

  it('does not open what was sealed for another meeting, even under the same key', async () => {
    const key = randomBytes(32);
    const oneKey = { create: async () => {}, key: async () => key, destroy: async () => {} };
    const careless = sealedLog(inner, oneKey);
    await careless.append(meeting, appendOf(1));
    const [entry] = (await inner.load(meeting)).entries;
    await inner.append('meeting-2', { ...appendOf(1), entry: entry ?? null });
    expect((await careless.load(meeting)).entries).toEqual([entryOf(1)]);
    await expect(careless.load('meeting-2')).rejects.toThrow(Error);
  });

  it('writes an event without text when there is no key, and refuses one with', async () => {
    expect(await log.append('keyless', appendEvents(1, [{ type: 'session.takenOver' }]))).toBe('appended');
    await expect(log.append('keyless', appendOf(2))).rejects.toThrow(KeyMissing);
  });

  it('drops what no schema names, and refuses what no schema takes', async () => {
    const smuggled = { type: 'session.takenOver', remark: 'MARK' } as LoggedEvent;
    await log.append(meeting, appendEvents(1, [smuggled]));
    expect(JSON.stringify(await inner.load(meeting))).not.toContain('MARK');
    const unknown = { type: 'session.unheardOf' } as unknown as LoggedEvent;
    await expect(log.append(meeting, appendEvents(2, [unknown]))).rejects.toThrow('unknown form');
  });
});

describe('sealing', () => {
  const key = randomBytes(32);

  it('opens only what nobody changed', () => {
    const sealed = seal(key, 'here', Buffer.from('text'));
    expect(unseal(key, 'here', sealed).toString()).toBe('text');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, 'here', changed)).toThrow(Error);
      expect(() => unseal(key, 'here', sealed.subarray(0, at))).toThrow(Error);
    }
    expect(() => unseal(key, 'there', sealed)).toThrow(Error);
    expect(() => unseal(randomBytes(32), 'here', sealed)).toThrow(Error);
  });
});
