import { isThere } from './bootstrap.mjs';
import { inRoot, node } from './paths.mjs';
import { must } from './process.mjs';
import { step } from './report.mjs';
import { hashOf, unlessDone } from './stamp.mjs';

const inputs = [
  'client/index.html',
  'client/package.json',
  'client/public',
  'client/src',
  'client/vite.config.ts',
  'pnpm-lock.yaml',
  'shared/package.json',
  'shared/src',
];

export async function ensureClient() {
  const built = inRoot('client', 'dist', 'index.html');
  await unlessDone(
    'client',
    await hashOf(inputs),
    () => isThere(built),
    () => step('building the client', buildClient),
  );
}

export function buildClient() {
  const vite = inRoot('client', 'node_modules', 'vite', 'bin', 'vite.js');
  return must('Building the client', node, [vite, 'build', '--logLevel=warn'], { cwd: inRoot('client') });
}
