import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectPushed } from './support/agenda.ts';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expectHeard, expectSilence } from './support/listening.ts';
import { expect, test as withPerson } from './support/people.ts';
import { Platform } from './support/platform.ts';

const example = fileURLToPath(new URL('../../examples/2020-05-28-regional-dimensions.json', import.meta.url));

/** The example, planned to begin now, so that plan and course begin together. */
const test = withPerson.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  platform: async ({}, use) => {
    const platform = await Platform.start({ meeting: example, at: new Date().toISOString() });
    await use(platform);
    await platform.close();
  },
});

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
const confirm = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name }).first().click();
const agendaOf = (page: Page) => page.getByRole('region', { name: /^(Agenda|دستور کار)$/ });

/** A time of day on the clocks of Vienna, where the example is held, so many minutes from now. */
const inVienna = (minutes: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Vienna' }).format(
    Date.now() + minutes * 60_000,
  );

/** The projected end as a page shows it. */
async function endOf(page: Page): Promise<string> {
  const line = await agendaOf(page).getByRole('paragraph').filter({ hasText: 'Projected end' }).textContent();
  return /\d\d:\d\d/.exec(line ?? '')?.[0] ?? 'no end';
}

/** The chair, with the agenda open for editing, an expert, and an expert who reads Persian, in their own time zones. */
async function begin(
  platform: Platform,
  person: (options?: object) => Promise<Page>,
): Promise<{ chair: Page; iran: Page; germany: Page }> {
  const [chair, iran, germany] = await Promise.all([
    person({ tone: 440, timezone: 'Europe/Vienna' }),
    person({ tone: 659, timezone: 'Asia/Tehran', language: 'fa' }),
    person({ tone: 784, timezone: 'Europe/Vienna' }),
  ]);
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);
  await enterAs(iran, platform, 'ir-1');
  await enterAs(germany, platform, 'de-1');
  for (const name of ['Leila Farahmand', 'Katrin Hollmann']) await admit(chair, name);
  for (const page of [iran, germany]) await expectInside(page);
  await press(chair, 'Open the meeting');
  await confirm(chair, 'Open the meeting');
  await press(chair, 'Start: Opening');
  await press(chair, 'Edit the agenda');
  return { chair, iran, germany };
}

test('the chair edits the agenda, and all see it within a second, in their own language and time', async ({
  platform,
  person,
}) => {
  test.setTimeout(180_000);
  const { chair, iran, germany } = await begin(platform, person);
  const took: number[] = [];
  const pushed = async (
    name: string,
    inEnglish: RegExp,
    inPersian: RegExp,
    act: () => Promise<void>,
  ): Promise<void> => {
    await test.step(name, async () => {
      const sights = [
        { page: germany, shows: inEnglish },
        { page: iran, shows: inPersian },
      ];
      took.push(...(await expectPushed(chair, act, sights)));
    });
  };

  await press(chair, 'Add an item');
  await chair.getByRole('textbox', { name: 'Title in English' }).fill('A walk by the river');
  await chair.getByRole('textbox', { name: 'Title in Persian' }).fill('قدم زدن کنار رود');
  await pushed('added', /8 A walk by the river/, /۸ قدم زدن کنار رود/, () => confirm(chair, 'Add'));
  await pushed('moved up', /7 A walk by the river.*8 Conclusions/, /۷ قدم زدن کنار رود.*۸ جمع‌بندی/, () =>
    press(chair, 'Move up: A walk by the river'),
  );
  await press(chair, 'More on: A walk by the river');
  await pushed('made a part', /6 General discussion.*6\.1 A walk by the river/, /۶\.۱ قدم زدن کنار رود/, () =>
    press(chair, 'Make it a part of the item above: A walk by the river'),
  );
  await press(chair, 'Change: A walk by the river');
  await chair.getByRole('textbox', { name: 'Length in minutes' }).fill('7');
  await pushed('another length', /A walk by the river[^\n]*7 min/, /قدم زدن کنار رود[^\n]*۷ دقیقه/, () =>
    confirm(chair, 'Save'),
  );
  await pushed('skipped', /Skipped: 6\.1 A walk/, /صرف‌نظرشده: ۶\.۱ قدم زدن/, () =>
    press(chair, 'Skip: A walk by the river'),
  );
  await pushed('reopened', /Planned: 6\.1 A walk/, /برنامه‌ریزی‌شده: ۶\.۱ قدم زدن/, () =>
    press(chair, 'Reopen: A walk by the river'),
  );
  await pushed('suspended', /Suspended: 1 Opening/, /نیمه‌تمام: ۱ /, () => press(chair, 'Suspend: Opening'));
  await pushed('taken up again', /Current item: 1 Opening/, /بند جاری: ۱ /, () =>
    press(chair, 'Take up again: Opening'),
  );
  await pushed('closed', /Done: 1 Opening/, /انجام‌شده: ۱ /, () => press(chair, 'Close item: Opening'));
  await pushed('reopened when done', /Suspended: 1 Opening/, /نیمه‌تمام: ۱ /, () => press(chair, 'Reopen: Opening'));
  await press(chair, 'Drop: A walk by the river');
  took.push(
    ...(await expectPushed(chair, () => confirm(chair, 'Drop the item'), [
      { page: germany, hides: /A walk/ },
      { page: iran, hides: /قدم زدن/ },
    ])),
  );
  process.stdout.write(`from the chair's press to another screen: ${Math.max(...took)} ms at most of ${took.length}\n`);

  await test.step('what cannot be moved says why', async () => {
    await press(chair, 'Start: Keynote: a regional view');
    const current = chair.getByRole('button', { name: 'Move down: Keynote: a regional view' });
    await expect(current).toHaveAttribute('aria-disabled', 'true');
    await expect(current).toHaveAccessibleDescription(/This is the current item/);
    await press(chair, 'Close item: Keynote: a regional view');
    await expect(current).toHaveAccessibleDescription(/This item is done/);
  });

  await test.step('a note is seen by those who run the meeting alone', async () => {
    await press(chair, 'More on: General discussion');
    await press(chair, 'Note on: General discussion');
    await chair.getByRole('textbox', { name: 'Your note' }).fill('Let Norway go first');
    await confirm(chair, 'Save');
    await press(chair, 'Done editing');
    await expect(agendaOf(chair).getByText('Let Norway go first')).toBeVisible();
    for (const page of [iran, germany]) await expect(page.getByText('Let Norway go first')).toHaveCount(0);
  });

  await test.step('an item brings its panel forward, but not from under the hands of who writes', async () => {
    await germany.getByRole('tab', { name: /^Questions/ }).click();
    const question = germany.getByRole('textbox', { name: 'Your question' });
    await question.pressSequentially('Who would ');
    await press(chair, 'Edit the agenda');
    await press(chair, 'Start: General discussion');
    await expect(iran.getByRole('tab', { name: /^سخنرانان/ })).toHaveAttribute('aria-selected', 'true');
    await expect(agendaOf(germany).getByText('Current item: ')).toBeAttached();
    await question.pressSequentially('verify it?');
    await expect(question).toBeFocused();
    await expect(question).toHaveValue('Who would verify it?');
  });
});

test('an item that runs over moves the projected end, and a hard stop draws it in and warns all', {
  tag: '@waits',
}, async ({ platform, person }) => {
  test.setTimeout(180_000);
  const { chair, iran, germany } = await begin(platform, person);
  await test.step('overrun', async () => {
    await press(chair, 'Change: Opening');
    await chair.getByRole('textbox', { name: 'Length in minutes' }).fill('0');
    await confirm(chair, 'Save');
    await expect(agendaOf(germany).getByText(/^\+\d:\d\d over 0:00$/)).toBeVisible();
    await expect(agendaOf(iran).getByText(/^\+[۰-۹]:[۰-۹]{2} بیش از ۰:۰۰$/)).toBeVisible();
    const before = await endOf(germany);
    // The end is written to the minute, so at the latest a minute of overtime later it reads another.
    await expect.poll(() => endOf(germany), { timeout: 75_000 }).not.toBe(before);
    await expect(agendaOf(germany).getByText(/^\d min late$/)).toBeVisible({ timeout: 40_000 });
    await expect(agendaOf(iran).getByText(/^[۰-۹] دقیقه دیرتر$/)).toBeVisible();
  });

  await test.step('a hard stop on the meeting', async () => {
    const time = inVienna(9);
    await press(chair, 'Add a hard stop');
    await chair.getByRole('textbox', { name: 'Time of day, Vienna time' }).fill(time);
    await chair.getByRole('textbox', { name: 'What happens then, in English' }).fill('The minister leaves');
    await chair.getByRole('textbox', { name: 'What happens then, in Persian' }).fill('وزیر می‌رود');
    await confirm(chair, 'Add');
    await expect.poll(() => endOf(germany)).toBe(time);
    await expect(
      agendaOf(germany)
        .getByText(/^\d+ min do not fit$/)
        .last(),
    ).toBeVisible();
    await expect(agendaOf(germany).getByText(new RegExp(`^${time} Hard stop:`))).toBeVisible();
    await expect(germany.getByText(new RegExp(`^In [89] min, at ${time}:`))).toBeVisible();
    await expect(iran.getByText(/^تا [۸۹] دقیقهٔ? دیگر/).first()).toBeVisible();
    await press(germany, 'Understood');
    await expect(germany.getByText(/^In [89] min/)).toHaveCount(0);
  });
});

test('an ended turn comes back without a microphone, and a closed item comes back', async ({ platform, person }) => {
  test.setTimeout(180_000);
  const { chair, iran, germany } = await begin(platform, person);
  const takeFloor = iran.getByRole('button', { name: /^نوبت شماست؛/ }).first();
  await press(chair, 'Someone else');
  await press(chair, 'Give the floor to Leila Farahmand');
  await takeFloor.click();
  await expectHeard(germany, 659);

  await test.step('the end of the turn is taken back: the tone stays gone until the speaker takes the floor', async () => {
    await press(chair, 'End turn: Leila Farahmand');
    await expect(chair.getByText('Turn of Leila Farahmand ended.', { exact: true })).toBeVisible();
    await press(chair, 'Undo: Turn of Leila Farahmand ended.');
    await expect(takeFloor).toBeVisible();
    await expectSilence(germany);
    await expect(chair.getByText('Turn of Leila Farahmand ended.', { exact: true })).toHaveCount(0);
    await takeFloor.click();
    await expectHeard(germany, 659);
  });

  await test.step('the close of an item is taken back by key', async () => {
    await press(chair, 'End turn: Leila Farahmand');
    await press(chair, 'Close item: Opening');
    await expect(agendaOf(germany).getByRole('listitem').filter({ hasText: 'Done: 1 Opening' })).toBeVisible();
    await expect(chair.getByText('“Opening” closed.', { exact: true })).toBeVisible();
    await chair.keyboard.press('Control+z');
    await expect(agendaOf(germany).getByRole('listitem').filter({ hasText: 'Current item: 1 Opening' })).toBeVisible();
  });

  await test.step('nobody is offered what a later act has overtaken, nor what is ten seconds old', async () => {
    const undo = chair.getByRole('region', { name: 'What can be taken back' });
    await press(chair, 'Close item: Opening');
    await expect(undo).toContainText('“Opening” closed.');
    await press(chair, 'Reopen: Opening');
    await expect(chair.getByText('“Opening” closed.', { exact: true })).toHaveCount(0);
    await press(chair, 'Take up again: Opening');
    await press(chair, 'Close item: Opening');
    await expect(undo).toBeVisible();
    await expect(undo).toHaveCount(0, { timeout: 12_000 });
    await expect(germany.getByRole('region', { name: 'What can be taken back' })).toHaveCount(0);
  });
});
