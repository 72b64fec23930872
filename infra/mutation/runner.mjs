import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

// A test runner for Stryker that asks one mutant after the other in one process. Stryker's own starts a worker of vitest
// for each, which takes half a second before the first of these tests, that need a millisecond each, begins. The rules
// are pure: their tests want nothing of vitest but its `expect` and somebody who calls them.

/** The global object by which the changed rules are told which mutant is active, and tell what they go through. */
globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;

/** Collects what the files of tests tell, in place of vitest's functions of the same names. */
const teller = { titles: [], tests: [] };
teller.describe = (title, tell) => {
  teller.titles.push(title);
  tell();
  teller.titles.pop();
};
teller.it = (title, run) => teller.tests.push({ title: [...teller.titles, title].join(' > '), run });
teller.it.each = (cases) => (title, run) => {
  for (const [at, values] of cases.entries()) teller.it(`${title} (${at + 1})`, () => run(...values));
};
globalThis.__teller__ = teller;

const vitest = `
  export { expect } from '${import.meta.resolve('vitest')}';
  export const { describe, it } = globalThis.__teller__;
`;

/** How often the rules were loaded: a part of their addresses, since Node forgets no module. */
let generation = 0;

const texts = new Map();

function textOf(url) {
  const path = fileURLToPath(url);
  if (!texts.has(path)) {
    const text = readFileSync(path, 'utf8');
    texts.set(path, path.endsWith('.ts') ? stripTypeScriptTypes(text) : text);
  }
  return texts.get(path);
}

/** From now on this process loads the TypeScript below `src` itself, anew in each generation, with the teller for vitest. */
function loadSources() {
  const sources = pathToFileURL(resolve('src')).href;
  const mine = { format: 'module', shortCircuit: true };
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'vitest' && context.parentURL?.startsWith(sources)) return { url: 'teller:', ...mine };
      const found = next(specifier.replace(/\?raw$/, ''), context);
      if (specifier.endsWith('?raw')) return { ...found, url: `${found.url}?raw`, format: 'module' };
      return found.url.startsWith(sources) ? { ...found, url: `${found.url}?${generation}` } : found;
    },
    load(url, context, next) {
      if (url === 'teller:') return { source: vitest, ...mine };
      if (url.endsWith('?raw')) return { source: `export default ${JSON.stringify(textOf(url))}`, ...mine };
      return url.startsWith(sources) && url.includes('.ts?') ? { source: textOf(url), ...mine } : next(url, context);
    },
  });
}

// Random histories ask for more time than a test has. They go through most of the rules, so that nearly every mutant would
// wait seconds for each of them, and be found by chance: what a rule promises has to be held by a test that tells it.
const takesLong = /vi\.setConfig\(\{ testTimeout/;

async function testFiles() {
  const names = await readdir('src', { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.ts')).map((name) => join('src', name));
  const read = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files.filter((_, at) => !takesLong.test(read[at])).toSorted();
}

/** The tests of a file. */
async function testsOf(file) {
  Object.assign(teller, { titles: [], tests: [] });
  await import(pathToFileURL(resolve(file)).href);
  return teller.tests.map(({ title, run }) => ({ id: `${file}#${title}`, title, run, file: resolve(file) }));
}

/** How long a mutant may keep a test busy, in milliseconds: ten times as long as the slowest takes. */
const patienceMs = 3000;

/** Calls the test that is about to be asked. What is run as a script of its own can be stopped while it loops. */
const asking = new Script('globalThis.__teller__.asked()');

const isEndless = (error) => error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** What the test throws, or null when it passes. */
async function failureOf({ run }, options) {
  teller.asked = run;
  try {
    await asking.runInThisContext(options);
    return null;
  } catch (error) {
    return error ?? 'nothing';
  }
}

const messageOf = (error) => (error instanceof Error ? error.message : String(error));

class RulesRunner {
  #files = [];
  #tests = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    loadSources();
    this.#files = await testFiles();
    // Here nobody waits with a watch.
    await this.#load();
  }

  async #load() {
    generation += 1;
    this.#tests = [];
    for (const file of this.#files) this.#tests.push(...(await testsOf(file)));
  }

  /** Which tests there are, and what each of them goes through. */
  async dryRun() {
    const tests = [];
    for (const test of this.#tests) {
      const { id, title, file } = test;
      stryker.currentTestId = id;
      const startedAt = performance.now();
      const error = await failureOf(test, {});
      const result = error === null ? { status: passed } : { status: failed, failureMessage: messageOf(error) };
      tests.push({ id, name: title, fileName: file, timeSpentMs: performance.now() - startedAt, ...result });
    }
    stryker.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  /** Whether a test notices the mutant. */
  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment, sandboxFileName }) {
    Object.assign(stryker, { hitCount: 0, hitLimit, activeMutant: undefined });
    if (mutantActivation === 'static') return this.#askAnew(activeMutant, sandboxFileName);
    if (reloadEnvironment) await this.#load();
    stryker.activeMutant = activeMutant.id;
    return askAll(testFilter === undefined ? this.#tests : this.#tests.filter(({ id }) => testFilter.includes(id)));
  }

  /** For a mutant that is evaluated as its file loads: file by file, those first that are likely to find it. */
  async #askAnew(activeMutant, mutated) {
    generation += 1;
    stryker.activeMutant = activeMutant.id;
    const near = [dirname(mutated), dirname(dirname(mutated))];
    const farness = (file) =>
      near.includes(dirname(resolve(file))) ? near.indexOf(dirname(resolve(file))) : near.length;
    let nrOfTests = 0;
    for (const file of this.#files.toSorted((a, b) => farness(a) - farness(b))) {
      const tests = await testsOf(file).catch(messageOf);
      if (typeof tests === 'string') return { status: 'error', errorMessage: tests };
      const answer = await askAll(tests);
      nrOfTests += tests.length;
      if (answer.status !== 'survived') return answer;
    }
    return { status: 'survived', nrOfTests };
  }
}

/** What the test throws with the active mutant. On a busy machine a test that was stopped may just not have had its time. */
async function answerOf(test, timeout = patienceMs) {
  const before = process.cpuUsage();
  const error = await failureOf(test, { timeout });
  const { user, system } = process.cpuUsage(before);
  return isEndless(error) && (user + system) / 1000 < patienceMs / 2 ? answerOf(test, timeout * 2) : error;
}

async function askAll(tests) {
  for (const [at, test] of tests.entries()) {
    const error = await answerOf(test);
    // The changed rules throw too when they are gone through far more often than without the change.
    if (isEndless(error) || stryker.hitCount > stryker.hitLimit)
      return { status: 'timeout', reason: 'a loop without end' };
    if (error !== null)
      return { status: 'killed', killedBy: [test.id], failureMessage: messageOf(error), nrOfTests: at + 1 };
  }
  return { status: 'survived', nrOfTests: tests.length };
}

// The words and numbers of Stryker's interface; its package of types is not one of this project.
const passed = 0;
const failed = 1;
RulesRunner.inject = [];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'rules', injectableClass: RulesRunner }];
