import type { Page } from '@playwright/test';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expectGone, expectHeard } from './support/listening.ts';
import { expect, test } from './support/people.ts';
import { keepSending } from './support/sending.ts';

const speakerTone = 554;

test.setTimeout(150_000);

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();

test('whoever is removed in mid-speech falls silent for all, is told so, and finds no way back', async ({
  platform,
  person,
}) => {
  // The client of who is removed goes on sending, whatever it is told.
  const [chair, speaker, listener] = await Promise.all([
    person(),
    person({ tone: speakerTone, init: keepSending }),
    person(),
  ]);
  await Promise.all([
    enterAs(chair, platform, 'chair'),
    enterAs(speaker, platform, 'de-1'),
    enterAs(listener, platform, 'no-1'),
  ]);
  await admit(chair, 'Katrin Hollmann');
  await admit(chair, 'Ingrid Bjørndal');
  await Promise.all([expectInside(speaker), expectInside(listener)]);
  await press(chair, 'Open the meeting');
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await press(chair, /^Start: /);
  await press(chair, 'Someone else');
  await press(chair, 'Give the floor to Katrin Hollmann');
  await press(speaker, /^You are called/);
  await Promise.all([expectHeard(listener, speakerTone), expectHeard(chair, speakerTone)]);

  await test.step('the chair removes the speaker', async () => {
    await press(chair, /^\d+ of \d+/);
    await press(chair, 'More for Katrin Hollmann');
    await chair.getByRole('menuitem', { name: 'Remove from the meeting …' }).click();
    await expect(chair.getByRole('dialog', { name: /^Remove / })).toContainText('no way back');
    await chair.getByRole('button', { name: 'Remove for good' }).click();
    await expect(speaker.getByRole('heading', { name: 'You are no longer in this meeting' })).toBeVisible();
    await Promise.all([expectGone(listener, speakerTone), expectGone(chair, speakerTone)]);
  });

  await test.step('everybody sees that the person has gone, and whose floor it is not', async () => {
    await expect(listener.getByRole('timer')).toHaveCount(0);
    await listener.getByRole('tab', { name: /^People/ }).click();
    await expect(listener.getByRole('listitem').filter({ hasText: 'Katrin Hollmann' })).toContainText('Removed');
  });

  await test.step('neither the tab, nor the link, nor the link in another browser leads back', async () => {
    await speaker.reload();
    await expect(speaker.getByRole('main')).toContainText('Your session has ended');
    await expect(speaker.getByRole('contentinfo')).toHaveCount(0);
    for (const page of [speaker, await person()]) {
      await page.goto(platform.links.get('de-1') ?? '');
      await press(page, 'Open my seat');
      await expect(page.getByRole('main')).toContainText('This link is not valid');
      await expect(page.getByRole('contentinfo')).toHaveCount(0);
    }
  });
});
