import { questionDeskText as en } from '../../text/en/questionDesk.ts';
import { questionDeskText as fa } from '../../text/fa/questionDesk.ts';
import { useLaterText } from '../../text/later.ts';
import type { SayOf } from '../../text/sentences.ts';

const words = { en, fa } as const;

/** The words of the desk. Only for what is loaded with the desk, as these words are loaded with it. */
export const useDeskText = (): SayOf<keyof typeof en> => useLaterText(words);
