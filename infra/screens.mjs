import { rm } from 'node:fs/promises';
import { ensureDependencies, ensureTools } from './bootstrap.mjs';
import { ensureClient } from './client.mjs';
import { inRoot, node } from './paths.mjs';
import { run, toolEnv } from './process.mjs';
import { main } from './report.mjs';
import { sourceCondition } from './source.mjs';
import { ensureWorker } from './worker.mjs';

// Makes the pictures of the guides anew, from a real meeting in a real browser.
await main(async () => {
  await ensureTools();
  await ensureDependencies();
  const { binary } = await ensureWorker();
  await ensureClient();
  await rm(inRoot('docs', 'pictures'), { recursive: true, force: true });
  const playwright = inRoot('client', 'node_modules', '@playwright', 'test', 'cli.js');
  const { code } = await run(node, [playwright, 'test', '--config=playwright.screens.config.ts', '--reporter=list'], {
    cwd: inRoot('client'),
    env: toolEnv({ MEDIASOUP_WORKER_BIN: binary, NODE_OPTIONS: sourceCondition }),
  });
  return code;
});
