import {
  type InvitationState,
  type Invitee,
  isInside,
  type MeetingCard,
  type MeetingStatus,
  type Member,
  memberById,
  type Session,
} from '@track2/shared';
import { namesOf } from '../meeting/fileOf.ts';
import type { MeetingHost } from '../meeting/meetingHost.ts';
import type { IssuedLink, PersonRecord } from '../storage/ports.ts';
import { newPerson } from './meetingPages.ts';
import type { DeskParts } from './parts.ts';

/** How a meeting stands: one that ended without having been opened was cancelled. */
export const statusOf = ({ status, opened }: Session): MeetingStatus =>
  status === 'adjourned' && opened === null ? 'cancelled' : status;

type Standing = { member: Member; person: PersonRecord | undefined; link: IssuedLink | undefined };

// A link that was printed at the first start, or with `npm run links`, was handed out too.
function sentOf({ person, link }: Standing): Invitee['sent'] {
  if (person !== undefined) return person.sent;
  return link === undefined ? null : { at: link.issuedAt, by: 'hand' };
}

function stateOf(standing: Standing): InvitationState {
  const { member, person, link } = standing;
  const { presence, ruleAccepted, door } = member;
  if (presence.status === 'removed' || (link === undefined && person?.revoked === true)) return 'revoked';
  if (ruleAccepted !== null && (isInside(member) || presence.status === 'left')) return 'admitted';
  if (link !== undefined && link.openedAt !== null) return door.check === null ? 'opened' : 'tested';
  return link !== undefined && sentOf(standing) !== null ? 'sent' : 'drafted';
}

/** The people of a meeting with how far their invitations have come, in the order of its file. */
export async function inviteesOf({ storage, pages }: DeskParts, host: MeetingHost): Promise<Invitee[]> {
  const { meeting, state, words } = host;
  const { people } = await pages.read(meeting);
  const links = new Map(
    (await storage.credentials.links(meeting)).flatMap((link) =>
      link.holder.kind === 'member' ? [[link.holder.member, link] as const] : [],
    ),
  );
  const names = namesOf(state, words);
  return state.roster.seats.flatMap((seat) =>
    seat.members.flatMap((id): Invitee[] => {
      const member = memberById(state, id);
      const written = words.members[id];
      if (member === undefined || written === undefined) return [];
      const standing = { member, person: people[id], link: links.get(id) };
      const { ruleAccepted, presence, door } = member;
      return [
        {
          member: id,
          seat: names.seats.get(seat.id) ?? '',
          person: names.people.get(id) ?? '',
          role: seat.role,
          name: written.name,
          email: written.email,
          state: stateOf(standing),
          sent: sentOf(standing),
          openedAt: standing.link?.openedAt ?? null,
          presence: presence.status,
          ruleAccepted: ruleAccepted !== null,
          ruleDeclined: door.ruleDeclined !== null,
          // What somebody at the door has vouched for since needs nobody any more.
          linkUses: door.vouchedFor ? 0 : door.linkUses,
          check: door.check,
          mailProblem: (standing.person ?? newPerson).mailProblem,
        },
      ];
    }),
  );
}

const needsConvener = ({ state, mailProblem, linkUses, ruleDeclined }: Invitee): boolean =>
  state !== 'revoked' && (mailProblem !== null || linkUses > 0 || ruleDeclined);

/** A meeting in the desk's list. */
export async function cardOf(parts: DeskParts, host: MeetingHost): Promise<MeetingCard> {
  const invitees = await inviteesOf(parts, host);
  const { startsAt, timeZone } = host.session;
  return {
    id: host.meeting,
    series: (await parts.pages.read(host.meeting)).series,
    title: host.words.title,
    startsAt,
    timeZone,
    status: statusOf(host.session),
    people: invitees.length,
    invited: invitees.filter(({ state }) => state !== 'drafted' && state !== 'revoked').length,
    attention: invitees.filter(needsConvener).length,
  };
}
