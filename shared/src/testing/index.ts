export { canaryOf } from './commands.ts';
export { type Given, given, type Outcome } from './given.ts';
export { type Played, plausibleCommand, play, type Rules, rules, wildCommand } from './history.ts';
export { treacherousIds } from './ids.ts';
export { type History, history, type Move, move } from './moves.ts';
export { packedPdf, pageColour, passwordProtectedPdf, pdfOf, scriptedPdf, truncatedPdf } from './pdfs.ts';
export { items, members, sampleMeeting, seats, startsAt } from './sample.ts';
export {
  back,
  beginning,
  by,
  contextOf,
  created,
  enter,
  everybodyInside,
  happened,
  held,
  lost,
  opened,
  pass,
  received,
  type Step,
  type Story,
  started,
  system,
  tell,
  wait,
  wallJumps,
} from './story.ts';
