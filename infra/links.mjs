import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { main } from './report.mjs';
import { runServerFile } from './server.mjs';

await main(async () => {
  await ensureTools();
  await ensureDependencies();
  return runServerFile('links.ts', process.argv.slice(2));
});
