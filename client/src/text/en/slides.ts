/** Slides on the stage. */
export const slidesText = {
  'slides.label': 'Slides',
} as const;
