import * as z from 'zod/mini';
import { Duration, Id, MeetingTime, SealedText } from '../words.ts';

/** What a request to speak is for. `tour` is a place in a tour de table. Vocabulary: `QueueEntryKind`. */
export const QueueEntryKind = z.enum([
  'intervention',
  'directResponse',
  'clarification',
  'interposed',
  'pointOfOrder',
  'rightOfReply',
  'tour',
]);
export type QueueEntryKind = z.infer<typeof QueueEntryKind>;

/**
 * What a point of order is about, in order of precedence: something is not heard, the rule of the meeting is at stake,
 * how the meeting is run, a motion (to suspend, to close the debate).
 */
export const OrderCategory = z.enum(['hearing', 'rule', 'procedure', 'motion']);
export type OrderCategory = z.infer<typeof OrderCategory>;

/** By what the order of a tour de table was made. */
export const TourOrder = z.enum(['seat', 'delegation', 'hand']);
export type TourOrder = z.infer<typeof TourOrder>;

const Topic = z.nullable(z.string().check(z.minLength(1), z.maxLength(250)));

export const SpeakersCommands = [
  z.strictObject({ type: z.literal('speakers.requestFloor'), item: Id, topic: Topic }),
  z.strictObject({
    type: z.literal('speakers.respond'),
    /** The turn that it responds to. */
    turn: Id,
    kind: z.enum(['directResponse', 'clarification', 'interposed']),
    topic: Topic,
  }),
  z.strictObject({
    type: z.literal('speakers.raisePointOfOrder'),
    item: Id,
    category: OrderCategory,
    topic: Topic,
  }),
  z.strictObject({ type: z.literal('speakers.requestReply'), item: Id, topic: Topic }),
  z.strictObject({ type: z.literal('speakers.withdraw'), entry: Id }),
  z.strictObject({ type: z.literal('speakers.defer'), entry: Id }),
  /** The speaker lets an interposed question in. */
  z.strictObject({ type: z.literal('speakers.accept'), entry: Id }),
  /** The speaker does not let an interposed question in. */
  z.strictObject({ type: z.literal('speakers.decline'), entry: Id }),
  z.strictObject({ type: z.literal('speakers.call'), entry: Id }),
  z.strictObject({ type: z.literal('speakers.moveEntry'), entry: Id, before: z.nullable(Id) }),
  z.strictObject({ type: z.literal('speakers.add'), item: Id, seat: Id, before: z.nullable(Id) }),
  /** Puts a speaker who is done, or was taken from the list, before all who wait. */
  z.strictObject({ type: z.literal('speakers.addAgain'), entry: Id }),
  z.strictObject({ type: z.literal('speakers.closeList'), item: Id }),
  z.strictObject({ type: z.literal('speakers.openList'), item: Id }),
  z.strictObject({
    type: z.literal('speakers.startTour'),
    item: Id,
    order: TourOrder,
    /** The seats in the order in which they will speak. */
    seats: z.array(Id).check(z.minLength(1), z.maxLength(99)),
    limitMs: Duration.check(z.minimum(10_000)),
  }),
  z.strictObject({ type: z.literal('speakers.endTour'), item: Id }),
  z.strictObject({ type: z.literal('speakers.pass'), entry: Id }),
  z.strictObject({ type: z.literal('speakers.comeBack'), entry: Id }),
] as const;

/**
 * Where a request stands. `waiting`, `deferred` and `absent` wait to be called; `declined` was taken from the list by
 * those who run the meeting or, as an interposed question, by the speaker; `lapsed` is a response whose moment is over;
 * `passed` is a place in a tour de table that was given up for now.
 */
export const QueueEntryStatus = z.enum([
  'waiting',
  'called',
  'speaking',
  'done',
  'deferred',
  'withdrawn',
  'declined',
  'absent',
  'lapsed',
  'passed',
]);
export type QueueEntryStatus = z.infer<typeof QueueEntryStatus>;

export const SpeakersEvents = [
  z.object({
    type: z.literal('speakers.floorRequested'),
    entry: Id,
    item: Id,
    seat: Id,
    kind: QueueEntryKind,
    topic: z.nullable(SealedText),
    category: z.nullable(OrderCategory),
    turn: z.nullable(Id),
    /** The entry that it stands before, or null for the end. */
    before: z.nullable(Id),
    at: MeetingTime,
  }),
  z.object({ type: z.literal('speakers.entryMarked'), entry: Id, status: QueueEntryStatus, usedMs: z.number() }),
  z.object({ type: z.literal('speakers.entryMoved'), entry: Id, before: z.nullable(Id) }),
  z.object({ type: z.literal('speakers.listClosed'), item: Id }),
  z.object({ type: z.literal('speakers.listOpened'), item: Id }),
  z.object({ type: z.literal('speakers.tourStarted'), item: Id, order: TourOrder, limitMs: Duration }),
] as const;

export type SpeakersRefusal =
  | { code: 'speakers.listClosed' }
  | { code: 'speakers.listOpen' }
  | { code: 'speakers.itemNotCurrent' }
  | { code: 'speakers.alreadyWaiting' }
  | { code: 'speakers.unknownEntry' }
  | { code: 'speakers.notYours' }
  /** What has become of the entry meanwhile. */
  | { code: 'speakers.notWaiting'; status: QueueEntryStatus }
  | { code: 'speakers.interventionOver' }
  | { code: 'speakers.ownIntervention' }
  | { code: 'speakers.responsesFull'; most: number }
  | { code: 'speakers.notAccepted' }
  | { code: 'speakers.notInterposed' }
  | { code: 'speakers.waitsAnyway' }
  | { code: 'speakers.lastInList' }
  | { code: 'speakers.tourUnderWay' }
  | { code: 'speakers.noTour' }
  | { code: 'speakers.notPassed' };

/** One request to speak. The array order of a list is the speaking order. */
export type QueueEntry = {
  id: Id;
  seat: Id;
  kind: QueueEntryKind;
  topic: SealedText | null;
  /** What a point of order is about; null for all others. */
  category: OrderCategory | null;
  /** The turn that a response, a clarification or an interposed question belongs to; null for all others. */
  turn: Id | null;
  status: QueueEntryStatus;
  requestedAt: MeetingTime;
  usedMs: number;
};

/** The tour de table of an item: by what its order was made, and the time of each seat in milliseconds. */
export type Tour = { order: TourOrder; limitMs: number };

/**
 * The list of speakers of one agenda item. Entries that are done stay in it, so that who has spoken is known. `tour`
 * is the item's last tour de table, or null.
 */
export type SpeakersList = { item: Id; status: 'open' | 'closed'; entries: QueueEntry[]; tour: Tour | null };

/**
 * All lists of speakers, at most one for each agenda item. `heard` is the intervention that was taken last, to which
 * responses are tied, also when it is over and nobody else was called yet.
 */
export type Speakers = { lists: SpeakersList[]; heard: { item: Id; turn: Id; seat: Id } | null };

export type SpeakersCommand = z.infer<(typeof SpeakersCommands)[number]>;
export type SpeakersEvent = z.infer<(typeof SpeakersEvents)[number]>;
