import type { Id, WallTime } from '@track2/shared';
import type { BaseLogger } from 'pino';
import type { MailAddress } from '../environment.ts';
import type { Mailer } from '../invitations/mailer.ts';
import type { Meetings } from '../meeting/meetings.ts';
import type { Storage } from '../storage/ports.ts';
import type { MeetingPages } from './meetingPages.ts';

/** The way out for mail, and who sends it. */
export type Mail = { mailer: Mailer; from: MailAddress };

/** What the desk works with. */
export type DeskParts = {
  storage: Storage;
  meetings: Meetings;
  pages: MeetingPages;
  /** Null where no mail is sent. */
  mail: Mail | null;
  publicUrl: string;
  /** Ends what lets a member in: link, sessions and tickets. */
  shutOut: (meeting: Id, member: Id) => Promise<void>;
  wall: () => WallTime;
  logger: BaseLogger;
};
