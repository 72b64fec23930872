import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../app.ts';
import { loadConfig } from '../config.ts';
import { EquipmentTests } from '../equipment/equipment.ts';
import { machineClocks } from '../meeting/meetingClock.ts';
import { openStorage } from '../storage/open.ts';

const origin = 'http://localhost:3000';
let app: FastifyInstance;

beforeEach(async () => {
  const loaded = loadConfig({});
  if (loaded.kind === 'problems') throw new Error('the defaults are a valid configuration');
  const storage = await openStorage({ kind: 'memory' });
  const logger = pino({ level: 'silent' });
  app = await createApp({
    config: loaded.config,
    logger,
    storage: {
      ...storage,
      credentials: { ...storage.credentials, session: () => Promise.reject(new Error('the store is away')) },
    },
    clocks: machineClocks,
    openMedia: () => Promise.reject(new Error('there is no meeting here')),
    equipment: new EquipmentTests({ openRouter: () => Promise.resolve(null), log: logger }),
    mediaReady: () => true,
  });
  onTestFinished(() => app.close());
});

const page = { accept: 'text/html' };

/** One answer of every kind that the server gives. */
const answers = [
  ['the page', 200, { url: '/', headers: page }],
  ['an address of the client', 200, { url: '/seat/m-1', headers: page }],
  ['a file of the client', 200, { url: '/icon.svg' }],
  ['a file that is not there', 404, { url: '/assets/nothing.js' }],
  ['an api that is not there', 404, { url: '/api/nothing' }],
  ['a refusal', 400, { method: 'POST', url: '/api/enter', headers: { origin }, payload: {} }],
  ['a foreign page', 403, { method: 'POST', url: '/api/enter', headers: { origin: 'https://a.example' }, payload: {} }],
  [
    'a fault',
    500,
    {
      method: 'POST',
      url: '/api/enter',
      headers: { origin, cookie: `t2_m=${'s'.repeat(43)}` },
      payload: { member: 'm' },
    },
  ],
  ['a method that is not there', 404, { method: 'DELETE', url: '/', headers: { origin } }],
  ['a file asked for in a forbidden way', 404, { url: '/..%2f..%2fpackage.json' }],
  ['health', 200, { url: '/healthz' }],
] as const;

const policyOf = (headers: Record<string, unknown>): Map<string, string> =>
  new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((directive) => directive.trim().split(/ (.*)/s))
      .map(([name = '', value = '']) => [name, value]),
  );

describe.each(answers)('%s (%i)', (_, status, request) => {
  it('is held to the policies of the platform', async () => {
    const { statusCode, headers } = await app.inject(request);
    expect(statusCode).toBe(status);
    const policy = policyOf(headers);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|https:|\*|data:/);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.any(String),
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers['permissions-policy']).toMatch(/camera=\(self\).*geolocation=\(\)/);
    expect(headers['permissions-policy']).not.toContain('*');
  });
});

it('a page may run the scripts of this server alone, and make none of text', async () => {
  const policy = policyOf((await app.inject({ url: '/', headers: page })).headers);
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('worker-src')).toBe("'self'");
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
  expect(policy.get('trusted-types')).toBe('default');
});

it.each(['/api/nothing', '/healthz', '/assets/nothing.js'])('what is said at %s is kept nowhere', async (url) => {
  expect((await app.inject({ url })).headers['cache-control']).toBe('no-store');
});

it('an answer of the api could not act as a page', async () => {
  const { headers } = await app.inject({ url: '/api/nothing', headers: page });
  expect(headers['content-security-policy']).toMatch(/sandbox$/);
});

it('files whose name is of their content are kept, the page is asked for each time', async () => {
  expect((await app.inject({ url: '/', headers: page })).headers['cache-control']).toBe('no-cache');
  expect((await app.inject({ url: '/icon.svg' })).headers['cache-control']).toMatch(/immutable/);
});
