/** Slides on the stage. */
export const slidesText = {
  'slides.label': 'Slides: {name}',
  'slides.shown': 'Slides are shown: {name}',
  'slides.driver.you': 'You turn the pages',
  'slides.driver.other': '{name} turns the pages',
  'slides.driver.none': 'Nobody turns the pages now',
  'slides.away': 'You look at page {page, number}; the speaker is at {at, number}.',
  'slides.back': 'Back to the speaker',
  'slides.ask': 'Ask to turn the pages',
  'slides.takeOver': 'Turn the pages',
  'slides.asks': '{name} asks to turn the pages.',
  'slides.handOver': 'Hand over',
  'slides.handOverTo': 'Hand over the pages to {name}',
  'slides.nobodyElse': 'Nobody else here may turn the pages now.',
  'slides.stop': 'End the slides',
  'slides.full': 'Full screen',
  'slides.leaveFull': 'Leave full screen',
} as const;
