import * as z from 'zod/mini';
import { AgendaItemPlan } from '../agenda/schema.ts';
import { SeatPlan } from '../roster/schema.ts';
import { Duration, Id, Moment, WallTime } from '../words.ts';

export { defaultPolicy } from './policy.ts';

/** The lengths and counts that the convener chooses for a meeting. */
export const Policy = z.object({
  /** Speaking time of one intervention. */
  turnMs: Duration,
  /** How long before the end a clock warns. */
  warnMs: Duration,
  /** Time of one answer block. */
  answerMs: Duration,
  /** Time of one asker to voice a question. */
  questionMs: Duration,
  /** How long a called seat has to take the floor. */
  callMs: Duration,
  /** How long a lost link keeps floor and media, in sum for one turn of speech. */
  lostLinkMs: Duration,
  /** Questions collected in one round. */
  questionsPerRound: z.int().check(z.minimum(1), z.maximum(20)),
  /** Microphones that may be open at once in an open discussion. */
  maxOpenMicrophones: z.int().check(z.minimum(1), z.maximum(20)),
  /** Seats that may hold the floor at once in directed mode. */
  maxDirectedHolders: z.int().check(z.minimum(1), z.maximum(20)),
});
export type Policy = z.infer<typeof Policy>;

export const SessionCommands = [
  z.strictObject({ type: z.literal('session.open') }),
  z.strictObject({ type: z.literal('session.adjourn') }),
] as const;

/** Commands that no person sends: the loader, the alarm, the gateway and a new home do. */
export const SystemCommands = [
  z.strictObject({
    type: z.literal('session.create'),
    startsAt: WallTime,
    timeZone: z.string().check(z.maxLength(64)),
    ruleVersion: z.int(),
    policy: Policy,
    seats: z.array(SeatPlan),
    agenda: z.array(AgendaItemPlan),
  }),
  z.strictObject({ type: z.literal('session.alarm') }),
  z.strictObject({ type: z.literal('session.takeOver') }),
  z.strictObject({ type: z.literal('roster.loseLink'), member: Id }),
  z.strictObject({ type: z.literal('roster.restoreLink'), member: Id }),
] as const;

export const SessionEvents = [
  z.object({
    type: z.literal('session.created'),
    startsAt: WallTime,
    timeZone: z.string(),
    ruleVersion: z.int(),
    policy: Policy,
    seats: z.array(SeatPlan),
    agenda: z.array(AgendaItemPlan),
  }),
  z.object({ type: z.literal('session.opened'), moment: Moment }),
  z.object({ type: z.literal('session.adjourned'), moment: Moment }),
  z.object({ type: z.literal('session.takenOver') }),
] as const;

export type SessionRefusal =
  | { code: 'session.alreadyOpen' }
  | { code: 'session.notOpen' }
  | { code: 'session.adjourned' }
  | { code: 'session.alreadyCreated' };

/** Whether the meeting is yet to open, is held, or is over. */
export type Session = {
  status: 'planned' | 'open' | 'adjourned';
  startsAt: WallTime;
  /** IANA name of the meeting's own time zone. */
  timeZone: string;
  /** The version of the rule that members accept on entry. */
  ruleVersion: number;
  policy: Policy;
  opened: Moment | null;
  adjourned: Moment | null;
};

export type SessionCommand = z.infer<(typeof SessionCommands)[number]>;
export type SessionEvent = z.infer<(typeof SessionEvents)[number]>;
