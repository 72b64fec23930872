import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { EquipmentTests } from './equipment/equipment.ts';
import { machineClocks } from './meeting/meetingClock.ts';
import { openStorage } from './storage/open.ts';

async function silentApp({ mediaReady = true } = {}) {
  const loaded = loadConfig({});
  if (loaded.kind === 'problems') throw new Error('the defaults are a valid configuration');
  const app = await createApp({
    config: loaded.config,
    logger: pino({ level: 'silent' }),
    storage: await openStorage({ kind: 'memory' }),
    clocks: machineClocks,
    openMedia: () => Promise.reject(new Error('there is no meeting here')),
    equipment: new EquipmentTests({ openRouter: () => Promise.resolve(null), log: pino({ level: 'silent' }) }),
    mediaReady: () => mediaReady,
  });
  onTestFinished(() => app.close());
  return app;
}

const origin = 'http://localhost:3000';

test('it tells that it is alive', async () => {
  const app = await silentApp();
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' });
});

test('it is ready only while the media workers are there', async () => {
  expect((await (await silentApp()).inject('/readyz')).statusCode).toBe(200);
  expect((await (await silentApp({ mediaReady: false })).inject('/readyz')).statusCode).toBe(503);
});

test('every answer forbids what the client does not need', async () => {
  const app = await silentApp();
  const { headers } = await app.inject('/healthz');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

test('an unknown address is answered with a code', async () => {
  const app = await silentApp();
  const answer = await app.inject({ method: 'POST', url: '/nowhere', headers: { origin } });
  expect([answer.statusCode, answer.json()]).toEqual([404, { code: 'http.notFound' }]);
});

test.each([[undefined], ['https://elsewhere.example'], ['null']])(
  'a post from the origin %s is refused',
  async (from) => {
    const app = await silentApp();
    const headers = from === undefined ? {} : { origin: from };
    const answer = await app.inject({
      method: 'POST',
      url: '/api/enter',
      headers,
      payload: { secret: 'x'.repeat(43) },
    });
    expect([answer.statusCode, answer.json()]).toEqual([403, { code: 'http.foreignOrigin' }]);
  },
);

test('an unknown link, an unknown session and a broken request are told apart', async () => {
  const app = await silentApp();
  const enter = async (payload: object) =>
    (await app.inject({ method: 'POST', url: '/api/enter', headers: { origin }, payload })).json();
  expect(await enter({ secret: 'x'.repeat(43) })).toEqual({ code: 'enter.linkUnknown' });
  expect(await enter({ member: 'nobody' })).toEqual({ code: 'enter.sessionGone' });
  expect(await enter({ convener: true })).toEqual({ code: 'enter.sessionGone' });
  expect(await enter({ secret: 'short' })).toEqual({ code: 'enter.badRequest' });
});
