import { Command, evolve, initialState, type MeetingState } from '@track2/shared';
import * as fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, newCommandId, type Person } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';
import { RawSocket } from './rawSocket.ts';

const canary = 'xyCanary';
const logged: string[] = [];
const raws: RawSocket[] = [];
let platform: Platform;
let chair: Person;
let expert: Person;

beforeAll(async () => {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  // No limit keeps what is hostile from the parts that have to bear it.
  const unlimited = { most: 1e9, seconds: 1 };
  platform = await startPlatform({ logger, allowances: { memberCommands: unlimited, meetingCommands: unlimited } });
  chair = await platform.open('chair');
  expert = await platform.open('ir-1');
  await chair.enterLobby();
  await expert.enterLobby();
  await chair.act({ type: 'roster.admit', member: expert.member });
  await chair.act({ type: 'session.open' });
  await chair.act({ type: 'agenda.startItem', item: chair.state.agenda.items[5]?.id ?? '' });
});
afterAll(async () => {
  for (const raw of raws) raw.close();
  chair.close();
  expert.close();
  await platform.close();
});

const link = (seat: string): string => platform.links.get(seat)?.split('#')[1] ?? '';
const cookies = new Map<string, { cookie: string; member: string }>();

async function ticketFor(seat: string): Promise<string> {
  const known = cookies.get(seat);
  const { body, cookie } = known
    ? await enter(platform.url, { member: known.member }, { cookie: known.cookie })
    : await enter(platform.url, { secret: link(seat) });
  if (!('kind' in body) || body.kind !== 'seat') throw new Error(JSON.stringify(body));
  cookies.set(seat, { cookie, member: body.you.member });
  return body.ticket;
}

/** Somebody with a valid link who has not entered the lobby: whatever their socket does, the meeting has no event of it. */
async function stranger(seat = 'us-1'): Promise<RawSocket> {
  const raw = await RawSocket.open(platform.url);
  raws.push(raw);
  expect(await raw.connectWith(await ticketFor(seat))).toMatch(/^40/);
  return raw;
}

async function meetingState(): Promise<MeetingState> {
  const [meeting] = await platform.storage.catalog.meetings();
  const { entries } = await platform.storage.log.load(meeting?.id ?? '');
  return entries.flatMap(({ events }) => events).reduce(evolve, initialState);
}

/** Runs something hostile; afterwards everyone else is there, the meeting as it was, and nothing of it is logged. */
async function holds(attack: () => Promise<void>): Promise<void> {
  const before = await meetingState();
  logged.length = 0;
  await attack();
  expect(await meetingState()).toEqual(before);
  expect([chair.socket.connected, expert.socket.connected]).toEqual([true, true]);
  await expert.sync(null);
  expect(expert.state.session.status).toBe('open');
  expect(logged.join('')).not.toContain(canary);
}

const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);

test.each<[string, string | Uint8Array<ArrayBuffer>]>([
  ['garbage', `${canary} garbage`],
  ['an empty packet', ''],
  ['a message that is no packet', `4${canary}`],
  ['broken JSON', `42["command",{"${canary}"`],
  ['an unknown packet type', '49[]'],
  ['an event that is no array', `42{"${canary}":1}`],
  ['an event without a name', '42[]'],
  ['null as the event', `42[null,"${canary}"]`],
  ['an object as the event', `42[{"${canary}":1}]`],
  ['a reserved event name', `42["disconnect","${canary}"]`],
  ['the event name of a listener', '42["newListener"]'],
  ['stray binary', new TextEncoder().encode(canary)],
  ['a placeholder whose attachment never comes', `451-["command",{"_placeholder":true,"num":9}]`],
  ['too many attachments', `45999999-["command"]`],
  ['a second CONNECT', `40{"${canary}":1}`],
  ['a frame of 70 kB', `42["command","${canary}${'x'.repeat(70_000)}"]`],
])('%s closes that socket alone', async (_, packet) => {
  await holds(async () => {
    const raw = await stranger();
    raw.send(packet);
    // An announced attachment is waited for; whatever comes in its place is the breach.
    if (String(packet).startsWith('451')) raw.send('42["clock",{}]');
    await raw.closed;
  });
});

test.each([
  ['a number', '7', `"${canary}"`],
  ['a name that no server knows', `"${canary}"`, 'null'],
  ['the name of an inherited property', '"constructor"', '{}'],
  ['the name of the prototype', '"__proto__"', '{}'],
  ['an event that the server itself listens to', '"error"', `{"message":"${canary}"}`],
  ['an event of the server with nothing in it', '"error"', 'null'],
])('%s as the event is refused with a code', async (_, event, payload) => {
  await holds(async () => {
    const raw = await stranger();
    raw.send(`42[${event},${payload}]`);
    const malformed = { outcome: 'refused', refusal: { code: 'frame.malformed', path: 'event' } };
    expect(await raw.ask(event, payload)).toEqual(malformed);
  });
});

const id = '"AAAAAAAAAAAAAAAAAAAAAA"';
const inCommand = (command: string): string => `{"id":${id},"command":${command}}`;

test.each([
  ['nothing at all', 'null'],
  ['a string', `"${canary}"`],
  ['an array', `["${canary}"]`],
  ['deep nesting of arrays', nested(30_000)],
  ['deep nesting of objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['deep nesting inside a command', inCommand(`{"type":"session.open","x":${nested(30_000)}}`)],
  ['an unknown command', inCommand(`{"type":"${canary}"}`)],
  ['a command of the platform', inCommand('{"type":"session.alarm"}')],
  ['a field too many', inCommand(`{"type":"session.open","${canary}":1}`)],
  ['a key that is the prototype', inCommand('{"type":"session.open","__proto__":{"role":"chair"}}')],
  ['a constructor', inCommand('{"type":"session.open","constructor":{"prototype":{}}}')],
  ['the prototype as an id', inCommand('{"type":"roster.admit","member":"__proto__"}')],
  ['a number as an id', inCommand('{"type":"roster.admit","member":7}')],
  ['words as the names of a record', inCommand(`{"type":"agenda.addItem","title":{"${canary}":7}}`)],
  ['a command id too short', '{"id":"A","command":{"type":"session.open"}}'],
  ['a text too long', inCommand(`{"type":"speakers.requestFloor","item":"a","topic":"${canary}${'x'.repeat(5000)}"}`)],
])('a command frame with %s is refused with a code', async (_, payload) => {
  await holds(async () => {
    const raw = await stranger();
    raw.send(`42["command",${payload}]`);
    expect(await raw.ask('"command"', payload)).toMatchObject({ refusal: { code: 'frame.malformed' } });
    expect(raw.isOpen).toBe(true);
  });
});

test('a media request outside its schema is refused with a code', async () => {
  await holds(async () => {
    const raw = await stranger();
    for (const payload of [
      'null',
      nested(30_000),
      `{"method":"${canary}"}`,
      '{"method":"intent","source":"screenAudio"}',
    ])
      expect(await raw.ask('"media"', payload)).toEqual({ ok: false, code: 'media.malformed' });
    const deep = `{"method":"receive","rtpCapabilities":{"${canary}":${nested(30_000)}}}`;
    expect(await raw.ask('"media"', deep)).toMatchObject({ ok: false });
  });
});

test('a sync outside its schema brings everything anew, and a clock asks nothing of its payload', async () => {
  await holds(async () => {
    const raw = await stranger();
    for (const payload of ['null', nested(30_000), '{"position":{"line":"__proto__","n":-1}}'])
      expect(await raw.ask('"sync"', payload)).toMatchObject({ kind: 'snapshot' });
    expect(await raw.ask('"sync"', '{"position":{"line":"constructor","n":0}}')).toMatchObject({ kind: 'snapshot' });
    expect(await raw.ask('"clock"', nested(30_000))).toMatchObject({ at: expect.any(Number) });
    for (const event of ['sync', 'clock', 'media', 'command']) raw.send(`42["${event}"]`);
    expect(await raw.ask('"clock"', '{}')).toMatchObject({ at: expect.any(Number) });
  });
});

test('out of role, out of place and with a stale id, a command is refused with its code', async () => {
  await holds(async () => {
    const item = expert.state.agenda.current ?? '';
    expect(await expert.send({ type: 'session.adjourn' })).toMatchObject({ refusal: { code: 'role.required' } });
    expect(await expert.send({ type: 'floor.take', turn: 'constructor' })).toMatchObject({ outcome: 'refused' });
    expect(await chair.send({ type: 'speakers.call', entry: 'toString' })).toMatchObject({ outcome: 'refused' });
    expect(await chair.send({ type: 'roster.admit', member: 'hasOwnProperty' })).toMatchObject({
      refusal: { code: 'roster.unknownMember' },
    });
    const raw = await stranger();
    const request = JSON.stringify({
      id: newCommandId(),
      command: { type: 'speakers.requestFloor', item, topic: canary },
    });
    expect(await raw.ask('"command"', request)).toMatchObject({ refusal: { code: 'presence.required' } });
  });
});

test('a socket that does not connect, or not with a ticket, is let in nowhere and closed in the end', async () => {
  await holds(async () => {
    const silent = await RawSocket.open(platform.url);
    const openedAt = performance.now();
    const refused: RawSocket[] = [];
    for (const auth of [
      {},
      { version: 1 },
      { version: 1, ticket: canary },
      { version: 1, ticket: canary.padEnd(43) },
    ]) {
      const raw = await RawSocket.open(platform.url);
      expect(await raw.connect(auth)).toBe('44{"message":"frame.malformed"}');
      refused.push(raw);
    }
    const elsewhere = await RawSocket.open(platform.url);
    elsewhere.send('40/admin,{}');
    expect(await elsewhere.next((packet) => packet.startsWith('44'))).toContain('Invalid namespace');
    await Promise.all([silent, elsewhere, ...refused].map(({ closed }) => closed));
    expect(performance.now() - openedAt).toBeLessThan(7000);
  });
}, 10_000);

const commandTypes = Command.def.options.map((option) => option.def.shape.type.def.values[0] ?? '');
const name = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'a', 'A1', ''), fc.string({ maxLength: 70 }));
const field = fc.constantFrom(
  'item',
  'turn',
  'entry',
  'member',
  'seat',
  'topic',
  'question',
  'mode',
  'before',
  '__proto__',
);
const value = fc.oneof(name, fc.jsonValue(), fc.constant(null));
const command = fc
  .record({
    // Leaving is everybody's right at any time, so it would be no attack.
    type: fc.oneof(fc.constantFrom(...commandTypes.filter((type) => type !== 'roster.leave')), name),
    fields: fc.array(fc.tuple(field, value), { maxLength: 4 }),
  })
  .map(
    ({ type, fields }) =>
      `{"type":${JSON.stringify(type)}${fields.map(([key, at]) => `,${JSON.stringify(key)}:${JSON.stringify(at)}`).join('')}}`,
  );
const payload = fc.oneof(
  { weight: 3, arbitrary: command.map((text) => `{"id":"${newCommandId()}","command":${text}}`) },
  { weight: 1, arbitrary: fc.json() },
);
const event = fc.oneof(
  { weight: 5, arbitrary: fc.constant('"command"') },
  { weight: 1, arbitrary: fc.constantFrom('"media"', '"sync"', '"clock"', '"error"') },
  { weight: 1, arbitrary: name.map((text) => JSON.stringify(text)) },
);
const reserved = /^"(connect|connect_error|disconnect|disconnecting|newListener|removeListener)"$/;

test('300 well-formed frames of a participant who is inside change nothing, and each is answered', async () => {
  const inside = await platform.open('de-1');
  await inside.enterLobby();
  await chair.act({ type: 'roster.admit', member: inside.member });
  cookies.set('de-1', { cookie: inside.cookie, member: inside.member });
  const raw = await stranger('de-1');
  await holds(async () => {
    await fc.assert(
      fc.asyncProperty(event, payload, async (named, text) => {
        fc.pre(!reserved.test(named));
        expect(await raw.ask(named, text)).not.toMatchObject({ outcome: 'applied' });
      }),
      { seed: 20_200_528, numRuns: 300 },
    );
  });
  expect(raw.isOpen).toBe(true);
  await expert.act({ type: 'speakers.requestFloor', item: expert.state.agenda.current ?? '', topic: null });
  await chair.until(() => chair.state.speakers.lists[0]?.entries.length === 1);
}, 20_000);
