import type { QueueEntryKind } from '@track2/shared';
import type { IconName } from '../../ui/Icon.tsx';

/** The icon of each kind of request. It repeats the word beside it. */
export const kindIcons: Readonly<Record<QueueEntryKind, IconName>> = {
  intervention: 'hand',
  directResponse: 'twoFingers',
  clarification: 'info',
  interposed: 'question',
  pointOfOrder: 'flag',
  rightOfReply: 'undo',
  tour: 'people',
};
