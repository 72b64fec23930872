import { setTimeout as sleep } from 'node:timers/promises';
import { type MeetingFile, PROTOCOL_VERSION } from '@track2/shared';
import { observer } from 'mediasoup';
import { io } from 'socket.io-client';
import { Person } from './person.ts';
import { type BreakStorage, type Platform, startPlatform } from './platform.ts';
import type { PromiseProof, Verdict } from './promise.ts';
import { ms, quantile } from './quantile.ts';

const allowedMs = 250;
const mostInAMeeting = 90;
const controlTries = 2;
const goneWithinMs = 5000;

const seatsOf =
  (count: number) =>
  (file: MeetingFile): MeetingFile => ({
    ...file,
    seats: [
      ...file.seats.filter(({ id }) => id === 'chair' || id === 'keynote'),
      ...Array.from({ length: count }, (_, index) => ({
        id: `guest-${index}`,
        role: 'participant' as const,
        people: [{ name: `Guest ${index}` }],
      })),
    ],
  });

/** The planted bug: cookies and links outlive their member. */
const cookiesThatSurvive: BreakStorage = (storage) => {
  const { credentials } = storage;
  return {
    ...storage,
    credentials: {
      issueLink: (...given) => credentials.issueLink(...given),
      exchangeLink: (...given) => credentials.exchangeLink(...given),
      exchangeAgain: (...given) => credentials.exchangeAgain(...given),
      session: (hash) => credentials.session(hash),
      holders: (meeting) => credentials.holders(meeting),
      links: (meeting) => credentials.links(meeting),
      end: () => Promise.resolve(),
    },
  };
};

/** Somebody inside with both transports open, and when each of the three went. */
type Inside = { person: Person; link: string; spare: string; transports: string[]; socketGone: Promise<number> };

/** One expulsion: how long until the last of it was gone, and which ways back were open. */
type Tried = { tookMs: number; ways: string[] };

/** When each transport of the platform was closed. */
const closings = new Map<string, number>();

async function inside(platform: Platform, seat: string, chair: Person): Promise<Inside> {
  const link = platform.linkOf(seat);
  const person = await Person.enter(platform.url, link);
  await person.act({ type: 'roster.enterLobby', ruleVersion: 1 });
  await chair.actInTime({ type: 'roster.admit', member: person.entry.you.member });
  await person.media({ method: 'capabilities' });
  const transports: string[] = [];
  for (const direction of ['send', 'receive'] as const) {
    const reply = await person.media({ method: 'createTransport', direction });
    if (!reply.ok || reply.value.method !== 'createTransport') throw new Error('no transport');
    transports.push(reply.value.id);
  }
  const { ticket } = await person.enterAgain();
  const socketGone = new Promise<number>((resolve) =>
    person.socket.once('disconnect', () => resolve(performance.now())),
  );
  return { person, link, spare: ticket, transports, socketGone };
}

/** Removes a member, as soon as the server takes one more command. Resolves with when that one was sent. */
async function remove(chair: Person, member: string): Promise<number> {
  const from = performance.now();
  const ack = await chair.command({ type: 'roster.remove', member });
  if (ack.outcome === 'applied') return from;
  if (ack.outcome === 'fault' || ack.refusal.code !== 'frame.tooOften') throw new Error(JSON.stringify(ack));
  await sleep(ack.refusal.afterSeconds * 1000);
  return remove(chair, member);
}

async function expel(platform: Platform, chair: Person, guest: Inside, number: number): Promise<Tried> {
  const { person, transports, socketGone } = guest;
  const from = await remove(chair, person.entry.you.member);
  // What is true once the command is acknowledged is what counts: each way back is tried at once.
  const ways = await waysBack(platform, guest, number);
  const gone = await Promise.race([socketGone, sleep(goneWithinMs, Number.POSITIVE_INFINITY, { ref: false })]);
  const closed = transports.map((id) => closings.get(id) ?? Number.POSITIVE_INFINITY);
  return { tookMs: Math.max(gone, ...closed) - from, ways };
}

/** The ways by which somebody who was removed might come back, of those that were open. */
async function waysBack({ url }: Platform, { person, link, spare }: Inside, number: number): Promise<string[]> {
  // Each from an address of its own, as the server soon stops listening to wrong links from one.
  const from = { 'x-forwarded-for': `10.${number % 250}.${Math.floor(number / 250)}.7` };
  const post = (body: object, headers: object = {}) =>
    fetch(`${url}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...from, ...headers },
      body: JSON.stringify(body),
    });
  const { member } = person.entry.you;
  const byCookie = await post({ member }, { cookie: person.cookie });
  const byLink = await post({ secret: link.split('#')[1] });
  const byBoth = await post({ secret: link.split('#')[1] }, { cookie: person.cookie });
  const document = await fetch(`${url}/api/documents/none?member=${member}`, {
    headers: { cookie: person.cookie, ...from },
  });
  return [
    ...(byCookie.status === 401 ? [] : [`the cookie (${byCookie.status})`]),
    ...(byLink.status === 404 ? [] : [`the link (${byLink.status})`]),
    ...(byBoth.status === 404 ? [] : [`link and cookie (${byBoth.status})`]),
    ...(document.status === 401 ? [] : [`a document (${document.status})`]),
    ...((await opensSocket(url, spare)) ? ['a ticket bought before'] : []),
  ];
}

function opensSocket(url: string, ticket: string): Promise<boolean> {
  const socket = io(url, {
    transports: ['websocket'],
    auth: { version: PROTOCOL_VERSION, ticket },
    extraHeaders: { origin: url },
    reconnection: false,
    forceNew: true,
  });
  return new Promise((resolve) => {
    const told = (opened: boolean) => (): void => {
      socket.disconnect();
      resolve(opened);
    };
    socket.once('connect', told(true));
    socket.once('connect_error', told(false));
  });
}

async function run(count: number, breakStorage?: BreakStorage): Promise<Tried[]> {
  observer.on('newworker', (worker) =>
    worker.observer.on('newrouter', (router) =>
      router.observer.on('newtransport', ({ id, observer: transport }) =>
        transport.once('close', () => closings.set(id, performance.now())),
      ),
    ),
  );
  const platform = await startPlatform({
    edit: seatsOf(count),
    trustedProxies: ['127.0.0.1'],
    ...(breakStorage ? { breakStorage } : {}),
  });
  const people: Person[] = [];
  try {
    const chair = await Person.enter(platform.url, platform.linkOf('chair'));
    people.push(chair);
    await chair.act({ type: 'roster.enterLobby', ruleVersion: 1 });
    const guests: Inside[] = [];
    for (let i = 0; i < count; i++) {
      const guest = await inside(platform, `guest-${i}`, chair);
      people.push(guest.person);
      guests.push(guest);
    }
    const tried: Tried[] = [];
    for (const [number, guest] of guests.entries()) tried.push(await expel(platform, chair, guest, number));
    return tried;
  } finally {
    observer.removeAllListeners('newworker');
    for (const person of people) person.close();
    await platform.close();
  }
}

async function prove(count: number): Promise<Verdict> {
  const isCaught = (await run(controlTries, cookiesThatSurvive)).some(({ ways }) => ways.length > 0);
  const tried: Tried[] = [];
  while (tried.length < count) tried.push(...(await run(Math.min(mostInAMeeting, count - tried.length))));
  const took = tried.map(({ tookMs }) => tookMs);
  const open = tried.flatMap(({ ways }) => ways);
  const p99 = quantile(took, 0.99);
  const said = [
    `socket and transports gone after p50 ${ms(quantile(took, 0.5))}, p99 ${ms(p99)}, max ${ms(Math.max(...took))} (at most ${allowedMs} ms)`,
    open.length === 0 ? `${count * 5} ways back tried, none open` : `open: ${[...new Set(open)].join(', ')}`,
    isCaught ? 'a cookie that survives is found' : 'A COOKIE THAT SURVIVES IS NOT FOUND: the proof is blind',
  ];
  return { isKept: p99 <= allowedMs && open.length === 0 && isCaught, figure: said.join('; ') };
}

/** R26: whoever is removed is out within 250 ms, and no way leads back. */
export const r26: PromiseProof = { id: 'R26', counts: { quick: 100, full: 1000 }, prove };
