import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { ensureClient } from './client.mjs';
import { main } from './report.mjs';
import { runSource } from './source.mjs';
import { ensureWorker } from './worker.mjs';

await main(async () => {
  await ensureTools();
  await ensureDependencies();
  const { binary } = await ensureWorker();
  await ensureClient();
  return runSource('server/src/main.ts', process.argv.slice(2), { MEDIASOUP_WORKER_BIN: binary });
});
