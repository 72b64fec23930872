import type { Page } from '@playwright/test';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expect, test } from './support/people.ts';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
const choose = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('menuitem', { name }).first().click();
const showQuestions = (page: Page): Promise<void> => page.getByRole('tab', { name: /^(Questions|پرسش)/ }).click();

async function ask(page: Page, question: string): Promise<void> {
  await showQuestions(page);
  await page.getByRole('textbox', { name: /^(Your question|پرسش شما)$/ }).fill(question);
  await press(page, /^(Submit the question|فرستادن پرسش)$/);
  await expect(page.getByText(question).filter({ visible: true }).first()).toBeVisible();
}

const iranAsks = 'همسایگان چگونه می‌توانند بازگشت آوارگان را تضمین کنند؟';
const iranInEnglish = 'How can neighbours guarantee the return of refugees?';
const germanyAsks = 'Who would verify a reduction of violence?';
const norwayAsks = 'Who verifies that violence is reduced?';
const followUp = 'And who would pay for the return?';
const unnamed = 'Would observers be let into the border posts?';

test('three rounds of six people: written and live, one language beside the other, merged, deferred, followed up', async ({
  platform,
  person,
}) => {
  test.setTimeout(240_000);
  const chair = await person();
  const minister = await person();
  const iran = await person({ language: 'fa' });
  const germany = await person();
  const norway = await person();
  const pakistan = await person({ viewport: { width: 390, height: 844 } });
  const experts = [iran, germany, norway, pakistan];
  const takeFloor = (page: Page): Promise<void> => press(page, /^(You are called|نوبت شماست)/);

  await test.step('all enter, and the questions begin', async () => {
    await enterAs(chair, platform, 'chair');
    await expectInside(chair);
    for (const [page, seat] of [
      [minister, 'keynote'],
      [iran, 'ir-1'],
      [germany, 'de-1'],
      [norway, 'no-1'],
      [pakistan, 'pk-1'],
    ] as const)
      await enterAs(page, platform, seat);
    for (const name of ['Farid Nurzai', 'Leila Farahmand', 'Katrin Hollmann', 'Ingrid Bjørndal', 'Asad Qureshi'])
      await admit(chair, name);
    for (const page of [minister, ...experts]) await expectInside(page);
    await press(chair, 'Open the meeting');
    await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
    await press(chair, 'Start: Opening');
    await press(chair, 'Start: Keynote: a regional view');
    await press(chair, 'Start: Questions, round 1');
  });

  await test.step('one asks in Persian, two the same in English, one live', async () => {
    await ask(iran, iranAsks);
    await ask(germany, germanyAsks);
    await ask(norway, norwayAsks);
    await showQuestions(pakistan);
    await press(pakistan, 'Ask live');
    await press(pakistan, 'Submit the question');
    await expect(pakistan.getByText('Asked live, without a topic').first()).toBeVisible();
    // Until it is accepted nobody but the asker and those who run the meeting see it.
    await expect(germany.getByText(iranAsks)).toHaveCount(0);
  });

  await test.step('the same question is merged, and its asker is told', async () => {
    await press(chair, 'More for the question of Ingrid Bjørndal');
    await choose(chair, 'Same as another question …');
    const dialog = chair.getByRole('dialog');
    await dialog.getByRole('radio', { name: new RegExp(germanyAsks.slice(0, 20)) }).check({ force: true });
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await expect(norway.getByText(/asked together with (it|the question of Katrin Hollmann)/i).first()).toBeVisible();
  });

  await test.step('the Persian question has its translation beside it, each in its own direction', async () => {
    await press(chair, 'More for the question of Leila Farahmand');
    await choose(chair, 'Translation …');
    const dialog = chair.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Translation' }).fill(iranInEnglish);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await press(chair, 'Open a round');
    for (const name of ['Leila Farahmand', 'Katrin Hollmann', 'Asad Qureshi'])
      await press(chair, `Accept the question of ${name}`);
    for (const page of [germany, iran]) {
      await showQuestions(page);
      await expect(page.locator('[lang="fa"][dir="rtl"]').filter({ hasText: iranAsks }).first()).toBeVisible();
      await expect(page.locator('[lang="en"][dir="ltr"]').filter({ hasText: iranInEnglish }).first()).toBeVisible();
    }
  });

  await test.step('round 1: voiced, read out and asked live, then answered on one clock and ticked', async () => {
    await press(chair, 'Close round 1');
    await press(chair, 'Call the asker: Leila Farahmand, question 1');
    await takeFloor(iran);
    await expect(germany.getByRole('region', { name: 'The floor' })).toContainText('Leila Farahmand');
    await press(chair, 'End turn: Leila Farahmand');
    await press(chair, 'I read it out: question 2');
    await press(chair, 'Call the asker: Asad Qureshi, question 3');
    await takeFloor(pakistan);
    await press(chair, 'End turn: Asad Qureshi');
    await press(chair, 'Start the answers');
    await takeFloor(minister);
    await showQuestions(minister);
    // Whoever answers ticks too.
    await press(minister, 'Question 1: answered');
    await press(chair, 'Question 2: partly answered');
    await press(chair, 'Question 3: deferred');
    await showQuestions(germany);
    await expect(germany.getByText('Partly answered').filter({ visible: true }).first()).toBeVisible();
    await press(chair, 'Complete round 1');
  });

  await test.step('what is left goes on by choice: a reply in writing and the next round', async () => {
    await press(chair, 'Question of Katrin Hollmann: to a reply in writing');
    await press(chair, 'Question of Asad Qureshi: to the next round');
    await expect(germany.getByText('To a reply in writing').filter({ visible: true }).first()).toBeVisible();
    await press(minister, 'Answer in writing: the question of Katrin Hollmann');
    const dialog = minister.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your answer' }).fill('A joint commission of the neighbours.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(
      germany.getByText('A joint commission of the neighbours.').filter({ visible: true }).first(),
    ).toBeVisible();
  });

  await test.step('round 2: the deferred question comes first, then a follow-up and one without a name', async () => {
    await norway.getByRole('heading', { name: 'Completed rounds' }).click();
    await press(norway, 'Show all of question 1');
    await press(norway, 'Follow up on the question of Leila Farahmand');
    await norway.getByRole('textbox', { name: 'Your question' }).fill(followUp);
    await press(norway, 'Submit the question');
    await germany.getByRole('textbox', { name: 'Your question' }).fill(unnamed);
    await germany.getByText('Keep my name from the room').click();
    await press(germany, 'Submit the question');
    await press(chair, 'Accept the question of Ingrid Bjørndal');
    await press(chair, 'Accept the question of Katrin Hollmann');
    await press(chair, 'Open a round');
    await press(chair, 'Close round 2');
    await showQuestions(norway);
    await expect(norway.getByText(unnamed).filter({ visible: true }).first()).toBeVisible();
    await expect(norway.getByText('Name withheld').filter({ visible: true }).first()).toBeVisible();
    await expect(germany.getByText('Follow-up to the question of Leila Farahmand').first()).toBeVisible();
    await press(chair, 'Call the asker: Asad Qureshi, question 1');
    await takeFloor(pakistan);
    await press(chair, 'End turn: Asad Qureshi');
    await press(chair, 'I read it out: question 2');
    await press(chair, 'I read it out: question 3');
    await press(chair, 'Start the answers');
    await takeFloor(minister);
    await press(chair, 'Question 1: answered');
    await press(chair, 'Question 2: deferred');
    await press(chair, 'Question 3: answered');
    await press(chair, 'Complete round 2');
  });

  await test.step('round 3 takes what was carried over, and what is still open goes to the next meeting', async () => {
    await press(chair, 'Open a round');
    await expect(germany.getByText('Round 3').filter({ visible: true }).first()).toBeVisible();
    await expect(germany.getByText(followUp).filter({ visible: true }).first()).toBeVisible();
    await press(chair, 'Close round 3');
    await press(chair, 'Call the asker: Ingrid Bjørndal, question 1');
    await takeFloor(norway);
    await press(chair, 'End turn: Ingrid Bjørndal');
    await press(chair, 'Start the answers');
    await takeFloor(minister);
    await press(chair, 'Question 1: partly answered');
    await press(chair, 'Complete round 3');
    await press(chair, 'Question of Ingrid Bjørndal: to the next meeting');
    for (const page of [germany, norway]) {
      await showQuestions(page);
      await expect(page.getByText('To the next meeting').filter({ visible: true }).first()).toBeVisible();
    }
    await showQuestions(iran);
    await expect(iran.getByText(followUp).filter({ visible: true }).first()).toBeVisible();
  });
});
