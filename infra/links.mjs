import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { main } from './report.mjs';
import { runSource } from './source.mjs';

await main(async () => {
  await ensureTools();
  await ensureDependencies();
  return runSource('server/src/links.ts', process.argv.slice(2));
});
