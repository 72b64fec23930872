import { chmod, copyFile, rename } from 'node:fs/promises';
import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { ensureClient } from './client.mjs';
import { inRoot } from './paths.mjs';
import { SetupError } from './process.mjs';
import { main, say } from './report.mjs';
import { ensureWorker } from './worker.mjs';

// What `npm start` does before it starts, for an image or a service that must not fetch or build when it starts.
// The worker gets a path that does not change with its version, so that a unit file can name it.
const workerPlace = inRoot('.tools', 'mediasoup-worker');

async function prepareWorker() {
  const { binary } = await ensureWorker();
  if (binary === workerPlace) return;
  // A running server may have the former one open, which cannot be written over, only replaced.
  const fresh = `${workerPlace}.new`;
  await copyFile(binary, fresh);
  await chmod(fresh, 0o755);
  await rename(fresh, workerPlace);
  say(`the media worker is ${workerPlace}`);
}

const parts = new Map([
  ['worker', prepareWorker],
  ['client', ensureClient],
]);

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !parts.has(name));
  if (unknown !== undefined)
    throw new SetupError(`There is no part "${unknown}". The parts: ${[...parts.keys()].join(', ')}`);
  await ensureTools();
  await ensureDependencies();
  for (const name of wanted.length > 0 ? wanted : parts.keys()) await parts.get(name)();
  return 0;
});
