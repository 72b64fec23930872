import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { defaultPolicy, evolve, initialState, type MeetingFile, numbersOf, type Role } from '@track2/shared';
import { expect, test } from 'vitest';
import { openStorage } from '../storage/open.ts';
import { loadMeeting, meetingOf, nextFullFiveMinutes } from './loadMeeting.ts';
import { parseMeetingFile } from './meetingFile.ts';

const text = readFileSync(new URL('../../../examples/2020-05-28-regional-dimensions.json', import.meta.url), 'utf8');
const example = parseMeetingFile(text, 'example.json');
const keynote = parseMeetingFile(
  readFileSync(new URL('../../../examples/keynote-with-aide.json', import.meta.url), 'utf8'),
  'example.json',
);
const times = { startsAt: 1_000_000, wall: 900_000 };
const memory = () => openStorage({ kind: 'memory' });

async function load(file: MeetingFile) {
  const storage = await memory();
  const loaded = await loadMeeting(storage, file, times);
  const { entries } = await storage.log.load(loaded.meeting);
  const state = entries.flatMap(({ events }) => events).reduce(evolve, initialState);
  return { ...loaded, storage, entries, state };
}

const onThatDay = (time: string): number => Date.parse(`2026-05-28T${time}Z`);

test.each([
  ['12:00:01', '12:05:00'],
  ['12:04:59.999', '12:05:00'],
  ['12:05:00', '12:05:00'],
  ['23:57:00', '24:00:00'],
])('a meeting loaded at %s begins at %s', (now, start) => {
  expect(nextFullFiveMinutes(onThatDay(now))).toBe(onThatDay(start));
});

test('the first entry of the log is the meeting as its file says', async () => {
  const { state, entries, seats } = await load(example);
  expect(entries.map(({ seq, epoch, by }) => ({ seq, epoch, by }))).toEqual([{ seq: 1, epoch: 1, by: null }]);
  expect(state.session).toMatchObject({ status: 'planned', startsAt: times.startsAt, timeZone: 'Europe/Vienna' });
  expect(state.session.policy).toMatchObject({ turnMs: 180_000, questionsPerRound: 3, lostLinkMs: 15_000 });
  expect(state.agenda.items.map(({ plannedMs }) => plannedMs / 60_000)).toEqual([10, 25, 15, 15, 10, 50, 15]);
  const keynote = state.roster.seats.find(({ role }) => role === 'keynote');
  expect(state.agenda.items[1]?.speaker).toBe(keynote?.id);
  expect(keynote?.members).toHaveLength(2);
  expect(seats).toHaveLength(18);
});

test('[AG11] parts stand behind the item that they belong to, under their numbers', async () => {
  const { state } = await load(keynote);
  const { items } = state.agenda;
  const numbers = numbersOf(items);
  const titles = items.map(({ id, title, plannedMs }) => [
    numbers.get(id),
    'text' in title ? title.text.en : null,
    plannedMs / 60_000,
  ]);
  expect(titles).toEqual([
    ['1', 'Opening', 5],
    ['2', 'Keynote: rivers that we share', 25],
    ['3', 'Questions to the minister', 30],
    ['4', 'General discussion', 10],
    ['4.1', 'Water', 0],
    ['4.1.1', 'Measuring together', 10],
    ['4.1.2', 'Sharing in dry years', 15],
    ['4.2', 'Transit by rail', 20],
    ['5', 'Conclusions and closing', 10],
  ]);
  expect(items.filter(({ limit }) => limit === 'hard').map(({ id }) => numbers.get(id))).toEqual(['4.2']);
});

test('hard stops count from the start, budgets and limits are the meeting’s', async () => {
  const { state } = await load(keynote);
  const { agenda, floor, session, roster } = state;
  const minute = 60_000;
  expect(agenda.hardStops.map(({ item, at, warned }) => ({ item, at, warned }))).toEqual([
    { item: agenda.items[2]?.id, at: times.startsAt + 65 * minute, warned: null },
    { item: null, at: times.startsAt + 130 * minute, warned: null },
  ]);
  const named = (role: Role) => roster.seats.find((seat) => seat.role === role)?.delegation;
  expect(floor.delegations).toHaveLength(3);
  expect(floor.delegations).toContainEqual({ delegation: named('keynote'), budgetMs: 20 * minute, usedMs: 0 });
  const { graceMs, limits } = session.policy;
  expect([graceMs, limits]).toEqual([
    15_000,
    { turn: 'soft', question: 'hard', answer: 'soft', keynote: 'soft', delegation: 'soft' },
  ]);
});

test('what is allowed in speaking and question rounds is as the file says, and modest where it says nothing', async () => {
  const rounds = { maxResponses: 0, responseSeconds: 45, replySeconds: 90, upvotes: true, typedAnswers: true };
  const { state } = await load({ ...example, policy: rounds });
  expect(state.session.policy).toEqual({
    ...defaultPolicy,
    maxResponses: 0,
    responseMs: 45_000,
    replyMs: 90_000,
    upvotes: true,
    typedAnswers: true,
  });
  const silent = await load({ ...example, policy: {} });
  expect(silent.state.session.policy).toEqual(defaultPolicy);
});

test('an item without cameras has those that its type proposes', async () => {
  const { state } = await load(keynote);
  expect(state.agenda.items.map(({ type, cameras }) => [type, cameras]).slice(0, 3)).toEqual([
    ['opening', 'all'],
    ['keynote', 'floorOnly'],
    ['qna', 'all'],
  ]);
});

test('the words are in the vault, under the ids of the log', async () => {
  const { state, storage, meeting } = await load(example);
  const words = await storage.vault.words(meeting);
  const named = state.roster.seats.map(({ id, delegation, members }) => [
    words?.seats[id],
    delegation === null ? null : words?.delegations[delegation]?.en,
    members.map((member) => words?.members[member]?.name),
  ]);
  expect(named).toEqual(
    example.seats.map(({ id, delegation, people }) => [
      id,
      delegation === undefined ? null : example.delegations[delegation]?.en,
      people.map(({ name }) => name),
    ]),
  );
});

test('no name, office, seat or country of the file is in an event, but for the titles that are sealed', async () => {
  const canary = 'canary';
  const file: MeetingFile = {
    ...example,
    id: `${canary}-meeting`,
    delegations: { [`${canary}-country`]: { en: `${canary} country` } },
    seats: [
      {
        id: `${canary}-seat`,
        role: 'chair',
        delegation: `${canary}-country`,
        people: [{ name: `${canary} name`, office: `${canary} office`, language: 'fa' }],
      },
    ],
    agenda: [{ ...example.agenda[0], id: `${canary}-item`, speaker: `${canary}-seat` }] as MeetingFile['agenda'],
    budgets: { [`${canary}-country`]: 5 },
    hardStops: [{ item: `${canary}-item`, after: 5, label: { en: 'A stop' } }],
  };
  const { entries, meeting, seats } = await load(file);
  expect(JSON.stringify({ entries, meeting, holders: seats.map(({ holder }) => holder) })).not.toContain(canary);
});

test('two loads of one file share no id', async () => {
  expect((await load(example)).meeting).not.toBe((await load(example)).meeting);
  const [first, second] = [(await load(example)).state, (await load(example)).state].map(
    ({ roster, agenda }) => new Set([...roster.members, ...roster.seats, ...agenda.items].map(({ id }) => id)),
  );
  expect(first?.size).toBe(18 + 17 + 7);
  expect([...(second ?? [])].filter((id) => first?.has(id))).toEqual([]);
});

test('the same id twice is refused by name, and nothing of the first is changed', async () => {
  const { storage, meeting } = await load(example);
  const before = await storage.log.load(meeting);
  await expect(loadMeeting(storage, example, times)).rejects.toThrow(
    'A meeting with the id "2020-05-28-regional-dimensions" is here already. Give the new one an id of its own. Example: "id": "2020-05-28-regional-dimensions-2"',
  );
  expect(await storage.log.load(meeting)).toEqual(before);
  const another = await loadMeeting(storage, { ...example, id: 'another' }, times);
  expect((await storage.catalog.meetings()).map(({ id }) => id).toSorted()).toEqual(
    [meeting, another.meeting].toSorted(),
  );
});

test('a meeting is found by the id of its file, which its own id does not give away', async () => {
  const { storage, meeting } = await load(example);
  expect(meeting).toMatch(/^i[A-Za-z0-9_-]{22}$/);
  expect(await meetingOf(storage, example.id)).toBe(meeting);
  expect(await meetingOf(storage, 'another')).toBeNull();
});

test('a meeting that was loaded when ids were made of the name of the file is found as well', async () => {
  const storage = await memory();
  const former = `m${createHash('sha256').update('track2.meeting:old').digest('base64url').slice(0, 22)}`;
  const { meeting } = await loadMeeting(storage, example, times);
  const words = await storage.vault.words(meeting);
  if (words === null) throw new Error('a loaded meeting has words');
  await storage.keys.create(former);
  await storage.vault.store(former, { ...words, names: { ...words.names, file: null } });
  await storage.catalog.add({ id: former, createdAt: 0 });
  expect(await meetingOf(storage, 'old')).toBe(former);
  expect(await meetingOf(storage, example.id)).toBe(meeting);
});
