import type { Ack, Id, LoggedEvent, MailProblem, MeetingTime, SeriesPlan, WallTime } from '@track2/shared';

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
export type PersonWords = { name: string; office: string | null; language: string | null; email: string | null };

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
  /** What else the meeting's file calls by a name of its own; what is not here is given one when the file is written. */
  names: FileNames;
};

/** The names that a meeting's file gave to itself, and to its items, people and delegations by their ids. */
export type FileNames = {
  file: string | null;
  items: Record<Id, string>;
  people: Record<Id, string>;
  delegations: Record<Id, string>;
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

/**
 * Whom a link or a session belongs to. What a member may do is never read from here: seat and role stand in the
 * meeting, where they change.
 */
export type Holder = { kind: 'member'; meeting: Id; member: Id } | { kind: 'convener'; convener: Id };

/** A link as it stands: when it was issued, and when it was exchanged for a session, or null. */
export type IssuedLink = { holder: Holder; issuedAt: WallTime; openedAt: WallTime | null };

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
  /** A further session for a link that was exchanged before, where that was allowed; false when there is no such link. */
  exchangeAgain(linkHash: string, sessionHash: string, at: WallTime): Promise<boolean>;
  /** Whose session this is, or null when it is unknown or ended. */
  session(sessionHash: string): Promise<Holder | null>;
  /** The members of a meeting that have a live link or session. */
  holders(meeting: Id): Promise<Holder[]>;
  /** The links of a meeting's members, or with null those of the conveners, used ones too. */
  links(meeting: Id | null): Promise<IssuedLink[]>;
  /** Ends all links and sessions of a holder. */
  end(holder: Holder): Promise<void>;
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

/** A series as the desk keeps it; a logo by its organisation, with the document that holds it. */
export type SeriesRecord = SeriesPlan & { id: Id; logos: Record<Id, LogoRecord> };
export type LogoRecord = { document: Id; type: 'image/png' | 'image/svg+xml' };

/** Who convenes beside the first one. */
export type ConvenerRecord = { id: Id; name: string; since: WallTime };

/** What the desk did for a person: when a link was sent last and how, and the number of the last calendar entry. */
export type PersonRecord = {
  sent: { at: WallTime; by: 'mail' | 'hand' } | null;
  /** SEQUENCE of the calendar entry that was sent last; null before the first. */
  sequence: number | null;
  mailProblem: MailProblem | null;
  revoked: boolean;
};

/** What the desk keeps of a meeting beside its log and its words. */
export type MeetingRecord = { series: Id | null; people: Record<Id, PersonRecord> };

/**
 * What the convener's desk keeps. Series and conveners are encrypted under keys of their own, which are destroyed with
 * them; a meeting's part under the meeting's key.
 */
export interface DeskBook {
  series(): Promise<SeriesRecord[]>;
  /** Adds a series, or replaces it as a whole. */
  putSeries(series: SeriesRecord): Promise<void>;
  /** Ends a series for good, its logos too. */
  endSeries(series: Id): Promise<void>;
  conveners(): Promise<ConvenerRecord[]>;
  putConvener(convener: ConvenerRecord): Promise<void>;
  endConvener(convener: Id): Promise<void>;
  /** Of a meeting that the desk has not written of yet: without series and people. */
  meeting(meeting: Id): Promise<MeetingRecord>;
  putMeeting(meeting: Id, record: MeetingRecord): Promise<void>;
}

/** Everything durable, as one adapter opens it. */
export type Storage = {
  log: MeetingLog;
  vault: IdentityVault;
  catalog: Catalog;
  credentials: Credentials;
  documents: Documents;
  desk: DeskBook;
  keys: MeetingKeys;
  close(): Promise<void>;
};
