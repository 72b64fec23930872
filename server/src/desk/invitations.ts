import {
  type CancellationReply,
  type Id,
  type InvitationOutcome,
  type InvitationReply,
  type InvitationRequest,
  type MailProblem,
  memberById,
} from '@track2/shared';
import { issueLink } from '../identity/links.ts';
import { type ComposedMail, composeInvitation, type InvitationInput, messageToCopy } from '../invitations/compose.ts';
import type { SendOutcome } from '../invitations/mailer.ts';
import type { MeetingHost } from '../meeting/meetingHost.ts';
import type { MeetingRecord, PersonRecord } from '../storage/ports.ts';
import type { DeskParts, Mail } from './parts.ts';
import { hostOf } from './plans.ts';
import { DeskRefused, unknown } from './refused.ts';

/** What a message says, but for the way that it takes. */
type Message = { kind: InvitationInput['kind']; url: string | null; sequence: number };

function inputOf(
  { publicUrl, mail, wall }: DeskParts,
  host: MeetingHost,
  member: Id,
  { kind, url, sequence }: Message,
): InvitationInput {
  const { words, state, meeting } = host;
  const { startsAt, timeZone } = state.session;
  const planned = state.agenda.items.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  const attribution = state.agenda.items[0]?.attribution;
  const { name = '', email = null, language = null } = words.members[member] ?? {};
  return {
    kind,
    meeting: {
      id: meeting,
      title: words.title,
      hosts: words.hosts,
      startsAt,
      endsAt: startsAt + planned,
      timeZone,
      ...(attribution === undefined ? {} : { attribution }),
    },
    person: { member, name, email, language },
    url,
    address: `${publicUrl}/seat/${member}`,
    sequence,
    from: mail?.from ?? null,
    stamp: wall(),
  };
}

const problemOf = (outcome: SendOutcome): MailProblem | null => (outcome.kind === 'sent' ? null : outcome.kind);

const nextSequence = (person: PersonRecord | undefined): number =>
  person?.sequence === null || person?.sequence === undefined ? 0 : person.sequence + 1;

/** Sends to all of them, and notes for each what became of it. */
async function sendAll(
  { pages }: DeskParts,
  { mailer }: Mail,
  meeting: Id,
  messages: ReadonlyMap<Id, ComposedMail>,
): Promise<Map<Id, MailProblem | null>> {
  const sent = await Promise.all(
    [...messages].map(async ([member, message]) => [member, problemOf(await mailer.send(message))] as const),
  );
  const problems = new Map(sent);
  await pages.inTurn(meeting, () =>
    pages.writePeople(meeting, new Map(sent.map(([member, mailProblem]) => [member, { mailProblem }]))),
  );
  return problems;
}

type Ready = { outcome: InvitationOutcome; message: ComposedMail | null };

/** Ends what the person had, and issues a new link; what was noticed of the old one is past. */
async function renewedLink({ storage, publicUrl, shutOut, wall }: DeskParts, host: MeetingHost, member: Id) {
  const { meeting } = host;
  await shutOut(meeting, member);
  host.disconnect(member, 'linkRevoked');
  const holder = { kind: 'member', meeting, member } as const;
  const url = await issueLink(storage.credentials, { publicUrl, holder, wall: wall() });
  await host.instruct({ type: 'roster.renewLink', member });
  return url;
}

/** Inside the meeting's turn: the link is issued and noted as sent before a mail with it goes out. */
async function invite(
  parts: DeskParts,
  host: MeetingHost,
  member: Id,
  { by, page }: { by: InvitationRequest['by']; page: MeetingRecord },
): Promise<Ready> {
  const failed = (problem: 'noAddress' | 'noMail' | 'removed'): Ready => ({
    outcome: { member, outcome: 'failed', problem },
    message: null,
  });
  if (!host.knows(member)) return failed('removed');
  if (by === 'mail' && parts.mail === null) return failed('noMail');
  if (by === 'mail' && (host.words.members[member]?.email ?? null) === null) return failed('noAddress');
  const sequence = nextSequence(page.people[member]);
  const url = await renewedLink(parts, host, member);
  const done = { sent: { at: parts.wall(), by }, sequence, mailProblem: null, revoked: false };
  await parts.pages.writePeople(host.meeting, new Map([[member, done]]));
  const input = inputOf(parts, host, member, { kind: 'invitation', url, sequence });
  if (by === 'mail') return { outcome: { member, outcome: 'mailed' }, message: composeInvitation(input) };
  return { outcome: { member, outcome: 'handed', url, ...messageToCopy(input) }, message: null };
}

/** Who was not reached has a link that nobody knows: it counts as not sent. */
async function noteUnsent({ pages }: DeskParts, meeting: Id, unsent: readonly Id[]): Promise<void> {
  if (unsent.length === 0) return;
  await pages.inTurn(meeting, () =>
    pages.writePeople(meeting, new Map(unsent.map((member) => [member, { sent: null }]))),
  );
}

/** Before anything is done for one of them. */
function requireMembers({ state }: MeetingHost, members: readonly Id[]): void {
  if (members.some((member) => memberById(state, member) === undefined)) throw unknown();
}

/** Issues each a new link, which ends the old one, and sends it or gives it out with the message to copy. */
export async function inviteAll(
  parts: DeskParts,
  meeting: Id,
  { members, by }: InvitationRequest,
): Promise<InvitationReply> {
  const host = hostOf(parts, meeting);
  if (host.session.status === 'adjourned') throw new DeskRefused({ code: 'desk.notPlanned' });
  requireMembers(host, members);
  const ready = await parts.pages.inTurn(meeting, async () => {
    const page = await parts.pages.read(meeting);
    const done: Ready[] = [];
    for (const member of new Set(members)) done.push(await invite(parts, host, member, { by, page }));
    return done;
  });
  const messages = new Map(
    ready.flatMap(({ outcome, message }) => (message === null ? [] : [[outcome.member, message] as const])),
  );
  if (parts.mail === null || messages.size === 0) return { invitations: ready.map(({ outcome }) => outcome) };
  const problems = await sendAll(parts, parts.mail, meeting, messages);
  const unsent = [...problems].filter(([, problem]) => problem !== null).map(([member]) => member);
  await noteUnsent(parts, meeting, unsent);
  const outcomes = ready.map(({ outcome }): InvitationOutcome => {
    const problem = problems.get(outcome.member) ?? null;
    return problem === null ? outcome : { member: outcome.member, outcome: 'failed', problem };
  });
  return { invitations: outcomes };
}

/** Ends link, session and socket of each. */
export function revokeAll(parts: DeskParts, meeting: Id, members: readonly Id[]): Promise<void> {
  const host = hostOf(parts, meeting);
  requireMembers(host, members);
  return parts.pages.inTurn(meeting, async () => {
    for (const member of members) {
      await parts.shutOut(meeting, member);
      host.disconnect(member, 'linkRevoked');
    }
    await parts.pages.writePeople(meeting, new Map(members.map((member) => [member, { revoked: true, sent: null }])));
  });
}

/** Tells those who were invited by mail. The answer is how many it reached. */
export async function tellInvited(parts: DeskParts, meeting: Id, kind: 'update' | 'cancellation'): Promise<number> {
  const { mail, pages } = parts;
  const host = hostOf(parts, meeting);
  if (mail === null) return 0;
  const messages = await pages.inTurn(meeting, async () => {
    const { people } = await pages.read(meeting);
    const told = Object.entries(people).filter(
      ([member, { sent, revoked }]) => sent?.by === 'mail' && !revoked && host.knows(member),
    );
    const numbered = new Map(told.map(([member, person]) => [member, { sequence: nextSequence(person) }]));
    await pages.writePeople(meeting, numbered);
    return new Map(
      [...numbered].map(([member, { sequence }]) => [
        member,
        composeInvitation(inputOf(parts, host, member, { kind, url: null, sequence })),
      ]),
    );
  });
  const problems = await sendAll(parts, mail, meeting, messages);
  return [...problems.values()].filter((problem) => problem === null).length;
}

/** Cancels a meeting that was never opened, and tells those who were invited. */
export async function cancelMeeting(parts: DeskParts, meeting: Id): Promise<CancellationReply> {
  const host = hostOf(parts, meeting);
  const refusal = await parts.pages.inTurn(meeting, () => host.instruct({ type: 'session.cancel' }));
  if (refusal !== null) throw new DeskRefused({ code: 'desk.notPlanned' });
  return { mailed: await tellInvited(parts, meeting, 'cancellation') };
}
