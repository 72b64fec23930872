export * from './meeting/agenda/forecast.ts';
export { isStanding, MOST_STOPS } from './meeting/agenda/hardStops.ts';
export * from './meeting/agenda/itemTypes.ts';
export { currentItem, heldAt, isDone, MOST_ITEMS } from './meeting/agenda/rules.ts';
export * from './meeting/agenda/schema.ts';
export { branchOf, levelOf, MOST_LEVELS, numbersOf } from './meeting/agenda/tree.ts';
export * from './meeting/deadlines.ts';
export { documentById, uploadRefusal } from './meeting/documents/rules.ts';
export * from './meeting/documents/schema.ts';
export { evolve } from './meeting/evolve.ts';
export { closesAt, spokenBy, usedAt } from './meeting/floor/clocks.ts';
export { isInterruptible } from './meeting/floor/interruptions.ts';
export { entryOf, interruptedBy, isInterruption, isIntervention } from './meeting/floor/purposes.ts';
export * from './meeting/floor/schema.ts';
export { holderOf, placesIn, placesTaken } from './meeting/floor/turns.ts';
export * from './meeting/keynote/schema.ts';
export { readsLine } from './meeting/lines/rules.ts';
export * from './meeting/lines/schema.ts';
export * from './meeting/mediaGrant.ts';
export { decide, decideBySystem } from './meeting/meeting.ts';
export * from './meeting/messages.ts';
export * from './meeting/permissions.ts';
export * from './meeting/projection.ts';
export {
  awaitsRound,
  collectingRound,
  isPublic,
  questionById,
  respondentsOf,
  roundById,
} from './meeting/questions/pool.ts';
export * from './meeting/questions/schema.ts';
export { CHAIR_AWAY_MS } from './meeting/roster/roles.ts';
export {
  isBackstage,
  isDoubtful,
  isInRoom,
  isInside,
  isSeatBackstage,
  isSeatPresent,
  memberById,
  nothingKnown,
  placeOfMember,
  seatById,
} from './meeting/roster/rules.ts';
export * from './meeting/roster/schema.ts';
export { initialState } from './meeting/session/rules.ts';
export * from './meeting/session/schema.ts';
export { isUndoable, UNDO_MS } from './meeting/session/undo.ts';
export { mayPresent } from './meeting/slides/rules.ts';
export * from './meeting/slides/schema.ts';
export * from './meeting/speakers/entries.ts';
export { waitOf } from './meeting/speakers/estimate.ts';
export * from './meeting/speakers/schema.ts';
export * from './meeting/state.ts';
export { upcast } from './meeting/upcast.ts';
export * from './meeting/words.ts';
export * from './protocol/check.ts';
export * from './protocol/desk.ts';
export * from './protocol/http.ts';
export * from './protocol/media.ts';
export * from './protocol/meetingFile.ts';
export * from './protocol/socket.ts';
export * from './text/pickWords.ts';
export { placeOfZone } from './text/places.ts';
