import { isThere } from '../bootstrap.mjs';
import { inRoot, node } from '../paths.mjs';
import { run, toolEnv } from '../process.mjs';
import { sourceCondition } from '../source.mjs';
import { counted } from './vitest.mjs';

const verdict = /^[A-Z]+\d+\s+(met|holds|short)\b/;

/** The promises in their quick forms, counted from the line that each prints. */
export async function proofs({ worker, limitMs }) {
  const entry = inRoot('proof', 'src', 'main.ts');
  if (!(await isThere(entry))) return { passed: 0, failed: 0 };
  const results = { passed: 0, failed: 0 };
  const { code } = await run(node, [sourceCondition, entry], {
    timeoutMs: limitMs,
    env: toolEnv({ MEDIASOUP_WORKER_BIN: worker }),
    onLine: (line) => {
      process.stdout.write(`${line}\n`);
      const said = verdict.exec(line)?.[1];
      if (said) results[said === 'short' ? 'failed' : 'passed'] += 1;
    },
  });
  return counted(results, code);
}
