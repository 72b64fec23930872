/** The pages a document opens at the press of a key: one on, one back, the first, the last. */
const steps: Readonly<Record<string, (page: number, pages: number) => number>> = {
  PageDown: (page) => page + 1,
  PageUp: (page) => page - 1,
  Home: () => 1,
  End: (_, pages) => pages,
};

const arrows: Readonly<Record<'ltr' | 'rtl', Readonly<Record<string, string>>>> = {
  ltr: { ArrowRight: 'PageDown', ArrowLeft: 'PageUp' },
  rtl: { ArrowLeft: 'PageDown', ArrowRight: 'PageUp' },
};

/** The page of a document that a key leads to, or null for a key that leads nowhere. Arrows follow the reading direction. */
export function pageByKey(key: string, at: { page: number; pages: number; reading: 'ltr' | 'rtl' }): number | null {
  const step = steps[arrows[at.reading][key] ?? key];
  if (step === undefined) return null;
  return Math.min(Math.max(step(at.page, at.pages), 1), at.pages);
}
