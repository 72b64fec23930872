import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { passwordProtectedPdf, pdfOf, truncatedPdf } from '@track2/shared/testing';
import { Attendee } from './support/crowd.ts';
import { admit, enterAs, expectInside } from './support/entering.ts';
import { expect, test } from './support/people.ts';
import { type Chosen, expectSlide, upload } from './support/slides.ts';

const MEGABYTES_200 = 200_000_000;

/** A file of 200 MB that begins as a PDF does. It takes no room on the disk: the rest is a hole. */
async function heavyFile(folder: string): Promise<Chosen> {
  const path = join(folder, 'heavy.pdf');
  const file = await open(path, 'w');
  await file.write('%PDF-1.7\n');
  await file.truncate(MEGABYTES_200);
  await file.close();
  return { path };
}

const hostile: readonly [what: string, file: Chosen, sentence: RegExp][] = [
  ['cut in half', { name: 'cut.pdf', bytes: truncatedPdf() }, /^This PDF is damaged and cannot be shown\./],
  [
    'locked by a password',
    { name: 'locked.pdf', bytes: passwordProtectedPdf() },
    /^This PDF is protected by a password\. Save it without/,
  ],
  [
    'of 600 pages',
    { name: 'long.pdf', bytes: pdfOf({ pages: 600 }) },
    /^This file has 600 pages: 300 at most\. Leave pages out/,
  ],
  [
    'no PDF, whatever its name says',
    { name: 'letter.pdf', bytes: Buffer.from('Distinguished colleagues') },
    /^This is not a PDF\. Export the document as a PDF/,
  ],
];
const tooLarge = /^This file is too large: 50 MB at most\. Export it/;

/** Enters in Persian with a page that was told of no limits: the server alone holds it to them. */
async function enterBelievingInMore(page: Page, link: string): Promise<void> {
  await page.route('**/api/enter', async (route) => {
    const response = await route.fetch();
    const entry = (await response.json()) as object;
    await route.fulfill({ response, json: { ...entry, uploads: { mostBytes: 1e9, mostPages: 1e6 } } });
  });
  await page.goto(link);
  await page.getByRole('button', { name: 'گشودن صندلی من' }).click();
  await page.getByRole('button', { name: /^می‌پذیرم/ }).click();
}

/** Somebody else's page: the agenda has to go on moving there, whatever is uploaded meanwhile. */
class Onlooker {
  readonly #page: Page;
  readonly #moderator: Attendee;
  #minutes = 40;

  constructor(page: Page, moderator: Attendee) {
    this.#page = page;
    this.#moderator = moderator;
  }

  /** A change of the agenda is on the page within a second. */
  async seesChange(): Promise<void> {
    this.#minutes += 1;
    const { items } = (await this.#moderator.state()).agenda;
    const item = items.findLast(({ status }) => status === 'planned')?.id ?? '';
    await this.#moderator.send({ type: 'agenda.changeItem', item, plannedMs: this.#minutes * 60_000 });
    await expect(this.#page.getByText(`${this.#minutes} min`, { exact: true })).toBeVisible({ timeout: 1000 });
  }
}

test('a hostile file gets a clear sentence in the interface, and harms nobody', async ({ platform, person }) => {
  test.setTimeout(180_000);
  const [chair, minister, expert] = await Promise.all([person(), person({ language: 'fa' }), person()]);
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);
  await enterAs(expert, platform, 'ir-1');
  await admit(chair, 'Leila Farahmand');
  await enterBelievingInMore(minister, platform.links.get('keynote') ?? '');
  await admit(chair, 'Farid Nurzai');
  await Promise.all([expectInside(expert), expectInside(minister)]);
  await chair.getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  const moderator = await Attendee.enter(platform, 'co-moderator');
  const onlooker = new Onlooker(expert, moderator);
  await onlooker.seesChange();

  for (const [what, file, sentence] of hostile) {
    await test.step(`a file ${what}`, async () => {
      await upload(chair, file);
      await Promise.all([
        expect(chair.getByRole('dialog').getByRole('alert')).toHaveText(sentence, { timeout: 15_000 }),
        onlooker.seesChange(),
      ]);
    });
  }

  await test.step('200 MB: told before a byte is sent', async () => {
    let sent = 0;
    chair.on('request', (request) => (sent += request.url().includes('/api/documents') ? 1 : 0));
    await upload(chair, await heavyFile(platform.folder));
    await expect(chair.getByRole('dialog').getByRole('alert')).toHaveText(tooLarge);
    expect(sent).toBe(0);
  });
  await chair.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await test.step('200 MB from a page that believes in more: sent, and turned down by the server', async () => {
    await upload(minister, await heavyFile(platform.folder), { language: 'fa' });
    await Promise.all([
      expect(minister.getByRole('dialog').getByRole('alert')).toHaveText(
        /^این پرونده بیش از اندازه بزرگ است: حداکثر ۵۰ مگابایت\./,
        { timeout: 20_000 },
      ),
      onlooker.seesChange(),
    ]);
  });

  await test.step('the same window in Persian says what is wrong with another file', async () => {
    await upload(minister, { name: 'locked.pdf', bytes: passwordProtectedPdf() }, { language: 'fa' });
    await expect(minister.getByRole('dialog').getByRole('alert')).toHaveText(/^این پی‌دی‌اف گذرواژه دارد\./, {
      timeout: 15_000,
    });
  });

  await test.step('nothing of it is in the meeting; a good file is, and is shown to others page by page', async () => {
    expect((await moderator.state()).documents.documents).toEqual([]);
    await upload(minister, { name: 'Regional view.pdf', bytes: pdfOf({ pages: 3 }) }, { language: 'fa' });
    await expect(minister.getByRole('dialog').getByText('در جلسه است')).toBeVisible({ timeout: 15_000 });
    await minister.getByRole('dialog').getByRole('button', { name: 'پایان' }).click();
    const [document] = (await moderator.state()).documents.documents;
    await moderator.send({ type: 'slides.present', document: document?.id ?? '' });
    await expectSlide(expert, 1);
    await moderator.send({ type: 'slides.turnPage', document: document?.id ?? '', page: 3 });
    await Promise.all([expectSlide(expert, 3), expectSlide(minister, 3, 'fa')]);
    await onlooker.seesChange();
  });
  moderator.close();
});

test('a link lost on the way costs another press and nothing else', async ({ platform, person }) => {
  const [chair, expert] = await Promise.all([person(), person()]);
  await enterAs(chair, platform, 'chair');
  await expectInside(chair);
  await enterAs(expert, platform, 'ir-1');
  await admit(chair, 'Leila Farahmand');
  await expectInside(expert);
  await chair.getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Open the meeting' }).click();
  await chair.getByRole('button', { name: 'Start: Opening' }).filter({ visible: true }).first().click();

  await test.step('the file on its way up', async () => {
    await chair.route('**/api/documents?*', (route) => route.abort('connectionreset'), { times: 1 });
    await upload(chair, { name: 'Programme.pdf', bytes: pdfOf({ pages: 2 }) });
    await expect(chair.getByRole('dialog').getByRole('alert')).toHaveText(/^The link was lost before/);
    await chair.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Done' }).click({ timeout: 15_000 });
  });

  await test.step('the slides on their way down, for one person; when they are removed they go', async () => {
    await expert.route('**/api/documents/*', (route) => route.abort('connectionreset'), { times: 1 });
    await chair.getByRole('button', { name: 'Present Programme.pdf' }).click();
    await expect(expert.getByText(/^The document did not arrive/)).toBeVisible();
    await expert.getByRole('button', { name: 'Try again' }).click();
    await expectSlide(expert, 1);
    await chair.getByRole('button', { name: 'More for Programme.pdf' }).click();
    await chair.getByRole('menuitem', { name: 'Remove' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(expert.getByRole('region', { name: /^Slides:/ })).toHaveCount(0);
    await expect(expert.getByRole('button', { name: 'Open Programme.pdf' })).toHaveCount(0);
  });
});
