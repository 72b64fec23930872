import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { buildClient } from './client.mjs';
import { main } from './report.mjs';

await main(async () => {
  await ensureTools();
  await ensureDependencies();
  await buildClient();
  return 0;
});
