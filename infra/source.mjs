import { spawn } from 'node:child_process';
import { inRoot, node, root } from './paths.mjs';
import { stopSignals, toolEnv } from './process.mjs';

export const sourceCondition = '--conditions=@track2/source';

/** Runs a TypeScript file of the workspace with the project's Node, as this process's stand-in: signals go in, its exit code comes out. */
export function runSource(file, args, env = {}) {
  const child = spawn(node, [sourceCondition, inRoot(file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnv(env),
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of stopSignals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of stopSignals) process.off(signal, forward);
      // Killed by a signal that it did not handle (SIGKILL, a crash): a failure, not a wish to stop.
      resolve(code ?? 1);
    });
  });
}
