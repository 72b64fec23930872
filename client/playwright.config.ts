import { defineConfig } from '@playwright/test';

/** Those with many browsers, with tones, or with long reckoning: of these one runs at a time. */
const heavy = /(keynote|reference-meeting|sweep|rounds[^/]*)\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e',
  // Two cores carry one crowded test and one of two or three people beside it. Those tagged @waits let a minute pass and
  // ask for next to nothing meanwhile.
  workers: 3,
  projects: [
    { name: 'crowded', testMatch: heavy, workers: 1 },
    { name: 'small', testIgnore: heavy, grepInvert: /@waits/, workers: 1 },
    { name: 'waiting', grep: /@waits/, workers: 1 },
  ],
  forbidOnly: true,
  timeout: 60_000,
  // A page may wait for a core that others have. What has to be fast is measured by its own test.
  expect: { timeout: 15_000 },
  // A trace without its film and without every state of the page, which would take a quarter of what the browsers take
  // from two cores. To look at a failure closely, run its spec with `--trace on`.
  use: {
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
});
