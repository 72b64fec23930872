import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export type Language = 'en' | 'fa';

/** A way of looking at a page. */
export type Form = { language: Language; theme: 'light' | 'dark'; size: keyof typeof sizes };

/** Every form, in an order in which the language changes least: that takes a reload. */
export const everyForm: readonly Form[] = (['en', 'fa'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['desk', 'phone'] as const).map((size) => ({ language, theme, size })),
  ),
);

/**
 * Whatever axe finds, in words: the rule, and the first places where it is broken. What passes is not listed, and no
 * page of its own is opened to join the findings of frames, of which the app has none: both take longer than looking.
 */
async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .setLegacyMode();
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`);
    return `${id} (${nodes.length}): ${places.join(' | ')}`;
  });
}

/** How much wider than the window the page is. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/**
 * Latin letters in what the interface itself says. Names stand in `bdi`, words of the meeting and of people in an
 * element of their own `lang`, names of devices in an `option`; within a sentence names are isolated by Unicode marks.
 */
function latinWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const content = 'bdi, [lang]:not(html, [lang="fa"]), option, script, style, noscript';
    const isolated = /[\u2066-\u2068][^\u2069]*\u2069/g;
    const found: string[] = [];
    const look = (words: string | null, where: string): void => {
      const own = (words ?? '').replace(isolated, '');
      if (/\p{Script=Latin}/u.test(own)) found.push(`${where}: ${own.trim().slice(0, 80)}`);
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(content) !== null) continue;
      for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
        look(element.getAttribute(name), `${element.tagName} ${name}`);
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) look(node.textContent, element.tagName);
    }
    return found;
  });
}

/** Colours glide for a moment after a change of theme; half-way they are nobody's colours. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

/** Looks at the page as it stands: nothing that axe objects to, no sideways scrolling, one script. */
export async function expectFlawless(page: Page, what: string, form: Form): Promise<void> {
  const where = `${what} (${form.language}, ${form.theme}, ${form.size})`;
  await settled(page);
  // A change of size reaches what depends on the kind of page a moment later.
  await expect.soft.poll(() => overflow(page), { message: `${where}: sideways overflow` }).toBeLessThanOrEqual(0);
  if (form.language === 'fa') expect.soft(await latinWords(page), `${where}: Latin letters`).toEqual([]);
  expect.soft(await violations(page), `${where}: axe`).toEqual([]);
}

/** Shows the page in one form. The language is the person's choice and outlives a reload. */
export async function showIn(page: Page, { language, theme, size }: Form): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    await page.evaluate((chosen) => localStorage.setItem('track2.ui', JSON.stringify({ language: chosen })), language);
    await page.reload();
    await expect(page.locator(`html[lang="${language}"]`)).toBeAttached();
  }
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize(sizes[size]);
}
