import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { offerLogos, sendDocuments } from './hostileFiles.ts';
import { hostileFile, writeEverywhere } from './hostileMeeting.ts';
import { Payloads } from './payloads.ts';
import { Person } from './person.ts';
import { type Platform, startPlatform } from './platform.ts';
import type { PromiseProof, Verdict } from './promise.ts';

const executablePath = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const guestSeats = Array.from({ length: 40 }, (_, index) => `hx-${index}`);
const controlGuests = 3;
const settledMs = 400;
const brokenTakesAtMostMs = 5000;

/** A view of the meeting: whose, in which language, on which screen. */
type Look = { seat: string; locale: 'en-GB' | 'fa-IR'; width: number; height: number };
const looks: readonly Look[] = [
  { seat: 'co-moderator', locale: 'en-GB', width: 1440, height: 900 },
  { seat: 'uk-1', locale: 'fa-IR', width: 390, height: 844 },
];

/** What hostile words have done: nothing, if all is well. `shown` are the marks that stood on a page as text. */
type Seen = { struck: Set<string>; shown: Set<string> };

declare global {
  interface Window {
    struck?: string;
    forbidden?: string[];
  }
}

function watchPage(): void {
  window.forbidden = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.forbidden?.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** The planted bug: whatever looks like HTML is put on the page as HTML, and no policy is there to stop it. */
function rawHtml(): void {
  const look = (node: Node): void => {
    const parent = node.parentElement;
    if (node.nodeType === Node.TEXT_NODE && parent?.closest('main') && /<\w/.test(node.textContent ?? ''))
      parent.innerHTML = node.textContent ?? '';
    else for (const child of node.childNodes) look(child);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) look(node);
  }).observe(document, { subtree: true, childList: true });
}

const away = (url: string, own: string): boolean =>
  /^(https?|wss?):/.test(url) && !url.replace(/^ws/, 'http').startsWith(own);

async function noteWhatHappened(page: Page, { struck, shown }: Seen): Promise<void> {
  const found = await page.evaluate(() => ({
    struck: window.struck,
    forbidden: window.forbidden ?? [],
    marks: document.documentElement.outerHTML.match(/hx\d+x/g) ?? [],
  }));
  if (found.struck !== undefined) struck.add(`ran: ${found.struck}`);
  for (const what of found.forbidden) struck.add(`tried: ${what}`);
  for (const mark of found.marks) shown.add(mark);
}

async function watched(browser: Browser, { locale, width, height }: Look, own: string, seen: Seen, broken: boolean) {
  const context = await browser.newContext({ locale, viewport: { width, height }, bypassCSP: broken });
  context.on('request', (request) => {
    if (away(request.url(), own)) seen.struck.add(`asked for: ${request.url()}`);
  });
  await context.addInitScript(watchPage);
  if (broken) await context.addInitScript(rawHtml);
  const page = await context.newPage();
  // A broken page may never get on.
  if (broken) page.setDefaultTimeout(brokenTakesAtMostMs);
  page.on('dialog', (dialog) => {
    seen.struck.add(`dialog: ${dialog.message()}`);
    void dialog.dismiss(); // the page may be gone by then
  });
  return { context, page };
}

/** Comes in by the personal link and looks at every panel. */
async function lookAround(page: Page, platform: Platform, { seat }: Look, chair: Person, seen: Seen): Promise<void> {
  const settle = async (): Promise<void> => {
    await page.waitForTimeout(settledMs);
    await noteWhatHappened(page, seen);
  };
  await page.goto(new URL(platform.linkOf(seat), platform.url).href);
  // By place, as the words differ by language: the one button of the invitation, then the first of the gate.
  await page.locator('main button').first().click();
  await page.locator('main blockquote, main article, main section').first().waitFor();
  await settle();
  await page.locator('button[data-variant="primary"], button[class*="primary"]').last().click();
  await settle();
  await letIn(chair);
  await page.locator('[role="tab"]').first().waitFor();
  const tabs = page.locator('[role="tab"]');
  for (let index = 0; index < (await tabs.count()); index++) {
    await tabs.nth(index).click();
    await settle();
  }
}

async function letIn(chair: Person): Promise<void> {
  const { roster } = await chair.state();
  for (const { id, presence } of roster.members)
    if (presence.status === 'inLobby') await chair.act({ type: 'roster.admit', member: id });
}

type Fill = { first: number; guests: readonly string[]; broken: boolean; seen: Seen };

/** One meeting full of hostile words, looked at from each seat. Resolves with how many words there were. */
async function lookAt(browser: Browser, awayUrl: string, { first, guests, broken, seen }: Fill): Promise<number> {
  const payloads = new Payloads(awayUrl, first);
  const platform = await startPlatform({ edit: hostileFile(payloads) });
  const people: Person[] = [];
  const contexts: BrowserContext[] = [];
  try {
    const enter = async (seat: string): Promise<Person> => {
      const person = await Person.enter(platform.url, platform.linkOf(seat));
      people.push(person);
      await person.act({ type: 'roster.enterLobby', ruleVersion: 1 });
      return person;
    };
    const chair = await enter('chair');
    const minister = await enter('keynote');
    const inside: Person[] = [];
    for (const seat of guests) inside.push(await enter(seat));
    await letIn(chair);
    const documents = await sendDocuments(platform, chair, awayUrl);
    await writeEverywhere(payloads, { chair, minister, guests: inside });
    const logos = await watched(browser, looks[0] as Look, platform.url, seen, broken);
    contexts.push(logos.context);
    const { offered } = await offerLogos(platform, logos.page, awayUrl);
    await noteWhatHappened(logos.page, seen);
    payloads.alsoTried(documents + offered);
    for (const look of looks) {
      const { context, page } = await watched(browser, look, platform.url, seen, broken);
      contexts.push(context);
      await lookAround(page, platform, look, chair, seen);
    }
    return payloads.count;
  } finally {
    for (const context of contexts) await context.close();
    for (const person of people) person.close();
    await platform.close();
  }
}

async function prove(count: number): Promise<Verdict> {
  const seen: Seen = { struck: new Set(), shown: new Set() };
  const server = createServer((request, response) => {
    seen.struck.add(`reached: ${request.url ?? ''}`);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const awayUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const bug: Seen = { struck: new Set(), shown: new Set() };
    // The broken page may not even get through its panels; what it did until then is what counts.
    await lookAt(browser, awayUrl, {
      first: 0,
      guests: guestSeats.slice(0, controlGuests),
      broken: true,
      seen: bug,
    }).catch(() => 0);
    seen.struck.clear();
    let words = 0;
    for (let meeting = 1; words < count; meeting++)
      words += await lookAt(browser, awayUrl, { first: meeting, guests: guestSeats, broken: false, seen });
    const isCaught = bug.struck.size > 0;
    const said = [
      `${words} hostile words in every field; ${seen.shown.size} of them seen on the pages, as text`,
      seen.struck.size === 0
        ? 'none ran, none was tried, nothing was asked for elsewhere'
        : [...seen.struck].slice(0, 5).join(', '),
      isCaught ? 'raw HTML in a name is found' : 'RAW HTML IN A NAME IS NOT FOUND: the proof is blind',
    ];
    return { isKept: seen.struck.size === 0 && seen.shown.size > 0 && isCaught, figure: said.join('; ') };
  } finally {
    await browser.close();
    server.close();
  }
}

/** R33: whatever people write is shown as they wrote it, and does nothing. */
export const r33: PromiseProof = { id: 'R33', counts: { quick: 500, full: 5000 }, prove };
