import * as z from 'zod/mini';
import { Id, type WallTime } from '../meeting/words.ts';
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
export type SeatEntry = { kind: 'seat'; home: string; ticket: string; you: EntrySeat; meeting: MeetingFace };

/** What the convener gets: the meetings held here. No ticket, as the convener has no seat. */
export type ConvenerEntry = {
  kind: 'convener';
  meetings: (MeetingFace & { status: 'planned' | 'open' | 'adjourned' })[];
};

export type EnterReply = SeatEntry | ConvenerEntry;

/** Why an entry is turned down. Unknown, ended and used links answer alike but for the code `used`. */
export type HttpRefusalCode =
  | 'enter.linkUnknown'
  | 'enter.linkUsed'
  | 'enter.sessionGone'
  | 'enter.badRequest'
  | 'http.foreignOrigin'
  | 'http.notFound'
  | 'http.fault';

/** The body of every answer that is not a success. */
export type HttpRefusal = { code: HttpRefusalCode; incident?: string };
