import { Id, type LoggedEvent, MeetingTime, type Refusal, SeriesPlan, WallTime } from '@track2/shared';
import * as z from 'zod';
import type {
  ConvenerRecord,
  Holder,
  LogEntry,
  MeetingRecord,
  MeetingWords,
  SeriesRecord,
  StoredReply,
} from './ports.ts';

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
  z.object({ kind: z.literal('member'), meeting: Id, member: Id }),
  z.object({ kind: z.literal('convener'), convener: Id }),
]);

const ByLanguage = z.record(z.string(), z.string());

const ById = z.record(Id, z.string());
const noNames = { file: null, items: {}, people: {}, delegations: {} };

const Words: z.ZodType<MeetingWords> = z.object({
  title: ByLanguage,
  hosts: ByLanguage,
  rule: z.object({ version: z.int(), text: ByLanguage }),
  members: z.record(
    Id,
    z.object({
      name: z.string(),
      office: z.string().nullable(),
      language: z.string().nullable(),
      // Words that were stored before there was a desk have neither.
      email: z.string().nullable().default(null),
    }),
  ),
  delegations: z.record(Id, ByLanguage),
  seats: ById,
  names: z.object({ file: z.string().nullable(), items: ById, people: ById, delegations: ById }).default(noNames),
});

const Series: z.ZodType<SeriesRecord> = z.object({
  id: Id,
  ...SeriesPlan.shape,
  logos: z.record(Id, z.object({ document: Id, type: z.enum(['image/png', 'image/svg+xml']) })),
});

const Convener: z.ZodType<ConvenerRecord> = z.object({ id: Id, name: z.string(), since: WallTime });

const MeetingOfDesk: z.ZodType<MeetingRecord> = z.object({
  series: z.nullable(Id),
  people: z.record(
    Id,
    z.object({
      sent: z.object({ at: WallTime, by: z.enum(['mail', 'hand']) }).nullable(),
      sequence: Whole.nullable(),
      mailProblem: z.enum(['refused', 'unreachable']).nullable(),
      revoked: z.boolean(),
    }),
  ),
});

/** Reads a log entry as an adapter wrote it, its texts still sealed. Throws on anything else. */
export const readEntry = (stored: unknown): LogEntry => Entry.parse(stored);

/** Reads a stored reply. Throws on anything else. */
export const readReply = (stored: unknown): StoredReply => Reply.parse(stored);

/** Reads the holder of a link or a session. Throws on anything else. */
export const readHolder = (stored: unknown): Holder => StoredHolder.parse(stored);

/** Reads the words of a meeting once they are open. Throws on anything else. */
export const readWords = (stored: unknown): MeetingWords => Words.parse(stored);

/** Reads a series of the desk once it is open. Throws on anything else. */
export const readSeries = (stored: unknown): SeriesRecord => Series.parse(stored);

/** Reads a convener once the record is open. Throws on anything else. */
export const readConvener = (stored: unknown): ConvenerRecord => Convener.parse(stored);

/** Reads what the desk keeps of a meeting once it is open. Throws on anything else. */
export const readMeetingRecord = (stored: unknown): MeetingRecord => MeetingOfDesk.parse(stored);

/** By what a reply is found within its meeting. */
export const replyKey = (member: Id, commandId: string): string => JSON.stringify([member, commandId]);
