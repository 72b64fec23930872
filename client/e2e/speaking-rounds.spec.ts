import type { Page } from '@playwright/test';
import { askingText } from '../src/text/fa/asking.ts';
import { atDoorText } from '../src/text/fa/atDoor.ts';
import { chairText } from '../src/text/fa/chair.ts';
import { controlsText } from '../src/text/fa/controls.ts';
import { speakersText } from '../src/text/fa/speakers.ts';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expectGone, expectHeard } from './support/listening.ts';
import { expect, test } from './support/people.ts';
import type { Platform } from './support/platform.ts';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
const inDialog = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name }).first().click();
const floor = (page: Page) => page.getByRole('region', { name: 'The floor' });

async function askForFloor(page: Page): Promise<void> {
  await press(page, /^Ask for the floor/);
  await inDialog(page, 'Ask for the floor');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Asks for the floor in another way than with an intervention. */
async function askOtherwise(page: Page, kind: string, send: string): Promise<void> {
  await press(page, /^Other ways to speak/);
  await inDialog(page, kind);
  await inDialog(page, send);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const takeFloor = (page: Page): Promise<void> => press(page, /^You are called/);

type Guest = { page: Page; seat: string; name: string };

/** Everybody comes in, and the meeting stands at its general discussion. */
async function discuss(platform: Platform, chair: Page, guests: readonly Guest[]): Promise<void> {
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);
  for (const { page, seat } of guests) await enterAs(page, platform, seat);
  for (const { name } of guests) await admit(chair, name);
  for (const { page } of guests) await expectInside(page);
  await press(chair, 'Open the meeting');
  await inDialog(chair, 'Open the meeting');
  await press(chair, 'Start: Opening');
  for (const item of ['Keynote: a regional view', 'Questions, round 1', 'Questions, round 2', 'Questions, round 3'])
    await press(chair, `Start: ${item}`);
  await press(chair, 'Start: General discussion');
}

test('a general discussion, in which everybody trusts the order, and a tour de table', async ({ platform, person }) => {
  test.setTimeout(300_000);
  const chair = await person({ tone: 440 });
  const iran = await person({ tone: 659 });
  const germany = await person({ tone: 784 });
  const norway = await person({ tone: 932 });
  await discuss(platform, chair, [
    { page: iran, seat: 'ir-1', name: 'Leila Farahmand' },
    { page: germany, seat: 'de-1', name: 'Katrin Hollmann' },
    { page: norway, seat: 'no-1', name: 'Ingrid Bjørndal' },
  ]);

  await test.step('two wait, in the same order on every screen, each told the own place', async () => {
    await askForFloor(iran);
    await askForFloor(germany);
    await expect(germany.getByText(/You are 2nd/).first()).toBeVisible();
    await press(chair, 'Give the floor to Leila Farahmand');
    await takeFloor(iran);
    for (const page of [chair, germany, norway]) await expectHeard(page, 659);
  });

  await test.step('a point of order comes above all else, also on a closed list, and stops the clock', async () => {
    await press(chair, 'Close the list');
    await expect(norway.getByRole('button', { name: /^Ask for the floor/ })).toHaveAttribute('aria-disabled', 'true');
    await askOtherwise(norway, 'Point of order', 'Raise the point of order');
    await press(chair, 'Call Ingrid Bjørndal for the point of order');
    await takeFloor(norway);
    await expect(floor(germany)).toContainText('Ingrid Bjørndal');
    // Whoever is interrupted hears who interrupts, and nobody else.
    await expectHeard(iran, 932);
    await press(norway, /^End my turn/);
    await expectGone(iran, 932);
    await expectHeard(germany, 659);
    await press(chair, 'Open the list');
  });

  await test.step('an interposed question is let in by the speaker', async () => {
    await askOtherwise(norway, 'Question to the speaker', 'Ask the speaker');
    await press(iran, 'Let in the question of Ingrid Bjørndal');
    await takeFloor(norway);
    await expectHeard(iran, 932);
    await press(norway, /^End my turn/);
    await expectHeard(germany, 659);
  });

  await test.step('a two-finger waits ahead of the list, and is gone when the next speaker is called', async () => {
    await askOtherwise(norway, 'Direct response', 'Ask to respond');
    await expect(norway.getByText(/You are next|You are 1st/).first()).toBeVisible();
    await press(chair, 'End turn: Leila Farahmand');
    await expectGone(germany, 659);
    await press(chair, 'Give the floor to Ingrid Bjørndal');
    await takeFloor(norway);
    await expectHeard(germany, 932);
    await press(chair, 'End turn: Ingrid Bjørndal');
    await expectGone(germany, 932);
    await askOtherwise(norway, 'Direct response', 'Ask to respond');
    await press(chair, 'Call Katrin Hollmann');
    await expect(norway.getByText('Over with the intervention').first()).toBeVisible();
    await expect(norway.getByRole('button', { name: /^Ask for the floor/ })).toBeVisible();
  });

  await test.step('a speaker who vanishes keeps the floor, comes back, and is heard by an own act', async () => {
    await takeFloor(germany);
    await expectHeard(norway, 784);
    const table = germany.url();
    await germany.goto('about:blank');
    await expectGone(norway, 784);
    await expect(floor(norway)).toContainText('Katrin Hollmann');
    await germany.goto(table);
    await expectInside(germany);
    await press(germany, /^Open my microphone/);
    await expectHeard(norway, 784);
  });

  await test.step('what is left of the time is yielded to another seat', async () => {
    await press(germany, /^Yield my time/);
    await germany.getByRole('dialog').getByLabel('To another seat').selectOption({ label: 'Ingrid Bjørndal' });
    await inDialog(germany, 'Yield to Ingrid Bjørndal');
    await takeFloor(norway);
    await expectHeard(iran, 932);
    await expectGone(iran, 784);
    await press(chair, 'End turn: Ingrid Bjørndal');
  });

  await test.step('a tour de table, with one who passes and comes back, and one who is not there', async () => {
    await press(chair, 'Tour de table');
    const dialog = chair.getByRole('dialog');
    await expect(dialog.getByRole('checkbox').first()).toBeVisible();
    for (const box of await dialog.getByRole('checkbox').all()) await box.setChecked(false);
    for (const name of ['Leila Farahmand', 'Katrin Hollmann', 'Ingrid Bjørndal'])
      await dialog.getByRole('checkbox', { name: new RegExp(name) }).setChecked(true);
    await dialog.getByRole('button', { name: 'Start the tour' }).click();
    await expect(chair.getByText('3 of 3 are left').first()).toBeVisible();
    await press(germany, /^Pass$|^Pass /);
    await expect(chair.getByText(/2 of 3 are left/).first()).toBeVisible();
    const table = norway.url();
    await norway.goto('about:blank');
    await expect(chair.getByText(/place kept|not here|not in the meeting/i).first()).toBeVisible({ timeout: 30_000 });
    await press(chair, 'Call Leila Farahmand');
    await takeFloor(iran);
    await expectHeard(germany, 659);
    await press(chair, 'End turn: Leila Farahmand');
    await press(chair, 'Call Ingrid Bjørndal');
    await expect(
      iran
        .getByText(/place kept/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await press(germany, /^Come back into the tour/);
    await press(chair, 'Call Katrin Hollmann');
    await takeFloor(germany);
    await expectHeard(iran, 784);
    await press(chair, 'End turn: Katrin Hollmann');
    await norway.goto(table);
    await expectInside(norway);
    await press(chair, 'Call Ingrid Bjørndal');
    await takeFloor(norway);
    await expectHeard(iran, 932);
    await press(chair, 'End turn: Ingrid Bjørndal');
    await expectGone(iran, 932);
    for (const page of [chair, iran]) await expect(page.getByText(/of 3 are left/)).toHaveCount(0);
  });
});

// The words of the Persian interface, as its catalogue has them.
const fa = { ...atDoorText, ...askingText, ...chairText, ...controlsText, ...speakersText };
// Names stand in marks that keep their direction to themselves.
const named = (key: keyof typeof fa, name: string): RegExp => new RegExp(fa[key].replace('{name}', `.?${name}.?`));
const starting = (key: keyof typeof fa): RegExp => new RegExp(`^${fa[key]}`);

test('the same way in Persian: asked, called, heard, a point of order on a closed list, and on to the next', async ({
  platform,
  person,
}) => {
  test.setTimeout(150_000);
  const chair = await person({ tone: 440, language: 'fa' });
  const iran = await person({ tone: 659, language: 'fa' });
  const norway = await person({ tone: 932, language: 'fa', viewport: { width: 390, height: 844 } });
  await test.step('all come in, and the discussion begins', async () => {
    await enterAs(chair, platform, 'chair');
    await expectInside(chair);
    await enterAs(iran, platform, 'ir-1');
    await enterAs(norway, platform, 'no-1');
    for (const name of ['Leila Farahmand', 'Ingrid Bjørndal']) await press(chair, named('atDoor.admitNamed', name));
    for (const page of [iran, norway]) await expectInside(page);
    await press(chair, fa['chair.open']);
    await inDialog(chair, fa['chair.open']);
    for (let items = 6; items > 0; items -= 1)
      await press(chair, new RegExp(`^${fa['chair.startItem'].replace('{title}', '')}`));
  });
  await test.step('who asks is called, takes the floor and is heard', async () => {
    await press(iran, starting('controls.floor.ask'));
    await inDialog(iran, fa['asking.send.intervention']);
    await press(chair, named('chair.next', 'Leila Farahmand'));
    await press(iran, starting('controls.called'));
    await expectHeard(norway, 659);
  });
  await test.step('a point of order on the closed list stops the speaker, who then goes on', async () => {
    await press(chair, fa['speakers.closeList']);
    await press(norway, starting('controls.more'));
    await press(norway, starting('controls.ways'));
    await inDialog(norway, fa['speakers.kind.pointOfOrder']);
    await inDialog(norway, fa['asking.send.pointOfOrder']);
    await press(chair, named('chair.order.call', 'Ingrid Bjørndal'));
    await press(norway, starting('controls.called'));
    await expectHeard(iran, 932);
    await press(norway, starting('controls.endTurn'));
    await expectGone(iran, 932);
    await expectHeard(norway, 659);
  });
  await test.step('the speaker ends, and the room is still', async () => {
    await press(iran, starting('controls.endTurn'));
    await expectGone(norway, 659);
  });
});
