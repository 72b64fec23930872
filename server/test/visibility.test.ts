import type { FileSeat, Visibility } from '@track2/shared';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { openStorage } from '../src/storage/open.ts';
import type { Person } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';
import { Convener, track2 } from './support/convener.ts';

// Each of these people is a socket and a page of HTTP; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let platform: Platform;
afterEach(async () => {
  await platform.close();
  await platform.storage.close();
});

const secrets = ['Ingrid Solheim', 'Fjordlys Foundation', 'John Miller'];

const seat = (key: string, delegation: string, name: string, office: string): FileSeat => ({
  id: key,
  role: 'participant',
  delegation,
  people: [{ id: 'person-1', name, office }],
});

/** Three delegates and a chair inside; the answer has all that the first delegate is ever sent. */
async function meetingWith(visibility: Visibility) {
  platform = await startPlatform({ storage: await openStorage({ kind: 'memory' }), links: new Map() });
  const convener = await Convener.at(platform);
  const id = await convener.newMeeting(track2);
  const { status } = await convener.change(id, (file) => ({
    ...file,
    policy: { visibility },
    delegations: { ir: { en: 'Iran' }, no: { en: 'Norway' }, us: { en: 'United States' } },
    seats: [
      ...file.seats,
      seat('ir-1', 'ir', 'Leila Farahmand', 'University'),
      seat('no-1', 'no', 'Ingrid Solheim', 'Fjordlys Foundation'),
      seat('us-1', 'us', 'John Miller', 'College'),
    ],
  }));
  expect(status).toBe(200);
  const people = await Promise.all(['chair', 'ir-1', 'no-1', 'us-1'].map((key) => convener.open(id, key)));
  onTestFinished(() => {
    for (const person of people) person.close();
  });
  const [chair, leila, ingrid, john] = people;
  if (!chair || !leila || !ingrid || !john) throw new Error('four came');
  const sent: string[] = [JSON.stringify(leila.entry)];
  leila.socket.onAny((...frame: unknown[]) => void sent.push(JSON.stringify(frame)));
  for (const person of people) await person.enterLobby();
  await chair.act({ type: 'roster.admitAll', members: [leila.member, ingrid.member, john.member] });
  await chair.act({ type: 'session.open' });
  await leila.until(() => leila.state.session.status === 'open');
  return { chair, leila, ingrid, john, sent };
}

/** What happens in any meeting: people speak, are lost and come back, and everything is asked for anew. */
async function hold({ chair, leila, ingrid }: Awaited<ReturnType<typeof meetingWith>>, sent: string[]): Promise<void> {
  const item = leila.state.agenda.items.find(({ type }) => type === 'openDiscussion')?.id ?? '';
  await chair.act({ type: 'agenda.startItem', item });
  await chair.act({ type: 'floor.give', seat: ingrid.seat });
  ingrid.socket.disconnect();
  const isLost = (): boolean =>
    leila.state.roster.members.some(({ id, presence }) => id === ingrid.member && presence.status === 'disconnected');
  await leila.until(isLost);
  await ingrid.connect();
  await leila.until(() => !isLost());
  sent.push(JSON.stringify(await leila.sync(null)));
}

test.each(['delegations', 'counts'] as const)(
  'with %s no hidden name is ever sent to a delegate',
  async (visibility) => {
    const meeting = await meetingWith(visibility);
    await hold(meeting, meeting.sent);
    const all = meeting.sent.join('\n');
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    expect(all.includes('Norway')).toBe(visibility === 'delegations');
    expect(meeting.leila.nameplates.members[meeting.ingrid.member]).toEqual({ name: null, office: null });
  },
);

test('the control: with names all of them are', async () => {
  const meeting = await meetingWith('names');
  await hold(meeting, meeting.sent);
  const all = meeting.sent.join('\n');
  expect(secrets.filter((secret) => !all.includes(secret))).toEqual([]);
});

test('who becomes a moderator is named from then on, and nobody stays named after that', async () => {
  const { chair, leila, ingrid } = await meetingWith('counts');
  const nameOf = ({ member }: Person) => leila.nameplates.members[member]?.name;
  expect(nameOf(ingrid)).toBeNull();
  await chair.act({ type: 'roster.setRole', seat: ingrid.seat, role: 'moderator' });
  await leila.until(() => nameOf(ingrid) === 'Ingrid Solheim');
  await chair.act({ type: 'roster.setRole', seat: ingrid.seat, role: 'observer' });
  await leila.until(() => nameOf(ingrid) === null);
});

test('the chair shows and hides names in the meeting', async () => {
  const { chair, leila, john } = await meetingWith('delegations');
  const nameOf = () => leila.nameplates.members[john.member]?.name;
  await chair.act({ type: 'session.changePolicy', visibility: 'names' });
  await leila.until(() => nameOf() === 'John Miller');
  await chair.act({ type: 'session.changePolicy', visibility: 'counts' });
  await leila.until(() => nameOf() === null);
  expect(Object.values(leila.nameplates.delegations).map(({ en }) => en)).toEqual(['Iran']);
});
