import type { Page } from '@playwright/test';
import { expectGone, expectHeard, expectSilence } from './support/listening.ts';
import { expect, test } from './support/people.ts';
import { keepSending } from './support/sending.ts';

const chairTone = 440;
const expertTone = 554;

/** Opens the personal link, accepts the rule and goes in as far as the person may. */
async function enter(page: Page, link: string | undefined, accept: string): Promise<void> {
  await page.goto(link ?? '');
  await page.getByRole('button', { name: 'Open my seat' }).click();
  await page.getByRole('button', { name: accept }).click();
}

// Listening takes its time, and two browsers on a busy machine take theirs.
test.setTimeout(120_000);

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();

test('two people are heard when they have the floor, each by the other, and no longer', async ({
  platform,
  person,
}) => {
  const [chair, expert] = await Promise.all([
    person({ tone: chairTone }),
    person({ tone: expertTone, init: keepSending }),
  ]);
  await Promise.all([
    enter(chair, platform.links.get('chair'), 'I accept, enter the meeting'),
    enter(expert, platform.links.get('de-1'), 'I accept, enter the lobby'),
  ]);

  await press(chair, /^Admit /);
  await press(chair, 'Open the meeting');
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await press(chair, /^Start: /);
  await expectSilence(expert);

  await test.step('the chair takes the microphone that presiding gives', async () => {
    await press(chair, /^Take a microphone/);
    await expect(chair.getByRole('button', { name: /^Microphone on/ })).toBeVisible();
    await expectHeard(expert, chairTone);
    await press(chair, /^Microphone on/);
    await expectGone(expert, chairTone);
  });

  await test.step('the expert asks, is called, and is heard by their own press alone', async () => {
    await press(chair, 'Open the list');
    await press(expert, /^Ask for the floor/);
    await expert.getByRole('dialog').getByRole('button', { name: 'Ask for the floor' }).click();
    await press(chair, /^Give the floor to /);
    await expect(expert.getByRole('button', { name: /^You are called/ })).toBeVisible();
    await expectSilence(chair);
    await press(expert, /^You are called/);
    await expectHeard(chair, expertTone);
    const ciphers = await expert.evaluate(() => window.track2Ciphers());
    expect(ciphers.length).toBeGreaterThan(0);
    expect(ciphers.filter((cipher) => !cipher.includes('AEAD_AES'))).toEqual([]);
  });

  await test.step('the chair ends the turn, and the room hears nothing more of it', async () => {
    await press(chair, /^End turn: /);
    await expectGone(chair, expertTone);
    await expect(expert.getByRole('button', { name: /^Microphone off/ })).toBeVisible();
  });
});
