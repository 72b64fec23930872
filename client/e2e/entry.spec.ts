import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { Attendee } from './support/crowd.ts';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expect, test } from './support/people.ts';
import type { Platform } from './support/platform.ts';

// Each takes a third of this when the machine has nothing else to do.
test.setTimeout(120_000);

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

const linkOf = (platform: Platform, seat: string): string => platform.links.get(seat) ?? '';
const secretIn = (link: string): string => new URL(link).hash.slice(1);

/** The addresses of all that this page asks the server for. */
function requestsOf(page: Page): { all: string[]; entries: string[] } {
  const seen = { all: [] as string[], entries: [] as string[] };
  page.on('request', (request) => {
    seen.all.push(request.url());
    if (request.url().endsWith('/api/enter')) seen.entries.push(request.method());
  });
  return seen;
}

/** Every address that going back could lead to. */
async function historyOf(page: Page): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  return entries.map(({ url }) => url);
}

/** Another browser, as the server sees it: nothing is shared with the first one. */
async function anotherContext(page: Page, locale = 'en-GB'): Promise<BrowserContext> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ locale, permissions: ['camera', 'microphone'] });
  if (context === undefined) throw new Error('the browser is gone');
  return context;
}

/** Ends the links of a seat as the operator does, and returns the new one. */
async function reissue(platform: Platform, seat: string): Promise<string> {
  await promisify(execFile)(process.execPath, ['--conditions=@track2/source', 'server/src/links.ts', seat], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TRACK2_DATA_DIR: platform.folder, TRACK2_PORT: new URL(platform.url).port },
  });
  const lines = (await readFile(`${platform.folder}/links.txt`, 'utf8')).split('\n');
  return /https?:\S+$/.exec(lines.findLast((line) => line.startsWith(`${seat} `)) ?? '')?.[0] ?? '';
}

const titled = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

test('a Persian speaker comes from the invitation to the table, and every step is in Persian', async ({
  platform,
  person,
}) => {
  // A tone that goes on, as the browser's own beeps are too short and rare to see a meter move by.
  const chair = await person({ tone: 440 });
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);
  const page = await (await anotherContext(chair, 'fa-IR')).newPage();
  const requests = requestsOf(page);
  const link = linkOf(platform, 'ir-1');

  await test.step('opening the link sends nothing and takes the secret away; loaded again, the page asks for it', async () => {
    await page.goto(link, { waitUntil: 'networkidle' });
    await titled(page, 'صندلی شما آماده است');
    expect(requests.entries).toEqual([]);
    const secret = secretIn(link);
    expect(secret).toHaveLength(43);
    const kept = async (): Promise<string[]> =>
      [page.url(), ...(await historyOf(page))].filter((url) => url.includes(secret));
    expect(await kept()).toEqual([]);
    await page.reload();
    await titled(page, 'لطفاً پیوند خود را یک بار دیگر باز کنید');
    await page.goto(link);
    await press(page, 'گشودن صندلی من');
    await titled(page, 'یک پیمان پیش از ورود');
    expect(requests.entries).toEqual(['POST']);
    expect(await kept()).toEqual([]);
    expect(requests.all.filter((url) => url.includes(secret) && new URL(url).hash === '')).toEqual([]);
  });

  await test.step('no text becomes markup or a script', async () => {
    const tried = (act: 'markup' | 'worker'): Promise<string> =>
      page.evaluate((what) => {
        try {
          if (what === 'markup') document.createElement('p').innerHTML = '<b>bold</b>';
          else new Worker('/assets/anything.js').terminate();
          return 'done';
        } catch (error) {
          return String(error);
        }
      }, act);
    expect(await tried('markup')).toContain('TrustedHTML');
    expect(await tried('worker')).toContain('TrustedScriptURL');
  });

  await test.step('who I am, where I sit, and the rule', async () => {
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const place = page.getByRole('region', { name: 'شما که هستید و کجا می‌نشینید' });
    for (const words of ['Leila Farahmand', 'ایران', 'Senior research fellow', 'شرکت‌کننده. می‌توانید سخن بگویید'])
      await expect(place).toContainText(words);
    await expect(page.getByText('بر پایهٔ قاعدهٔ چتم‌هاوس برگزار می‌شود')).toBeVisible();
    await expect(page.getByText(/جلسه ساعت [۰-۹]{2}:[۰-۹]{2} به وقت وین/)).toBeVisible();
  });

  await test.step('camera, microphone and loudspeaker', async () => {
    await press(page, 'آزمودن دوربین و میکروفون');
    const picture = page.getByLabel('تصویر دوربین شما');
    await expect.poll(() => picture.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
    const meter = page.getByRole('meter', { name: 'بلندی صدای میکروفون' });
    const levels = new Set<number>();
    const look = async (): Promise<number> =>
      levels.add(await meter.evaluate((bar: HTMLMeterElement) => bar.value)).size;
    await expect.poll(look, { intervals: [100], timeout: 15_000 }).toBeGreaterThan(2);
    await press(page, 'پخش صدای آزمایشی');
    await expect(page.getByRole('button', { name: 'اکنون باید دو نوا بشنوید.' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'پخش صدای آزمایشی' })).toBeVisible();
  });

  await test.step('who declines was never seen, and may think again', async () => {
    await press(page, 'نمی‌پذیرم و می‌روم');
    await titled(page, 'شما وارد نشدید');
    await expect(chair.getByRole('button', { name: 'Admit Leila Farahmand' })).toHaveCount(0);
    const moderator = await Attendee.enter(platform, 'co-moderator');
    const { members } = (await moderator.state()).roster;
    expect(members.filter(({ presence }) => presence.status !== 'invited')).toHaveLength(2);
    moderator.close();
    await press(page, 'گشودن صندلی من');
    await titled(page, 'یک پیمان پیش از ورود');
  });

  await test.step('through the lobby to the table', async () => {
    await press(page, 'می‌پذیرم و به اتاق انتظار می‌روم');
    await titled(page, 'شما در اتاق انتظار هستید');
    await admit(chair, 'Leila Farahmand');
    await expectInside(page);
    await titled(page, 'ابعاد منطقه‌ای روند صلح');
    await expect(page.locator('html[lang="fa"][dir="rtl"]')).toBeAttached();
    await expect(page.getByRole('banner')).toContainText(/[۰-۹]{2}:[۰-۹]{2}/);
    await expect(page.getByRole('banner')).toContainText(/۱۴[۰-۹]{2}/);
    await expect(page.getByRole('banner')).not.toContainText(/[0-9]/);
  });

  await test.step('calendar and language are switched, and stay so', async () => {
    await press(page, 'تنظیمات');
    await page.getByLabel('گاه‌شماری').selectOption('میلادی');
    await page.keyboard.press('Escape');
    const gregorian = /۲۰[۰-۹]{2}/;
    await expect(page.getByRole('banner')).toContainText(gregorian);
    await page.reload();
    await expect(page.getByRole('banner')).toContainText(gregorian);
    await press(page, 'تنظیمات');
    await page.getByLabel('زبان').selectOption('انگلیسی');
    await page.keyboard.press('Escape');
    for (const again of [true, false]) {
      await titled(page, 'Regional dimensions of the peace process');
      await expect(page.locator('html[lang="en"][dir="ltr"]')).toBeAttached();
      if (again) await page.reload();
    }
  });
});

test('a link opens one seat in one browser, as long as it is not replaced', async ({ platform, person }) => {
  const tab = await person();
  const waits = (page: Page): Promise<void> => titled(page, 'You are in the lobby');
  const isSeatOf = (page: Page, name: string): Promise<void> =>
    expect(page.getByRole('region', { name: 'Who you are and where you sit' })).toContainText(name);

  const neighbour = await tab.context().newPage();
  await test.step('two people sit at two tabs of one browser', async () => {
    await enterAs(tab, platform, 'af-1');
    await waits(tab);
    await enterAs(neighbour, platform, 'pk-1');
    await waits(neighbour);
    await tab.reload();
    await waits(tab);
    await isSeatOf(tab, 'Zarghuna Amin');
    await isSeatOf(neighbour, 'Asad Qureshi');
  });

  await test.step('in another browser the link is refused', async () => {
    const stranger = await (await anotherContext(tab)).newPage();
    await stranger.goto(linkOf(platform, 'af-1'));
    await press(stranger, 'Open my seat');
    await expect(stranger.getByText('This link was used already. The organisers have been told.')).toBeVisible();
    await press(stranger, 'Try again');
    await expect(stranger.getByText('This link was used already. The organisers have been told.')).toBeVisible();
    await waits(tab);
  });

  const again = await tab.context().newPage();
  await test.step('in its own browser it goes on', async () => {
    await again.goto(linkOf(platform, 'af-1'));
    await press(again, 'Open my seat');
    await waits(again);
    await isSeatOf(again, 'Zarghuna Amin');
    await expect(tab.getByText('You are in the meeting on another device or tab now.')).toBeVisible();
    await press(tab, 'Go on here');
    await waits(tab);
    await expect(again.getByText('You are in the meeting on another device or tab now.')).toBeVisible();
  });

  await test.step('replaced, it ends the session at once and for good', async () => {
    const fresh = await reissue(platform, 'af-1');
    await expect(tab.getByText('Your link was replaced by a new one.')).toBeVisible({ timeout: 5000 });
    await tab.reload();
    await expect(tab.getByText('Your session has ended.')).toBeVisible();
    await tab.goto(linkOf(platform, 'af-1'));
    await press(tab, 'Open my seat');
    await expect(tab.getByText('This link is not valid, or was replaced by a new one.')).toBeVisible();
    await tab.goto(fresh);
    await press(tab, 'Open my seat');
    await waits(tab);
    await isSeatOf(neighbour, 'Asad Qureshi');
    await waits(neighbour);
  });
});

test('who has no camera and no microphone, or withholds them, is told so, enters all the same and asks in writing', async ({
  platform,
  person,
}) => {
  const [chair, without, withheld] = await Promise.all([
    person(),
    person({ devices: 'missing' }),
    person({ devices: 'denied' }),
  ]);
  const guests = [
    {
      page: without,
      seat: 'de-1',
      name: 'Katrin Hollmann',
      told: ['No microphone was found.', 'No camera was found.'],
      question: 'Who would pay for the corridors?',
    },
    {
      page: withheld,
      seat: 'kg-1',
      name: 'Aibek Toktosunov',
      told: ['This browser may not use your microphone.', 'This browser may not use your camera.'],
      question: 'When could the first road open?',
    },
  ];
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);

  for (const { page, seat, name, told } of guests) {
    await test.step(`${name} tries the devices and enters`, async () => {
      await page.goto(linkOf(platform, seat));
      await press(page, 'Open my seat');
      await press(page, 'Try camera and microphone');
      for (const sentence of told) await expect(page.getByText(sentence)).toBeVisible();
      await expect(page.getByRole('meter')).toHaveCount(0);
      await press(page, 'I accept, enter the lobby');
      await admit(chair, name);
      await expectInside(page);
    });
  }

  await test.step('the meeting comes to its first questions', async () => {
    await press(chair, 'Open the meeting');
    await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
    for (const item of ['Opening', 'Keynote: a regional view', 'Questions, round 1'])
      await press(chair, `Start: ${item}`);
  });

  for (const { page, name, question } of guests) {
    await test.step(`${name} asks in writing`, async () => {
      await page.getByRole('tab', { name: /^Questions/ }).click();
      await page.getByRole('textbox', { name: 'Your question' }).fill(question);
      await press(page, 'Submit the question');
      await expect(chair.getByText(question).first()).toBeVisible();
    });
  }
});
