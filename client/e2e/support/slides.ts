import { expect, type Page } from '@playwright/test';
import { pageColour } from '@track2/shared/testing';

/** A file as a person chooses it: its bytes, or where it lies when it is too large to be handed over. */
export type Chosen = { name: string; bytes: Uint8Array } | { path: string };

const payloadOf = (file: Chosen) =>
  'path' in file ? file.path : { name: file.name, mimeType: 'application/pdf', buffer: Buffer.from(file.bytes) };

/** The words of the window in which a document is added. */
export const uploadWords = {
  en: {
    add: 'Add a document',
    upload: 'Upload',
    again: 'Try again',
    choose: /^Choose (a|another) PDF$/,
    use: 'What it is for',
  },
  fa: { add: 'افزودن سند', upload: 'بارگذاری', again: 'تلاش دوباره', choose: /^گزینش پی‌دی‌اف/, use: 'کاربرد سند' },
} as const;

type Language = keyof typeof uploadWords;

/** Opens the window to add a document, unless it is open. */
export async function openUpload(page: Page, language: Language = 'en'): Promise<void> {
  if ((await page.getByRole('dialog').count()) > 0) return;
  await page.getByRole('button', { name: uploadWords[language].add }).filter({ visible: true }).last().click();
}

/** Chooses a file in the window to add a document, and sends it. */
export async function upload(
  page: Page,
  file: Chosen,
  { language = 'en', use = 'slides' }: { language?: Language; use?: 'slides' | 'paper' } = {},
): Promise<void> {
  await openUpload(page, language);
  const { upload: send, choose, use: useLabel } = uploadWords[language];
  const window = page.getByRole('dialog');
  await window.getByLabel(choose).setInputFiles(payloadOf(file));
  await window.getByLabel(useLabel).selectOption(use);
  await window.getByRole('button', { name: send, exact: true }).click();
}

/** The colour in the corner of the page of a document that is shown, red, green and blue; null when none is drawn. */
async function colourOf(page: Page, label: RegExp): Promise<number[] | null> {
  const sheet = page.getByRole('document', { name: label });
  if ((await sheet.count()) === 0) return null;
  return sheet.evaluate((element) => {
    const canvas = element.querySelector('canvas');
    const [red, green, blue] = canvas?.getContext('2d')?.getImageData(8, 8, 1, 1).data ?? [];
    return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
  });
}

/** How far a drawn colour may be from the one meant: drawing rounds. */
const NEAR = 2;

/** The page sees that page of slides made by `pdfOf`: it says so, and it is drawn. */
export async function expectSlide(page: Page, number: number, language: Language = 'en'): Promise<void> {
  const written = new Intl.NumberFormat(language).format(number);
  const label = language === 'en' ? new RegExp(`^Page ${written} of `) : new RegExp(`^صفحهٔ ${written} از `);
  const wanted = pageColour(number);
  await expect
    .poll(
      async () => {
        const drawn = await colourOf(page, label);
        return drawn?.every((part, index) => Math.abs(part - (wanted[index] ?? 0)) <= NEAR) ?? false;
      },
      { message: `page ${number} of the slides is drawn`, timeout: 15_000 },
    )
    .toBe(true);
}
