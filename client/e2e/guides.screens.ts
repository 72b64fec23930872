import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { Attendee } from './support/crowd.ts';
import { enterAs, expectInside } from './support/entering.ts';
import { expect, test } from './support/people.ts';
import type { Platform } from './support/platform.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** Takes the picture of what is shown now, once nothing moves any more. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
const show = (page: Page, name: RegExp): Promise<void> => page.getByRole('tab', { name }).first().click();

type Table = { chair: Page; moderator: Attendee } & Record<'iran' | 'germany' | 'norway' | 'india' | 'china', Attendee>;

const seats = { iran: 'ir-1', germany: 'de-1', norway: 'no-1', india: 'in-1', china: 'cn-1' } as const;

/** The item at that place of the agenda. */
const itemAt = async ({ moderator }: Pick<Table, 'moderator'>, place: number): Promise<string> =>
  (await moderator.state()).agenda.items[place]?.id ?? '';

/** The chair in a browser, five experts and a moderator at the table, and the meeting open. */
async function seated(platform: Platform, chair: Page): Promise<Table> {
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);
  const moderator = await Attendee.enter(platform, 'co-moderator');
  const come = async (seat: string): Promise<Attendee> => {
    const guest = await Attendee.enter(platform, seat);
    await moderator.send({ type: 'roster.admit', member: guest.member });
    return guest;
  };
  const table = {
    iran: await come(seats.iran),
    germany: await come(seats.germany),
    norway: await come(seats.norway),
    india: await come(seats.india),
    china: await come(seats.china),
  };
  await come('keynote');
  await press(chair, 'Open the meeting');
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await expect(chair.getByRole('dialog')).toHaveCount(0);
  return { chair, moderator, ...table };
}

/** Brings another browser to the table. */
async function joins(page: Page, platform: Platform, { moderator }: Table, seat: string): Promise<void> {
  await enterAs(page, platform, seat);
  await expect(async () => {
    const waiting = (await moderator.state()).roster.members.find(({ presence }) => presence.status === 'inLobby');
    expect(waiting).toBeDefined();
    await moderator.send({ type: 'roster.admit', member: waiting?.id ?? '' });
  }).toPass();
  await expectInside(page);
}

/** Somebody speaks, others respond, raise a point of order and wait. */
async function debated(table: Table): Promise<void> {
  const { moderator, iran, germany, norway, india, china } = table;
  const item = await itemAt(table, 5);
  await moderator.send({ type: 'agenda.startItem', item });
  for (const [guest, topic] of [
    [iran, 'Refugees and return'],
    [germany, 'Verification'],
    [china, 'Transit corridors'],
  ] as const)
    await guest.send({ type: 'speakers.requestFloor', item, topic });
  const [first] = (await moderator.state()).speakers.lists.find((list) => list.item === item)?.entries ?? [];
  await moderator.send({ type: 'speakers.call', entry: first?.id ?? '' });
  const turn = (await moderator.state()).floor.turns[0]?.id ?? '';
  await iran.send({ type: 'floor.take', turn });
  await norway.send({ type: 'speakers.respond', turn, kind: 'directResponse', topic: 'On the numbers' });
  await india.send({ type: 'speakers.raisePointOfOrder', item, category: 'hearing', topic: 'The sound breaks off' });
}

test('the moderator’s guide', async ({ platform, person }) => {
  const chair = await person();
  const table = await seated(platform, chair);
  const { moderator, iran, germany, norway, india, china } = table;
  const item = await itemAt(table, 2);
  await moderator.send({ type: 'agenda.startItem', item });
  await iran.send({ type: 'questions.submit', text: 'همسایگان چگونه بازگشت آوارگان را تضمین می‌کنند؟', language: 'fa' });
  await germany.send({ type: 'questions.submit', text: 'Who would verify a reduction of violence?', language: 'en' });
  await norway.send({ type: 'questions.submit', text: 'Which transit corridors open first?', language: 'en' });
  await china.send({ type: 'questions.submit', text: 'How is trade across the border insured?', language: 'en' });
  await moderator.send({ type: 'questions.openRound', item });
  const asked = (await moderator.state()).questions.questions.map(({ id }) => id);
  for (const question of asked.slice(0, 3)) await moderator.send({ type: 'questions.accept', question });
  await moderator.send({
    type: 'questions.translate',
    question: asked[0] ?? '',
    language: 'en',
    text: 'How do the neighbours guarantee the return of refugees?',
  });
  await moderator.send({ type: 'questions.label', question: asked[2] ?? '', labels: ['Transit', 'Trade'] });
  const round = (await moderator.state()).questions.rounds[0]?.id ?? '';
  await moderator.send({ type: 'questions.closeRound', round });
  for (const question of asked.slice(0, 3)) await moderator.send({ type: 'questions.readOut', question });
  await moderator.send({ type: 'questions.startAnswer', round });
  await moderator.send({ type: 'questions.mark', question: asked[0] ?? '', mark: 'answered' });
  await moderator.send({ type: 'questions.mark', question: asked[1] ?? '', mark: 'partlyAnswered' });
  await expect(chair.getByText('Partly answered').first()).toBeVisible();
  await take(chair, 'moderator-round');
  await moderator.send({ type: 'questions.completeRound', round });
  await debated(table);
  await india.send({ type: 'questions.submit', text: 'Could the minister say more on transit?', language: 'en' });
  await expect(chair.getByText('The sound breaks off').first()).toBeVisible();
  await take(chair, 'moderator-console');
  await chair.setViewportSize({ width: 1100, height: 760 });
  await take(chair, 'moderator-list');
  await chair.setViewportSize({ width: 1440, height: 900 });
  await press(chair, 'Tour de table');
  await expect(chair.getByRole('dialog')).toBeVisible();
  await take(chair, 'moderator-tour');
});

test('the participant’s guide', async ({ platform, person }) => {
  const table = await seated(platform, await person());
  const expert = await person();
  const phone = await person({ language: 'fa', viewport: { width: 390, height: 844 } });
  await joins(expert, platform, table, 'pk-1');
  await joins(phone, platform, table, 'af-1');
  await debated(table);
  await press(expert, /^Ask for the floor/);
  await expert.getByRole('dialog').getByRole('button', { name: 'Ask for the floor' }).click();
  await press(phone, /^درخواست نوبت/);
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: /^درخواست نوبت/ })
    .click();
  await expect(expert.getByText('The sound breaks off').first()).toBeVisible();
  await take(expert, 'participant-meeting');
  await show(phone, /^سخنرانان|^فهرست/);
  await take(phone, 'participant-phone');
  await press(expert, /^Other ways to speak/);
  await expect(expert.getByRole('dialog')).toBeVisible();
  await take(expert, 'participant-ways');
  await expert.keyboard.press('Escape');
  const item = await itemAt(table, 2);
  const { moderator, iran } = table;
  await iran.send({ type: 'questions.submit', text: 'همسایگان چگونه بازگشت آوارگان را تضمین می‌کنند؟', language: 'fa' });
  const question = (await moderator.state()).questions.questions[0]?.id ?? '';
  await moderator.send({ type: 'questions.accept', question });
  await moderator.send({
    type: 'questions.translate',
    question,
    language: 'en',
    text: 'How do the neighbours guarantee the return of refugees?',
  });
  await moderator.send({ type: 'questions.openRound', item });
  await show(expert, /^Questions/);
  await expert.getByText('How do the neighbours guarantee').first().scrollIntoViewIfNeeded();
  await take(expert, 'participant-question');
});

test('the convener’s guide', async ({ platform, person }) => {
  const [desk, guest] = await Promise.all([person(), person()]);
  await desk.goto(platform.links.get('convener') ?? '');
  await press(desk, /^Open /);
  await desk
    .getByRole('link', { name: /Regional dimensions/ })
    .first()
    .click();
  await expect(desk.getByRole('row').filter({ hasText: 'Leila Farahmand' })).toBeVisible();
  // One link is used twice and one person is inside, as in a meeting that is near.
  const iran = await Attendee.enter(platform, 'ir-1');
  const used = await person();
  await used.goto(platform.links.get('ir-1') ?? '');
  await press(used, 'Open my seat');
  await expect(used.getByRole('main')).toContainText('This link was used already');
  await desk.reload();
  await expect(desk.getByText(/opened on a second device/)).toBeVisible();
  await take(desk, 'convener-desk');
  await press(desk, /^More for .?Katrin Hollmann/);
  await desk.getByRole('menuitem', { name: /link/i }).first().click();
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /new link/i })
    .click();
  await expect(desk.getByRole('dialog').getByRole('img')).toBeVisible();
  await take(desk, 'convener-link');
  await desk.keyboard.press('Escape');
  await desk.getByRole('link', { name: 'New meeting' }).first().click();
  await expect(desk.getByRole('heading', { name: 'A new meeting' })).toBeVisible();
  await take(desk, 'convener-new');
  await enterAs(guest, platform, 'no-1');
  await expect(guest.getByRole('heading', { level: 1 })).toBeVisible();
  await take(guest, 'convener-lobby');
  iran.close();
});
