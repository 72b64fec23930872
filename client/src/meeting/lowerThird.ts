import { currentItem, type MeetingState } from '@track2/shared';

/**
 * What stands over a picture in the large place. A picture with a name on it is what leaves a room most easily: a
 * background item shows where the person comes from alone, and off the record nothing.
 */
export type LowerThird = 'nameAndOffice' | 'delegation' | 'none';

/** What the attribution of the current item allows in the large place. */
export function lowerThirdIn(state: MeetingState): LowerThird {
  switch (currentItem(state)?.attribution) {
    case 'offRecord':
      return 'none';
    case 'backgroundOnly':
      return 'delegation';
    default:
      return 'nameAndOffice';
  }
}
