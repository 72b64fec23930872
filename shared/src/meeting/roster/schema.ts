import * as z from 'zod/mini';
import { Id, type MeetingTime, MemberKind, Role } from '../words.ts';

/** A seat as a meeting file sets it out. */
export const SeatPlan = z.object({
  id: Id,
  role: Role,
  delegation: z.nullable(Id),
  members: z.array(z.object({ id: Id, kind: MemberKind })).check(z.minLength(1), z.maxLength(8)),
});
export type SeatPlan = z.infer<typeof SeatPlan>;

export const RosterCommands = [
  z.strictObject({ type: z.literal('roster.enterLobby'), ruleVersion: z.int() }),
  z.strictObject({ type: z.literal('roster.admit'), member: Id }),
  z.strictObject({ type: z.literal('roster.leave') }),
  z.strictObject({ type: z.literal('roster.goBackstage') }),
  z.strictObject({ type: z.literal('roster.callOnStage'), member: Id }),
  z.strictObject({ type: z.literal('roster.goOnStage') }),
] as const;

export const RosterEvents = [
  z.object({ type: z.literal('roster.lobbyEntered'), member: Id, ruleVersion: z.int() }),
  z.object({ type: z.literal('roster.admitted'), member: Id }),
  z.object({ type: z.literal('roster.left'), member: Id }),
  z.object({ type: z.literal('roster.wentBackstage'), member: Id }),
  z.object({ type: z.literal('roster.calledOnStage'), member: Id }),
  z.object({ type: z.literal('roster.wentOnStage'), member: Id }),
  z.object({ type: z.literal('roster.linkLost'), member: Id, since: z.number() }),
  z.object({ type: z.literal('roster.linkRestored'), member: Id }),
] as const;

export type RosterRefusal =
  | { code: 'roster.ruleChanged' }
  | { code: 'roster.alreadyInside' }
  | { code: 'roster.notInLobby' }
  | { code: 'roster.unknownMember' }
  | { code: 'roster.notBackstage' }
  | { code: 'roster.calledAlready' }
  | { code: 'roster.notCalledOnStage' };

/**
 * Where a member is. `admitted` is in the room; `backstage` is beside it, `called` once the chair has asked the
 * member on stage. `disconnected` remembers where the member comes back to.
 * Vocabulary: `PresenceStatus`.
 */
export type Presence =
  | { status: 'invited' }
  | { status: 'inLobby' }
  | { status: 'admitted' }
  | { status: 'backstage'; called: boolean }
  | { status: 'disconnected'; from: 'inLobby' | 'admitted' | 'backstage'; called: boolean; since: MeetingTime }
  | { status: 'left' };

/** The unit that holds the right to speak and the time. */
export type Seat = { id: Id; role: Role; delegation: Id | null; members: Id[] };

/** One person on a seat, by opaque id. */
export type Member = {
  id: Id;
  seat: Id;
  kind: MemberKind;
  presence: Presence;
  /** The version of the rule that this member accepted, or null before the first entry. */
  ruleAccepted: number | null;
};

/** Seats and members, in the order of the meeting's file. */
export type Roster = { seats: Seat[]; members: Member[] };

export type RosterCommand = z.infer<(typeof RosterCommands)[number]>;
export type RosterEvent = z.infer<(typeof RosterEvents)[number]>;
