import { rosterText as en } from '../../text/en/roster.ts';
import { rosterText as fa } from '../../text/fa/roster.ts';
import { useLaterText } from '../../text/later.ts';
import type { SayOf } from '../../text/sentences.ts';

const words = { en, fa } as const;

/** The words of the people and of what is done about them. Only for what is loaded later. */
export const useRosterText = (): SayOf<keyof typeof en> => useLaterText(words);
