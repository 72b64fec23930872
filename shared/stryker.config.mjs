/**
 * What `npm run mutation` gives to Stryker: every mutant of every rule, nothing left out. `infra/mutation.mjs` judges the
 * report, and fails on a mutant that was ignored.
 */
export default {
  mutate: ['src/meeting/**/*.ts', '!src/meeting/**/*.test.ts'],
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Stryker would rewrite the paths in it with an interface that TypeScript 7 does not have. The sandbox lies under this
  // folder, where vite finds the real one.
  ignorePatterns: ['/tsconfig*.json', '/dist'],
  tempDirName: '.cache/mutation/sandbox',
  incrementalFile: '.cache/mutation/incremental.json',
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  // Static mutants are those of the message schemas, mostly: each is asked of all the tests, which take two seconds.
  warnings: { slow: false },
};
