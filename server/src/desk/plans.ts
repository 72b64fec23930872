import { createHash } from 'node:crypto';
import type { FileProblem, Id, MeetingChange, MeetingDesk, MeetingFile, NewMeeting, Refusal } from '@track2/shared';
import { fileOf, knownIds, namesOf } from '../meeting/fileOf.ts';
import { loadMeeting, meetingOf } from '../meeting/loadMeeting.ts';
import { checkedMeetingFile, readMeetingFile } from '../meeting/meetingFile.ts';
import type { MeetingHost } from '../meeting/meetingHost.ts';
import { type KnownIds, type Prepared, prepare } from '../meeting/plan.ts';
import type { MeetingWords } from '../storage/ports.ts';
import { inviteesOf, statusOf } from './invitees.ts';
import type { DeskParts } from './parts.ts';
import { DeskRefused, unknown } from './refused.ts';
import { assignSeries, requireSeries } from './series.ts';
import { newFileId, templateFile } from './templates.ts';

/** A meeting that is held here. Throws {@link DeskRefused} when there is none. */
export function hostOf({ meetings }: DeskParts, meeting: Id): MeetingHost {
  const host = meetings.find(meeting);
  if (host === undefined) throw unknown();
  return host;
}

const changedMeanwhile = (): DeskRefused => new DeskRefused({ code: 'desk.changedMeanwhile' });

const problems = (...found: FileProblem[]): DeskRefused =>
  new DeskRefused({ code: 'desk.fileProblems', problems: found });

/** The file, or all that is wrong with it thrown. */
function sound(checked: ReturnType<typeof checkedMeetingFile>): MeetingFile {
  if ('problems' in checked) throw problems(...checked.problems);
  return checked.file;
}

/** Of a meeting's file as it stands. */
export const currentFile = ({ meeting, state, words }: MeetingHost): MeetingFile => fileOf(meeting, state, words);

/** Changes with everything that the desk can change, and with what the chair changes of it in the meeting. */
const revisionOf = (file: MeetingFile, startsAt: number, series: Id | null): string =>
  createHash('sha256')
    .update(JSON.stringify([file, startsAt, series]))
    .digest('base64url')
    .slice(0, 22);

/** A meeting as the desk shows it. */
export async function meetingDeskOf(parts: DeskParts, host: MeetingHost): Promise<MeetingDesk> {
  const invitees = await inviteesOf(parts, host);
  const { series } = await parts.pages.read(host.meeting);
  const { startsAt } = host.session;
  const file = currentFile(host);
  return {
    id: host.meeting,
    series,
    status: statusOf(host.session),
    startsAt,
    revision: revisionOf(file, startsAt, series),
    file,
    invitees,
  };
}

function newFile(parts: DeskParts, from: NewMeeting['from']): MeetingFile {
  switch (from.kind) {
    case 'template':
      return sound(checkedMeetingFile(templateFile(from)));
    case 'file':
      return sound(readMeetingFile(from.text));
    case 'copy':
      return { ...currentFile(hostOf(parts, from.meeting)), id: newFileId() };
  }
}

/** Makes a meeting, which is held here from now on. */
export async function createMeeting(parts: DeskParts, { series, startsAt, from }: NewMeeting): Promise<{ id: Id }> {
  const { storage, meetings, pages, wall } = parts;
  const file = newFile(parts, from);
  return pages.inTurn(file.id, async () => {
    await requireSeries(parts, series);
    if ((await meetingOf(storage, file.id)) !== null)
      throw problems({ path: 'id', message: `a meeting with the id "${file.id}" is here already` });
    const { meeting: id } = await loadMeeting(storage, file, { startsAt, wall: wall() });
    await meetings.add(id);
    await assignSeries(parts, id, series);
    return { id };
  });
}

/** What is the chair's once the meeting is open, and so what of a file has to be as it is. */
const planOf = ({ plan }: Prepared, rule: MeetingFile['rule']): string =>
  JSON.stringify([{ ...plan, hardStops: plan.hardStops.map(({ item, at, label }) => [item, at, label]) }, rule.text]);

/** A changed text is another version, whoever forgot to say so: those who accepted the other have not accepted it. */
function withRuleVersion(file: MeetingFile, before: MeetingFile): MeetingFile {
  const changed = JSON.stringify(file.rule.text) !== JSON.stringify(before.rule.text);
  const version = changed ? Math.max(file.rule.version, before.rule.version + 1) : file.rule.version;
  return { ...file, rule: { ...file.rule, version } };
}

function refusedChange(refusal: Refusal, { state, words }: MeetingHost): Error {
  const names = namesOf(state, words);
  switch (refusal.code) {
    case 'session.seatEntered':
      return new DeskRefused({ code: 'desk.seatEntered', seat: names.seats.get(refusal.seat) ?? '' });
    case 'session.itemHeld':
      return new DeskRefused({ code: 'desk.itemHeld', item: names.items.get(refusal.item) ?? '' });
    case 'session.adjourned':
      return new DeskRefused({ code: 'desk.notPlanned' });
    case 'session.alreadyOpen':
      return changedMeanwhile();
    default:
      return new Error(`a revision was refused: ${refusal.code}`);
  }
}

/** The words of both, those of the second where they differ. */
const joined = (before: MeetingWords, after: MeetingWords): MeetingWords => ({
  ...after,
  members: { ...before.members, ...after.members },
  delegations: { ...before.delegations, ...after.delegations },
  seats: { ...before.seats, ...after.seats },
  names: {
    file: after.names.file,
    items: { ...before.names.items, ...after.names.items },
    people: { ...before.names.people, ...after.names.people },
    delegations: { ...before.names.delegations, ...after.names.delegations },
  },
});

/**
 * Words first and joined, so that a crash leaves no id without its words; those of who is gone go last. Throws
 * {@link DeskRefused} with nothing changed.
 */
async function revise(
  { storage }: DeskParts,
  host: MeetingHost,
  { plan, seats, words }: Prepared,
  isStillSo: () => boolean,
): Promise<void> {
  const before = host.words;
  const both = joined(before, words);
  await storage.vault.store(host.meeting, both);
  const isOpen = host.session.status === 'open';
  const command = { type: 'session.revise', plan: isOpen ? null : plan, seats } as const;
  const refusal = await host.revise(command, both, isStillSo);
  if (refusal !== null) {
    await storage.vault.store(host.meeting, before);
    throw refusal === 'overtaken' ? changedMeanwhile() : refusedChange(refusal, host);
  }
  await storage.vault.store(host.meeting, words);
  host.forgetWords(words);
}

function requirePlanKept(host: MeetingHost, changed: Prepared, file: MeetingFile, known: KnownIds): void {
  if (host.session.status !== 'open') return;
  const current = currentFile(host);
  const kept = planOf(prepare(current, host.session.startsAt, known), current.rule);
  if (planOf(changed, file.rule) !== kept) throw new DeskRefused({ code: 'desk.agendaIsTheChairs' });
}

/** Who was on a seat and is no more: nothing lets them in again. */
async function putOut({ shutOut, pages }: DeskParts, host: MeetingHost, before: readonly Id[]): Promise<void> {
  const stay = new Set(host.state.roster.members.map(({ id }) => id));
  const gone = before.filter((member) => !stay.has(member));
  for (const member of gone) {
    host.disconnect(member, 'linkRevoked');
    await shutOut(host.meeting, member);
  }
  await pages.write(host.meeting, (page) => ({
    ...page,
    people: Object.fromEntries(Object.entries(page.people).filter(([id]) => !gone.includes(id))),
  }));
}

/** What a change means for those who were invited. */
export type Changed = { isAnnounced: boolean };

/**
 * Saves a changed file. Ids stay with what keeps its name. Throws {@link DeskRefused} with nothing changed.
 */
export function changeMeeting(
  parts: DeskParts,
  meeting: Id,
  { revision, series, startsAt, file: given }: Omit<MeetingChange, 'file'> & { file: unknown },
): Promise<Changed> {
  return parts.pages.inTurn(meeting, async () => {
    const host = hostOf(parts, meeting);
    const page = await parts.pages.read(meeting);
    const current = currentFile(host);
    const asItWas = host.session.startsAt;
    const file = withRuleVersion(sound(checkedMeetingFile(given)), current);
    const isStillSo = (): boolean => revision === revisionOf(currentFile(host), host.session.startsAt, page.series);
    if (!isStillSo()) throw changedMeanwhile();
    if (file.id !== current.id) throw problems({ path: 'id', message: `the id stays "${current.id}"` });
    if (series !== page.series) await requireSeries(parts, series);
    const known = knownIds(host.state, host.words);
    const prepared = prepare(file, startsAt, known);
    requirePlanKept(host, prepared, file, known);
    const before = host.state.roster.members.map(({ id }) => id);
    const isNew = revisionOf(file, startsAt, null) !== revisionOf(current, asItWas, null);
    if (isNew) await revise(parts, host, prepared, isStillSo);
    if (series !== page.series) await assignSeries(parts, meeting, series);
    await putOut(parts, host, before);
    const isRetitled = JSON.stringify(file.title) !== JSON.stringify(current.title);
    return { isAnnounced: isRetitled || startsAt !== asItWas };
  });
}
