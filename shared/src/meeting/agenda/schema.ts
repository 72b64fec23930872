import * as z from 'zod/mini';
import { Duration, Id, LimitKind, Moment, SealedText, SealedWords, WallTime, Words } from '../words.ts';

export const AgendaItemType = z.enum([
  'opening',
  'keynote',
  'qna',
  'tourDeTable',
  'openDiscussion',
  'break',
  'conclusions',
  'closing',
  'corridor',
]);
export type AgendaItemType = z.infer<typeof AgendaItemType>;

export const AttributionLevel = z.enum(['onRecord', 'chathamHouse', 'backgroundOnly', 'offRecord']);
export type AttributionLevel = z.infer<typeof AttributionLevel>;

export const AgendaItemStatus = z.enum(['planned', 'active', 'suspended', 'closed', 'skipped']);
export type AgendaItemStatus = z.infer<typeof AgendaItemStatus>;

/** Whose camera is forwarded: everybody's, or only of those who hold the floor. */
export const CameraPolicy = z.enum(['all', 'floorOnly']);
export type CameraPolicy = z.infer<typeof CameraPolicy>;

/** An agenda item as planned, before anything happened to it. */
export const AgendaItemPlan = z.object({
  id: Id,
  /** The item that this one is a part of, or null at the top. */
  parent: z.nullable(Id),
  type: AgendaItemType,
  title: SealedWords,
  attribution: AttributionLevel,
  plannedMs: Duration,
  cameras: CameraPolicy,
  /** The seat that gives the keynote, or that answers the rounds. */
  speaker: z.nullable(Id),
  /** Whether the floor closes when the item's time and the grace are used up. */
  limit: LimitKind,
});
export type AgendaItemPlan = z.infer<typeof AgendaItemPlan>;

/** A moment in wall time that an item, or with `item: null` the meeting, has to respect. It warns and cuts nobody. */
export const HardStopPlan = z.object({ id: Id, item: z.nullable(Id), at: WallTime, label: SealedWords });
export type HardStopPlan = z.infer<typeof HardStopPlan>;

const Draft = {
  itemType: AgendaItemType,
  title: Words,
  attribution: AttributionLevel,
  plannedMs: Duration,
  cameras: CameraPolicy,
  speaker: z.nullable(Id),
  limit: LimitKind,
};

export const AgendaCommands = [
  z.strictObject({ type: z.literal('agenda.startItem'), item: Id }),
  z.strictObject({ type: z.literal('agenda.closeItem'), item: Id }),
  z.strictObject({ type: z.literal('agenda.addItem'), before: z.nullable(Id), parent: z.nullable(Id), ...Draft }),
  z.strictObject({
    type: z.literal('agenda.changeItem'),
    item: Id,
    title: z.optional(Words),
    attribution: z.optional(AttributionLevel),
    plannedMs: z.optional(Duration),
    cameras: z.optional(CameraPolicy),
    speaker: z.optional(z.nullable(Id)),
    limit: z.optional(LimitKind),
  }),
  z.strictObject({
    type: z.literal('agenda.moveItem'),
    item: Id,
    /** The item that it comes before; null puts it last under `parent`. */
    before: z.nullable(Id),
    parent: z.nullable(Id),
  }),
  z.strictObject({ type: z.literal('agenda.dropItem'), item: Id }),
  z.strictObject({ type: z.literal('agenda.skipItem'), item: Id }),
  z.strictObject({ type: z.literal('agenda.suspendItem'), item: Id }),
  z.strictObject({ type: z.literal('agenda.reopenItem'), item: Id }),
  z.strictObject({
    type: z.literal('agenda.setNote'),
    item: Id,
    /** Null takes the note away. */
    text: z.nullable(z.string().check(z.minLength(1), z.maxLength(2000))),
  }),
  z.strictObject({
    type: z.literal('agenda.setHardStop'),
    /** The stop that is changed, or null for a new one. */
    stop: z.nullable(Id),
    item: z.nullable(Id),
    at: WallTime,
    label: Words,
  }),
  z.strictObject({ type: z.literal('agenda.dropHardStop'), stop: Id }),
] as const;

export const AgendaEvents = [
  z.object({ type: z.literal('agenda.itemStarted'), item: Id, moment: Moment }),
  z.object({ type: z.literal('agenda.itemClosed'), item: Id, moment: Moment }),
  z.object({ type: z.literal('agenda.itemAdded'), before: z.nullable(Id), item: AgendaItemPlan }),
  z.object({
    type: z.literal('agenda.itemChanged'),
    item: Id,
    title: z.optional(SealedWords),
    attribution: z.optional(AttributionLevel),
    plannedMs: z.optional(Duration),
    cameras: z.optional(CameraPolicy),
    speaker: z.optional(z.nullable(Id)),
    limit: z.optional(LimitKind),
  }),
  z.object({ type: z.literal('agenda.itemMoved'), item: Id, before: z.nullable(Id), parent: z.nullable(Id) }),
  z.object({ type: z.literal('agenda.itemDropped'), item: Id }),
  z.object({ type: z.literal('agenda.itemSkipped'), item: Id }),
  z.object({ type: z.literal('agenda.itemSuspended'), item: Id, moment: Moment }),
  z.object({ type: z.literal('agenda.itemReopened'), item: Id }),
  z.object({ type: z.literal('agenda.noteSet'), item: Id, note: z.nullable(SealedText) }),
  z.object({ type: z.literal('agenda.hardStopSet'), stop: HardStopPlan }),
  z.object({ type: z.literal('agenda.hardStopDropped'), stop: Id }),
  z.object({ type: z.literal('agenda.hardStopWarned'), stop: Id, minutes: z.int() }),
] as const;

export type AgendaRefusal =
  | { code: 'agenda.unknownItem' }
  | { code: 'agenda.itemCurrent' }
  | { code: 'agenda.itemDone' }
  | { code: 'agenda.itemNotCurrent' }
  | { code: 'agenda.placeTaken' }
  | { code: 'agenda.full' }
  | { code: 'agenda.hasParts' }
  | { code: 'agenda.itemHeld' }
  | { code: 'agenda.tooDeep' }
  | { code: 'agenda.itemNotDone' }
  | { code: 'agenda.unknownStop' }
  | { code: 'agenda.stopPassed' }
  | { code: 'agenda.tooManyStops'; most: number };

/** An item of the agenda with what happened to it so far. */
export type AgendaItem = AgendaItemPlan & {
  status: AgendaItemStatus;
  /** When it began for the first time. */
  started: Moment | null;
  /** When it ended for the last time; null while it is active. */
  ended: Moment | null;
  /** Since when it is active; null while it is not. */
  since: Moment | null;
  /** How long it was active before `since`, in milliseconds of meeting time. */
  heldMs: number;
  /** What those who run the meeting noted on it; null for everybody else. */
  note: SealedText | null;
};

/** A hard stop with the last warning that was given, in minutes ahead. */
export type HardStop = HardStopPlan & { warned: number | null };

/** The items in order, parts behind the item that they belong to; `current` is the active one. */
export type Agenda = { items: AgendaItem[]; current: Id | null; hardStops: HardStop[] };

export type AgendaCommand = z.infer<(typeof AgendaCommands)[number]>;
export type AgendaEvent = z.infer<(typeof AgendaEvents)[number]>;
