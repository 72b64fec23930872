/** Backstage: who hears whom, and the way on stage. */
export const backstageText = {
  'backstage.title': 'You are backstage',
  'backstage.why': 'The room cannot hear or see you. You hear the room.',
  'backstage.whyPlanned': 'The room cannot hear or see you.',
  'backstage.hears': '{names} hear you here.',
  'backstage.hearsOne': '{names} hears you here.',
  'backstage.alone': 'Nobody else is backstage.',
  'backstage.called': 'The chair calls you on stage',
  'backstage.called.why': 'The room hears you only once you have the floor and open your microphone.',
  'backstage.say.called': 'The chair calls you on stage. Press “Go on stage” when you are ready.',
  'backstage.say.backstage': 'You are backstage. The room cannot hear you.',
  'backstage.say.onStage': 'You are in the room.',
  'backstage.people': 'People backstage',
  'backstage.room': 'In the room now',
  'backstage.test': 'Test sound and picture',
  'backstage.test.why': 'Nothing of it leaves your browser.',
} as const;
