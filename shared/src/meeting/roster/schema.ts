import * as z from 'zod/mini';
import { Id, MeetingTime, MemberKind, Role, SealedText } from '../words.ts';

/** A seat as a meeting file sets it out. */
export const SeatPlan = z.object({
  id: Id,
  role: Role,
  delegation: z.nullable(Id),
  members: z.array(z.object({ id: Id, kind: MemberKind })).check(z.minLength(1), z.maxLength(8)),
});
export type SeatPlan = z.infer<typeof SeatPlan>;

const Device = z.enum(['ok', 'missing', 'denied', 'notTested']);
const Way = z.enum(['ok', 'failed', 'notTested']);

/** What a member's equipment did in the test before the meeting. */
export const EquipmentResult = z.strictObject({
  camera: Device,
  microphone: Device,
  speaker: z.enum(['heard', 'notHeard', 'notTested']),
  udp: Way,
  tcp: Way,
  /** Whether the sound that was sent came back. */
  loopback: Way,
  roundTripMs: z.nullable(z.int().check(z.minimum(0), z.maximum(60_000))),
  lossPercent: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
});
export type EquipmentResult = z.infer<typeof EquipmentResult>;

/** Who else is in a member's own room, as the member declares on entry. */
const Declaration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alone') }),
  z.strictObject({ kind: z.literal('accompanied'), by: z.string().check(z.minLength(1), z.maxLength(200)) }),
]);
export type Declaration = z.infer<typeof Declaration>;

const Company = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alone') }),
  z.object({ kind: z.literal('accompanied'), by: SealedText }),
]);
/** A {@link Declaration} as the log keeps it. */
export type Company = z.infer<typeof Company>;

/** What a seat may be made in the meeting: all but the chair, which is handed over, and the convener, who has no seat. */
export const GivenRole = Role.check(z.refine((role) => role !== 'chair' && role !== 'convener'));

export const RosterCommands = [
  z.strictObject({
    type: z.literal('roster.enterLobby'),
    ruleVersion: z.int(),
    company: z.optional(z.nullable(Declaration)),
  }),
  z.strictObject({ type: z.literal('roster.declineRule'), ruleVersion: z.int() }),
  z.strictObject({ type: z.literal('roster.reportCheck'), result: EquipmentResult }),
  z.strictObject({
    type: z.literal('roster.admitAll'),
    members: z.array(Id).check(z.minLength(1), z.maxLength(400)),
  }),
  z.strictObject({ type: z.literal('roster.turnAway'), member: Id }),
  z.strictObject({ type: z.literal('roster.remove'), member: Id }),
  z.strictObject({ type: z.literal('roster.allowDevice'), member: Id }),
  z.strictObject({ type: z.literal('roster.lock') }),
  z.strictObject({ type: z.literal('roster.unlock') }),
  z.strictObject({ type: z.literal('roster.setRole'), seat: Id, role: GivenRole }),
  z.strictObject({ type: z.literal('roster.handOverChair'), seat: Id }),
  z.strictObject({ type: z.literal('roster.takeChair') }),
  z.strictObject({ type: z.literal('roster.admit'), member: Id }),
  z.strictObject({ type: z.literal('roster.leave') }),
  z.strictObject({ type: z.literal('roster.goBackstage') }),
  z.strictObject({ type: z.literal('roster.callOnStage'), member: Id }),
  z.strictObject({ type: z.literal('roster.goOnStage') }),
] as const;

/** What the platform notices of a member's link. */
export const RosterSystemCommands = [
  /** A link that was used already was opened elsewhere. */
  z.strictObject({ type: z.literal('roster.flagLink'), member: Id }),
  /** A link was issued anew: what was noticed of the old one is past. */
  z.strictObject({ type: z.literal('roster.renewLink'), member: Id }),
  /** The further device that was allowed has come. */
  z.strictObject({ type: z.literal('roster.addDevice'), member: Id }),
] as const;

export const RosterEvents = [
  z.object({
    type: z.literal('roster.lobbyEntered'),
    member: Id,
    ruleVersion: z.int(),
    company: z.optional(Company),
  }),
  z.object({ type: z.literal('roster.ruleDeclined'), member: Id, ruleVersion: z.int() }),
  z.object({ type: z.literal('roster.equipmentChecked'), member: Id, result: EquipmentResult }),
  z.object({ type: z.literal('roster.turnedAway'), member: Id }),
  z.object({ type: z.literal('roster.removed'), member: Id }),
  z.object({ type: z.literal('roster.deviceAllowed'), member: Id }),
  z.object({ type: z.literal('roster.deviceAdded'), member: Id }),
  z.object({ type: z.literal('roster.linkFlagged'), member: Id }),
  z.object({ type: z.literal('roster.linkRenewed'), member: Id }),
  /** Admitted by name, whatever was noticed of the link. */
  z.object({ type: z.literal('roster.vouchedFor'), member: Id }),
  z.object({ type: z.literal('roster.locked') }),
  z.object({ type: z.literal('roster.unlocked') }),
  z.object({ type: z.literal('roster.roleSet'), seat: Id, role: Role }),
  z.object({ type: z.literal('roster.chairMissed'), since: MeetingTime }),
  z.object({ type: z.literal('roster.chairOffered') }),
  z.object({ type: z.literal('roster.chairReturned') }),
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
  | { code: 'roster.notCalledOnStage' }
  | { code: 'roster.locked' }
  | { code: 'roster.lockedAlready' }
  | { code: 'roster.notLocked' }
  | { code: 'roster.yourself' }
  | { code: 'roster.runsTheMeeting' }
  | { code: 'roster.removed' }
  | { code: 'roster.linkDoubtful' }
  | { code: 'roster.deviceAllowedAlready' }
  | { code: 'roster.unknownSeat' }
  | { code: 'roster.roleHeld' }
  | { code: 'roster.chairsSeat' }
  | { code: 'roster.seatAbsent' }
  | { code: 'roster.chairNotOffered' };

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
  | { status: 'left' }
  /** For good: nothing of this member counts any more. */
  | { status: 'removed' };

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
  /** Who else is in the member's own room; null when nothing was declared. */
  company: Company | null;
  door: DoorFacts;
};

/** What those at the door know of a member, and the member itself; nobody else. */
export type DoorFacts = {
  /** The version of the rule that the member declined last, or null. */
  ruleDeclined: number | null;
  /** How often the link was opened elsewhere after its use. */
  linkUses: number;
  /** Whether somebody at the door has admitted the member by name since then. */
  vouchedFor: boolean;
  /** Whether one more device may use the link. */
  deviceAllowed: boolean;
  /** The last test of the equipment that the member sent. */
  check: EquipmentResult | null;
};

/** Whether a chair is there; `away` since a moment of the meeting, `offered` once a moderator may take the chair. */
export type ChairStatus = { status: 'there' } | { status: 'away'; since: MeetingTime } | { status: 'offered' };

/** Seats and members, in the order of the meeting's file. */
export type Roster = {
  seats: Seat[];
  members: Member[];
  /** Whether nobody new is let into the lobby. */
  locked: boolean;
  chair: ChairStatus;
};

export type RosterSystemCommand = z.infer<(typeof RosterSystemCommands)[number]>;
export type RosterCommand = z.infer<(typeof RosterCommands)[number]>;
export type RosterEvent = z.infer<(typeof RosterEvents)[number]>;
