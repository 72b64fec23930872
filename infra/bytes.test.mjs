import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge, measure } from './bytes.mjs';
import { inRoot } from './paths.mjs';

test('the lobby and the meeting load no more JavaScript than their budgets', async () => {
  const { figures, over } = judge(await measure(inRoot('client', 'dist')));
  process.stdout.write(`JavaScript, brotli: ${figures}\n`);
  expect({ over, figures }).toEqual({ over: [], figures });
}, 30_000);

test('a page over its budget is named, with the figures', () => {
  const { over, figures } = judge({ lobby: 120_000, meeting: 240_001, chair: 250_000 });
  expect(over).toEqual(['meeting']);
  expect(figures).toBe('lobby 120.0 of 120.0 kB, meeting 240.0 of 240.0 kB, chair 250.0 of 274.0 kB');
});

/** Code that brotli makes about so long. */
const code = (bytes) => `/*${randomBytes(bytes).toString('hex')}*/`;

test('what a page imports counts once, with what it loads by itself and without the settings', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'track2-bytes-'));
  const chunks = {
    'index-1.js':
      'import"./base-1.js";import("./ChairConsole-1.js");import("./door-1.js");import("./door-2.js");import("./en-1.js");import("./fa-1.js");import(`./Page-1.js`);import("./SettingsDialog-1.js")',
    'base-1.js': code(10_000),
    'door-1.js': 'export{}',
    'door-2.js': code(1000),
    'en-1.js': 'import"./door-1.js"',
    'fa-1.js': 'import{a}from"./door-2.js"',
    'Page-1.js': `import"./base-1.js";import('./lib-1.js')`,
    'lib-1.js': code(20_000),
    'ChairConsole-1.js': code(5000),
    'SettingsDialog-1.js': code(40_000),
  };
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<script type="module" crossorigin src="/assets/index-1.js"></script>');
  for (const [file, text] of Object.entries(chunks)) await writeFile(join(folder, 'assets', file), text);
  const { lobby, meeting, chair } = await measure(folder);
  await rm(folder, { recursive: true });
  expect([lobby, meeting, chair].map((bytes) => Math.floor(bytes / 1000))).toEqual([11, 31, 36]);
});
