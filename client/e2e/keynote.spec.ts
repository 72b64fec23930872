import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { pdfOf } from '@track2/shared/testing';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expectGone, expectHeard, expectSilence } from './support/listening.ts';
import { expect, test as withPerson } from './support/people.ts';
import { Platform } from './support/platform.ts';
import { expectSending, keepSending } from './support/sending.ts';
import { expectSlide, upload } from './support/slides.ts';
import { everyForm, expectFlawless, showIn } from './support/sweeping.ts';

const example = fileURLToPath(new URL('../../examples/keynote-with-aide.json', import.meta.url));

const test = withPerson.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  platform: async ({}, use) => {
    const platform = await Platform.start({ meeting: example, at: new Date().toISOString() });
    await use(platform);
    await platform.close();
  },
});

const tones = { chair: 440, aide: 554, minister: 659, expert: 784 } as const;
const minister = 'Dilnoza Yusupova';
const aide = 'Rustam Alimov';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first();
const press = (page: Page, name: string | RegExp): Promise<void> => button(page, name).click();
const confirm = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name }).first().click();
const tab = (page: Page, name: RegExp): Promise<void> => page.getByRole('tab', { name }).click();
const backstageOf = (page: Page) => page.getByRole('region', { name: 'Backstage' });
const clockOf = (page: Page) => page.getByRole('region', { name: 'The floor' }).getByRole('timer');

/** A time of day in Vienna, where the example is held, so many minutes from now. */
const inVienna = (minutes: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Vienna' }).format(
    Date.now() + minutes * 60_000,
  );

type People = Record<keyof typeof tones, Page>;

/** The aide comes first: tries the devices, goes backstage and brings the slides. Then the meeting begins. */
async function prepare(people: People, platform: Platform): Promise<void> {
  const { chair, aide: early, expert } = people;
  await test.step('the aide enters before the minister, tests sound in the lobby and again backstage', async () => {
    await enterAs(chair, platform, 'chair');
    await expectInside(chair);
    await enterAs(early, platform, 'keynote+aide');
    await press(early, 'Try camera and microphone');
    await expect(early.getByText('We hear you well.')).toBeVisible();
    await admit(chair, aide);
    await expectInside(early);
    await press(early, 'Go backstage');
    await expect(early.getByRole('heading', { name: 'You are backstage' })).toBeVisible();
    await press(early, 'Test sound and picture');
    await press(early, 'Try camera and microphone');
    await expect(early.getByText('We hear you well.')).toBeVisible();
    await early.keyboard.press('Escape');
  });

  await test.step('the aide brings the slides, which nobody but the seat and the chair sees', async () => {
    await upload(early, { name: 'Rivers.pdf', bytes: pdfOf({ pages: 4 }) });
    await confirm(early, 'Done');
    await expect(button(early, /Rivers\.pdf/)).toBeVisible();
  });

  await test.step('the meeting begins without the minister', async () => {
    await enterAs(expert, platform, 'ir-1');
    await admit(chair, 'Leila Farahmand');
    await expectInside(expert);
    await press(chair, 'Open the meeting');
    await confirm(chair, 'Open the meeting');
    await press(chair, 'Start: Opening');
    await expect(expert.getByRole('button', { name: /Rivers\.pdf/ })).toHaveCount(0);
  });
}

/** The minister comes late and lands backstage; what is said there stays there. */
async function arriveBackstage({ chair, aide: early, minister: late, expert }: People, platform: Platform) {
  await test.step('the minister comes late, lands backstage, and is told who hears', async () => {
    await enterAs(late, platform, 'keynote');
    await admit(chair, minister);
    await expect(late.getByRole('heading', { name: 'You are backstage' })).toBeVisible({ timeout: 15_000 });
    await expect(late.getByText('The room cannot hear or see you. You hear the room.')).toBeVisible();
    await expect(late.getByText(`${aide} hears you here.`)).toBeVisible();
    await expect(late.getByText('The chair has not called you on stage yet.').first()).toBeVisible();
    await tab(expert, /^People/);
    await expect(backstageOf(expert)).toContainText(minister);
    await expect(backstageOf(expert)).toContainText(aide);
    await expect(backstageOf(expert).getByRole('button')).toHaveCount(0);
  });

  await test.step('backstage is without flaw, and a page that is opened anew is there again', async () => {
    for (const form of [everyForm.at(-1), everyForm[0]]) {
      if (form === undefined) continue;
      await showIn(late, form);
      await expect(late.getByRole('heading', { name: /^(You are backstage|شما پشت صحنه‌اید)$/ })).toBeVisible();
      await expectFlawless(late, 'backstage', form);
    }
  });

  await test.step('they hear each other, and the room hears nothing of it', async () => {
    await press(early, 'Microphone off');
    await expect(button(early, /^Heard backstage/)).toBeVisible();
    await expectHeard(late, tones.aide);
    await Promise.all([expectSilence(expert), expectSilence(chair), expectHeard(late, tones.aide)]);
    await press(early, /^Camera off/);
    await expect(button(early, /^Camera on/)).toBeVisible();
    await press(early, /^Heard backstage/);
    // This aide's client sends on all the same: the server has cut it.
    await expectSending(early);
    await expectGone(late, tones.aide);
  });

  await test.step('they hear the room, and a chair who comes to them is heard there and no longer in the room', async () => {
    await press(chair, 'Take a microphone');
    await Promise.all([expectHeard(expert, tones.chair), expectHeard(late, tones.chair)]);
    await press(chair, 'Go backstage');
    await expect(chair.getByRole('heading', { name: 'You are backstage' })).toBeVisible();
    await expectGone(expert, tones.chair);
    await press(chair, 'Microphone off');
    await expectHeard(late, tones.chair);
    await expectSilence(expert);
    await press(chair, 'Start: Keynote: rivers that we share');
    await press(chair, 'Go on stage');
    await expect(chair.getByRole('heading', { name: 'You are backstage' })).toHaveCount(0);
    await expectGone(late, tones.chair);
  });
}

/** Called by the chair and by own acts they come on stage, and one of the seat speaks at a time. */
async function goOnStage({ chair, aide: early, minister: late, expert }: People): Promise<void> {
  await test.step('an introduction stands on the stage until the keynote begins', async () => {
    await press(chair, 'Edit the introduction');
    await chair.getByRole('textbox', { name: 'In English' }).fill('She negotiated the water agreements.');
    await confirm(chair, 'Save');
    await expect(expert.getByRole('region', { name: 'Introduction' })).toContainText('She negotiated');
  });

  await test.step('the chair calls, and the speaker comes by an own act', async () => {
    await press(chair, `Call ${minister} on stage`);
    await expect(late.getByRole('heading', { name: 'The chair calls you on stage' })).toBeVisible();
    await expect(late.locator('#live-assertive')).toContainText('The chair calls you on stage.');
    // The item has brought its own panel forward.
    await tab(expert, /^People/);
    await expect(backstageOf(expert)).toContainText('Backstage, called on stage');
    await press(late, 'Go on stage');
    await expect(late.getByRole('heading', { name: 'backstage' })).toHaveCount(0);
    await press(chair, `Call ${aide} on stage`);
    await press(early, 'Go on stage');
    await expect(backstageOf(expert)).toHaveCount(0);
  });

  await test.step('the aide begins, and one press hands the floor to the minister', async () => {
    await press(chair, `Give the floor to ${minister}`);
    await press(early, /^You are called/);
    await expectHeard(expert, tones.aide);
    await expect(expert.getByRole('region', { name: 'Introduction' })).toHaveCount(0);
    await press(early, `Hand over to ${minister}`);
    await expectSilence(expert);
    await press(late, /^Open my microphone/);
    await expectHeard(expert, tones.minister);
    await expect(button(early, `Take over from ${minister}`)).toBeVisible();
  });
}

/** The pages in three browsers; a cue; the clocks. */
async function present({ chair, aide: early, minister: late, expert }: People): Promise<void> {
  await test.step('slides go page by page in three browsers, and the aide takes the pages over', async () => {
    await press(chair, 'Show the stage');
    await press(late, 'Present Rivers.pdf');
    await Promise.all([chair, late, expert].map((page) => expectSlide(page, 1)));
    await press(late, 'Next page');
    await Promise.all([chair, late, expert].map((page) => expectSlide(page, 2)));
    await press(early, 'Ask to turn the pages');
    await press(late, `Hand over the pages to ${aide}`);
    // Before that a press turns the page for oneself alone.
    await expect(early.getByText('You turn the pages')).toBeVisible();
    await press(early, 'Next page');
    await Promise.all([chair, late, expert].map((page) => expectSlide(page, 3)));
    await press(chair, 'Chair’s console');
  });

  await test.step('a cue is read by the speaker alone, acknowledged with one key, and the chair sees it', async () => {
    await press(chair, `Wrap up: cue to ${minister}`);
    const cue = (page: Page) => page.getByRole('list', { name: 'Cues from the chair' });
    await expect(cue(late)).toContainText('Please wrap up');
    await late.keyboard.press('KeyK');
    await expect(cue(late)).toHaveCount(0);
    await expect(button(chair, `Wrap up: cue to ${minister}`)).toContainText('Seen');
    await expect(expert.getByText('wrap up')).toHaveCount(0);
  });

  await test.step('a hard stop three minutes ahead warns all', async () => {
    await press(chair, 'Edit the agenda');
    await press(chair, 'Add a hard stop');
    const time = inVienna(3);
    await chair.getByRole('textbox', { name: 'Time of day, Vienna time' }).fill(time);
    await chair.getByRole('textbox', { name: 'What happens then, in English' }).fill('The minister leaves');
    await confirm(chair, 'Add');
    for (const page of [chair, late, expert])
      await expect(page.getByText(/^In [12]:\d\d, at \d\d:\d\d:$/).first()).toBeVisible();
    await press(chair, 'Done editing');
  });

  await test.step('overtime counts up for the speaker and the chair, and for everyone once the chair shows it', async () => {
    await chair.getByRole('textbox', { name: /Speaking time in minutes/ }).fill('1');
    await press(chair, 'Set the time');
    await press(chair, `−1 min: ${minister}`);
    await expect(clockOf(late)).toHaveText(/^\+\d:\d\d$/);
    await expect(clockOf(early)).toHaveText(/^\+\d:\d\d$/);
    await expect(chair.getByRole('timer').first()).toHaveText(/^\+\d:\d\d$/);
    await expect(clockOf(expert)).toHaveCount(0);
    await press(chair, 'Show it to everyone');
    await expect(clockOf(expert)).toHaveText(/^\+\d:\d\d$/);
  });

  await test.step('a question in between: both turns are seen, and the clock of the speaker stands', async () => {
    await press(chair, `Interrupt: ${minister}`);
    await confirm(chair, 'Call Leila Farahmand');
    await press(expert, /^You are called/);
    await expectHeard(late, tones.expert);
    await expect(clockOf(expert)).toHaveCount(2);
    const others = late.getByRole('list', { name: 'Also on the floor' });
    await expect(others).toContainText(minister);
    const stands = await others.getByRole('timer').textContent();
    await late.waitForTimeout(2200);
    expect(await others.getByRole('timer').textContent()).toBe(stands);
    await press(expert, 'End my turn');
    await expect.poll(() => clockOf(late).first().textContent()).not.toBe(stands);
  });
}

test('an aide prepares, the minister comes late, and the keynote is held with its slides, cue and clocks', async ({
  platform,
  person,
}) => {
  test.setTimeout(420_000);
  const timezone = 'Europe/Vienna';
  const [chair, early, late, expert] = await Promise.all([
    person({ tone: tones.chair, timezone }),
    person({ tone: tones.aide, timezone, init: keepSending }),
    person({ tone: tones.minister, timezone }),
    person({ tone: tones.expert, timezone }),
  ]);
  const people: People = { chair, aide: early, minister: late, expert };
  await prepare(people, platform);
  await arriveBackstage(people, platform);
  await goOnStage(people);
  await present(people);
});
