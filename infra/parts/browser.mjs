import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sources } from '../check/source.mjs';
import { inRoot, node, stamps } from '../paths.mjs';
import { run, toolEnv } from '../process.mjs';
import { sourceCondition } from '../source.mjs';
import { counted } from './vitest.mjs';

/** The tests in real browsers. A test that passes only at its second try counts as failed. */
export async function browser({ worker, limitMs }) {
  if ((await sources('client/e2e', /\.spec\.ts$/)).length === 0) return { passed: 0, failed: 0 };
  await mkdir(stamps, { recursive: true });
  const report = join(stamps, 'browser.json');
  await rm(report, { force: true });
  const playwright = inRoot('client', 'node_modules', '@playwright', 'test', 'cli.js');
  const { code } = await run(node, [playwright, 'test', '--reporter=list,json'], {
    cwd: inRoot('client'),
    timeoutMs: limitMs,
    env: toolEnv({ MEDIASOUP_WORKER_BIN: worker, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NODE_OPTIONS: sourceCondition }),
  });
  const { stats } = await readFile(report, 'utf8').then(JSON.parse, () => ({
    stats: { expected: 0, unexpected: 0, flaky: 0 },
  }));
  return counted({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, code);
}
