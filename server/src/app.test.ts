import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';

async function silentApp() {
  const loaded = loadConfig({});
  if (loaded.kind === 'problems') throw new Error('the defaults are a valid configuration');
  return createApp({ config: loaded.config, logger: pino({ level: 'silent' }) });
}

test('it tells that it is alive', async () => {
  const app = await silentApp();
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' });
  await app.close();
});

test('every answer forbids what the client does not need', async () => {
  const app = await silentApp();
  const { headers } = await app.inject('/healthz');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['referrer-policy']).toBe('no-referrer');
  await app.close();
});

test('an unknown address is answered with a code', async () => {
  const app = await silentApp();
  const answer = await app.inject({ method: 'POST', url: '/nowhere' });
  expect([answer.statusCode, answer.json()]).toEqual([404, { code: 'notFound' }]);
  await app.close();
});
