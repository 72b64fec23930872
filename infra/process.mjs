import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot, root, toolsBin } from './paths.mjs';

export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A failure that is told to the person in one sentence, without a stack. */
export class SetupError extends Error {}

/**
 * The project's own Node first: tools and engine checks must not see the outer one. It keeps what it has compiled, which
 * is a third of the start of a server, of which the tests make some eighty.
 */
export function toolEnv(extra = {}) {
  const path = `${toolsBin}${delimiter}${process.env.PATH}`;
  return { ...process.env, PATH: path, NODE_COMPILE_CACHE: inRoot('node_modules', '.track2', 'compile'), ...extra };
}

/**
 * Runs a command to its end. `onLine` receives both outputs line by line; without it they are
 * passed through, or kept and returned when `quiet`.
 */
export function run(command, args, { cwd = root, env = toolEnv(), quiet = false, onLine, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const piped = quiet || onLine !== undefined;
    const child = spawn(command, args, {
      cwd,
      env,
      timeout: timeoutMs,
      stdio: piped ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    let rest = '';
    const receive = (chunk) => {
      output += chunk;
      if (!onLine) return;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', receive);
    // A stop that reaches only this process must not leave a compiler or a browser behind.
    let stoppedBy;
    const stop = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    for (const signal of stopSignals) process.on(signal, stop);
    const release = () => {
      for (const signal of stopSignals) process.off(signal, stop);
    };
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (code, signal) => {
      release();
      if (stoppedBy) return reject(new SetupError(`Stopped by ${stoppedBy}.`));
      if (rest && onLine) onLine(rest);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/** As `run`, but anything else than exit code 0 stops the set-up with the last lines of the output. */
export async function must(what, command, args, options = {}) {
  const result = await run(command, args, options);
  if (result.code === 0) return result;
  const tail = result.output.trimEnd().split('\n').slice(-40).join('\n');
  throw new SetupError(`${what} failed (exit code ${result.code}).${tail ? `\n${tail}` : ''}`);
}
