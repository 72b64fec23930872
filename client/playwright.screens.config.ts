import { defineConfig } from '@playwright/test';

/** Takes the pictures of the guides under docs/; run by `npm run screens`. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.screens.ts',
  workers: 1,
  timeout: 180_000,
  use: { actionTimeout: 15_000 },
});
