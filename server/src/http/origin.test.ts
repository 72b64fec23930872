import { fastify } from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { requireOurOrigin } from './origin.ts';

const ours = 'https://meet.example.org';

async function statusOf(method: 'GET' | 'POST', url: string, headers: Record<string, string>): Promise<number> {
  const app = fastify();
  onTestFinished(() => app.close());
  requireOurOrigin(app, (origin) => origin === ours);
  app.route({ method: ['GET', 'POST'], url: '/*', handler: () => 'taken' });
  return (await app.inject({ method, url, headers })).statusCode;
}

it.each([
  ['POST', '/api/enter', { origin: ours }, 200],
  ['POST', '/api/enter', {}, 403],
  ['POST', '/api/enter', { origin: 'null' }, 403],
  ['POST', '/anything', { origin: 'https://evil.example' }, 403],
  ['GET', '/api/documents/d', {}, 200],
  ['GET', '/api/documents/d', { 'sec-fetch-site': 'same-origin' }, 200],
  ['GET', '/api/documents/d', { 'sec-fetch-site': 'none' }, 200],
  ['GET', '/api/documents/d', { 'sec-fetch-site': 'cross-site' }, 403],
  ['GET', '/api/documents/d', { 'sec-fetch-site': 'same-site' }, 403],
  ['GET', '/api/documents/d', { origin: 'https://evil.example' }, 403],
  // Whoever follows a link in a letter comes from another site.
  ['GET', '/enter', { 'sec-fetch-site': 'cross-site' }, 200],
] as const)('%s %s with %j is answered %i', async (method, url, headers, status) => {
  expect(await statusOf(method, url, headers)).toBe(status);
});
