import type { slidesText as en } from '../en/slides.ts';

/** اسلایدها در صحنه. */
export const slidesText = {
  'slides.label': 'اسلایدها',
} as const satisfies Record<keyof typeof en, string>;
