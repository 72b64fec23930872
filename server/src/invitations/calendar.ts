import { createHash } from 'node:crypto';
import type { Id, WallTime } from '@track2/shared';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { MailAddress } from '../environment.ts';

/** What a calendar's entry needs to know; a personal link is not among it. */
export type EntryFacts = {
  meeting: Id;
  member: Id;
  cancelled: boolean;
  /** Higher with every message about the same meeting, so that the newest one counts. */
  sequence: number;
  title: string;
  description: string;
  startsAt: WallTime;
  endsAt: WallTime;
  /** Where the meeting is held, without any secret. */
  address: string;
  from: MailAddress;
  to: MailAddress;
  stamp: WallTime;
};

export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; text: string };

/** Names the entry of one member in one meeting, always alike, and says nothing of either. */
const entryId = (meeting: Id, member: Id): string =>
  createHash('sha256').update(`track2.invitation:${meeting}/${member}`).digest('hex').slice(0, 32);

/** The entry for a calendar (RFC 5545 and 5546), in UTC. Private, so that a shared calendar shows no title. */
export function calendarPart(facts: EntryFacts): CalendarPart {
  const { cancelled, from, to } = facts;
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: '//Track 2//Invitations//EN', method });
  calendar.createEvent({
    id: entryId(facts.meeting, facts.member),
    sequence: facts.sequence,
    stamp: new Date(facts.stamp),
    start: new Date(facts.startsAt),
    end: new Date(facts.endsAt),
    summary: facts.title,
    description: facts.description,
    location: facts.address,
    url: facts.address,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    organizer: { name: from.name, email: from.address },
    attendees: [
      {
        name: to.name,
        email: to.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        // Who comes is seen in the lobby; nobody collects answers.
        rsvp: false,
      },
    ],
  });
  return { method: cancelled ? 'CANCEL' : 'REQUEST', text: calendar.toString() };
}
