import * as z from 'zod/mini';
import type { EquipmentResult, Presence } from '../meeting/roster/schema.ts';
import { Id, type Role, WallTime, Words } from '../meeting/words.ts';
import { MeetingFile } from './meetingFile.ts';

// The convener's desk: HTTP under /api/desk, with the session in the convener's cookie. Each answer that is not a
// success is a `DeskRefusal` or an `HttpRefusal`.

/** What an organisation does for a series. */
export const OrganisationPart = z.enum(['convener', 'host', 'coHost', 'supporter']);
export type OrganisationPart = z.infer<typeof OrganisationPart>;

const SomeWords = Words.check(z.refine((words) => Object.keys(words).length > 0));

/** An organisation of a series; its id is the client's, so that a logo can follow at once. */
export const Organisation = z.strictObject({ id: Id, name: SomeWords, part: OrganisationPart });
export type Organisation = z.infer<typeof Organisation>;

/** `POST /api/desk/series` (answers `{ id }`), and `PUT /api/desk/series/ID`, which answers a {@link Series}. */
export const SeriesPlan = z.strictObject({
  title: SomeWords,
  organisations: z.array(Organisation).check(z.minLength(1), z.maxLength(12)),
});
export type SeriesPlan = z.infer<typeof SeriesPlan>;

/**
 * A series as the desk shows it. `logos`: organisation id to the address of its logo, which changes with the logo.
 * `PUT` and `DELETE /api/desk/series/ID/logos/ORGANISATION`, the body a PNG or an SVG of at most {@link MOST_LOGO_BYTES};
 * both answer the series. A member reads the address of a logo in the entry (`Organiser`).
 */
export type Series = SeriesPlan & { id: Id; logos: Record<Id, string> };

/** The most that a logo may have, in bytes. */
export const MOST_LOGO_BYTES = 256 * 1024;

/** The kinds of meeting that a new one can be made as. */
export const Template = z.enum(['track2', 'lecture', 'seminar', 'workshop']);
export type Template = z.infer<typeof Template>;

/** `POST /api/desk/meetings`: answers `{ id }`. */
export const NewMeeting = z.strictObject({
  series: z.nullable(Id),
  startsAt: WallTime,
  from: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('template'),
      template: Template,
      title: SomeWords,
      hosts: SomeWords,
      timeZone: z.string().check(z.maxLength(64)),
    }),
    /** The text of a meeting's file, as the convener chose it. */
    z.strictObject({ kind: z.literal('file'), text: z.string().check(z.maxLength(1_000_000)) }),
    z.strictObject({ kind: z.literal('copy'), meeting: Id }),
  ]),
});
export type NewMeeting = z.infer<typeof NewMeeting>;

/**
 * `PUT /api/desk/meetings/ID`: the whole file, with the revision that it was made from; answers a {@link MeetingDesk}.
 * Who was invited by mail is told of a new title or start.
 */
export const MeetingChange = z.strictObject({
  revision: z.string().check(z.maxLength(64)),
  series: z.nullable(Id),
  startsAt: WallTime,
  file: MeetingFile,
});
export type MeetingChange = z.infer<typeof MeetingChange>;

/** How a meeting stands; `cancelled` before it was ever opened. */
export type MeetingStatus = 'planned' | 'open' | 'adjourned' | 'cancelled';

/** One meeting in the desk's list. */
export type MeetingCard = {
  id: Id;
  series: Id | null;
  title: Record<string, string>;
  startsAt: WallTime;
  timeZone: string;
  status: MeetingStatus;
  /** People on its seats, how many of them were sent a link, and how many need the convener. */
  people: number;
  invited: number;
  attention: number;
};

/** Another convener, or oneself; the one of the first start has no name. */
export type Convener = { id: Id; name: string; you: boolean; since: WallTime; opened: boolean };

/** `GET /api/desk`. `mail`: whether the platform can send mail itself. */
export type Desk = { series: Series[]; meetings: MeetingCard[]; conveners: Convener[]; mail: boolean };

/** How far a person's invitation has come. */
export type InvitationState = 'drafted' | 'sent' | 'opened' | 'tested' | 'admitted' | 'revoked';

/** One person of a meeting, as the desk shows it. */
export type Invitee = {
  member: Id;
  /** The seat's and the person's id in the file. */
  seat: string;
  person: string;
  role: Role;
  name: string;
  email: string | null;
  state: InvitationState;
  /** When the link was last issued, and how. */
  sent: { at: WallTime; by: 'mail' | 'hand' } | null;
  openedAt: WallTime | null;
  presence: Presence['status'];
  ruleAccepted: boolean;
  ruleDeclined: boolean;
  /** How often the link was opened elsewhere after its use, and since somebody at the door vouched for the person. */
  linkUses: number;
  check: EquipmentResult | null;
  /** Why the last mail did not go out, or null. */
  mailProblem: MailProblem | null;
};

/** `refused`: the recipient's or the own mail server turned it down; `unreachable`: no mail server answered. */
export type MailProblem = 'refused' | 'unreachable';

/** `GET /api/desk/meetings/ID`. `GET .../file` has the file for download. */
export type MeetingDesk = {
  id: Id;
  series: Id | null;
  status: MeetingStatus;
  startsAt: WallTime;
  /** Changes with every change of the file, whoever made it. */
  revision: string;
  file: MeetingFile;
  invitees: Invitee[];
};

/**
 * `POST /api/desk/meetings/ID/invitations`: issues each a new link, which ends the old one, and sends it (`mail`), or
 * gives it out with the message to copy (`hand`).
 */
export const InvitationRequest = z.strictObject({
  members: z.array(Id).check(z.minLength(1), z.maxLength(400)),
  by: z.enum(['mail', 'hand']),
});
export type InvitationRequest = z.infer<typeof InvitationRequest>;

/** `removed`: put out of the meeting for good, so there is no new link. `handed` has the link and the words to copy: this once, as only a hash of it is kept. */
export type InvitationOutcome =
  | { member: Id; outcome: 'mailed' }
  | { member: Id; outcome: 'handed'; url: string; subject: string; text: string }
  | { member: Id; outcome: 'failed'; problem: MailProblem | 'noAddress' | 'noMail' | 'removed' };
export type InvitationReply = { invitations: InvitationOutcome[] };

/** `POST /api/desk/meetings/ID/revocations`: ends link, session and socket of each. */
export const RevocationRequest = z.strictObject({ members: z.array(Id).check(z.minLength(1), z.maxLength(400)) });
export type RevocationRequest = z.infer<typeof RevocationRequest>;

/** `POST /api/desk/meetings/ID/cancellation`, without a body, and `{ mailed }` how many were told by mail. */
export type CancellationReply = { mailed: number };

/** `POST /api/desk/conveners`: answers {@link ConvenerLink}. `DELETE /api/desk/conveners/ID` ends that one's access. */
export const NewConvener = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(120)) });
export type NewConvener = z.infer<typeof NewConvener>;

/** The link of a new convener: this once. */
export type ConvenerLink = { id: Id; url: string };

/** What is wrong with a meeting's file, and where: a path such as `seats[2].role`. */
export type FileProblem = { path: string; message: string };

/** Why the desk turns something down. */
export type DeskRefusal =
  | { code: 'desk.badRequest'; path: string }
  | { code: 'desk.fileProblems'; problems: FileProblem[] }
  | { code: 'desk.changedMeanwhile' }
  | { code: 'desk.unknown' }
  | { code: 'desk.notPlanned' }
  | { code: 'desk.agendaIsTheChairs' }
  | { code: 'desk.seatEntered'; seat: string }
  | { code: 'desk.itemHeld'; item: string }
  | { code: 'desk.seriesInUse' }
  | { code: 'desk.lastConvener' }
  | { code: 'desk.logoTooLarge'; mostBytes: number }
  | { code: 'desk.logoUnfit' };
