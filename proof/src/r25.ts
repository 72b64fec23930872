import { observer } from 'mediasoup';
import { Guest } from './guest.ts';
import { makeNoise, noisyFile, plainFile } from './noise.ts';
import { newCommandId, Person } from './person.ts';
import { type BreakStorage, type Platform, startPlatform } from './platform.ts';
import type { PromiseProof, Verdict } from './promise.ts';
import { canonical } from './renamed.ts';

const seat = 'no-1';
const others = ['ir-1', 'in-1', 'pk-1'];

// Both clocks stand still: whatever time a guest is told is the same in each meeting.
const stopped = { monotonic: () => 0, wall: () => 1_590_652_800_000 };

/** What one guest was sent, from the answer to the link on, and how many transports lay on the meeting's router. */
type Replay = { sent: string[]; transports: number };

/** The planted bug: the organisers' names come with the number of those who are on the roster. */
const countingVault: BreakStorage = (storage) => ({
  ...storage,
  vault: {
    ...storage.vault,
    store: (meeting, words) => storage.vault.store(meeting, words),
    close: () => storage.vault.close(),
    async words(meeting) {
      const words = await storage.vault.words(meeting);
      if (words === null) return null;
      const count = Object.keys(words.members).length;
      const hosts = Object.fromEntries(Object.entries(words.hosts).map(([tag, text]) => [tag, `${text} ${count}`]));
      return { ...words, hosts };
    },
  },
});

/** The same way of a guest through the lobby, in a meeting that is quiet or one in which much happens. */
async function replay(seed: number | null, breakStorage?: BreakStorage): Promise<Replay> {
  let transports = 0;
  const count = (): void => {
    transports += 1;
  };
  observer.on('newworker', (worker) =>
    worker.observer.on('newrouter', (router) => router.observer.on('newtransport', count)),
  );
  const edit = seed === null ? plainFile : noisyFile(seed);
  const platform = await startPlatform({ clocks: stopped, edit, ...(breakStorage ? { breakStorage } : {}) });
  const people: Person[] = [];
  try {
    const chair = await enter(platform, 'chair', people);
    await chair.act({ type: 'roster.enterLobby', ruleVersion: 1 });
    const guest = await Guest.enter(platform.url, platform.linkOf(seat));
    const noise =
      seed === null
        ? async () => undefined
        : makeNoise(seed, { chair, others: await enterAll(platform, others, people), guest: guest.member });
    await walk(guest, chair, noise);
    guest.close();
    return { sent: canonical(guest.received), transports };
  } finally {
    observer.removeAllListeners('newworker');
    for (const person of people) person.close();
    await platform.close();
  }
}

async function enter(platform: Platform, name: string, people: Person[]): Promise<Person> {
  const person = await Person.enter(platform.url, platform.linkOf(name));
  people.push(person);
  return person;
}

const enterAll = (platform: Platform, names: readonly string[], people: Person[]): Promise<Person[]> =>
  Promise.all(names.map((name) => enter(platform, name, people)));

async function walk(guest: Guest, chair: Person, noise: () => Promise<void>): Promise<void> {
  const { member } = guest;
  const command = (what: Parameters<Person['command']>[0]) =>
    guest.ask('command', { id: newCommandId(), command: what });
  await guest.ask('sync', { position: null });
  await noise();
  await command({ type: 'roster.enterLobby', ruleVersion: 1 });
  await command({ type: 'lines.write', to: null, text: 'I am here.' });
  await noise();
  // The course of the session is told to who waits; it is the same in both.
  await guest.sees(() => chair.act({ type: 'session.open' }));
  await noise();
  await guest.sees(() => chair.act({ type: 'lines.write', to: member, text: 'One moment, please.' }));
  await guest.ask('sync', { position: null });
  await guest.ask('clock', {});
  await guest.ask('media', { method: 'capabilities' });
  await noise();
  await guest.sees(() => chair.act({ type: 'roster.turnAway', member }));
  await command({ type: 'roster.enterLobby', ruleVersion: 1 });
  await noise();
  await guest.ask('sync', { position: null });
}

const firstDifference = (a: readonly string[], b: readonly string[]): string | null => {
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => index).find((i) => a[i] !== b[i]);
  return at === undefined ? null : `message ${at + 1}: ${a[at] ?? 'nothing'} / ${b[at] ?? 'nothing'}`;
};

async function prove(count: number): Promise<Verdict> {
  const leaking = firstDifference((await replay(null, countingVault)).sent, (await replay(1, countingVault)).sent);
  const quiet = await replay(null);
  let bytes = 0;
  for (let seed = 1; seed <= count; seed++) {
    const { sent, transports } = await replay(seed);
    const difference = firstDifference(quiet.sent, sent);
    if (difference !== null) return { isKept: false, figure: `seed ${seed}, ${difference.slice(0, 600)}` };
    if (transports > 0) return { isKept: false, figure: `seed ${seed}: ${transports} transports on a router` };
    bytes += sent.join('').length;
  }
  const said = [
    `${quiet.sent.length} messages, ${bytes} bytes in all, equal to those of a quiet meeting`,
    'nothing on a router',
    leaking === null
      ? 'A ROSTER COUNT THAT LEAKS IS NOT FOUND: the proof is blind'
      : 'a roster count that leaks is found',
  ];
  return { isKept: leaking !== null, figure: said.join('; ') };
}

/** R25: whoever waits in the lobby is sent the same, whatever the meeting is and whatever happens in it. */
export const r25: PromiseProof = { id: 'R25', counts: { quick: 20, full: 200 }, prove };
