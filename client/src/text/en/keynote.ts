/** The keynote's slot: who is in the spotlight, the time, and the floor. */
export const keynoteText = {
  'keynote.title': 'Keynote and spotlight',
  'keynote.noSpeaker': 'The agenda names no speaker for it.',
  'keynote.budget': 'Speaking time in minutes',
  'keynote.budget.now': '(now {time})',
  'keynote.budget.set': 'Set the time',
  'keynote.spotlight': 'Spotlight',
  'keynote.spotlight.hint': 'Up to three seats stay on the stage for everybody.',
  'keynote.spotlight.none': 'Nobody is in the spotlight.',
  'keynote.spotlight.add': 'Put a seat in the spotlight',
  'keynote.spotlight.removeNamed': 'Take {name} out of the spotlight',
  'keynote.spotlight.full': 'Three seats are in the spotlight. Take one out first.',
} as const;
