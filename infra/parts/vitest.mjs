import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inRoot, node, stamps } from '../paths.mjs';
import { run, toolEnv } from '../process.mjs';

/** A process that ends badly without a failed test (a crash, a file that does not load, a timeout) counts as one failure. */
export function counted({ passed, failed }, exitCode) {
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

// Of two cores vitest leaves one to itself, which needs next to nothing of it; and a test that is slow because others
// have the cores has not failed: what has to be fast is measured by its own test.
const pace = [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`, '--testTimeout=20000'];

/** Some vitest projects as one part; the counts come from vitest's own report. */
export const vitest =
  (part, projects) =>
  async ({ worker, limitMs }) => {
    await mkdir(stamps, { recursive: true });
    const report = join(stamps, `${part}.json`);
    await rm(report, { force: true });
    const { code } = await run(
      node,
      [
        inRoot('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--passWithNoTests',
        ...pace,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...projects.flatMap((project) => ['--project', project]),
      ],
      { env: toolEnv({ MEDIASOUP_WORKER_BIN: worker }), timeoutMs: limitMs },
    );
    const results = await readFile(report, 'utf8').then(JSON.parse, () => ({ numPassedTests: 0, numFailedTests: 0 }));
    return counted({ passed: results.numPassedTests, failed: results.numFailedTests }, code);
  };
