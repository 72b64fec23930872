import type { Page } from '@playwright/test';
import { expectNoScreen, expectScreen, openDeck, pickedTitle } from './support/decks.ts';
import { enterAs, expectInside } from './support/entering.ts';
import { expectGone, expectHeard } from './support/listening.ts';
import { expect, test } from './support/people.ts';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
const control = (page: Page, name: RegExp) => page.getByRole('contentinfo').getByRole('button', { name });

const notice = (page: Page, words: string) => page.getByRole('region', { name: 'Notices' }).getByText(words);

/** The minister asks, the chair allows, and the minister chooses the tab. */
async function askAndShow(minister: Page, chair: Page): Promise<void> {
  await press(minister, /^Ask to show my screen/);
  await press(chair, 'Allow the screen: Farid Nurzai');
  await press(minister, /^Show my screen/);
}

// To choose a tab takes a browser that has tabs.
test.use({ wholeBrowser: true });

test('a screen is asked for, seen once it is allowed and shown, changed without a gap, and stopped from each side', async ({
  platform,
  person,
}) => {
  test.setTimeout(120_000);
  const [chair, minister, expert] = await Promise.all([person(), person({ shows: pickedTitle }), person()]);
  await Promise.all([
    enterAs(chair, platform, 'chair'),
    enterAs(minister, platform, 'keynote'),
    enterAs(expert, platform, 'ir-1'),
  ]);
  await press(chair, 'Admit Farid Nurzai');
  await press(chair, 'Admit Leila Farahmand');
  await expectInside(expert);
  await press(chair, 'Open the meeting');
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await press(chair, 'Start: Opening');
  await press(chair, 'Start: Keynote: a regional view');
  await press(chair, 'Give the floor to Farid Nurzai');
  await press(minister, /^You are called. Take the floor/);
  // Only the tab is to be heard.
  await press(minister, /^Microphone on/);

  const red = await openDeck(minister, platform.url, 'red', 659);

  await test.step('asked for, put off, asked for again, allowed: nothing is seen before it is shown', async () => {
    await press(minister, /^Ask to show my screen/);
    await expect(chair.getByText('Farid Nurzai asks to show a screen.').first()).toBeVisible();
    await expectNoScreen(expert);
    await press(chair, 'Not now: Farid Nurzai');
    await expect(notice(minister, 'The chair does not want a screen now.')).toBeVisible();
    await press(minister, /^Ask to show my screen/);
    await press(minister, /^Screen asked for/);
    await expect(control(minister, /^Ask to show my screen/)).toBeVisible();
    await press(minister, /^Ask to show my screen/);
    await press(chair, 'Allow the screen: Farid Nurzai');
    await expect(notice(minister, 'You may show your screen.')).toBeVisible();
    await expectNoScreen(expert);
    await expectGone(expert, 659);
  });

  await test.step('shown with the sound of its tab, then another tab in its place on the same track', async () => {
    await press(minister, /^Show my screen/);
    const track = await expectScreen(expert, 'red');
    await expectHeard(expert, 659);
    await expect(chair.getByText('Farid Nurzai shows a screen.').first()).toBeVisible();
    await openDeck(minister, platform.url, 'blue', 784);
    await press(minister, 'Show something else');
    expect(await expectScreen(expert, 'blue')).toBe(track);
    await expectHeard(expert, 784);
    await red.close();
    expect(await expectScreen(expert, 'blue')).toBe(track);
  });

  await test.step('stopped by who shows it, and shown again under the same leave', async () => {
    await press(minister, /^Stop showing my screen/);
    await expectNoScreen(expert);
    await press(minister, /^Show my screen/);
    await expectScreen(expert, 'blue');
  });

  await test.step('stopped by the chair in mid-show, with a sentence', async () => {
    await press(chair, 'Stop the screen: Farid Nurzai');
    await expect(notice(minister, 'The chair has ended your screen. Nobody sees it any more.')).toBeVisible();
    await expectNoScreen(expert);
    await expectNoScreen(minister);
    await expectGone(expert, 784);
    await expect(control(minister, /^Ask to show my screen/)).toBeVisible();
  });

  await test.step('ended by the browser, when the tab that is shown goes', async () => {
    await askAndShow(minister, chair);
    await expectScreen(expert, 'blue');
    const [blue] = (
      await Promise.all(
        minister
          .context()
          .pages()
          .map(async (page) => ({ page, title: await page.title() })),
      )
    ).filter(({ title }) => title === pickedTitle);
    await blue?.page.close();
    await expectNoScreen(expert);
    await expect(control(minister, /^Show my screen/)).toBeVisible();
  });

  await test.step('gone with the turn', async () => {
    await openDeck(minister, platform.url, 'red', 932);
    await press(minister, /^Show my screen/);
    await expectScreen(expert, 'red');
    await press(minister, /^End my turn/);
    await expectNoScreen(expert);
    await expectNoScreen(minister);
    await expectGone(expert, 932);
  });
});
