import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { tapPlayedSound } from './listening.ts';
import { Platform } from './platform.ts';
import { writeTone } from './tones.ts';

const executablePath = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium';

const fake = '--use-fake-device-for-media-stream=fps=5';
const deviceFlags = {
  given: [fake, '--use-fake-ui-for-media-stream'],
  missing: [],
  denied: [fake, '--use-fake-ui-for-media-stream=deny'],
} as const;

/** Leave for devices comes from the context: the browser that grants all by itself shows a test picture as screen. */
const showing = (title: string): string[] => [fake, `--auto-select-tab-capture-source-by-title=${title}`];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export type PersonOptions = {
  /** Frequency of this person's fake microphone; without one it beeps as Chromium's own does. */
  tone?: number;
  language?: 'en' | 'fa';
  viewport?: { width: number; height: number };
  dark?: boolean;
  timezone?: string;
  /** Camera and microphone: there, not there at all, or there and withheld from the page. */
  devices?: keyof typeof deviceFlags;
  /** Shows the tab whose title holds these words, with its sound, where the browser would ask which one. */
  shows?: string;
  /** Runs before the app in each page. */
  init?: () => void;
};

type Fixtures = {
  platform: Platform;
  /** A browser of one's own, as the microphone's file belongs to a process, at a blank page. */
  person: (options?: PersonOptions) => Promise<Page>;
};

/** How a browser tells of something that the content policy forbids; no page may ever try it. */
const forbidden = /content security policy|trusted ?type/i;

/** Playwright's test with a real server and a browser for each person. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  platform: async ({}, use) => {
    const platform = await Platform.start();
    await use(platform);
    await platform.close();
  },
  person: async ({ platform }, use) => {
    const open: Browser[] = [];
    const violations: string[] = [];
    await use(async (options: PersonOptions = {}) => {
      const { tone, language = 'en', viewport, dark = false, timezone, devices = 'given', shows, init } = options;
      const sound = tone === undefined ? [] : [`--use-file-for-fake-audio-capture=${writeTone(platform.folder, tone)}`];
      const browser = await chromium.launch({
        executablePath,
        args: [...flags, ...(shows === undefined ? deviceFlags[devices] : showing(shows)), ...sound],
        // A muted browser captures a silent tab.
        ignoreDefaultArgs: shows === undefined ? [] : ['--mute-audio'],
      });
      open.push(browser);
      const context = await browser.newContext({
        locale: language === 'fa' ? 'fa-IR' : 'en-GB',
        viewport: viewport ?? { width: 1440, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        permissions: devices === 'denied' ? [] : ['microphone', 'camera'],
        ...(timezone === undefined ? {} : { timezoneId: timezone }),
      });
      context.on('console', (message) => {
        if (forbidden.test(message.text())) violations.push(message.text());
      });
      await context.addInitScript(tapPlayedSound);
      if (init !== undefined) await context.addInitScript(init);
      return context.newPage();
    });
    await Promise.all(open.map((browser) => browser.close()));
    expect(violations).toEqual([]);
  },
});

export { expect } from '@playwright/test';
