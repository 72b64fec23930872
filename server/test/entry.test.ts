import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EndReason, PROTOCOL_VERSION, type SeatEntry } from '@track2/shared';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { standardLimits } from '../src/documents/limits.ts';
import { openStorage } from '../src/storage/open.ts';
import { enter, Person } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';
import { RawSocket } from './rawSocket.ts';

let platform: Platform;
let skewMs: number;
const logged: string[] = [];
let dataDir: string;

beforeEach(async () => {
  skewMs = 0;
  logged.length = 0;
  dataDir = mkdtempSync(join(tmpdir(), 'track2-'));
  platform = await startPlatform({
    storage: await openStorage({ kind: 'sqlite', dataDir, masterKey: Buffer.alloc(32, 7) }),
    clocks: { monotonic: () => performance.now() + skewMs, wall: () => Date.now() },
    logger: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
  });
});
afterEach(async () => {
  await platform.close();
  await platform.storage.close();
  rmSync(dataDir, { recursive: true });
});

const secretOf = (seat: string): string => platform.links.get(seat)?.split('#')[1] ?? '';

async function enterSeat(seat: string, cookie = ''): Promise<{ entry: SeatEntry; cookie: string }> {
  const answer = await enter(platform.url, { secret: secretOf(seat) }, { cookie });
  if (!('kind' in answer.body) || answer.body.kind !== 'seat') throw new Error(JSON.stringify(answer.body));
  return { entry: answer.body, cookie: answer.cookie };
}

async function connect(auth: unknown, headers?: Record<string, string>): Promise<string> {
  const raw = await RawSocket.open(platform.url, headers);
  onTestFinished(() => raw.close());
  return raw.connect(auth);
}

function closeAtEnd(...people: Person[]): void {
  onTestFinished(() => {
    for (const person of people) person.close();
  });
}

const withTicket = (ticket: string) => ({ version: PROTOCOL_VERSION, ticket });

test('a link is exchanged once; used again it is refused, but goes on in the browser that holds its session', async () => {
  const { entry, cookie } = await enterSeat('ir-1');
  expect(entry.you).toMatchObject({ name: 'Leila Farahmand', role: 'participant', delegation: { en: 'Iran' } });
  const again = await enter(platform.url, { secret: secretOf('ir-1') });
  expect([again.status, again.body]).toEqual([409, { code: 'enter.linkUsed' }]);
  const other = await enterSeat('us-1');
  const withAnothers = await enter(platform.url, { secret: secretOf('ir-1') }, { cookie: other.cookie });
  expect([withAnothers.status, withAnothers.body]).toEqual([409, { code: 'enter.linkUsed' }]);
  const own = await enter(platform.url, { secret: secretOf('ir-1') }, { cookie });
  expect([own.status, own.body]).toMatchObject([200, { you: { member: entry.you.member } }]);
  expect(own.cookie).toBe(cookie);
});

test('of two who exchange one link at the same moment one gets in', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => enter(platform.url, { secret: secretOf('ir-1') })));
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409']);
});

test('the session is in a cookie that no script reads and no other site sends', async () => {
  const answer = await fetch(`${platform.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: platform.url },
    body: JSON.stringify({ secret: secretOf('ir-1') }),
  });
  const [cookie, ...more] = answer.headers.getSetCookie();
  expect(more).toEqual([]);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Strict/);
  expect(cookie).toMatch(/; Path=\/api(;|$)/);
  expect(cookie).toMatch(/; Max-Age=5184000/);
  expect(cookie).not.toMatch(/; (Domain|Secure)/);
  const session = cookie?.split(/[=;]/)[1] ?? '';
  expect(await answer.text()).not.toContain(session);
});

test('each entry gives the session another sixty days, and an entry that is refused leaves no cookie', async () => {
  const { entry, cookie } = await enterSeat('ir-1');
  const post = (body: object) =>
    fetch(`${platform.url}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: platform.url, cookie },
      body: JSON.stringify(body),
    });
  for (const body of [{ member: entry.you.member }, { secret: secretOf('ir-1') }]) {
    const [renewed] = (await post(body)).headers.getSetCookie();
    expect(renewed).toMatch(/; Max-Age=5184000/);
    expect(renewed?.split(';')[0]).toBe(cookie);
  }
  for (const body of [{ member: 'nobody' }, { secret: 'x'.repeat(43) }, { convener: true }, {}])
    expect((await post(body)).headers.getSetCookie()).toEqual([]);
});

test('behind https the cookie is never sent in the clear', async () => {
  const storage = await openStorage({ kind: 'memory' });
  const origins = ['https://meet.example.org'];
  const config = {
    origins,
    publicUrl: 'https://meet.example.org',
    tls: null,
    trustedProxies: [],
    documents: standardLimits,
  };
  const secure = await startPlatform({ storage, config });
  onTestFinished(() => secure.close());
  const answer = await fetch(`${secure.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://meet.example.org' },
    body: JSON.stringify({ secret: secure.links.get('chair')?.split('#')[1] }),
  });
  expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure/);
});

test('a ticket opens one socket, and only within 30 s', async () => {
  const { entry, cookie } = await enterSeat('ir-1');
  expect(await connect(withTicket(entry.ticket))).toMatch(/^40/);
  expect(await connect(withTicket(entry.ticket))).toBe('44{"message":"ticket.unknown"}');
  const ticket = async (): Promise<string> => {
    const { body } = await enter(platform.url, { member: entry.you.member }, { cookie });
    return 'kind' in body && body.kind === 'seat' ? body.ticket : '';
  };
  const inTime = await ticket();
  skewMs += 29_000;
  expect(await connect(withTicket(inTime))).toMatch(/^40/);
  const late = await ticket();
  skewMs += 30_001;
  expect(await connect(withTicket(late))).toBe('44{"message":"ticket.unknown"}');
});

test('the cookie alone opens no socket, and a secret is no ticket', async () => {
  const { cookie } = await enterSeat('ir-1');
  const headers = { origin: platform.url, cookie };
  expect(await connect({ version: PROTOCOL_VERSION }, headers)).toBe('44{"message":"frame.malformed"}');
  const session = cookie.split('=')[1] ?? '';
  expect(await connect(withTicket(session), headers)).toBe('44{"message":"ticket.unknown"}');
  expect(await connect(withTicket(secretOf('us-1')), headers)).toBe('44{"message":"ticket.unknown"}');
});

test('a client of another version is told so, and keeps its ticket', async () => {
  const { entry } = await enterSeat('ir-1');
  expect(await connect({ version: PROTOCOL_VERSION + 1, ticket: entry.ticket })).toBe(
    '44{"message":"versionMismatch"}',
  );
  expect(await connect(withTicket(entry.ticket))).toMatch(/^40/);
});

test.each([
  ['foreign', { origin: 'https://elsewhere.example' }],
  ['opaque', { origin: 'null' }],
  ['of another port', { origin: 'http://localhost:1' }],
  ['missing', {}],
])('an origin that is %s opens no socket and enters nowhere', async (_, headers: Record<string, string>) => {
  await expect(RawSocket.open(platform.url, headers)).rejects.toThrow('the socket is closed');
  const answer = await fetch(`${platform.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ secret: secretOf('ir-1') }),
  });
  expect([answer.status, await answer.json()]).toEqual([403, { code: 'http.foreignOrigin' }]);
  await enterSeat('ir-1');
});

test.each(['localhost', '127.0.0.1'])('a page at %s enters, and its home is where it is', async (name) => {
  const origin = platform.url.replace('127.0.0.1', name);
  const { body } = await enter(platform.url, { secret: secretOf('ir-1') }, { origin });
  if (!('kind' in body) || body.kind !== 'seat') throw new Error(JSON.stringify(body));
  expect(body.home).toBe(origin);
  expect(await connect(withTicket(body.ticket), { origin })).toMatch(/^40/);
});

test.each([
  ['broken JSON', '{"secret"'],
  ['a poisoned key', '{"__proto__":{"secret":"x"}}'],
  ['too much', `{"secret":"${'x'.repeat(70_000)}"}`],
])('a request with %s is refused with a code of the protocol', async (_, body) => {
  const headers = { 'content-type': 'application/json', origin: platform.url };
  const answer = await fetch(`${platform.url}/api/enter`, { method: 'POST', headers, body });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.json()).toEqual({ code: 'enter.badRequest' });
});

test('no secret and no name is in the store or in the log, whatever a person does', async () => {
  const person = await platform.open('ir-1');
  onTestFinished(() => person.close());
  await person.enterLobby();
  const ticket = await person.ticket();
  await person.connect(ticket);
  await person.send({ type: 'session.open' });
  await enter(platform.url, { secret: secretOf('ir-1') });
  await enter(platform.url, { secret: 'x'.repeat(43) });
  await platform.close();

  const session = person.cookie.split('=')[1] ?? '';
  expect(session).toHaveLength(43);
  const words = ['Leila Farahmand', 'Senior research fellow', 'Farahmand', 'Iran', 'ir-1'];
  // A wrong secret may be a right one with a letter missed.
  const wrong = 'x'.repeat(43);
  const secrets = [...platform.links.values()].map((link) => link.split('#')[1] ?? '').concat(session, ticket, wrong);
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.map(({ name }) => name)).toContain('track2.db');
  const bytes = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  for (const text of [...secrets, ...words]) {
    expect(bytes.some((content) => content.includes(text))).toBe(false);
    expect(logged.join('')).not.toContain(text);
  }
});

test('two people sit at two tabs of one browser', async () => {
  const first = await enterSeat('ir-1');
  const second = await enterSeat('us-1', first.cookie);
  const jar = `${first.cookie}; ${second.cookie}`;
  for (const { entry } of [first, second]) {
    const { body } = await enter(platform.url, { member: entry.you.member }, { cookie: jar });
    expect(body).toMatchObject({ kind: 'seat', you: { member: entry.you.member } });
    const ticket = 'kind' in body && body.kind === 'seat' ? body.ticket : '';
    expect(await connect(withTicket(ticket))).toMatch(/^40/);
  }
  const third = await enter(platform.url, { member: 'someone' }, { cookie: jar });
  expect([third.status, third.body]).toEqual([401, { code: 'enter.sessionGone' }]);
});

test('one member cannot pass for another by naming the cookie after them', async () => {
  const { cookie } = await enterSeat('ir-1');
  const other = await enterSeat('us-1');
  const session = cookie.split('=')[1] ?? '';
  const forged = `${other.cookie.split('=')[0]}=${session}`;
  const answer = await enter(platform.url, { member: other.entry.you.member }, { cookie: forged });
  expect([answer.status, answer.body]).toEqual([401, { code: 'enter.sessionGone' }]);
});

test('on another device a member goes on, the first is told, and nobody sees them go', async () => {
  const chair = await platform.open('chair');
  const first = await platform.open('ir-1');
  closeAtEnd(chair, first);
  await chair.enterLobby();
  await first.enterLobby();
  await chair.act({ type: 'roster.admit', member: first.member });
  const ended = new Promise<EndReason>((resolve) => first.socket.once('ended', resolve));
  const closed = new Promise<string>((resolve) => first.socket.once('disconnect', resolve));
  const raw = await RawSocket.open(platform.url);
  onTestFinished(() => raw.close());
  expect(await raw.connectWith(await first.ticket())).toMatch(/^40/);
  expect([await ended, await closed]).toEqual(['anotherDevice', 'io server disconnect']);
  expect(await raw.ask('"sync"', '{"position":null}')).toMatchObject({ kind: 'snapshot' });
  await chair.act({ type: 'session.open' });
  const seen = chair.received.flatMap(({ events }) => events.map(({ type }) => type));
  expect(seen).toContain('session.opened');
  expect(seen).not.toContain('roster.linkLost');
});

test('a new link ends the old link, its session and its socket, and nobody else', async () => {
  const person = await platform.open('ir-1');
  const other = await platform.open('us-1');
  closeAtEnd(person, other);
  const ended = new Promise<EndReason>((resolve) => person.socket.once('ended', resolve));
  const [meeting] = await platform.storage.catalog.meetings();
  const holders = await platform.storage.credentials.holders(meeting?.id ?? '');
  const holder = holders.find((held) => held.kind === 'member' && held.member === person.member);
  if (holder === undefined) throw new Error('the person holds a session');
  const startedAt = performance.now();
  await platform.storage.credentials.issueLink('h'.repeat(43), holder, Date.now());
  expect(await ended).toBe('linkRevoked');
  expect(performance.now() - startedAt).toBeLessThan(2000);
  await expect(person.ticket()).rejects.toThrow('enter.sessionGone');
  await expect(Person.open(platform.url, `x#${secretOf('ir-1')}`)).rejects.toThrow('enter.linkUnknown');
  expect(other.socket.connected).toBe(true);
});
