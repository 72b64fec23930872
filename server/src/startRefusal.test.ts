import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenRefusal, requireDataFolder, requireWorker, StartRefusal } from './startRefusal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'track2-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a data folder is made when it is missing', () => {
  expect(() => requireDataFolder({ dataDir: join(folder, 'new', 'data') })).not.toThrow();
});

test('a data folder that cannot be written is named with the variable that chooses another', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => requireDataFolder({ dataDir: join(folder, 'file', 'data') })).toThrow(
    /cannot be written.*TRACK2_DATA_DIR=/,
  );
});

test('a missing media worker is named with the variable that names one', () => {
  expect(() => requireWorker({ workerBin: join(folder, 'none') })).toThrow(
    /no media worker at .*MEDIASOUP_WORKER_BIN=/,
  );
});

test.each([
  ['EADDRINUSE', /Port 3000 on 127\.0\.0\.1 is in use .*TRACK2_PORT=/],
  ['EACCES', /may not listen on port 3000/],
  ['EADDRNOTAVAIL', /no address 127\.0\.0\.1.*TRACK2_HOST=/],
])('a listen refused with %s has its own sentence', (code, sentence) => {
  const refusal = listenRefusal(Object.assign(new Error(), { code }), { host: '127.0.0.1', port: 3000 });
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect((refusal as StartRefusal).message).toMatch(sentence);
});

test('any other failure stays what it is', () => {
  const bug = new TypeError('bug');
  expect(listenRefusal(bug, { host: '127.0.0.1', port: 3000 })).toBe(bug);
});
