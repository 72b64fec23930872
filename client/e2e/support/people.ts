import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { tapPlayedSound } from './listening.ts';
import { Platform } from './platform.ts';
import { writeTone } from './tones.ts';

/** Chromium as people have it, and the part of it that draws pages, in which the same tests take a third less. */
const whole = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium';
const shell = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium-headless-shell';

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
  /** A blank page of a person's own: nothing is shared with the pages of others but what is said of `Browsers`. */
  person: (options?: PersonOptions) => Promise<Page>;
  /** Whether the test needs Chromium as people have it, with windows and tabs to choose from. */
  wholeBrowser: boolean;
};

/**
 * The browsers of a worker. To start one for each person of each test would take more than to enter does; so those with
 * the same devices are neighbours in one, each in a context as if in a window of private browsing. The file of a fake
 * microphone belongs to a process: who has a tone has a browser of that tone.
 */
class Browsers {
  readonly #open = new Map<string, Promise<Browser>>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async fitting(executablePath: string, { tone, devices = 'given', shows }: PersonOptions): Promise<Browser> {
    const key = `${executablePath} ${tone} ${devices} ${shows}`;
    const known = this.#open.get(key);
    if (known !== undefined && (await known).isConnected()) return known;
    const sound = tone === undefined ? [] : [`--use-file-for-fake-audio-capture=${writeTone(this.#folder, tone)}`];
    const args = [...flags, ...(shows === undefined ? deviceFlags[devices] : showing(shows)), ...sound];
    // A muted browser captures a silent tab.
    const ignoreDefaultArgs = shows === undefined ? [] : ['--mute-audio'];
    const started = chromium.launch({ executablePath, args, ignoreDefaultArgs });
    this.#open.set(key, started);
    return started;
  }

  /** Nothing of a test is left in any browser. */
  async clear(): Promise<void> {
    const open = await Promise.all(this.#open.values());
    await Promise.all(open.flatMap((browser) => browser.contexts()).map((context) => context.close()));
  }

  async close(): Promise<void> {
    const open = await Promise.all(this.#open.values());
    await Promise.all(open.map((browser) => browser.close()));
  }
}

/** How a browser tells of something that the content policy forbids; no page may ever try it. */
const forbidden = /content security policy|trusted ?type/i;

/** Playwright's test with a real server and a browser for each person. */
export const test = base.extend<Fixtures, { browsers: Browsers }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  platform: async ({}, use) => {
    const platform = await Platform.start();
    await use(platform);
    await platform.close();
  },
  browsers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'track2-tones-'));
      const browsers = new Browsers(folder);
      await use(browsers);
      await browsers.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  wholeBrowser: [false, { option: true }],
  person: async ({ browsers, wholeBrowser }, use) => {
    const violations: string[] = [];
    await use(async (options: PersonOptions = {}) => {
      const { language = 'en', viewport, dark = false, timezone, devices = 'given', init } = options;
      const browser = await browsers.fitting(wholeBrowser ? whole : shell, options);
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
    await browsers.clear();
    expect(violations).toEqual([]);
  },
});

export { expect } from '@playwright/test';
