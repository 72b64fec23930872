import { readFile } from 'node:fs/promises';
import { inRoot } from '../paths.mjs';
import { lineOf, sources, withoutComments } from './source.mjs';

const id = '[A-Z]{1,3}\\d+';
const definition = new RegExp(`^- \\[(${id})\\] `, 'gm');
// A title begins with its ids. Titles of tests that do not run are no tests.
const title = new RegExp(`(\\.(?:skip|todo|fixme)\\s*\\(\\s*)?['"\`]((?:\\[${id}\\]\\s*)+)`, 'g');

/** Every rule of RULES.md has a test, and every id in a test's title is a rule. */
export function ruleProblems(rulesText, tests) {
  const problems = [];
  const defined = new Map();
  for (const match of rulesText.matchAll(definition)) {
    const line = lineOf(rulesText, match.index);
    if (defined.has(match[1])) problems.push(`shared/RULES.md:${line}: [${match[1]}] is defined twice`);
    defined.set(match[1], line);
  }
  const named = new Set();
  for (const { path, text } of tests) {
    const code = withoutComments(text);
    for (const match of code.matchAll(title)) {
      if (match[1]) continue;
      for (const [, ruleId] of match[2].matchAll(/\[(\w+)\]/g)) {
        named.add(ruleId);
        if (!defined.has(ruleId))
          problems.push(`${path}:${lineOf(code, match.index)}: [${ruleId}] is no rule of shared/RULES.md`);
      }
    }
  }
  for (const [ruleId, line] of defined) {
    if (!named.has(ruleId)) problems.push(`shared/RULES.md:${line}: no test names [${ruleId}] in its title`);
  }
  return problems;
}

export async function checkRules() {
  const rulesText = await readFile(inRoot('shared', 'RULES.md'), 'utf8').catch((error) => {
    // Without rules every id in a test is a wrong one, which is what is then reported.
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const tests = await Promise.all(
    ['shared/src', 'server', 'client'].map((folder) => sources(folder, /\.(test|spec)\.tsx?$/)),
  );
  return ruleProblems(rulesText, tests.flat());
}
