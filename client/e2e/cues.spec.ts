import type { Page } from '@playwright/test';
import { pdfOf } from '@track2/shared/testing';
import { Attendee } from './support/crowd.ts';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expect, test } from './support/people.ts';
import { expectSlide, upload } from './support/slides.ts';

const wrapUp = 'لطفاً سخن خود را جمع‌بندی کنید';
const slower = 'لطفاً آهسته‌تر، تا مترجمان برسند';
const nextSlide = 'لطفاً اسلاید بعدی';
const twoMinutes = 'دو دقیقه مانده است';

/** The chair sends a cue with one press. */
const sendCue = (chair: Page, cue: string): Promise<void> =>
  chair.getByRole('button', { name: `${cue}: cue to Farid Nurzai` }).click();
const button = (chair: Page, cue: string) => chair.getByRole('button', { name: `${cue}: cue to Farid Nurzai` });

/** The cues as a Persian speaker has them on the screen, in the page or in the small window. */
const cuesOf = (page: Page) => page.getByRole('list', { name: 'پیام‌های رئیس جلسه' });

/** A Persian keyboard: the key at the place of K writes another letter. */
const pressPersianK = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', key: 'ن', bubbles: true, cancelable: true }));
  });

/** What a person would see at the middle of the cue: nothing may lie over it. */
const isOnTop = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const lists = document.querySelectorAll('ul[aria-label="پیام‌های رئیس جلسه"] strong');
    return [...lists].some((cue) => {
      const { x, y, width, height } = cue.getBoundingClientRect();
      return cue.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  });

/** A browser without a window that stays in front, as most are. */
const withoutSmallWindow = (): void => {
  Object.defineProperty(window, 'documentPictureInPicture', { value: undefined });
};

// The small window in front of all others is one of the browser that people have.
test.use({ wholeBrowser: true });

test('a cue of the chair is read by the speaker in Persian, acknowledged with one key, and seen to be', async ({
  platform,
  person,
}) => {
  test.setTimeout(120_000); // three browsers on two cores that others use too
  const phone = { viewport: { width: 390, height: 844 }, init: withoutSmallWindow };
  const [chair, minister, aide] = await Promise.all([person(), person({ language: 'fa' }), person(phone)]);
  await Promise.all([
    enterAs(chair, platform, 'chair'),
    enterAs(minister, platform, 'keynote'),
    enterAs(aide, platform, 'keynote+aide'),
  ]);
  await admit(chair, 'Farid Nurzai');
  await admit(chair, 'Yusuf Karimi');
  await Promise.all([expectInside(minister), expectInside(aide)]);
  await chair.getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('button', { name: 'Start: Opening' }).first().click();
  await chair.getByRole('button', { name: 'Start: Keynote: a regional view' }).first().click();
  await expect(chair.getByText('Cues go to whoever speaks. Nobody speaks now.')).toBeVisible();
  await chair.getByRole('button', { name: 'Give the floor to Farid Nurzai' }).click();
  await minister.getByRole('button', { name: 'نوبت شماست؛ سخن را آغاز کنید' }).click();

  await test.step('one press, read in the own language and read out; one key by position', async () => {
    await sendCue(chair, 'Wrap up');
    await expect(cuesOf(minister)).toContainText(wrapUp);
    await expect(minister.locator('#live-assertive')).toContainText(wrapUp);
    await expect(aide.getByRole('list', { name: 'Cues from the chair' })).toContainText('Please wrap up');
    await expect(button(chair, 'Wrap up')).toContainText('Sent');
    await pressPersianK(minister);
    await expect(cuesOf(minister)).toHaveCount(0);
    await expect(aide.getByRole('list', { name: 'Cues from the chair' })).toHaveCount(0);
    await expect(button(chair, 'Wrap up')).toContainText('Seen');
    await expect(chair.getByRole('list', { name: 'Latest cues' })).toHaveText(
      /^Wrap up sent \d\d:\d\d:\d\d · seen \d\d:\d\d:\d\d$/,
    );
  });

  await test.step('several stack, a kind once; the key answers the latest, and none while typing', async () => {
    await sendCue(chair, 'Slower');
    await sendCue(chair, '2 minutes');
    await chair.keyboard.press('4');
    await expect(cuesOf(minister).getByRole('listitem')).toHaveText([
      new RegExp(`${slower}.*۲ بار`),
      new RegExp(twoMinutes),
    ]);
    await minister.getByRole('tab', { name: /^پرسش/ }).click();
    const question = minister.getByRole('textbox', { name: 'پرسش شما' });
    await question.focus();
    await minister.keyboard.press('KeyK');
    await expect(question).toHaveValue('k');
    await expect(cuesOf(minister).getByRole('listitem')).toHaveCount(2);
    await question.fill('');
    await question.blur();
    await minister.keyboard.press('KeyK');
    await expect(cuesOf(minister).getByRole('listitem')).toHaveText([new RegExp(twoMinutes)]);
    await expect(button(chair, 'Slower')).toContainText('Seen');
    await expect(button(chair, '2 minutes')).toContainText('Sent');
    await aide.getByRole('button', { name: 'Understood: Two minutes left' }).click();
    await expect(cuesOf(minister)).toHaveCount(0);
  });

  await test.step('over slides that fill the screen', async () => {
    await upload(minister, { name: 'Regional view.pdf', bytes: pdfOf({ pages: 3 }) }, { language: 'fa' });
    await minister.getByRole('dialog').getByRole('button', { name: 'پایان' }).click();
    const moderator = await Attendee.enter(platform, 'co-moderator');
    const [file] = (await moderator.state()).documents.documents;
    await moderator.send({ type: 'slides.present', document: file?.id ?? '' });
    await expectSlide(minister, 1, 'fa');
    await minister.getByRole('button', { name: 'تمام‌صفحه' }).click();
    await expect.poll(() => minister.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await sendCue(chair, 'Next slide');
    await expect(cuesOf(minister).last()).toContainText(nextSlide);
    expect(await isOnTop(minister)).toBe(true);
    await minister.keyboard.press('KeyK');
    await expect(cuesOf(minister)).toHaveCount(0);
    await expect(button(chair, 'Next slide')).toContainText('Seen');
    await minister.keyboard.press('Escape');
    await minister.evaluate(() => document.exitFullscreen().catch(() => undefined));
    moderator.close();
  });

  await test.step('in a small window in front of everything, which goes with the turn', async () => {
    const opened = minister.context().waitForEvent('page');
    await minister.getByRole('button', { name: 'پنجرهٔ کوچک با ساعت و پیام‌ها' }).click();
    const small = await opened;
    await expect(small.locator('html[lang="fa"][dir="rtl"]')).toBeAttached();
    await expect(small.getByRole('timer')).toHaveText(/^[۰-۹]+:[۰-۹]{2}$/);
    await expect(small.getByText('پرسش‌ها، دور نخست')).toBeVisible();
    await sendCue(chair, '5 minutes');
    await sendCue(chair, 'Slower');
    await expect(cuesOf(small).getByRole('listitem')).toHaveText([new RegExp(slower), /پنج دقیقه مانده است/]);
    expect(await cuesOf(small).evaluate((list) => getComputedStyle(list).backgroundColor)).toBe('rgb(242, 173, 46)');
    await small.keyboard.press('KeyK');
    await expect(button(chair, 'Slower')).toContainText('Seen');
    await small.getByRole('button', { name: 'دریافت شد: پنج دقیقه مانده است' }).click();
    await expect(button(chair, '5 minutes')).toContainText('Seen');
    await expect(small.getByText('پیامی نیست. پیام‌ها اینجا پدیدار می‌شوند.')).toBeVisible();
    await expect(aide.getByRole('button', { name: 'Small window with clock and cues' })).toHaveAccessibleDescription(
      /This browser has no window that stays in front\. Keep the page of the meeting in sight/,
    );
    await chair.keyboard.press('e');
    await expect.poll(() => small.isClosed()).toBe(true);
  });
});
