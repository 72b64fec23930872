import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { inRoot, node } from './paths.mjs';
import { must, run } from './process.mjs';
import { main } from './report.mjs';

await main(async () => {
  await ensureTools();
  await ensureDependencies();
  const biome = inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { code } = await run(node, [biome, 'check', '--write', ...process.argv.slice(2)]);
  await must('Renewing the configuration table', node, [inRoot('infra', 'config-table.mjs'), '--write']);
  return code;
});
