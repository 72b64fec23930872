import { defineConfig } from 'vitest/config';

const conditions = ['@track2/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name: 'scenarios', pool: 'forks', include: ['test/**/*.test.ts'] },
});
