import * as z from 'zod/mini';
import { Duration, Id, LimitKind, MeetingTime } from '../words.ts';

export const FloorMode = z.enum(['presentation', 'moderated', 'directed', 'open']);
export type FloorMode = z.infer<typeof FloorMode>;

/** What a turn of speech is for, and by which id it hangs together with the list or the round it came from. */
export const TurnPurpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intervention'), entry: Id }),
  z.object({ kind: z.literal('directResponse'), entry: Id }),
  z.object({ kind: z.literal('rightOfReply'), entry: Id }),
  z.object({ kind: z.literal('keynote'), item: Id }),
  z.object({ kind: z.literal('question'), question: Id }),
  z.object({ kind: z.literal('answer'), round: Id }),
  z.object({ kind: z.literal('invited') }),
  z.object({ kind: z.literal('presiding') }),
  z.object({ kind: z.literal('open') }),
  /** What another seat left of its time. */
  z.object({ kind: z.literal('yielded'), from: Id }),
  /** A question to the speaker of that turn, whose clock stands meanwhile. */
  z.object({ kind: z.literal('interposed'), turn: Id, entry: z.nullable(Id) }),
  /** A short question about what was said: it interrupts that turn, or follows upon it when it is over (null). */
  z.object({ kind: z.literal('clarification'), turn: z.nullable(Id), entry: Id }),
  /** A motion about procedure, which interrupts that turn and stops its clock; null when nobody speaks. */
  z.object({ kind: z.literal('pointOfOrder'), turn: z.nullable(Id), entry: z.nullable(Id) }),
]);
export type TurnPurpose = z.infer<typeof TurnPurpose>;

export const FloorCommands = [
  z.strictObject({
    type: z.literal('floor.setMode'),
    mode: FloorMode,
    /** The one turn that goes on; every other but the presiding one ends. Without it as many stay as have a place. */
    keep: z.optional(Id),
  }),
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
  z.strictObject({
    type: z.literal('floor.shorten'),
    turn: Id,
    byMs: Duration.check(z.minimum(1000), z.maximum(3_600_000)),
  }),
  z.strictObject({
    type: z.literal('floor.interpose'),
    /** The turn that is interrupted. */
    turn: Id,
    seat: Id,
    kind: z.enum(['interposed', 'pointOfOrder']),
  }),
  z.strictObject({
    type: z.literal('floor.yield'),
    turn: Id,
    /** To whom what is left of the time goes. */
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('chair') }),
      z.strictObject({ kind: z.literal('questions') }),
      z.strictObject({ kind: z.literal('seat'), seat: Id }),
    ]),
  }),
  z.strictObject({ type: z.literal('floor.handOver'), turn: Id, member: Id }),
  z.strictObject({ type: z.literal('floor.requestScreen'), turn: Id }),
  z.strictObject({ type: z.literal('floor.allowScreen'), turn: Id }),
  z.strictObject({ type: z.literal('floor.denyScreen'), turn: Id }),
  z.strictObject({
    type: z.literal('floor.setBudget'),
    delegation: Id,
    /** Speaking time of the delegation in this meeting; null for no limit. */
    budgetMs: z.nullable(Duration),
  }),
  z.strictObject({
    type: z.literal('floor.topUp'),
    delegation: Id,
    byMs: Duration.check(z.minimum(1000), z.maximum(3_600_000)),
  }),
  z.strictObject({
    type: z.literal('floor.shareOut'),
    /** The delegation whose time that is left is shared out. */
    from: Id,
    /** The delegations that get equal parts of it. */
    to: z.array(Id).check(z.minLength(1), z.maxLength(99)),
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
  'timeUp',
  'yielded',
]);
export type TurnEnd = z.infer<typeof TurnEnd>;

/** Whether a speaker's screen may be shown: it asks, and those who run the meeting allow it. */
export const ScreenLeave = z.enum(['none', 'requested', 'allowed']);
export type ScreenLeave = z.infer<typeof ScreenLeave>;

/** The speaking time that a delegation has in this meeting; null for no limit. */
export const Budget = z.object({ delegation: Id, budgetMs: z.nullable(Duration) });
export type BudgetPlan = z.infer<typeof Budget>;

/** What a turn of speech is called with. */
export const TurnTerms = z.object({
  seat: Id,
  purpose: TurnPurpose,
  /** Speaking time, or null for no limit. */
  limitMs: z.nullable(Duration),
  warnMs: Duration,
  limit: LimitKind,
  /** How long a microphone stays open after a hard limit. */
  graceMs: Duration,
  /** The delegation whose time it takes, or null when it counts for none. */
  delegation: z.nullable(Id),
  /** Speaking time used before the clock last started; a returned turn is called with what it has used. */
  usedMs: z.number(),
  /** How much of the lost-link allowance is used. */
  lostMs: z.number(),
});

export const FloorEvents = [
  z.object({ type: z.literal('floor.modeSet'), mode: FloorMode }),
  z.object({ type: z.literal('floor.called'), turn: Id, ...TurnTerms.shape, answerBy: MeetingTime }),
  z.object({ type: z.literal('floor.taken'), turn: Id, member: Id, since: MeetingTime }),
  z.object({ type: z.literal('floor.paused'), turn: Id, usedMs: z.number(), by: z.nullable(Id) }),
  z.object({ type: z.literal('floor.resumed'), turn: Id, since: MeetingTime }),
  z.object({ type: z.literal('floor.extended'), turn: Id, limitMs: z.number() }),
  z.object({ type: z.literal('floor.shortened'), turn: Id, limitMs: z.number() }),
  z.object({
    type: z.literal('floor.handedOver'),
    turn: Id,
    member: Id,
    since: MeetingTime,
    usedMs: z.number(),
    lostMs: z.number(),
  }),
  /** What is left of the turn's time is for interposed questions, which the speaker need not accept any more. */
  z.object({ type: z.literal('floor.yieldedToQuestions'), turn: Id }),
  z.object({ type: z.literal('floor.screenSet'), turn: Id, screen: ScreenLeave }),
  z.object({ type: z.literal('floor.budgetSet'), delegation: Id, budgetMs: z.nullable(Duration) }),
  z.object({ type: z.literal('floor.linkLost'), turn: Id, usedMs: z.number(), since: MeetingTime, until: MeetingTime }),
  z.object({ type: z.literal('floor.linkRestored'), turn: Id, since: MeetingTime, lostMs: z.number() }),
  z.object({ type: z.literal('floor.suspended'), turn: Id, usedMs: z.number() }),
  z.object({ type: z.literal('floor.turnEnded'), turn: Id, reason: TurnEnd, usedMs: z.number() }),
] as const;

export type FloorRefusal =
  /** The seat that is called or speaks. */
  | { code: 'floor.heldByAnother'; seat: Id }
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
  | { code: 'floor.notOpenMode' }
  | { code: 'floor.interruptedAlready' }
  | { code: 'floor.itemTimeUp' }
  | { code: 'floor.budgetSpent' }
  | { code: 'floor.seatBackstage' }
  | { code: 'floor.memberAbsent' }
  | { code: 'floor.holdsAlready' }
  | { code: 'floor.screenSettled' }
  | { code: 'floor.unknownDelegation' }
  | { code: 'floor.nothingToYield' }
  | { code: 'floor.yieldedAlready' }
  | { code: 'floor.noBudget' }
  | { code: 'floor.nothingLeft' };

/**
 * Where a turn of speech stands. Only `speaking`, `paused` and `lost` carry a microphone; the clock runs in `speaking`
 * alone. `by` is the turn that interrupted it, or null when a manager paused it. `suspended` keeps the turn after a
 * link was lost for too long, without microphone or place.
 */
export type TurnStatus =
  | { kind: 'called'; answerBy: MeetingTime }
  | { kind: 'speaking'; member: Id; since: MeetingTime }
  | { kind: 'paused'; member: Id; by: Id | null }
  | { kind: 'lost'; member: Id; since: MeetingTime; until: MeetingTime; clock: 'running' | 'paused'; by: Id | null }
  | { kind: 'suspended'; member: Id };

/** A turn of speech: the right of one seat to speak now, with its clock. */
export type Turn = z.infer<typeof TurnTerms> & {
  id: Id;
  screen: ScreenLeave;
  /** Whether the speaker gave the rest of the time to interposed questions. */
  takesQuestions: boolean;
  status: TurnStatus;
};

/** What a delegation may speak in this meeting, and what it has spoken in turns that are over (milliseconds). */
export type DelegationTime = BudgetPlan & { usedMs: number };

/** The floor: its mode, the turns in the order in which they were called, and the time of the delegations. */
export type Floor = { mode: FloorMode; turns: Turn[]; delegations: DelegationTime[] };

export type FloorCommand = z.infer<(typeof FloorCommands)[number]>;
export type FloorEvent = z.infer<(typeof FloorEvents)[number]>;
