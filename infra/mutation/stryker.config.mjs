/**
 * What `npm run mutation` gives to Stryker: every mutant of every rule, nothing left out. `infra/mutation.mjs` judges the
 * report, and fails on a mutant that was ignored.
 */
export default {
  mutate: ['src/meeting/**/*.ts', '!src/meeting/**/*.test.ts'],
  testRunner: 'rules',
  plugins: [import.meta.resolve('./runner.mjs')],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant of what is evaluated as a file loads wants the rules loaded anew, and Node forgets no module.
  maxTestRunnerReuse: 250,
  // The runner stops endless tests itself; this is for what loops as it is loaded, on a machine that has more to do.
  timeoutMS: 60_000,
  // Stryker would rewrite its paths with an interface that TypeScript 7 does not have; nothing here reads it.
  ignorePatterns: ['/tsconfig*.json', '/dist'],
  tempDirName: '.cache/mutation/sandbox',
  incrementalFile: '.cache/mutation/incremental.json',
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  // It warns of the mutants that ask all tests, which are to be asked.
  warnings: { slow: false },
};
