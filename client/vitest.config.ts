import { defineConfig } from 'vitest/config';

const conditions = ['@track2/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // A world for each file took six times as long as the tests. What a test puts in place of the browser's is taken away.
  test: { name: 'client', isolate: false, unstubGlobals: true, include: ['src/**/*.test.{ts,tsx}'] },
});
