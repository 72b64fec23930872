import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.config.ts';

/** The tests that `npm run mutation` asks about every mutant, and how they are run some thousand times in a row. */
export default mergeConfig(
  shared,
  defineConfig({
    // Two runners of Stryker must not write the same bundle.
    cacheDir: `.cache/mutation/vite-${process.env.STRYKER_MUTATOR_WORKER ?? 0}`,
    test: {
      // Random histories go through most of the rules: nearly every mutant would wait some seconds for each of them, and
      // whether it is found would be chance. What a rule promises has to be held by a test that tells it.
      exclude: [
        '**/node_modules/**',
        'src/**/*.model.test.ts',
        'src/**/laws*.test.ts',
        'src/meeting/rulesPage.test.ts',
      ],
      // A mutant waits mostly for its imports: the files of one run share them, and zod comes as one file instead of 90.
      isolate: false,
      deps: { optimizer: { ssr: { enabled: true, include: ['zod'] } } },
    },
  }),
);
