import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { longName, writeFullHouse } from './support/fullHouse.ts';
import { expect, test } from './support/people.ts';
import { Platform } from './support/platform.ts';
import { everyForm, expectFlawless, type Form, showIn } from './support/sweeping.ts';

// Each takes a quarter of this when the machine has nothing else to do.
test.setTimeout(120_000);

/** The convener's link of the first start, opened. */
async function enterDesk(page: Page, platform: Platform): Promise<void> {
  await page.goto(platform.links.get('convener') ?? '');
  await page.getByRole('button', { name: /^(Open my seat|گشودن صندلی من)$/ }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
}

const logo = {
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'),
};

const hostile = {
  ...logo,
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script></svg>'),
};

const choose = async (page: Page, menu: string, entry: string): Promise<void> => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/not saved yet/)).toHaveCount(0);
};

test('a convener goes from the first link to a meeting of a series, and hands out a link that opens', async ({
  platform,
  person,
}) => {
  const page = await person({ timezone: 'Europe/Oslo' });
  await enterDesk(page, platform);

  await test.step('a series with an organisation and its logo; a hostile one is turned down', async () => {
    await page.getByRole('link', { name: 'New series' }).click();
    await page.getByLabel('Title in English').fill('Neighbours and Partners');
    await page.getByLabel('Name in English').fill('Hindu Kush Dialogue Society');
    await page.locator('input[type="file"]').setInputFiles(hostile);
    await page.getByRole('button', { name: 'Make the series' }).click();
    await expect(page.getByRole('region', { name: 'Notices' }).getByText(/cannot be shown safely/)).toBeVisible();
    // The series is made all the same, and its own page comes next.
    await expect(page.getByRole('heading', { name: 'The series', exact: true })).toBeVisible();
    await page.locator('input[type="file"]').setInputFiles(logo);
    await page.getByRole('button', { name: 'Save the series' }).click();
    await expect(page.getByRole('navigation').locator('img')).toHaveJSProperty('naturalWidth', 150);
  });

  await test.step('a meeting from a template, by the clock of another place', async () => {
    await page.getByRole('link', { name: 'New meeting' }).click();
    await page.getByLabel('Title in English').fill('Economy and transit');
    await page.getByLabel('Day').fill('2031-05-28');
    await page.getByLabel('Start, by the clock').fill('15:00');
    await page.getByLabel('The meeting’s clock').selectOption('Asia/Kabul');
    await expect(page.getByText('28 May 2031, 15:00 in Kabul. For you in Oslo 28 May 2031, 12:30.')).toBeVisible();
    await page.getByRole('button', { name: 'Make the meeting' }).click();
    await expect(page.getByRole('heading', { name: 'Economy and transit', level: 1 })).toBeVisible();
  });

  await test.step('agenda and seats are edited in one draft, which outlives nothing but its saving', async () => {
    await page.getByLabel('Minutes: Opening').fill('20');
    await expect(page.getByText('Ends 17:20.')).toBeVisible();
    await choose(page, 'More on: Keynote', 'Move up');
    await page.getByRole('button', { name: 'Add a seat' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Delegation', { exact: true }).selectOption({ label: 'A new delegation' });
    await form.getByLabel('Name of the delegation in English').fill('Norway');
    await form.getByLabel('Name', { exact: true }).fill('Ingrid Solheim');
    await form.getByLabel('E-mail').fill('no address');
    await form.getByRole('button', { name: 'Done' }).click();
    await expect(form.getByText(/This is no e-mail address/)).toBeVisible();
    await form.getByLabel('E-mail').fill('ingrid@example.org');
    await form.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('4 changes are not saved yet.')).toBeVisible();
    await expect(page.getByText('New, save first')).toBeVisible();
    await save(page);
    await page.reload();
    await expect(page.getByLabel('Minutes: Opening')).toHaveValue('20');
    await expect(page.getByRole('row', { name: /Norway Ingrid Solheim/ })).toBeVisible();
  });

  await test.step('the link that is handed out opens the seat, once', async () => {
    await page.getByRole('button', { name: 'Hand out the link of Ingrid Solheim' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
    const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
    await expect(dialog.getByLabel('Message')).toHaveValue(new RegExp(link.slice(-43)));
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('row', { name: /Ingrid Solheim .*Handed out/ })).toBeVisible();
    const guest = await person();
    await guest.goto(link);
    await guest.getByRole('button', { name: 'Open my seat' }).click();
    await expect(guest.getByText('Ingrid Solheim').first()).toBeVisible();
    await expect(page.getByRole('row', { name: /Ingrid Solheim .*Opened/ })).toBeVisible({ timeout: 30_000 });
    await choose(page, 'More for Ingrid Solheim', 'Revoke the link');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expect(page.getByRole('row', { name: /Ingrid Solheim .*Revoked/ })).toBeVisible();
  });
});

test('of two who change one meeting, the second keeps what was typed and sees what the first has saved', async ({
  platform,
  person,
}) => {
  const first = await person();
  await enterDesk(first, platform);
  await first
    .getByRole('link', { name: /Regional dimensions/ })
    .first()
    .click();
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.getByLabel('Minutes: Opening').fill('12');
  await first.getByLabel(/Minutes: Keynote/).fill('30');
  await save(first);
  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByRole('heading', { name: 'Changed meanwhile' })).toBeVisible();
  await expect(second.getByText('Item changed: Keynote: a regional view')).toBeVisible();
  await second.getByRole('button', { name: 'Load the new state, keep my changes' }).click();
  await expect(second.getByLabel(/Minutes: Keynote/)).toHaveValue('30');
  await expect(second.getByLabel('Minutes: Opening')).toHaveValue('12');
  await save(second);
  await second.reload();
  await expect(second.getByLabel(/Minutes: Keynote/)).toHaveValue('30');
  await expect(second.getByLabel('Minutes: Opening')).toHaveValue('12');
});

test('a second convener comes in by link, and goes when the access ends', async ({ platform, person }) => {
  const first = await person();
  await enterDesk(first, platform);
  await first.getByRole('link', { name: 'Conveners' }).click();
  await first.getByLabel('Name of the new convener').fill('Anna Berg');
  await first.getByRole('button', { name: 'Make a link' }).click();
  const link = await first.getByRole('dialog').getByLabel('Link', { exact: true }).inputValue();
  await first.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  const second = await person();
  await second.goto(link);
  await second.getByRole('button', { name: 'Open my seat' }).click();
  await expect(second.getByRole('heading', { name: 'Convener’s desk' })).toBeVisible();
  await first.getByRole('button', { name: 'End access of Anna Berg' }).click();
  await first.getByRole('dialog').getByRole('button', { name: 'End access' }).click();
  await expect(first.getByText('Anna Berg')).toHaveCount(0);
  await second.reload();
  await expect(second.getByText('Convener’s desk')).toHaveCount(0);
});

const crowded = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  platform: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'track2-house-'));
    const platform = await Platform.start({ meeting: await writeFullHouse(folder) });
    await use(platform);
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  },
});

/** Each language in each size, half of them in the dark. */
const forms: readonly Form[] = everyForm.filter(
  ({ theme, language, size }) => (theme === 'dark') === ((language === 'en') === (size === 'desk')),
);

const pages = [
  { what: 'the overview', search: '' },
  { what: 'a new series', search: '?new=series' },
  { what: 'a new meeting', search: '?new=meeting' },
  { what: 'the conveners', search: '?conveners' },
] as const;

/** Forms that open in front of the page, by the buttons that open them. */
const dialogs = [
  { what: 'the form of a seat', button: /^(Add a seat|افزودن صندلی)$/ },
  { what: 'the form of an item', button: /^(Add an item|افزودن بند)$/ },
] as const;

crowded(
  'every page of the desk is without flaw in both languages and sizes, with sixty long names',
  async ({ platform, person }) => {
    crowded.setTimeout(240_000);
    const page = await person();
    await enterDesk(page, platform);
    const address = await page.locator('main a[href*="meeting="]').first().getAttribute('href');
    const open = async (path: string): Promise<void> => {
      await page.goto(new URL(path, platform.url).href);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    };
    for (const form of forms) {
      await showIn(page, form);
      for (const { what, search } of pages) {
        await open(`/convener${search}`);
        await expectFlawless(page, what, form);
      }
      await open(address ?? '');
      await expect(page.getByText(longName(4)).first()).toBeVisible();
      await expectFlawless(page, 'agenda and seats', form);
      for (const { what, button } of dialogs) {
        await page.getByRole('button', { name: button }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectFlawless(page, what, form);
        await page.keyboard.press('Escape');
      }
      for (const tab of [1, 2]) {
        await page.getByRole('tab').nth(tab).click();
        await expectFlawless(page, `part ${tab} of the plan`, form);
      }
    }
  },
);
