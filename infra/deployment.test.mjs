import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../server/src/config.ts';
import { documentedVariables } from '../server/src/environment.ts';
import { inRoot } from './paths.mjs';

const read = (path) => readFile(inRoot(path), 'utf8');
const compose = await read('docker-compose.yml');
const sample = await read('.env.example');
const named = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].toSorted();

const variables = documentedVariables().flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));

describe('a deployment file names only settings that exist:', () => {
  test.each([
    'docker-compose.yml',
    '.env.example',
    'infra/docker/Dockerfile',
    'infra/proxy/Caddyfile',
    'infra/systemd/track2.service',
    'docs/operating.md',
  ])('%s', async (path) => {
    const names = named(await read(path), /\b((?:TRACK2|MEDIASOUP)_[A-Z0-9_]+)/g);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !variables.includes(name))).toEqual([]);
  });
});

const samples = Object.fromEntries([...sample.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
/** The settings of the service `app`, as compose hands them over with the sample for `.env`. */
const settings = Object.fromEntries(
  [...compose.split('\n  redis:\n')[0].matchAll(/^ {6}(TRACK2_\w+): (.+)$/gm)].map(([, name, value]) => {
    const [, wanted] = /^\$\{(\w+)/.exec(value) ?? [];
    return [name, wanted === undefined ? value.replaceAll('"', '') : samples[wanted]];
  }),
);
const masterKey = Buffer.alloc(32, 7).toString('base64');

describe('docker-compose.yml', () => {
  test('asks for what .env.example shows, and for nothing else', () => {
    expect(named(compose, /\$\{(\w+)/g)).toEqual(Object.keys(samples).toSorted());
  });

  test('starts the platform with the sample as it is', () => {
    const loaded = loadConfig(settings, { readFile: () => masterKey, cores: 2 });
    expect(loaded).toMatchObject({ kind: 'config', config: { store: { kind: 'redis' } } });
  });

  test('publishes one port for each media worker, over UDP and TCP', () => {
    const first = Number(settings.TRACK2_RTC_PORT);
    const range = `${first}-${first + Number(settings.TRACK2_RTC_WORKERS) - 1}`;
    expect(compose).toContain(`"${range}:${range}/udp"`);
    expect(compose).toContain(`"${range}:${range}/tcp"`);
  });

  test('believes the address that Caddy has, and no other', () => {
    expect(compose).toContain(`ipv4_address: ${settings.TRACK2_TRUSTED_PROXY}\n`);
  });
});
