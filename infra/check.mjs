import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { check } from './parts/check.mjs';
import { main } from './report.mjs';

await main(async () => {
  await ensureTools();
  await ensureDependencies();
  const { failed } = await check();
  return failed === 0 ? 0 : 1;
});
