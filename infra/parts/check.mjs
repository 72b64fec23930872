import { checkCss } from '../check/css.mjs';
import { checkImports } from '../check/imports.mjs';
import { checkPurity } from '../check/purity.mjs';
import { checkRules } from '../check/rules.mjs';
import { inRoot, node } from '../paths.mjs';
import { run } from '../process.mjs';

const inModules = (...path) => inRoot('node_modules', ...path);

/** A tool of the dependencies; its output is shown when it finds something. */
const tool =
  (script, ...args) =>
  async () => {
    const { code, output } = await run(node, [script, ...args], { quiet: true });
    return code === 0 ? [] : [output.trim()];
  };

const steps = [
  ['format', tool(inModules('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings')],
  ['types', tool(inModules('typescript', 'bin', 'tsc'), '-b')],
  ['lint', tool(inModules('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings')],
  ['unused', tool(inModules('knip', 'bin', 'knip.js'), '--no-config-hints')],
  ['imports', checkImports],
  ['purity of the rules', checkPurity],
  ['rule ids', checkRules],
  ['logical styles', checkCss],
  ['configuration table', tool(inRoot('infra', 'config-table.mjs'))],
];

/** Runs all steps, so that one run tells everything there is to mend. */
export async function check() {
  const results = { passed: 0, failed: 0 };
  for (const [name, find] of steps) {
    const startedAt = performance.now();
    const problems = await find();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
    for (const problem of problems) process.stdout.write(`${problem.replace(/^/gm, '     ')}\n`);
    results[problems.length === 0 ? 'passed' : 'failed'] += 1;
  }
  return results;
}
