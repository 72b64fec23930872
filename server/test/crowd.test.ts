import { pino } from 'pino';
import { expect, test } from 'vitest';
import { issueLink } from '../src/identity/links.ts';
import { loadMeeting } from '../src/meeting/loadMeeting.ts';
import { parseMeetingFile } from '../src/meeting/meetingFile.ts';
import { openStorage } from '../src/storage/open.ts';
import type { Person } from './person.ts';
import { startPlatform } from './platform.ts';

const seats = 60;

const file = parseMeetingFile(
  JSON.stringify({
    format: 'track2.meeting/1',
    id: 'crowd',
    title: { en: 'A full house' },
    hosts: { en: 'Nobody' },
    timeZone: 'Europe/Vienna',
    rule: { version: 1, text: { en: 'The rule' } },
    delegations: {},
    seats: Array.from({ length: seats }, (_, index) => ({
      id: `seat-${index}`,
      role: index === 0 ? 'chair' : 'participant',
      people: [{ name: `Person ${index}` }],
    })),
    agenda: [{ id: 'talk', type: 'openDiscussion', title: { en: 'Talk' }, minutes: 60, attribution: 'chathamHouse' }],
  }),
  'crowd.json',
);

test('sixty people enter, ask for the floor at once and see one list, and after a restart they see it again', async () => {
  const storage = await openStorage({ kind: 'memory' });
  const loaded = await loadMeeting(storage, file, { startsAt: 0, wall: 0 });
  const links = new Map<string, string>();
  for (const { seat, holder } of loaded.seats)
    links.set(seat, await issueLink(storage.credentials, { publicUrl: '', holder, wall: 0 }));
  let platform = await startPlatform({ storage, links, logger: pino({ level: 'silent' }) });
  const [chair, ...experts]: Person[] = await Promise.all([...links.keys()].map((seat) => platform.open(seat)));
  if (chair === undefined) throw new Error('there is a chair');
  const everybody: Person[] = [chair, ...experts];
  try {
    await chair.enterLobby();
    await Promise.all(experts.map((expert) => expert.enterLobby()));
    await Promise.all(experts.map(({ member }) => chair.act({ type: 'roster.admit', member })));
    await chair.act({ type: 'session.open' });
    const item = chair.state.agenda.items[0]?.id ?? '';
    await chair.act({ type: 'agenda.startItem', item });

    const startedAt = performance.now();
    await Promise.all(experts.map((expert) => expert.act({ type: 'speakers.requestFloor', item, topic: null })));
    const isComplete = ({ state }: Person): boolean => state.speakers.lists[0]?.entries.length === experts.length;
    await Promise.all(everybody.map((person) => person.until(() => isComplete(person))));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    for (const { state } of experts) expect(state.speakers).toEqual(experts[0]?.state.speakers);

    const { speakers } = chair.state;
    const port = Number(new URL(platform.url).port);
    await platform.close();
    platform = await startPlatform({ storage, links, port, logger: pino({ level: 'silent' }) });
    const backAt = performance.now();
    await Promise.all(everybody.map((person) => person.connect()));
    expect(performance.now() - backAt).toBeLessThan(10_000);
    expect(chair.state.speakers).toEqual(speakers);
  } finally {
    for (const person of everybody) person.close();
    await platform.close();
  }
}, 40_000);
