import * as z from 'zod/mini';
import { DocumentUse } from '../meeting/documents/schema.ts';
import { Id, type WallTime } from '../meeting/words.ts';
import type { OrganisationPart } from './desk.ts';
import type { EntrySeat } from './socket.ts';

/**
 * `POST /api/enter`: either exchanges a link's secret for a session, or goes on with the session whose cookie
 * the browser holds for that member. Never sent on page load, always by the person's press or by a reconnect.
 */
export const EnterRequest = z.union([
  z.strictObject({ secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) }),
  z.strictObject({ member: Id }),
  z.strictObject({ convener: z.literal(true) }),
]);
export type EnterRequest = z.infer<typeof EnterRequest>;

/** What everybody with a link may read of a meeting, before admission too. */
export type MeetingFace = {
  id: Id;
  title: Record<string, string>;
  hosts: Record<string, string>;
  startsAt: WallTime;
  timeZone: string;
  rule: { version: number; text: Record<string, string> };
};

/** What a person with a seat gets: the meeting's face, the own seat, the home, and a one-use ticket for 30 s. */
export type SeatEntry = {
  kind: 'seat';
  home: string;
  ticket: string;
  you: EntrySeat;
  meeting: MeetingFace;
  /** The organisations of the meeting's series; none where it belongs to no series. */
  organisers: Organiser[];
  uploads: UploadLimits;
};

/** An organisation behind a meeting; `logo` is the address of its logo, for the session of this member. */
export type Organiser = { name: Record<string, string>; part: OrganisationPart; logo: string | null };

/** What the convener gets: the session, with which the desk is asked. No ticket, as the convener has no seat. */
export type ConvenerEntry = { kind: 'convener' };

export type EnterReply = SeatEntry | ConvenerEntry;

/** Why an entry is turned down. Unknown, ended and used links answer alike but for the code `used`. */
export type HttpRefusalCode =
  | 'enter.linkUnknown'
  | 'enter.linkUsed'
  | 'enter.sessionGone'
  | 'enter.badRequest'
  | 'enter.tooOften'
  | 'http.foreignOrigin'
  | 'http.notFound'
  | 'http.fault';

/**
 * The body of every answer that is not a success. `tooOften`: too many entries, or too many secrets that open nothing,
 * came from this address; the next is looked at after so many seconds, as the header `retry-after` says too.
 */
export type HttpRefusal =
  | { code: Exclude<HttpRefusalCode, 'enter.tooOften'>; incident?: string }
  | { code: 'enter.tooOften'; afterSeconds: number };

/** What a file may have at most, told beforehand so that nobody sends in vain what is too large. */
export type UploadLimits = { mostBytes: number; mostPages: number };

/**
 * `POST /api/documents?member=&item=&use=`, the body a PDF, its name percent-encoded in the header `x-document-name`:
 * whose session, and on which item of the agenda. The answer is an {@link UploadReply}, or why the file was not taken:
 * an {@link UploadRefusal}, a `Refusal` of the meeting, or an {@link HttpRefusal}.
 */
export const UploadRequest = z.strictObject({ member: Id, item: Id, use: DocumentUse });
export type UploadRequest = z.infer<typeof UploadRequest>;

/** The document as it is in the meeting now; `GET /api/documents/ID?member=` has its bytes for whoever may see it. */
export type UploadReply = { document: Id };

/**
 * Why a file was not taken. `brokenOff`: not all of it came, or too slowly; `tooLong`: it takes too much time or memory
 * to open; `tooOften`: this member has an upload under way, or had many just now; `badRequest`: not of the form above.
 */
export type UploadRefusal =
  | { code: 'documents.tooLarge'; mostBytes: number }
  | { code: 'documents.tooManyPages'; pages: number; most: number }
  | { code: 'documents.notAPdf' }
  | { code: 'documents.corrupt' }
  | { code: 'documents.passwordProtected' }
  | { code: 'documents.tooLong' }
  | { code: 'documents.brokenOff' }
  | { code: 'documents.tooOften' }
  | { code: 'documents.badRequest' };
