import { PROTOCOL_VERSION } from '@track2/shared';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { standardLimits } from '../src/documents/limits.ts';
import type { Allowance } from '../src/limits/rateLimits.ts';
import { newCommandId } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';
import { RawSocket } from './rawSocket.ts';

const origin = 'https://meet.example.org';
let platform: Platform;

beforeEach(async () => {
  // A proxy on the loopback says where each request comes from.
  const config = { origins: [origin], publicUrl: origin, tls: null, trustedProxies: ['127.0.0.1'] };
  const allowances = { addressEntries: { most: 100, seconds: 60 } };
  platform = await startPlatform({ config: { ...config, documents: standardLimits }, allowances });
});
afterEach(() => platform.close());

const secretOf = (seat: string): string => platform.links.get(seat)?.split('#')[1] ?? '';
const wrong = (index: number): string => `wrong${index}`.padEnd(43, 'x');

async function post(address: string, body: object, cookie = '') {
  const answer = await fetch(`${platform.url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie, 'x-forwarded-for': address },
    body: JSON.stringify(body),
  });
  const set = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    body: await answer.json(),
    set,
  };
}

test('who guesses is refused after twenty, unheard even when right; others and those with a session enter', async () => {
  const member = await post('203.0.113.5', { secret: secretOf('ir-1') });
  const you = (member.body as { you: { member: string } }).you.member;
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => post('203.0.113.5', { secret: wrong(index) })),
  );
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(20);
  for (const answer of answers.filter(({ status }) => status !== 404))
    expect(answer).toMatchObject({ status: 429, body: { code: 'enter.tooOften' } });

  const right = await post('203.0.113.5', { secret: secretOf('us-1') });
  expect(right).toMatchObject({
    status: 429,
    body: { code: 'enter.tooOften', afterSeconds: Number(right.retryAfter) },
  });
  expect(Number(right.retryAfter)).toBeGreaterThan(3500);
  expect(await post('203.0.113.6', { secret: secretOf('us-1') })).toMatchObject({ status: 200 });
  expect(await post('203.0.113.5', { member: you }, member.set)).toMatchObject({ status: 200 });
});

test('a header that no proxy of ours wrote gives nobody another address', async () => {
  const direct = await startPlatform();
  onTestFinished(() => direct.close());
  const guess = (index: number) =>
    fetch(`${direct.url}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: direct.url, 'x-forwarded-for': `203.0.113.${index}` },
      body: JSON.stringify({ secret: wrong(index) }),
    });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(index)));
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(20);
});

test('entries without a session have a limit for each address, and say when to try again', async () => {
  const answers = await Promise.all(Array.from({ length: 130 }, () => post('203.0.113.5', { member: 'nobody' })));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(100);
  expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({ code: 'enter.tooOften' });
  expect(await post('203.0.113.6', { secret: secretOf('ir-1') })).toMatchObject({ status: 200 });
});

/** A platform that people reach without a proxy, with the chair, somebody inside and the meeting open. */
async function openMeeting(memberCommands: Allowance) {
  const own = await startPlatform({ allowances: { memberCommands } });
  const chair = await own.open('chair');
  const expert = await own.open('ir-1');
  onTestFinished(async () => {
    chair.close();
    expert.close();
    await own.close();
  });
  await chair.enterLobby();
  await expert.enterLobby();
  await chair.act({ type: 'roster.admit', member: expert.member });
  return { chair, expert };
}

test('who floods the meeting is told when to go on, and nobody else waits', async () => {
  const { chair, expert } = await openMeeting({ most: 120, seconds: 60 });
  const flood = Promise.all(Array.from({ length: 2000 }, () => expert.send({ type: 'session.open' })));
  const startedAt = performance.now();
  await chair.act({ type: 'session.open' });
  expect(performance.now() - startedAt).toBeLessThan(2000);
  const answers = await flood;
  const codes = answers.map((answer) => (answer.outcome === 'refused' ? answer.refusal.code : answer.outcome));
  // One command of the entry came before.
  expect(codes.filter((code) => code === 'role.required')).toHaveLength(119);
  expect(codes.filter((code) => code === 'frame.tooOften')).toHaveLength(1881);
  const last = answers.at(-1);
  expect(last).toMatchObject({ refusal: { afterSeconds: expect.any(Number) } });
  expect(expert.socket.connected).toBe(true);
});

test('a command that was refused for haste is applied when it is sent again', async () => {
  const { expert } = await openMeeting({ most: 120, seconds: 2 });
  await Promise.all(Array.from({ length: 300 }, () => expert.send({ type: 'session.open' })));
  const id = newCommandId();
  const hasty = await expert.send({ type: 'roster.leave' }, id);
  if (hasty.outcome !== 'refused' || hasty.refusal.code !== 'frame.tooOften') throw new Error('not refused for haste');
  await new Promise((resolve) => setTimeout(resolve, 1000 * (hasty.refusal as { afterSeconds: number }).afterSeconds));
  expect(await expert.send({ type: 'roster.leave' }, id)).toMatchObject({ outcome: 'applied' });
}, 15_000);

test('what a socket asks besides commands is held back too, media with a code and the rest without an answer', async () => {
  const own = await startPlatform({ allowances: { memberRequests: { most: 5, seconds: 60 } } });
  const person = await own.open('ir-1');
  const raw = await RawSocket.open(own.url);
  onTestFinished(async () => {
    raw.close();
    person.close();
    await own.close();
  });
  expect(await raw.connect({ version: PROTOCOL_VERSION, ticket: await person.ticket() })).toMatch(/^40/);
  const answers = [];
  for (let asked = 0; asked < 6; asked++) answers.push(await raw.ask('"media"', 'null'));
  // One request was the sync of the entry.
  expect(answers).toEqual(
    answers.map((_, asked) => ({ ok: false, code: asked < 4 ? 'media.malformed' : 'media.unavailable' })),
  );
  raw.send('42["sync",{"position":null}]');
  expect(await raw.ask('"command"', 'null')).toMatchObject({ refusal: { code: 'frame.malformed' } });
});
