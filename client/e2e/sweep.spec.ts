import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Attendee } from './support/crowd.ts';
import { enterAs, expectInside } from './support/entering.ts';
import { guests, longName, writeFullHouse } from './support/fullHouse.ts';
import { expect, test as withPerson } from './support/people.ts';
import { Platform } from './support/platform.ts';
import { everyForm, expectFlawless, showIn } from './support/sweeping.ts';

/** The platform with a full house in place of the example. */
const test = withPerson.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  platform: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'track2-house-'));
    const platform = await Platform.start({ meeting: await writeFullHouse(folder) });
    await use(platform);
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  },
});

const [speaker, waiting, watching, ...rest] = guests;

/** Sixty seats inside but two: a speaker, forty who wait, a question round under way, one person in the lobby. */
async function fill(platform: Platform, chair: Page): Promise<Attendee[]> {
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);
  const moderator = await Attendee.enter(platform, 'moderator');
  const crowd: Attendee[] = [];
  for (const guest of await Promise.all([speaker, ...rest].map((seat) => Attendee.enter(platform, seat ?? '')))) {
    await moderator.send({ type: 'roster.admit', member: guest.member });
    crowd.push(guest);
  }
  await chair.getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await expect(chair.getByRole('dialog')).toHaveCount(0);
  const itemNamed = async (index: number): Promise<string> => (await moderator.state()).agenda.items[index]?.id ?? '';
  await moderator.send({ type: 'agenda.startItem', item: await itemNamed(0) });
  await moderator.send({ type: 'agenda.startItem', item: await itemNamed(2) });
  for (const [index, guest] of crowd.slice(1, 5).entries()) {
    const text =
      index % 2 === 0 ? `What would ${'a very long question '.repeat(8)}change?` : 'چه کسی آتش‌بس را راستی‌آزمایی می‌کند؟';
    await guest.send({ type: 'questions.submit', text, language: index % 2 === 0 ? 'en' : 'fa' });
  }
  await moderator.send({ type: 'questions.openRound', item: await itemNamed(2) });
  const submitted = (await moderator.state()).questions.questions.slice(0, 3);
  for (const { id } of submitted) await moderator.send({ type: 'questions.accept', question: id });
  await moderator.send({ type: 'agenda.startItem', item: await itemNamed(4) });
  for (const guest of crowd.slice(4, 44))
    await guest.send({ type: 'speakers.requestFloor', item: await itemNamed(4), topic: 'Corridors and customs' });
  const [first] = crowd;
  const seat = (await moderator.state()).roster.members.find((member) => member.id === first?.member)?.seat ?? '';
  await moderator.send({ type: 'floor.give', seat });
  const turn = (await moderator.state()).floor.turns[0]?.id ?? '';
  await first?.send({ type: 'floor.take', turn });
  return [moderator, ...crowd];
}

// Recording each step of so many would take longer than the steps.
test.use({ trace: 'off' });
test.setTimeout(240_000);

test('every page is without flaw in both languages, both themes, on a desk and on a phone, with sixty long names and forty who wait', async ({
  platform,
  person,
}) => {
  const [chair, inLobby, atTable] = await Promise.all([person(), person(), person()]);
  const crowd = await test.step('a full house', () => fill(platform, chair));

  await test.step('the door and the lobby', async () => {
    await inLobby.goto(platform.links.get(waiting ?? '') ?? '');
    await inLobby.getByRole('button', { name: 'Open my seat' }).click();
    for (const form of [everyForm[0], everyForm.at(-1)]) {
      if (form === undefined) continue;
      await showIn(inLobby, form);
      await expect(inLobby.locator('main').getByText(longName(4)).first()).toBeVisible();
      await expectFlawless(inLobby, 'the rule', form);
    }
    await showIn(inLobby, { language: 'en', theme: 'light', size: 'desk' });
    await inLobby.getByRole('button', { name: /^I accept/ }).click();
    await expect(inLobby.getByRole('button', { name: /^I accept/ })).toHaveCount(0);
    for (const form of everyForm) {
      await showIn(inLobby, form);
      await expect(inLobby.locator('main').getByText(longName(4)).first()).toBeVisible();
      await expectFlawless(inLobby, 'the lobby', form);
    }
  });

  await test.step('the table', async () => {
    await enterAs(atTable, platform, watching ?? '');
    await chair
      .getByRole('button', { name: `Admit ${longName(5)}` })
      .first()
      .click();
    for (const form of everyForm) {
      await showIn(atTable, form);
      await expectInside(atTable);
      await expectFlawless(atTable, 'the table', form);
      // Everywhere the panel that the item brings forward; on a Persian desk and an English phone all of them.
      const all = form.theme === 'light' && (form.language === 'fa') === (form.size === 'desk');
      const tabs = atTable.locator('[role="tab"]:not([aria-selected="true"])');
      const others = all ? await tabs.evaluateAll((found) => found.map((tab) => tab.id)) : [];
      for (const id of others) {
        await atTable.locator(`[id="${id}"]`).click();
        await expectFlawless(atTable, `the table, ${await atTable.locator(`[id="${id}"]`).textContent()}`, form);
      }
    }
    const last = { language: 'fa', theme: 'dark', size: 'phone' } as const;
    await atTable.getByRole('button', { name: 'تنظیمات' }).click();
    await expect(atTable.getByRole('dialog')).toBeVisible();
    await expectFlawless(atTable, 'the settings', last);
    await atTable.keyboard.press('Escape');
    await atTable.getByRole('button', { name: 'بیشتر' }).click();
    await expectFlawless(atTable, 'what a phone keeps under More', last);
  });

  await test.step('who runs the meeting', async () => {
    for (const form of everyForm) {
      await showIn(chair, form);
      await expectInside(chair);
      await expectFlawless(chair, 'who runs the meeting', form);
    }
    const form = { language: 'fa', theme: 'light', size: 'desk' } as const;
    await showIn(chair, form);
    await chair.getByRole('button', { name: 'ویرایش دستور کار' }).click();
    await expectFlawless(chair, 'the live edit of the agenda', form);
    await chair.getByRole('button', { name: 'افزودن بند' }).click();
    await expect(chair.getByRole('dialog')).toBeVisible();
    await expectFlawless(chair, 'the form of an item', form);
    await chair.keyboard.press('Escape');
    await chair.getByRole('button', { name: 'افزودن مهلت قطعی' }).click();
    await expectFlawless(chair, 'the form of a hard stop', form);
    await chair.keyboard.press('Escape');
    await chair.getByRole('button', { name: 'زمان‌های سخن' }).click();
    await expectFlawless(chair, 'the speaking times', form);
    await chair.getByRole('tab', { name: 'هیئت‌ها' }).click();
    await expectFlawless(chair, 'the time of the delegations', form);
  });
  for (const attendee of crowd) attendee.close();
});
