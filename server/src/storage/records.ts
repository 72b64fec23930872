import { Id, type LoggedEvent, MeetingTime, type Refusal, Role, WallTime } from '@track2/shared';
import * as z from 'zod';
import type { Holder, LogEntry, MeetingWords, StoredReply } from './ports.ts';

// What a store gives back is outside data: it is parsed here, once, and trusted afterwards.

const hasString = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, key) === 'string';

const Whole = z.int().nonnegative();

/** Events are still sealed at this edge, so only their envelope is known; the codec parses them once they are open. */
const Entry: z.ZodType<LogEntry> = z.object({
  seq: Whole,
  epoch: Whole,
  at: MeetingTime,
  wall: WallTime,
  by: z.nullable(Id),
  events: z.array(z.custom<LoggedEvent>((event) => hasString(event, 'type'))),
});

const Reply: z.ZodType<StoredReply> = z.object({
  member: Id,
  commandId: z.string(),
  payloadHash: z.string(),
  ack: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('applied'), seq: Whole }),
    z.object({
      outcome: z.literal('refused'),
      refusal: z.custom<Refusal>((refusal) => hasString(refusal, 'code')),
    }),
  ]),
});

const StoredHolder: z.ZodType<Holder> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), meeting: Id, member: Id, seat: Id, role: Role }),
  z.object({ kind: z.literal('convener') }),
]);

const ByLanguage = z.record(z.string(), z.string());

const Words: z.ZodType<MeetingWords> = z.object({
  title: ByLanguage,
  hosts: ByLanguage,
  rule: z.object({ version: z.int(), text: ByLanguage }),
  members: z.record(Id, z.object({ name: z.string(), office: z.string().nullable(), language: z.string().nullable() })),
  delegations: z.record(Id, ByLanguage),
  seats: z.record(Id, z.string()),
});

/** Reads a log entry as an adapter wrote it, its texts still sealed. Throws on anything else. */
export const readEntry = (stored: unknown): LogEntry => Entry.parse(stored);

/** Reads a stored reply. Throws on anything else. */
export const readReply = (stored: unknown): StoredReply => Reply.parse(stored);

/** Reads the holder of a link or a session. Throws on anything else. */
export const readHolder = (stored: unknown): Holder => StoredHolder.parse(stored);

/** Reads the words of a meeting once they are open. Throws on anything else. */
export const readWords = (stored: unknown): MeetingWords => Words.parse(stored);

/** By what a reply is found within its meeting. */
export const replyKey = (member: Id, commandId: string): string => JSON.stringify([member, commandId]);
