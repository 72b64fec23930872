import { questionDialogsText as en } from '../../text/en/questionDialogs.ts';
import { questionDialogsText as fa } from '../../text/fa/questionDialogs.ts';
import { useLaterText } from '../../text/later.ts';
import type { SayOf } from '../../text/sentences.ts';

const words = { en, fa } as const;

/** The words of the windows about a question. Only for what is loaded with them. */
export const useDialogText = (): SayOf<keyof typeof en> => useLaterText(words);
