import type { Ack, Id, LoggedEvent, MeetingTime, Role, WallTime } from '@track2/shared';

/** One turn of a meeting as the log keeps it: what was decided, by whom, and when on both clocks. */
export type LogEntry = {
  /** Gap-free within a meeting, from 1. Never leaves the server. */
  seq: number;
  epoch: number;
  at: MeetingTime;
  wall: WallTime;
  /** The member who acted, or null for the platform itself. */
  by: Id | null;
  events: LoggedEvent[];
};

/** The final answer to a command, kept so that the same id gets the same answer. Holds codes and ids, never text. */
export type StoredReply = {
  member: Id;
  commandId: string;
  /** SHA-256 of the canonical command, base64url: the same id with another payload is refused. */
  payloadHash: string;
  ack: ReplyAck;
};

/** What of an answer is kept: an applied command keeps its log sequence, from which its position is found again. */
export type ReplyAck = { outcome: 'applied'; seq: number } | Extract<Ack, { outcome: 'refused' }>;

/** What one append carries. A refusal stores its reply alone, with `entry` null. */
export type Append = {
  epoch: number;
  /** The sequence of the last entry that the writer knows. */
  expectedSeq: number;
  entry: LogEntry | null;
  reply: StoredReply | null;
  /** The meeting's clock at the commit, kept beside the log. */
  at: MeetingTime;
};

/** `stale`: another tenure has written; `conflict`: another sequence than expected. Neither wrote anything. */
export type AppendResult = 'appended' | 'stale' | 'conflict';

/** The log of all meetings: append-only, one writer per meeting, fenced by the epoch. */
export interface MeetingLog {
  /** Entries after `afterSeq` in order, the meeting's clock as last saved, and the highest epoch that wrote. */
  load(meeting: Id, afterSeq?: number): Promise<{ entries: LogEntry[]; at: MeetingTime; epoch: number }>;
  /** Writes entry, reply and clock in one transaction; durable when it resolves. */
  append(meeting: Id, append: Append): Promise<AppendResult>;
  /** The stored reply of (member, command id), if there is one. */
  reply(meeting: Id, member: Id, commandId: string): Promise<StoredReply | null>;
  /** Saves the meeting's clock beside the log; ignored when the epoch is not the newest that wrote. */
  saveClock(meeting: Id, epoch: number, at: MeetingTime): Promise<void>;
  close(): Promise<void>;
}

/** A person on a seat, in words. */
export type PersonWords = { name: string; office: string | null; language: string | null };

/** All words of one meeting that name people, groups or the meeting itself. Encrypted under the meeting's key. */
export type MeetingWords = {
  title: Record<string, string>;
  hosts: Record<string, string>;
  rule: { version: number; text: Record<string, string> };
  /** Member id to person. */
  members: Record<Id, PersonWords>;
  /** Delegation id to its name by language tag. */
  delegations: Record<Id, Record<string, string>>;
  /** Seat id to the name that the meeting's file gave it, for `npm run links -- SEAT`. */
  seats: Record<Id, string>;
};

/** Names, affiliations and the words of delegations: apart from the log, under the meeting's key. */
export interface IdentityVault {
  store(meeting: Id, words: MeetingWords): Promise<void>;
  /** Null when the meeting is unknown or purged: both answer alike. */
  words(meeting: Id): Promise<MeetingWords | null>;
  close(): Promise<void>;
}

/** The meetings this store holds. Ids only; everything that can be read stands in the vault. */
export interface Catalog {
  /** False when a meeting of that id exists already; nothing is changed then. */
  add(meeting: { id: Id; createdAt: WallTime }): Promise<boolean>;
  meetings(): Promise<{ id: Id; createdAt: WallTime }[]>;
}

/** Whom a link or a session belongs to. A convener's link has no seat in a meeting. */
export type Holder = { kind: 'member'; meeting: Id; member: Id; seat: Id; role: Role } | { kind: 'convener' };

/** Links, sessions: SHA-256 hashes of 256-bit secrets, never the secrets. */
export interface Credentials {
  /** Adds a link and ends every other link and session of the same holder. */
  issueLink(hash: string, holder: Holder, at: WallTime): Promise<void>;
  /**
   * Exchanges a link for a session, once: `used` when it was exchanged before (with its holder, so that the
   * browser which holds that session can go on with it), `unknown` when there is no such link or it was ended.
   * Atomic.
   */
  exchangeLink(
    linkHash: string,
    sessionHash: string,
    at: WallTime,
  ): Promise<{ outcome: 'exchanged'; holder: Holder } | { outcome: 'used'; holder: Holder } | { outcome: 'unknown' }>;
  /** Whose session this is, or null when it is unknown or ended. */
  session(sessionHash: string): Promise<Holder | null>;
  /** The members of a meeting that have a live link or session. */
  holders(meeting: Id): Promise<Holder[]>;
}

/** Wraps, unwraps and destroys the key of each meeting. The key lies in neither log nor database. */
export interface MeetingKeys {
  /** Makes the key of a new meeting. */
  create(meeting: Id): Promise<void>;
  /** The 256-bit key, or null once it is destroyed (or was never made). */
  key(meeting: Id): Promise<Buffer | null>;
  /** Overwrites the key in place and flushes: whatever was sealed with it is gone. */
  destroy(meeting: Id): Promise<void>;
}

/** The files of a meeting (slides, papers). Encrypted under the meeting's key, piece by piece, never as a whole in memory. */
export interface Documents {
  /**
   * Keeps what comes under this id, durable when it resolves; replaces what lay there. Rejects with the error in which
   * `content` ends, and nothing of it is left then.
   */
  put(meeting: Id, document: Id, content: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * The content in pieces; null when there is none, or the meeting is purged. Each piece is authentic when it comes: a
   * file that was changed, swapped or cut off ends in an error.
   */
  get(meeting: Id, document: Id): Promise<AsyncIterable<Buffer> | null>;
  /** Deletes it, if it is there. */
  delete(meeting: Id, document: Id): Promise<void>;
  /** Deletes all of a meeting's but these, and what a crash left half written. Not while one is put. */
  keepOnly(meeting: Id, documents: readonly Id[]): Promise<void>;
}

/** Everything durable, as one adapter opens it. */
export type Storage = {
  log: MeetingLog;
  vault: IdentityVault;
  catalog: Catalog;
  credentials: Credentials;
  documents: Documents;
  keys: MeetingKeys;
  close(): Promise<void>;
};
