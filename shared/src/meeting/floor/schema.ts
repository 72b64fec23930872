import * as z from 'zod/mini';
import { Duration, Id, MeetingTime } from '../words.ts';

export const FloorMode = z.enum(['presentation', 'moderated', 'directed', 'open']);
export type FloorMode = z.infer<typeof FloorMode>;

/** What a turn of speech is for, and by which id it hangs together with the list or the round it came from. */
export const TurnPurpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intervention'), entry: Id }),
  z.object({ kind: z.literal('keynote'), item: Id }),
  z.object({ kind: z.literal('question'), question: Id }),
  z.object({ kind: z.literal('answer'), round: Id }),
  z.object({ kind: z.literal('invited') }),
  z.object({ kind: z.literal('presiding') }),
  z.object({ kind: z.literal('open') }),
]);
export type TurnPurpose = z.infer<typeof TurnPurpose>;

export const FloorCommands = [
  z.strictObject({ type: z.literal('floor.setMode'), mode: FloorMode }),
  z.strictObject({ type: z.literal('floor.give'), seat: Id }),
  z.strictObject({ type: z.literal('floor.take'), turn: Id }),
  z.strictObject({ type: z.literal('floor.decline'), turn: Id }),
  z.strictObject({ type: z.literal('floor.takeMicrophone') }),
  z.strictObject({ type: z.literal('floor.endTurn'), turn: Id }),
  z.strictObject({ type: z.literal('floor.pause'), turn: Id }),
  z.strictObject({ type: z.literal('floor.resume'), turn: Id }),
  z.strictObject({
    type: z.literal('floor.extend'),
    turn: Id,
    byMs: Duration.check(z.minimum(1000), z.maximum(3_600_000)),
  }),
] as const;

/** Why a turn is over. */
export const TurnEnd = z.enum([
  'ended',
  'declined',
  'expired',
  'takenBack',
  'modeChanged',
  'itemClosed',
  'adjourned',
  'left',
]);
export type TurnEnd = z.infer<typeof TurnEnd>;

export const FloorEvents = [
  z.object({ type: z.literal('floor.modeSet'), mode: FloorMode }),
  z.object({
    type: z.literal('floor.called'),
    turn: Id,
    seat: Id,
    purpose: TurnPurpose,
    /** Speaking time, or null for no limit. */
    limitMs: z.nullable(Duration),
    warnMs: Duration,
    answerBy: MeetingTime,
  }),
  z.object({ type: z.literal('floor.taken'), turn: Id, member: Id, since: MeetingTime }),
  z.object({ type: z.literal('floor.paused'), turn: Id, usedMs: z.number() }),
  z.object({ type: z.literal('floor.resumed'), turn: Id, since: MeetingTime }),
  z.object({ type: z.literal('floor.extended'), turn: Id, limitMs: z.number() }),
  z.object({ type: z.literal('floor.linkLost'), turn: Id, usedMs: z.number(), since: MeetingTime, until: MeetingTime }),
  z.object({ type: z.literal('floor.linkRestored'), turn: Id, since: MeetingTime, lostMs: z.number() }),
  z.object({ type: z.literal('floor.suspended'), turn: Id, usedMs: z.number() }),
  z.object({ type: z.literal('floor.turnEnded'), turn: Id, reason: TurnEnd, usedMs: z.number() }),
] as const;

export type FloorRefusal =
  | { code: 'floor.heldByAnother' }
  | { code: 'floor.noFreePlace'; places: number }
  | { code: 'floor.unknownTurn' }
  | { code: 'floor.unknownSeat' }
  | { code: 'floor.notYours' }
  | { code: 'floor.seatHasTurn' }
  | { code: 'floor.seatAbsent' }
  | { code: 'floor.notCalled' }
  | { code: 'floor.notSpeaking' }
  | { code: 'floor.notPaused' }
  | { code: 'floor.noLimit' }
  | { code: 'floor.modeAlreadySet' }
  | { code: 'floor.notOpenMode' };

/**
 * Where a turn of speech stands. Only `speaking`, `paused` and `lost` carry a microphone; the clock runs in
 * `speaking` alone. `suspended` keeps the turn after a link was lost for too long, without microphone or place.
 */
export type TurnStatus =
  | { kind: 'called'; answerBy: MeetingTime }
  | { kind: 'speaking'; member: Id; since: MeetingTime }
  | { kind: 'paused'; member: Id }
  | { kind: 'lost'; member: Id; since: MeetingTime; until: MeetingTime; clock: 'running' | 'paused' }
  | { kind: 'suspended'; member: Id };

/** A turn of speech: the right of one seat to speak now, with its clock. */
export type Turn = {
  id: Id;
  seat: Id;
  purpose: TurnPurpose;
  limitMs: number | null;
  warnMs: number;
  /** Speaking time used before the clock last started. */
  usedMs: number;
  /** How much of the lost-link allowance is used. */
  lostMs: number;
  status: TurnStatus;
};

/** The floor: its mode, and the turns in the order in which they were called. */
export type Floor = { mode: FloorMode; turns: Turn[] };

export type FloorCommand = z.infer<(typeof FloorCommands)[number]>;
export type FloorEvent = z.infer<(typeof FloorEvents)[number]>;
