import { defineConfig } from 'vitest/config';

const conditions = ['@track2/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // Pure rules keep nothing from one file to the next, so that a worker can load them once for all.
  test: { name: 'shared', isolate: false, include: ['src/**/*.test.ts'] },
});
