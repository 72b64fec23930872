import { currentItem, type Id, type MeetingState, type SealedWords } from '@track2/shared';

/** The introduction that stands on the stage. */
export type Introduced = { item: Id; seat: Id | null; words: SealedWords };

/** Whether somebody has taken the floor for the keynote of that item. */
export const isKeynoteHeld = (state: MeetingState, item: Id): boolean => state.keynote.begun.includes(item);

/** The introduction of the current keynote's speaker, until the keynote is held. */
export function introductionNow(state: MeetingState): Introduced | null {
  const item = currentItem(state);
  if (item?.type !== 'keynote' || isKeynoteHeld(state, item.id)) return null;
  const found = state.keynote.introductions.find((each) => each.item === item.id);
  return found === undefined ? null : { item: item.id, seat: item.speaker, words: found.introduction };
}
