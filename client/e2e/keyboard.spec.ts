import type { Page } from '@playwright/test';
import { expect, test } from './support/people.ts';

/** The words by which the button in focus is known: its label, or what stands on it; none while focus is elsewhere. */
const inFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const button = document.activeElement?.closest('button');
    return (button?.getAttribute('aria-label') ?? button?.textContent ?? '').trim();
  });

/** Walks to a control with Tab and presses it with Enter: no pointer, no focus by script. */
async function byKeys(page: Page, name: RegExp): Promise<void> {
  await expect(async () => {
    for (let steps = 0; steps < 100; steps += 1) {
      if (name.test(await inFocus(page))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  }).toPass({ timeout: 20_000 });
  // A ring shows where the keys go.
  const ring = await page.evaluate(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  });
  expect(ring, `the focus on ${name} can be seen`).toBe(true);
  await page.keyboard.press('Enter');
}

test('a chair and an expert hold a turn of speech by keyboard alone', async ({ platform, person }) => {
  test.setTimeout(150_000);
  const chair = await person();
  const expert = await person();
  await chair.goto(platform.links.get('chair') ?? '');
  await expert.goto(platform.links.get('ir-1') ?? '');
  for (const page of [chair, expert]) {
    await byKeys(page, /^Open my seat/);
    await byKeys(page, /^I accept, enter the/);
  }
  await byKeys(chair, /^Admit Leila Farahmand/);
  await byKeys(chair, /^Open the meeting/);
  await expect(chair.getByRole('dialog')).toBeVisible();
  await byKeys(chair, /^Open the meeting/);
  await byKeys(chair, /^Start: Opening/);
  await byKeys(chair, /^Open the list/);
  await byKeys(expert, /^Ask for the floor/);
  await expect(expert.getByRole('dialog')).toBeVisible();
  await expert.keyboard.type('Refugees and return');
  await expert.keyboard.press('Enter');
  await expect(expert.getByRole('dialog')).toHaveCount(0);
  await expect(chair.getByText('Refugees and return').first()).toBeVisible();
  await byKeys(chair, /^Give the floor to Leila Farahmand/);
  await byKeys(expert, /^You are called/);
  const floor = chair.getByRole('region', { name: 'The floor' });
  await expect(floor).toContainText('Has the floor');
  await chair.keyboard.press('e');
  await expect(floor).toContainText('Nobody has the floor');
});
