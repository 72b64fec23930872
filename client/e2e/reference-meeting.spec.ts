import type { Page } from '@playwright/test';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expectGone, expectHeard, expectSilence } from './support/listening.ts';
import { expect, test } from './support/people.ts';
import { expectSending, keepSending } from './support/sending.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const tab = (page: Page, name: RegExp): Promise<void> => page.getByRole('tab', { name }).click();

/** Waits for the figures of the big clock to change: at that moment just so many seconds are left. */
function secondsLeft(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const timer = document.querySelector('[role="timer"]');
    if (timer === null) throw new Error('no clock');
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(timer, { subtree: true, childList: true, characterData: true });
    });
    const [minutes = 0, seconds = 0] = (timer.textContent ?? '').split(':').map(Number);
    return minutes * 60 + seconds;
  });
}

/** The speaking time (seconds) that the server counted up to the moment at which it found the speaker's link lost. */
function usedWhenLost(page: Page): { seconds(): number } {
  let used = Number.NaN;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const ms = /"type":"floor\.linkLost","turn":"[^"]+","usedMs":([\d.]+)/.exec(payload.toString())?.[1];
      if (ms !== undefined) used = Number(ms) / 1000;
    }),
  );
  return { seconds: () => used };
}

async function ask(page: Page, question: string): Promise<void> {
  await tab(page, /^Questions/);
  await page.getByRole('textbox', { name: 'Your question' }).fill(question);
  await press(page, 'Submit the question');
  await expect(page.getByText(question).first()).toBeVisible();
}

// The meeting by which the product is judged is held in the browser that people have.
test.use({ wholeBrowser: true });

test('the meeting of 28 May 2020, from lobby to adjournment', async ({ platform, person }) => {
  test.setTimeout(300_000);
  const [chair, minister, iran, germany, norway] = await Promise.all([
    person({ tone: 440 }),
    person({ tone: 554 }),
    person({ tone: 659, init: keepSending }),
    person({ tone: 784 }),
    person({ tone: 932 }),
  ]);
  const others = { chair, minister, iran, germany, norway };

  await test.step('all enter, and the chair admits them', async () => {
    await enterAs(chair, platform, 'chair');
    await expectInside(chair);
    await Promise.all([
      enterAs(minister, platform, 'keynote'),
      enterAs(iran, platform, 'ir-1'),
      enterAs(germany, platform, 'de-1'),
      enterAs(norway, platform, 'no-1'),
    ]);
    for (const name of ['Farid Nurzai', 'Leila Farahmand', 'Katrin Hollmann', 'Ingrid Bjørndal'])
      await admit(chair, name);
    for (const page of Object.values(others)) await expectInside(page);
    await press(chair, 'Open the meeting');
    await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
    await press(chair, 'Start: Opening');
  });

  await test.step('during the keynote the others hear the minister and nobody else', async () => {
    await press(chair, 'Start: Keynote: a regional view');
    await press(chair, 'Give the floor to Farid Nurzai');
    await press(minister, 'You are called. Take the floor');
    await press(minister, /^Camera off/);
    // A keynote shows who has the floor alone.
    await expect(chair.getByRole('button', { name: /^Camera off/ })).toHaveAttribute('aria-disabled', 'true');
    await Promise.all([chair, iran, germany, norway].map((page) => expectHeard(page, 554)));
    await expectSilence(minister);
    await expect(germany.getByRole('region', { name: 'The floor' })).toContainText('Farid Nurzai');
    await press(chair, 'End turn: Farid Nurzai');
    await Promise.all([chair, germany].map((page) => expectGone(page, 554)));
  });

  await test.step('three questions are taken, answered in one block and ticked', async () => {
    await press(chair, 'Start: Questions, round 1');
    await press(chair, /^Camera off/);
    await ask(iran, 'How can neighbours guarantee the return of refugees?');
    await ask(germany, 'Who would verify a reduction of violence?');
    await ask(norway, 'Which transit corridors could open first?');
    await press(chair, 'Open a round');
    for (const name of ['Leila Farahmand', 'Katrin Hollmann', 'Ingrid Bjørndal'])
      await press(chair, `Accept the question of ${name}`);
    await press(chair, 'Close round 1');
    await press(chair, 'Start the answers');
    await press(minister, 'You are called. Take the floor');
    await expectHeard(germany, 554);
    await press(chair, 'Question 1: answered');
    await press(chair, 'Question 2: partly answered');
    await press(chair, 'Question 3: deferred');
    await tab(iran, /^Questions/);
    await expect(iran.getByText('Partly answered').first()).toBeVisible();
    await press(chair, 'Complete round 1');
    await expectGone(germany, 554);
  });

  await test.step('an expert asks, is called, takes the floor and is heard; a reload keeps seat and place', async () => {
    for (const item of ['Questions, round 2', 'Questions, round 3', 'General discussion'])
      await press(chair, `Start: ${item}`);
    await press(iran, 'Ask for the floor');
    await iran.getByRole('textbox', { name: /Topic/ }).fill('Refugees and return');
    await iran.getByRole('dialog').getByRole('button', { name: 'Ask for the floor' }).click();
    await press(germany, 'Ask for the floor');
    await germany.getByRole('dialog').getByRole('button', { name: 'Ask for the floor' }).click();
    await expect(germany.getByText('You are 2nd').first()).toBeVisible();
    await germany.reload();
    await expectInside(germany);
    await expect(germany.getByText('You are 2nd').first()).toBeVisible();
    await press(chair, 'Give the floor to Leila Farahmand');
    await press(iran, 'You are called. Take the floor');
    await Promise.all([chair, minister, germany, norway].map((page) => expectHeard(page, 659)));
  });

  await test.step('the chair ends the turn: gone for all, although that client goes on sending', async () => {
    await press(chair, 'End turn: Leila Farahmand');
    await Promise.all([chair, minister, germany, norway].map((page) => expectGone(page, 659)));
    await expectSending(iran);
  });

  await test.step('the server is killed in mid-speech and started again: the time left is what it was', async () => {
    await press(chair, 'Give the floor to Katrin Hollmann');
    await press(germany, 'You are called. Take the floor');
    await expectHeard(norway, 784);
    const used = usedWhenLost(norway);
    const before = await secondsLeft(norway);
    await platform.kill();
    await expect(norway.getByText(/Connection lost/).first()).toBeVisible({ timeout: 15_000 });
    await platform.startServer();
    const startedAt = performance.now();
    await expect(norway.getByText(/Connection lost/)).toHaveCount(0, { timeout: 20_000 });
    await expect(norway.getByRole('region', { name: 'The floor' })).toContainText('Katrin Hollmann');
    // An intervention has three minutes. Since the start of the server she may have spoken on, but no longer than that.
    expect(Math.abs(before - (180 - used.seconds()))).toBeLessThanOrEqual(1);
    const after = await secondsLeft(norway);
    expect(after).toBeLessThanOrEqual(before + 1);
    expect(after).toBeGreaterThanOrEqual(before - 1 - (performance.now() - startedAt) / 1000);
    await expectHeard(norway, 784);
  });

  await test.step('adjourned: the agenda shows what was planned and what was', async () => {
    await press(chair, 'Adjourn');
    await press(chair, 'Adjourn the meeting');
    for (const page of Object.values(others)) {
      await expect(page.getByText('The meeting is closed').first()).toBeVisible();
      await expect(page.getByRole('columnheader', { name: 'Planned' })).toBeVisible();
      await expect(page.getByRole('columnheader', { name: 'Actual' })).toBeVisible();
    }
    await expectSilence(norway);
  });
});
