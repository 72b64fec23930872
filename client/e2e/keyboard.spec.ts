import type { Page } from '@playwright/test';
import { enterAs, expectInside } from './support/entering.ts';
import { expectGone, expectHeard } from './support/listening.ts';
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

declare global {
  interface Window {
    /** The frequencies of the tones that this page has played, in Hz. */
    track2Tones: number[];
  }
}

/** Writes down what the page sounds by itself. */
function noteTones(): void {
  window.track2Tones = [];
  window.OscillatorNode = new Proxy(OscillatorNode, {
    construct(target, args: ConstructorParameters<typeof OscillatorNode>) {
      window.track2Tones.push(args[1]?.frequency ?? 0);
      return new target(...args);
    },
  });
}

/** A press on a keyboard whose layout writes another sign in that place. */
const pressInLayout = (page: Page, code: string, key: string, shiftKey = false): Promise<void> =>
  page.evaluate(
    (press) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }));
    },
    { code, key, shiftKey },
  );

const dialog = (page: Page, name?: string) => page.getByRole('dialog', name === undefined ? {} : { name });
const noFocus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

/** Chooses in the settings, by label. */
async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await dialog(page, 'Settings').getByRole('combobox', { name: label }).selectOption(choice);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
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

const shortcuts = 'Keyboard shortcuts';

test('shortcuts work by place, wait while one types, can be switched off, and Space speaks', async ({
  platform,
  person,
}) => {
  test.setTimeout(240_000); // with sound heard six times, on two cores that others use too
  const [chair, expert] = await Promise.all([person({ init: noteTones }), person({ tone: 554, init: noteTones })]);
  await Promise.all([enterAs(chair, platform, 'chair'), enterAs(expert, platform, 'de-1')]);
  await chair
    .getByRole('button', { name: /^Admit / })
    .first()
    .click();
  await expectInside(expert);
  await chair.getByRole('button', { name: 'Open the meeting' }).click();
  await dialog(chair).getByRole('button', { name: 'Open the meeting' }).click();
  await chair
    .getByRole('button', { name: /^Start: / })
    .first()
    .click();
  await chair.getByRole('button', { name: 'Open the list' }).click();

  await test.step('the question mark of a Persian keyboard shows them; an open window keeps them from acting', async () => {
    await pressInLayout(expert, 'Slash', '؟', true);
    await expect(dialog(expert, shortcuts)).toContainText('Ask for the floor, or see your place');
    await expect(dialog(expert, shortcuts)).not.toContainText('Next speaker');
    await expert.keyboard.press('r');
    await expect(dialog(expert)).toHaveCount(1);
    await expert.keyboard.press('Escape');
    await expect(dialog(expert)).toHaveCount(0);
    await pressInLayout(chair, 'Minus', '?', true);
    await expect(dialog(chair, shortcuts)).toContainText('Next speaker');
    await chair.keyboard.press('Escape');
  });

  await test.step('nothing while typing', async () => {
    await pressInLayout(expert, 'KeyQ', 'ض');
    await expect(expert.getByRole('tab', { name: /^Questions/ })).toBeFocused();
    const question = expert.getByRole('textbox', { name: 'Your question' });
    await question.focus();
    await expert.keyboard.type('r? g ');
    await expect(question).toHaveValue('r? g ');
    await expect(dialog(expert)).toHaveCount(0);
    await question.fill('');
  });

  await test.step('nothing when they are switched off, and not after the page is opened anew', async () => {
    await choose(expert, shortcuts, 'Off');
    await expert.reload();
    await expectInside(expert);
    await expect(expert.getByRole('button', { name: /^Ask for the floor/ })).toBeVisible();
    for (const key of ['r', '?']) await expert.keyboard.press(key);
    await expect(dialog(expert)).toHaveCount(0);
    await choose(expert, shortcuts, 'On');
  });

  await test.step('ask, be called and take the floor, each with one key; what happens is said', async () => {
    await pressInLayout(expert, 'KeyR', 'ق');
    await dialog(expert).getByRole('button', { name: 'Ask for the floor' }).click();
    await expect(expert.locator('#live-polite')).toContainText('You are next.');
    await expect(chair.locator('#live-polite')).toContainText('asks for the floor.');
    await pressInLayout(chair, 'KeyN', 'т');
    await expect(expert.locator('#live-assertive')).toContainText('You are called.');
    await expect.poll(() => expert.evaluate(() => window.track2Tones)).toEqual([587, 523, 659]);
    expect(await chair.evaluate(() => window.track2Tones)).toEqual([]);
    await noFocus(expert);
    await expert.keyboard.press('t');
    await expect(expert.locator('#live-assertive')).toContainText('You have the floor.');
    await expectHeard(chair, 554);
  });

  const muted = expert.getByRole('button', { name: /^Open my microphone/ });
  const live = expert.getByRole('button', { name: /^Microphone on/ });
  await test.step('Space held is heard, and released is not', async () => {
    await expert.keyboard.press('v');
    await expect(muted).toBeVisible();
    await expectGone(chair, 554);
    await expert.keyboard.down('Space');
    await expect(live).toBeVisible();
    await expectHeard(chair, 554);
    await expert.keyboard.up('Space');
    await expect(muted).toBeVisible();
    await expectGone(chair, 554);
  });

  await test.step('Space closes with the page left behind, and belongs to a control that has the focus', async () => {
    await expert.keyboard.down('Space');
    await expect(live).toBeVisible();
    await expert.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expect(muted).toBeVisible();
    await expert.keyboard.up('Space');
    await expert.getByRole('tab', { name: /^People/ }).focus();
    await expert.keyboard.down('Space');
    await expert.waitForTimeout(500);
    await expect(muted).toBeVisible();
    await expert.keyboard.up('Space');
    await noFocus(expert);
  });

  await test.step('a tap leaves an open microphone open; with the floor gone Space opens nothing', async () => {
    await expert.keyboard.press('v');
    await expect(live).toBeVisible();
    await expert.keyboard.press('Space');
    await expect(live).toBeVisible();
    await chair.keyboard.press('e');
    const closed = expert.getByRole('button', { name: /^Microphone off/ });
    await expect(closed).toBeVisible();
    await expert.keyboard.down('Space');
    await expert.waitForTimeout(500);
    await expect(closed).toBeVisible();
    await expert.keyboard.up('Space');
  });

  await test.step('a request sounds to the chair who chose so, and never into an open microphone', async () => {
    const sounded = () => chair.evaluate(() => window.track2Tones);
    const request = async (): Promise<void> => {
      await expert.keyboard.press('r');
      await dialog(expert).getByRole('button', { name: 'Ask for the floor' }).click();
      await expect(chair.getByRole('button', { name: /^Give the floor to / })).toBeVisible();
    };
    await choose(chair, 'A new request, or somebody in the lobby', 'On');
    await request();
    await expect.poll(sounded).toEqual([440]);
    await expert.keyboard.press('r');
    await dialog(expert).getByRole('button', { name: 'Withdraw' }).click();
    await chair.getByRole('button', { name: /^Take a microphone/ }).click();
    await expect(chair.getByRole('button', { name: /^Microphone on/ })).toBeVisible();
    await request();
    await chair.waitForTimeout(1000);
    expect(await sounded()).toEqual([440]);
  });
});
