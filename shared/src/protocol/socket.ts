import * as z from 'zod/mini';
import { Command, type MeetingEvent, type Refusal } from '../meeting/messages.ts';
import type { MeetingState } from '../meeting/state.ts';
import { Id, type MeetingTime, type MemberKind, type Role, type WallTime } from '../meeting/words.ts';
import type { CheckReply } from './check.ts';
import type { MediaPush, MediaReply } from './media.ts';

export { PROTOCOL_VERSION } from './version.ts';

/** What the CONNECT packet's `auth` carries: the one-use ticket, never an address. */
export const ConnectAuth = z.strictObject({
  version: z.int(),
  ticket: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type ConnectAuth = z.infer<typeof ConnectAuth>;

/** A command with its own 128-bit id, resent with the same id until a final answer comes. */
export const CommandFrame = z.strictObject({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  command: Command,
});
export type CommandFrame = z.infer<typeof CommandFrame>;

/** Where the client's mirror stands; null when it has none. First join, reconnect and a gap are this one request. */
export const SyncFrame = z.strictObject({
  position: z.nullable(z.strictObject({ line: Id, n: z.int().check(z.nonnegative()) })),
});
export type SyncFrame = z.infer<typeof SyncFrame>;

/** The number of an envelope: `n` counts one viewer's own envelopes on one line of sight, without gaps. */
export type Position = { line: Id; n: number };

/**
 * Why the gateway itself turns a frame away before it reaches the meeting. `tooOften`: this person, or the meeting in
 * sum, sent too many commands; the next is taken after so many seconds.
 */
export type FrameRefusal =
  | { code: 'frame.malformed'; path: string }
  | { code: 'frame.idReused' }
  | { code: 'frame.tooOften'; afterSeconds: number }
  | { code: 'meeting.gone' };

/** The answer to a command. Final unless it is a fault with `retry`. */
export type Ack =
  | { outcome: 'applied'; position: Position }
  | { outcome: 'refused'; refusal: Refusal | FrameRefusal }
  | { outcome: 'fault'; code: 'fault.storage' | 'fault.internal'; incident: string; retry: boolean };

/** What one turn of the meeting meant for one viewer. */
export type Envelope = Position & {
  events: MeetingEvent[];
  at: MeetingTime;
  wall: WallTime;
  /** The member who acted, where this viewer may know. */
  by?: Id;
};

/** The whole of what a viewer may see, at the start of a line or after a gap. */
export type Snapshot = Position & { state: MeetingState; at: MeetingTime; wall: WallTime };

/**
 * What a reader may know of a member; without a name where the meeting's policy keeps it from this reader. Apart from
 * the meeting's state, and never in the log.
 */
export type Nameplate = { name: string | null; office: string | null };

/** The words that belong to opaque ids, for this viewer: replaced as a whole with each snapshot. */
export type Nameplates = {
  members: Record<Id, Nameplate>;
  /** By delegation id, then by language tag. */
  delegations: Record<Id, Record<string, string>>;
};

/** The answer to a sync: either what was missed, or everything anew. */
export type SyncReply =
  | { kind: 'events'; envelopes: Envelope[]; at: MeetingTime; wall: WallTime; running: boolean }
  | { kind: 'snapshot'; snapshot: Snapshot; nameplates: Nameplates; running: boolean };

/** The meeting's clocks at the moment of the answer. */
export type ClockReply = { at: MeetingTime; wall: WallTime };

/** Why the server ends a connection for good; the client does not come back by itself. */
export type EndReason = 'anotherDevice' | 'linkRevoked' | 'removed' | 'meetingGone' | 'versionMismatch';

/** Events a client sends, each answered through its acknowledgement. */
export type ClientToServer = {
  command: (frame: CommandFrame, ack: (answer: Ack) => void) => void;
  sync: (frame: SyncFrame, ack: (answer: SyncReply) => void) => void;
  clock: (frame: Record<string, never>, ack: (answer: ClockReply) => void) => void;
  media: (request: unknown, ack: (answer: MediaReply) => void) => void;
  check: (request: unknown, ack: (answer: CheckReply) => void) => void;
};

/** Events the server sends. */
export type ServerToClient = {
  envelope: (envelope: Envelope) => void;
  snapshot: (snapshot: Snapshot, nameplates: Nameplates) => void;
  media: (push: MediaPush) => void;
  /** Volatile: who is heard, and how loud. Never logged, never an event. */
  pulse: (pulse: Pulse) => void;
  ended: (reason: EndReason) => void;
};

/** Levels by member in dBov (0 loudest, -127 silence), and the one who is heard most. */
export type Pulse = { speaker: Id | null; levels: { member: Id; level: number }[] };

/** What the entry page may know of the person who opened a personal link. */
export type EntrySeat = {
  member: Id;
  seat: Id;
  kind: MemberKind;
  role: Role;
  name: string;
  office: string | null;
  delegation: Record<string, string> | null;
};
