import { readFile } from 'node:fs/promises';
import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { ensureClient } from './client.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { lateness } from './lateness.mjs';
import { ensureWorkerIsTested } from './mediasoup-worker/tests.mjs';
import { browser } from './parts/browser.mjs';
import { check } from './parts/check.mjs';
import { proofs } from './parts/proofs.mjs';
import { vitest } from './parts/vitest.mjs';
import { inRoot } from './paths.mjs';
import { SetupError } from './process.mjs';
import { main, say } from './report.mjs';
import { ensureWorker } from './worker.mjs';

const parts = new Map([
  ['check', check],
  ['unit', vitest('unit', ['shared', 'server', 'client', 'infra'])],
  ['scenarios', vitest('scenarios', ['scenarios'])],
  ['browser', browser],
  ['proofs', proofs],
]);

/** A part may run over its share, which depends on what else the machine does; beyond twice that it hangs and is ended. */
const patience = 2;

async function setUp() {
  await ensureTools();
  await ensureDependencies();
  await ensureDebianPackages('test', 'Testing');
  const worker = await ensureWorker();
  await ensureWorkerIsTested(worker);
  await ensureClient();
  return worker.binary;
}

async function runPart(name, shareSeconds, worker) {
  say(`${name} (share: ${shareSeconds} s)`);
  const startedAt = performance.now();
  const { passed, failed } = await parts.get(name)({ worker, limitMs: shareSeconds * patience * 1000 });
  const seconds = (performance.now() - startedAt) / 1000;
  const count = passed + failed === 0 ? 'no tests yet' : `${passed} passed, ${failed} failed`;
  say(`${name}: ${count} in ${seconds.toFixed(1)} s`);
  return { passed, failed, seconds };
}

await main(async () => {
  const budget = JSON.parse(await readFile(inRoot('infra', 'budget.json'), 'utf8'));
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !parts.has(name));
  if (unknown.length > 0)
    throw new SetupError(`There is no part "${unknown[0]}". The parts: ${[...parts.keys()].join(', ')}`);
  const total = { passed: 0, failed: 0 };
  const tell = () => process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  const worker = await setUp().catch((error) => {
    // The last line is a promise to whoever reads only that one, also when nothing could be tested.
    process.stderr.write(`track2: ${error instanceof SetupError ? error.message : error.stack}\n`);
    total.failed += 1;
  });
  if (worker === undefined) {
    tell();
    return 1;
  }
  const took = {};
  for (const name of wanted.length > 0 ? wanted : parts.keys()) {
    const { passed, failed, seconds } = await runPart(name, budget.seconds[name], worker);
    total.passed += passed;
    total.failed += failed;
    took[name] = seconds;
  }
  const late = lateness(took, budget);
  for (const sentence of late.sentences) say(sentence);
  if (late.isTooLate) total.failed += 1;
  tell();
  return total.failed === 0 ? 0 : 1;
});
