import { atDoorText as en } from '../../text/en/atDoor.ts';
import { atDoorText as fa } from '../../text/fa/atDoor.ts';
import { useLaterText } from '../../text/later.ts';
import type { SayOf } from '../../text/sentences.ts';

const words = { en, fa } as const;

/** The words of the door. Only for what is loaded with the door. */
export const useDoorText = (): SayOf<keyof typeof en> => useLaterText(words);
