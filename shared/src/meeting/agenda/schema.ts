import * as z from 'zod/mini';
import { Duration, Id, Moment, SealedWords, Words } from '../words.ts';

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

/** Whose camera is forwarded: everybody's, or only of those who hold the floor. */
export const CameraPolicy = z.enum(['all', 'floorOnly']);
export type CameraPolicy = z.infer<typeof CameraPolicy>;

/** An agenda item as planned, before anything happened to it. */
export const AgendaItemPlan = z.object({
  id: Id,
  type: AgendaItemType,
  title: SealedWords,
  attribution: AttributionLevel,
  plannedMs: Duration,
  cameras: CameraPolicy,
  /** The seat that gives the keynote, or that answers the rounds. */
  speaker: z.nullable(Id),
});
export type AgendaItemPlan = z.infer<typeof AgendaItemPlan>;

const Draft = {
  itemType: AgendaItemType,
  title: Words,
  attribution: AttributionLevel,
  plannedMs: Duration,
  cameras: CameraPolicy,
  speaker: z.nullable(Id),
};

export const AgendaCommands = [
  z.strictObject({ type: z.literal('agenda.startItem'), item: Id }),
  z.strictObject({ type: z.literal('agenda.closeItem'), item: Id }),
  z.strictObject({ type: z.literal('agenda.addItem'), before: z.nullable(Id), ...Draft }),
  z.strictObject({
    type: z.literal('agenda.changeItem'),
    item: Id,
    title: z.optional(Words),
    attribution: z.optional(AttributionLevel),
    plannedMs: z.optional(Duration),
    cameras: z.optional(CameraPolicy),
  }),
  z.strictObject({ type: z.literal('agenda.moveItem'), item: Id, before: z.nullable(Id) }),
  z.strictObject({ type: z.literal('agenda.dropItem'), item: Id }),
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
  }),
  z.object({ type: z.literal('agenda.itemMoved'), item: Id, before: z.nullable(Id) }),
  z.object({ type: z.literal('agenda.itemDropped'), item: Id }),
] as const;

export type AgendaRefusal =
  | { code: 'agenda.unknownItem' }
  | { code: 'agenda.itemCurrent' }
  | { code: 'agenda.itemDone' }
  | { code: 'agenda.itemNotCurrent' }
  | { code: 'agenda.placeTaken' }
  | { code: 'agenda.full' };

/** An item of the agenda with what happened to it so far. */
export type AgendaItem = AgendaItemPlan & {
  status: 'planned' | 'active' | 'closed';
  started: Moment | null;
  ended: Moment | null;
};

/** The items in order; `current` is the active one. */
export type Agenda = { items: AgendaItem[]; current: Id | null };

export type AgendaCommand = z.infer<(typeof AgendaCommands)[number]>;
export type AgendaEvent = z.infer<(typeof AgendaEvents)[number]>;
