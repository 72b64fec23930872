import { expect, type Page } from '@playwright/test';
import type { Platform } from './platform.ts';

/** The buttons of the way in, in both languages. */
const openSeat = /^(Open my seat|گشودن صندلی من)$/;
const accept = /^(I accept, enter the|می‌پذیرم و)/;

/** Opens a personal link and accepts the rule: into the lobby, or for those who run the meeting straight inside. */
export async function enterAs(page: Page, platform: Platform, seat: string): Promise<void> {
  const link = platform.links.get(seat);
  if (link === undefined) throw new Error(`no seat ${seat}`);
  await page.goto(link);
  await page.getByRole('button', { name: openSeat }).click();
  await page.getByRole('button', { name: accept }).click();
}

/** The chair lets somebody in who waits in the lobby. */
export async function admit(chair: Page, name: string): Promise<void> {
  await chair.getByRole('button', { name: `Admit ${name}` }).click();
}

/** The one who entered sees the table. */
export async function expectInside(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo')).toBeVisible({ timeout: 15_000 });
}
