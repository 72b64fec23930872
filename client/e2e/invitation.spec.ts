import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectInside } from './support/entering.ts';
import { Mailbox } from './support/mailbox.ts';
import { expect, test as withPerson } from './support/people.ts';
import { Platform } from './support/platform.ts';

const example = fileURLToPath(new URL('../../examples/2020-05-28-regional-dimensions.json', import.meta.url));

/** The platform with a real mail server beside it, and a start far enough away for a calendar. */
const test = withPerson.extend<{ mailbox: Mailbox }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  mailbox: async ({}, use) => {
    const mailbox = await Mailbox.open();
    await use(mailbox);
    await mailbox.close();
  },
  platform: async ({ mailbox }, use) => {
    const platform = await Platform.start({ env: mailbox.env, meeting: example, at: '2030-05-28T10:30:00Z' });
    await use(platform);
    await platform.close();
  },
});

test.setTimeout(180_000);

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
const titled = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

const guests = [
  { name: 'Leila Farahmand', address: 'leila@example.org' },
  { name: 'Ingrid Bjørndal', address: 'ingrid@example.org' },
];

/** Words before a name, which stands between marks that keep its letters from mixing with them. */
const about = (words: string, name: string): RegExp => new RegExp(`^${words} .?${name}.?$`);

/** Gives a person of the plan an address, and the invitation its language. */
async function address(desk: Page, { name, address: to }: (typeof guests)[number]): Promise<void> {
  await press(desk, about('کارهای دیگر برای', name));
  await desk.getByRole('menuitem', { name: 'تغییر صندلی' }).click();
  const form = desk.getByRole('dialog');
  await form.getByLabel('رایانامه برای دعوت').fill(to);
  await form.getByLabel('زبان دعوت').selectOption('fa');
  await form.getByRole('button', { name: 'انجام شد' }).click();
  await expect(form).toHaveCount(0);
}

/** Every address that going back could lead to. */
async function historyOf(page: Page): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  return entries.map(({ url }) => url);
}

test('from the desk by mail to the lobby and the table, in Persian; used twice, and declined', async ({
  platform,
  mailbox,
  person,
}) => {
  const [desk, chair, guest, stranger] = await Promise.all([
    person({ language: 'fa' }),
    person({ language: 'fa' }),
    person({ language: 'fa', viewport: { width: 390, height: 844 } }),
    person({ language: 'fa' }),
  ]);

  await test.step('the convener gives two people their addresses, and sends their invitations', async () => {
    await desk.goto(platform.links.get('convener') ?? '');
    await press(desk, /^گشودن/);
    await desk
      .getByRole('link', { name: /ابعاد منطقه‌ای روند صلح/ })
      .first()
      .click();
    for (const who of guests) await address(desk, who);
    await press(desk, 'ذخیره');
    await expect(desk.getByText('ذخیره شد.')).toBeVisible();
    // They were given links as the meeting was loaded: new ones end those.
    for (const { name } of guests) {
      await press(desk, about('کارهای دیگر برای', name));
      await desk.getByRole('menuitem', { name: 'فرستادن پیوند تازه با رایانامه' }).click();
      await desk.getByRole('dialog').getByRole('button', { name: 'صدور پیوند تازه' }).click();
      await expect(desk.getByRole('dialog')).toHaveCount(0);
    }
    await expect.poll(() => mailbox.letters.length).toBe(guests.length);
    await expect(desk.getByRole('row').filter({ hasText: 'Leila Farahmand' })).toContainText('فرستاده‌شده در');
  });

  const [letter] = mailbox.lettersTo('leila@example.org');
  const link = letter?.link ?? '';
  const secret = new URL(link).hash.slice(1);

  await test.step('the letter is in Persian, and its calendar has no secret', async () => {
    expect(secret).toHaveLength(43);
    expect(letter?.subject).toContain('ابعاد منطقه‌ای روند صلح');
    expect(letter?.html).toContain('dir="rtl"');
    expect(letter?.calendar).toContain('DTSTART:20300528T103000Z');
    expect(letter?.calendar).not.toContain(secret);
  });

  await test.step('the guest opens the link on a phone, tests, accepts and is admitted', async () => {
    await guest.goto(link);
    await press(guest, 'گشودن صندلی من');
    await titled(guest, 'یک پیمان پیش از ورود');
    expect([guest.url(), ...(await historyOf(guest))].filter((url) => url.includes(secret))).toEqual([]);
    await press(guest, /^می‌پذیرم/);
    await titled(guest, 'شما در اتاق انتظار هستید');
    await chair.goto(platform.links.get('chair') ?? '');
    await press(chair, 'گشودن صندلی من');
    await press(chair, /^می‌پذیرم/);
    await expectInside(chair);
    await press(chair, about('پذیرش', 'Leila Farahmand'));
    await expectInside(guest);
  });

  await test.step('the same link elsewhere lets nobody in, and all who are concerned are told', async () => {
    await stranger.goto(link);
    await press(stranger, 'گشودن صندلی من');
    await expect(stranger.getByRole('main')).toContainText('این پیوند پیش‌تر به کار رفته است');
    await expect(stranger.getByRole('contentinfo')).toHaveCount(0);
    await expect(chair.getByText('پیوندهایی که در جای دیگری هم باز شده است').first()).toBeVisible();
    await expectInside(guest);
    // Opened again where it was used first, it goes on.
    await guest.goto(link);
    await press(guest, 'گشودن صندلی من');
    await expectInside(guest);
    await desk.reload();
    await expect(desk.getByText(/پیوند .?Leila Farahmand.? در دستگاه دومی باز شد/)).toBeVisible();
  });

  await test.step('another device comes in once the chair has allowed it', async () => {
    await press(chair, /^اجازهٔ یک دستگاه دیگر/);
    await stranger.goto(link);
    await press(stranger, 'گشودن صندلی من');
    await expectInside(stranger);
    await expect(guest.getByRole('contentinfo')).toHaveCount(0);
  });

  await test.step('who declines the rule has not entered, and the convener reads it', async () => {
    const other = await person({ language: 'fa' });
    await other.goto(mailbox.lettersTo('ingrid@example.org')[0]?.link ?? '');
    await press(other, 'گشودن صندلی من');
    await press(other, 'نمی‌پذیرم و می‌روم');
    await titled(other, 'شما وارد نشدید');
    await desk.reload();
    await expect(desk.getByText(/Ingrid Bjørndal.? قاعده را نپذیرفت و وارد نشده است/)).toBeVisible();
  });
});
