import { linesText as en } from '../text/en/lines.ts';
import { linesText as fa } from '../text/fa/lines.ts';
import { useLaterText } from '../text/later.ts';
import type { SayOf } from '../text/sentences.ts';

const words = { en, fa } as const;

/** The words of lines. Only for what is loaded with their window. */
export const useLinesText = (): SayOf<keyof typeof en> => useLaterText(words);
