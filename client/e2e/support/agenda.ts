import { expect, type Page } from '@playwright/test';

/** How long a change of the agenda may take from the chair's press to everybody's screen, in milliseconds. */
export const PUSH_MS = 1000;

/** What a page's agenda has to show: its lines as text, one below the other. */
export type Sight = { page: Page; shows: RegExp } | { page: Page; hides: RegExp };

type Question = { source: string; wanted: boolean };

const asked = (sight: Sight): Question =>
  'shows' in sight ? { source: sight.shows.source, wanted: true } : { source: sight.hides.source, wanted: false };

/** The moment at which the agenda of a page first answers that question, on the clock that all pages share. */
const answered = (page: Page, question: Question): Promise<number> =>
  page.evaluate(
    ({ source, wanted }) =>
      new Promise<number>((resolve) => {
        const pattern = new RegExp(source, 's');
        const look = (): boolean => {
          const lines = document.querySelectorAll('section[aria-labelledby="agenda-title"] li');
          const shown = [...lines].map((line) => line.textContent).join('\n');
          if (pattern.test(shown) !== wanted) return false;
          resolve(performance.timeOrigin + performance.now());
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    question,
  );

/** The moment of the next press on that page. */
const pressed = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), {
          capture: true,
          once: true,
        }),
      ),
  );

/** Has the chair press something, and holds every agenda to showing what follows within a second; returns how long each took. */
export async function expectPushed(
  chair: Page,
  press: () => Promise<void>,
  sights: readonly Sight[],
): Promise<number[]> {
  // Not before the press: a sight that is there already would show nothing.
  const moment = pressed(chair);
  const watching = sights.map((sight) => answered(sight.page, asked(sight)));
  const early = await Promise.race([
    Promise.any(watching).then(() => 'there already'),
    new Promise<string>((resolve) => setTimeout(() => resolve('not yet'), 200)),
  ]);
  expect(early).toBe('not yet');
  await press();
  const at = await moment;
  const took = (await Promise.all(watching)).map((seen) => Math.round(seen - at));
  for (const ms of took) expect(ms).toBeLessThanOrEqual(PUSH_MS);
  return took;
}
