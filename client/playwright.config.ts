import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  // Each person of a test is a browser of its own; on 2 cores one test at a time is enough.
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  // A trace without its film, as five browsers that are filmed at once leave too little of two cores to the meeting.
  use: {
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
});
