import type { Page } from '@playwright/test';
import { permissions } from '@track2/shared';
import { pdfOf } from '@track2/shared/testing';
import { Attendee } from './support/crowd.ts';
import { enterAs, expectInside } from './support/entering.ts';
import { expect, test } from './support/people.ts';
import { type CommandRecord, recordCommands } from './support/recording.ts';
import { upload } from './support/slides.ts';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
const confirm = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name }).first().click();
const tab = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click();

async function askForTheFloor(page: Page): Promise<void> {
  await press(page, 'Ask for the floor');
  await confirm(page, 'Ask for the floor');
}

/** Asks to speak in another way than by the list. */
async function speakBy(page: Page, way: string, send: string): Promise<void> {
  await press(page, 'Other ways to speak');
  await confirm(page, way);
  await confirm(page, send);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function submit(page: Page, question: string): Promise<void> {
  await tab(page, /^Questions/);
  await page.getByRole('textbox', { name: 'Your question' }).fill(question);
  await press(page, 'Submit the question');
  await expect(page.getByText(question).first()).toBeVisible();
}

const verify = 'Who would verify a reduction of violence?';

/** Chooses from the menu of a question. */
async function about(page: Page, asker: string, act: string): Promise<void> {
  await press(page, `More for the question of ${asker}`);
  await page.getByRole('menuitem', { name: act }).click();
}

/** Chooses from the menu of a person in the list of people, which stays open or is opened. */
async function aboutPerson(page: Page, name: string, act: string | RegExp): Promise<void> {
  const menu = page.getByRole('dialog').getByRole('button', { name: `More for ${name}` });
  if (!(await menu.isVisible())) await press(page, /seats here/);
  await menu.click();
  await page.getByRole('menuitem', { name: act }).click();
}

/** Reads the rule and does not accept it, comes back, and tests the connection before entering. */
async function hesitate(page: Page): Promise<void> {
  await press(page, 'Open my seat');
  await press(page, 'Decline and leave');
  await press(page, 'Open my seat');
  await press(page, 'Test the connection');
  await page.getByRole('button', { name: 'Send the result to the organisers' }).click({ timeout: 60_000 });
  await press(page, /^I accept/);
}

const takeFloor = (page: Page): Promise<void> => press(page, 'You are called. Take the floor');

/** Goes through a meeting so that every command of the rules is given by a person's press at least once. */
async function holdMeeting({ chair, minister, expert }: { chair: Page; minister: Page; expert: Page }): Promise<void> {
  await test.step('the door: one admitted, one turned away and back, all others admitted; locked and unlocked', async () => {
    await press(chair, 'Admit Farid Nurzai');
    await press(chair, 'More for Leila Farahmand');
    await chair.getByRole('menuitem', { name: /^Turn away/ }).click();
    await confirm(chair, 'Turn away');
    await press(expert, 'Ask for admission again');
    await press(expert, /^I accept/);
    await press(chair, 'Admit all 2');
    await expectInside(expert);
    await press(chair, 'Lock the meeting');
    await press(chair, 'Unlock the meeting');
  });

  await test.step('the line to the chair, and what is done about a person', async () => {
    await press(expert, /^Line to the chair/);
    await expert.getByRole('textbox', { name: 'Your message' }).fill('May I speak early?');
    await confirm(expert, 'Send');
    await confirm(expert, 'Close');
    await aboutPerson(chair, 'Leila Farahmand', 'Allow another device');
    await aboutPerson(chair, 'Leila Farahmand', /^Change the role/);
    await chair.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Discussant' });
    await press(chair, 'Change the role');
    await expect(chair.getByRole('dialog')).toHaveCount(1);
    await confirm(chair, 'Close');
  });

  await test.step('the agenda and the opening', async () => {
    await press(chair, 'Open the meeting');
    await confirm(chair, 'Open the meeting');
    await press(chair, 'Edit the agenda');
    await press(chair, 'Add an item');
    await chair.getByRole('textbox', { name: 'Title in English' }).fill('A walk');
    await confirm(chair, 'Add');
    await press(chair, 'Change: A walk');
    await chair.getByRole('textbox', { name: 'Length in minutes' }).fill('7');
    await confirm(chair, 'Save');
    await press(chair, 'Move up: A walk');
    await press(chair, 'More on: A walk');
    await press(chair, 'Skip: A walk');
    await press(chair, 'Reopen: A walk');
    await press(chair, 'Note on: A walk');
    await chair.getByRole('textbox', { name: 'Your note' }).fill('Only if it is dry');
    await confirm(chair, 'Save');
    await press(chair, 'Add a hard stop');
    await chair.getByRole('textbox', { name: /^Time of day/ }).fill('23:59');
    await chair.getByRole('textbox', { name: 'What happens then, in English' }).fill('The bus leaves');
    await confirm(chair, 'Add');
    await press(chair, 'Drop the hard stop: The bus leaves');
    await press(chair, 'Drop: A walk');
    await confirm(chair, 'Drop the item');
    await press(chair, 'Start: Opening');
    await press(chair, 'Suspend: Opening');
    await press(chair, 'Take up again: Opening');
    await press(chair, 'Close item: Opening');
    await press(chair, 'Undo: “Opening” closed.');
    await press(chair, 'Close item: Opening');
    await press(chair, 'Done editing');
  });

  await test.step('the clocks and the time of a delegation', async () => {
    await press(chair, 'Speaking times');
    await chair.getByRole('textbox', { name: 'A turn of speech' }).fill('2:30');
    await confirm(chair, 'Save');
    await press(chair, 'Speaking times');
    await tab(chair, 'Delegations');
    await chair.getByRole('textbox', { name: 'Time of Iran' }).fill('12:00');
    await confirm(chair, 'Set the time of Iran');
    await expect(chair.getByText('0:00 of 12:00 used, 12:00 left')).toBeVisible();
    await confirm(chair, 'One more minute for Iran');
    await expect(chair.getByText('0:00 of 13:00 used, 13:00 left')).toBeVisible();
    await chair.getByRole('textbox', { name: 'Time of Norway' }).fill('5:00');
    await confirm(chair, 'Set the time of Norway');
    await confirm(chair, 'Share out what is left of Norway');
    await chair.getByRole('checkbox', { name: 'Iran' }).check();
    await confirm(chair, 'Share out, 5:00 for each');
    await expect(chair.getByText('0:00 of 18:00 used, 18:00 left')).toBeVisible();
    await confirm(chair, 'Close');
  });

  await test.step('the keynote: time, spotlight, call, pause, more time, end', async () => {
    await press(chair, 'Start: Keynote: a regional view');
    await chair.getByRole('textbox', { name: /Speaking time in minutes/ }).fill('20');
    await press(chair, 'Set the time');
    await press(chair, 'Show it to everyone');
    await press(minister, 'Go backstage');
    await press(chair, 'Call Farid Nurzai on stage');
    await press(minister, 'Go on stage');
    await press(chair, 'Edit the introduction');
    await chair.getByRole('textbox', { name: 'In English' }).fill('He has chaired the commission on water since 2017.');
    await confirm(chair, 'Save');
    await expect(expert.getByRole('region', { name: 'Introduction' })).toBeVisible();
    await press(chair, 'Put a seat in the spotlight');
    await chair.getByRole('menuitem', { name: 'Samira Rahimi' }).click();
    await press(chair, 'Give the floor to Farid Nurzai');
    await takeFloor(minister);
    await press(chair, 'Wrap up: cue to Farid Nurzai');
    await press(minister, 'Understood: Please wrap up');
    await press(minister, /^Ask to show my screen/);
    await press(chair, 'Allow the screen: Farid Nurzai');
    await press(chair, 'Take the leave back: Farid Nurzai');
    await chair.keyboard.press('p');
    await press(chair, 'Resume: Farid Nurzai');
    await press(chair, '+1 min: Farid Nurzai');
    await press(chair, '−1 min: Farid Nurzai');
    await press(chair, 'Interrupt: Farid Nurzai');
    await confirm(chair, 'Call Leila Farahmand');
    await takeFloor(expert);
    await press(expert, 'End my turn');
    await press(minister, 'Hand over to Yusuf Karimi');
    await press(minister, 'Take over from Yusuf Karimi');
    await press(chair, 'End turn: Farid Nurzai');
    await press(chair, 'Take a microphone');
    await press(chair, 'End my turn');
  });

  await test.step('slides: brought, presented, turned, handed over and asked back, ended, removed', async () => {
    await upload(minister, { name: 'A regional view.pdf', bytes: pdfOf({ pages: 3 }) });
    await confirm(minister, 'Done');
    await press(minister, 'Present A regional view.pdf');
    await press(minister, 'Next page');
    await expect(expert.getByRole('document', { name: 'Page 2 of 3' })).toBeVisible();
    await press(minister, 'Hand over');
    await minister.getByRole('menuitem', { name: 'Samira Rahimi' }).click();
    await press(minister, 'Ask to turn the pages');
    await press(chair, 'Hand over the pages to Farid Nurzai');
    await press(minister, 'End the slides');
    await press(minister, 'More for A regional view.pdf');
    await minister.getByRole('menuitem', { name: 'Remove' }).click();
    await confirm(minister, 'Remove');
    await expect(chair.getByRole('button', { name: 'Open A regional view.pdf' })).toHaveCount(0);
  });

  await test.step('questions: changed, withdrawn and asked again; merged, labelled, translated; voted up', async () => {
    await press(chair, 'Start: Questions, round 1');
    await press(chair, 'Speaking times');
    await chair.getByRole('combobox', { name: 'Questions can be voted up' }).selectOption({ index: 1 });
    await confirm(chair, 'Save');
    await submit(expert, 'Who would verify a reduction?');
    await press(expert, 'Change your question: Who would verify a reduction?');
    await expert.getByRole('dialog').getByRole('textbox', { name: 'Your question' }).fill(verify);
    await confirm(expert, 'Save');
    await press(expert, `Withdraw your question: ${verify}`);
    await press(expert, `Ask again: ${verify}`);
    await submit(minister, 'Who would verify it?');
    await about(chair, 'Farid Nurzai', 'Same as another question …');
    await chair.getByRole('dialog').getByText(verify).click();
    await confirm(chair, 'Merge');
    await about(chair, 'Leila Farahmand', 'Labels …');
    await chair.getByRole('textbox', { name: 'Labels, separated by commas' }).fill('security, monitoring');
    await confirm(chair, 'Save');
    await about(chair, 'Leila Farahmand', 'Translation …');
    await chair.getByRole('textbox', { name: 'Translation' }).fill('چه کسی کاهش خشونت را راستی‌آزمایی می‌کند؟');
    await confirm(chair, 'Save');
    await press(chair, 'Accept the question of Leila Farahmand');
    await tab(minister, /^Questions/);
    await press(minister, /^Support 0: /);
  });

  await test.step('a round of questions: put in order, put aside, read out and voiced, answered, carried over', async () => {
    await submit(expert, 'Which transit corridors could open first?');
    await press(chair, 'Accept the question of Leila Farahmand');
    await submit(expert, 'Where would the water be shared?');
    await press(chair, 'Put aside the question of Leila Farahmand');
    await chair.getByText(/^Put aside \(/).click();
    await press(chair, 'Restore the question of Leila Farahmand');
    await press(chair, 'Accept the question of Leila Farahmand');
    await press(chair, 'One place fewer');
    await press(chair, 'Open a round');
    await press(chair, 'One place more');
    await press(chair, 'Take into round 1: the question of Leila Farahmand');
    await press(chair, 'Put back the question of Leila Farahmand');
    await press(chair, 'Order: Round 1');
    await press(chair, /^Move down: Which transit/);
    await expect(chair.getByRole('dialog').getByRole('row').nth(1)).toContainText('Which transit');
    await confirm(chair, 'Close');
    await press(chair, 'Close round 1');
    await press(chair, 'Call the asker: Leila Farahmand, question 1');
    await takeFloor(expert);
    await press(expert, 'End my turn');
    await press(chair, 'I read it out: question 2');
    await press(chair, 'Start the answers');
    await press(minister, 'Not now');
    await press(chair, 'Call the answer again');
    await takeFloor(minister);
    await press(minister, 'Question 1: answered');
    await press(chair, 'Complete round 1');
    await press(chair, 'Question of Leila Farahmand: to a reply in writing');
    await press(minister, 'Answer in writing: the question of Leila Farahmand');
    await minister.getByRole('textbox', { name: 'Your answer' }).fill('The road in the north, in spring.');
    await confirm(minister, 'Save');
    await expect(expert.getByText('The road in the north, in spring.').first()).toBeVisible();
  });

  await test.step('the list: closed and opened, moved, withdrawn, called', async () => {
    for (const item of ['Questions, round 2', 'Questions, round 3', 'General discussion'])
      await press(chair, `Start: ${item}`);
    await press(chair, 'Close the list');
    await press(chair, 'Open the list');
    await askForTheFloor(expert);
    await askForTheFloor(minister);
    await press(chair, 'Move Farid Nurzai up');
    await expect(expert.getByText('You are 2nd').first()).toBeVisible();
    await press(minister, /^You are 1st/);
    await confirm(minister, 'Withdraw');
    await expect(chair.getByRole('button', { name: 'Give the floor to Leila Farahmand' })).toBeVisible();
    await chair.keyboard.press('n');
    await takeFloor(expert);
    await press(chair, 'End turn: Leila Farahmand');
    await press(chair, 'Change the mode');
    await press(chair, 'Choose: Open');
    await press(minister, 'Take a microphone');
    await press(expert, 'Take a microphone');
    await press(chair, 'Mute all others, only Leila Farahmand keeps the floor');
    await press(expert, 'End my turn');
  });

  await test.step('the list: a seat added, the last speaker again, one let go first; a tour with a pass', async () => {
    await press(chair, 'Put Leila Farahmand first in the list again');
    await press(chair, 'Add a seat');
    await chair.getByRole('textbox', { name: 'Name or delegation' }).fill('farid');
    await confirm(chair, 'Add Farid Nurzai at the end');
    await confirm(chair, 'Close');
    await press(chair, 'More for Leila Farahmand');
    await chair.getByRole('menuitem', { name: 'Put Leila Farahmand one place down' }).click();
    await expect(expert.getByText('You are 2nd').first()).toBeVisible();
    await press(chair, 'Tour de table');
    await confirm(chair, 'By delegation');
    await confirm(chair, 'Start the tour');
    await expect(chair.getByRole('button', { name: 'End the tour' })).toBeVisible();
    await press(chair, 'More for Farid Nurzai');
    await chair.getByRole('menuitem', { name: 'Pass in the tour' }).click();
    await chair.locator('summary', { hasText: 'off the list' }).click();
    await press(chair, 'Farid Nurzai comes back to the tour');
    await press(chair, 'End the tour');
  });

  await test.step('the ways to speak: respond, point of order, reply, a question let in and one not; time yielded', async () => {
    await expect(chair.getByRole('button', { name: 'Give the floor to Farid Nurzai' })).toBeVisible();
    await chair.keyboard.press('n');
    await takeFloor(minister);
    await speakBy(expert, 'Direct response', 'Ask to respond');
    await speakBy(expert, 'Right of reply', 'Ask for the right of reply');
    await speakBy(expert, 'Point of order', 'Raise the point of order');
    await speakBy(expert, 'Question to the speaker', 'Ask the speaker');
    await press(minister, 'Not now: the question of Leila Farahmand');
    await speakBy(expert, 'Question to the speaker', 'Ask the speaker');
    await press(minister, 'Let in the question of Leila Farahmand');
    await takeFloor(expert);
    await press(expert, 'End my turn');
    await press(minister, 'Yield my time');
    await confirm(minister, 'To the chair');
    await expect(expert.getByText('Nobody has the floor').first()).toBeVisible();
  });

  await test.step('removal, leaving, and a chair who hands over, goes away and is followed', async () => {
    await aboutPerson(chair, 'Yusuf Karimi', /^Remove/);
    await press(chair, 'Remove for good');
    await aboutPerson(chair, 'Leila Farahmand', /^Hand over the chair/);
    await press(chair, 'Hand over the chair');
    await expect(chair.getByRole('dialog')).toHaveCount(1);
    await confirm(chair, 'Close');
    for (const page of [minister, expert]) {
      await press(page, 'Leave');
      await confirm(page, 'Leave the meeting');
    }
    // The chair has to be away for a minute.
    await chair.getByRole('button', { name: 'Take the chair' }).click({ timeout: 80_000 });
    await press(chair, 'Adjourn');
    await confirm(chair, 'Adjourn the meeting');
    await expect(chair.getByText('The meeting is closed').first()).toBeVisible();
  });
}

test('every command of the rules is given from the interface, and taken', async ({ platform, person }) => {
  test.setTimeout(420_000);
  const [chair, minister, expert] = await Promise.all([person(), person(), person()]);
  const records: CommandRecord[] = [chair, minister, expert].map(recordCommands);
  await Promise.all([
    enterAs(chair, platform, 'chair'),
    enterAs(minister, platform, 'keynote'),
    expert.goto(platform.links.get('ir-1') ?? '').then(() => hesitate(expert)),
  ]);
  // On the minister's seat, to whom the floor is handed.
  await Attendee.enter(platform, 'keynote+aide');
  await expectInside(chair);
  await holdMeeting({ chair, minister, expert });

  const missing = (): string[] => {
    const applied = new Set(records.flatMap((record) => [...record.applied]));
    return Object.keys(permissions).filter((type) => !applied.has(type));
  };
  // The last answer may reach this test a moment after the page has shown what followed from it.
  await expect.poll(missing).toEqual([]);
});
