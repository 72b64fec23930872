import * as z from 'zod/mini';
import { Id, MeetingTime, SealedText } from '../words.ts';

export const SpeakersCommands = [
  z.strictObject({
    type: z.literal('speakers.requestFloor'),
    item: Id,
    topic: z.nullable(z.string().check(z.minLength(1), z.maxLength(250))),
  }),
  z.strictObject({ type: z.literal('speakers.withdraw'), entry: Id }),
  z.strictObject({ type: z.literal('speakers.call'), entry: Id }),
  z.strictObject({ type: z.literal('speakers.moveEntry'), entry: Id, before: z.nullable(Id) }),
  z.strictObject({ type: z.literal('speakers.closeList'), item: Id }),
  z.strictObject({ type: z.literal('speakers.openList'), item: Id }),
] as const;

export const QueueEntryStatus = z.enum(['waiting', 'called', 'speaking', 'done', 'withdrawn', 'absent']);
export type QueueEntryStatus = z.infer<typeof QueueEntryStatus>;

export const SpeakersEvents = [
  z.object({
    type: z.literal('speakers.floorRequested'),
    entry: Id,
    item: Id,
    seat: Id,
    topic: z.nullable(SealedText),
    at: MeetingTime,
  }),
  z.object({ type: z.literal('speakers.entryMarked'), entry: Id, status: QueueEntryStatus, usedMs: z.number() }),
  z.object({ type: z.literal('speakers.entryMoved'), entry: Id, before: z.nullable(Id) }),
  z.object({ type: z.literal('speakers.listClosed'), item: Id }),
  z.object({ type: z.literal('speakers.listOpened'), item: Id }),
] as const;

export type SpeakersRefusal =
  | { code: 'speakers.listClosed' }
  | { code: 'speakers.listOpen' }
  | { code: 'speakers.itemNotCurrent' }
  | { code: 'speakers.alreadyWaiting' }
  | { code: 'speakers.unknownEntry' }
  | { code: 'speakers.notYours' }
  | { code: 'speakers.notWaiting' };

/** One request to speak. The array order of a list is the speaking order. */
export type QueueEntry = {
  id: Id;
  seat: Id;
  topic: SealedText | null;
  status: QueueEntryStatus;
  requestedAt: MeetingTime;
  usedMs: number;
};

/** The list of speakers of one agenda item. Entries that are done stay in it, so that who has spoken is known. */
export type SpeakersList = { item: Id; status: 'open' | 'closed'; entries: QueueEntry[] };

/** All lists of speakers, at most one for each agenda item. */
export type Speakers = { lists: SpeakersList[] };

export type SpeakersCommand = z.infer<(typeof SpeakersCommands)[number]>;
export type SpeakersEvent = z.infer<(typeof SpeakersEvents)[number]>;
