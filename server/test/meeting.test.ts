import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from './person.ts';
import { newCommandId } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';

let platform: Platform;
const people: Person[] = [];

async function open(seat: string): Promise<Person> {
  const person = await platform.open(seat);
  people.push(person);
  return person;
}

beforeEach(async () => {
  platform = await startPlatform();
});
afterEach(async () => {
  for (const person of people.splice(0)) person.close();
  await platform.close();
});

const item = (person: Person, index: number): string => person.state.agenda.items[index]?.id ?? '';

/** Chair and one expert inside, the meeting open, the general discussion going on. */
async function discussion(): Promise<{ chair: Person; expert: Person }> {
  const chair = await open('chair');
  await chair.enterLobby();
  const expert = await open('ir-1');
  await expert.enterLobby();
  await chair.until(() => chair.state.roster.members.some((member) => member.presence.status === 'inLobby'));
  await chair.act({ type: 'roster.admit', member: expert.member });
  await expert.until(() => expert.state.agenda.items.length > 0);
  await chair.act({ type: 'session.open' });
  await chair.act({ type: 'agenda.startItem', item: item(chair, 5) });
  await expert.until(() => expert.state.agenda.current !== null);
  return { chair, expert };
}

test('from lobby to adjournment: one list, one order, one clock for both', async () => {
  const { chair, expert } = await discussion();
  await expert.act({ type: 'speakers.requestFloor', item: item(expert, 5), topic: 'Refugees and return' });
  await chair.until(() => chair.state.speakers.lists[0]?.entries.length === 1);
  const entry = chair.state.speakers.lists[0]?.entries[0];
  expect(entry?.topic).toEqual({ text: 'Refugees and return' });
  await chair.act({ type: 'speakers.call', entry: entry?.id ?? '' });
  await expert.until(() => expert.state.floor.turns[0]?.status.kind === 'called');
  await expert.act({ type: 'floor.take', turn: expert.state.floor.turns[0]?.id ?? '' });
  await chair.until(() => chair.state.floor.turns[0]?.status.kind === 'speaking');
  expect(chair.state.floor).toEqual(expert.state.floor);
  await chair.act({ type: 'floor.endTurn', turn: chair.state.floor.turns[0]?.id ?? '' });
  await chair.act({ type: 'session.adjourn' });
  await expert.until(() => expert.state.session.status === 'adjourned');
  expect(expert.state.agenda.items[5]?.ended).not.toBeNull();
});

test('somebody in the lobby is told of no person, no agenda and no list', async () => {
  const chair = await open('chair');
  await chair.enterLobby();
  const expert = await open('ir-1');
  await expert.enterLobby();
  expect(expert.state.roster.members.map(({ id }) => id)).toEqual([expert.member]);
  expect(expert.state.agenda.items).toEqual([]);
  expect(Object.keys(expert.nameplates.members)).toEqual([expert.member]);
});

test('the same command id is applied once and answered alike; with another payload it is refused', async () => {
  const { expert } = await discussion();
  const id = newCommandId();
  const command = { type: 'speakers.requestFloor', item: item(expert, 5), topic: null } as const;
  const first = await expert.send(command, id);
  expect(await expert.send(command, id)).toEqual(first);
  expect(expert.state.speakers.lists[0]?.entries).toHaveLength(1);
  expect(await expert.send({ ...command, topic: 'another' }, id)).toEqual({
    outcome: 'refused',
    refusal: { code: 'frame.idReused' },
  });
});

test('a mirror that was away gets exactly what it missed', async () => {
  const { chair, expert } = await discussion();
  expert.close();
  await chair.act({ type: 'speakers.closeList', item: item(chair, 5) });
  await expert.connect();
  expect(expert.state.speakers.lists[0]?.status).toBe('closed');
  await expert.until(() => expert.state.roster.members.every((member) => member.presence.status !== 'disconnected'));
  const reply = await expert.sync(null);
  expect(reply.kind === 'snapshot' && reply.snapshot.state).toEqual(expert.state);
});

test('of two who call a speaker at the same moment one is refused with what happened', async () => {
  const { chair, expert } = await discussion();
  const moderator = await open('co-moderator');
  await moderator.enterLobby();
  await expert.act({ type: 'speakers.requestFloor', item: item(expert, 5), topic: null });
  await moderator.until(() => moderator.state.speakers.lists[0]?.entries.length === 1);
  const call = { type: 'speakers.call', entry: moderator.state.speakers.lists[0]?.entries[0]?.id ?? '' } as const;
  const answers = await Promise.all([chair.send(call), moderator.send(call)]);
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'refused']);
  expect(answers.find(({ outcome }) => outcome === 'refused')).toEqual({
    outcome: 'refused',
    refusal: { code: 'speakers.notWaiting', status: 'called' },
  });
});

test('after a restart the meeting goes on where it stood, and the floor waits for its holder', async () => {
  const { chair, expert } = await discussion();
  await chair.act({ type: 'floor.give', seat: expert.seat });
  await expert.until(() => expert.state.floor.turns.length === 1);
  await expert.act({ type: 'floor.take', turn: expert.state.floor.turns[0]?.id ?? '' });
  const port = Number(new URL(platform.url).port);
  await platform.close();
  platform = await startPlatform({ storage: platform.storage, links: platform.links, port });
  await expert.connect();
  await expert.until(() => expert.state.floor.turns[0]?.status.kind === 'speaking');
  await chair.connect();
  expect(chair.state.floor).toEqual(expert.state.floor);
});
