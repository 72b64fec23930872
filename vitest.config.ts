import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      'shared',
      'server',
      'server/vitest.scenarios.config.ts',
      'client',
      { test: { name: 'infra', include: ['infra/**/*.test.mjs'] } },
    ],
  },
});
