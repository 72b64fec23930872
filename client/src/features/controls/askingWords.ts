import { askingText as en } from '../../text/en/asking.ts';
import { askingText as fa } from '../../text/fa/asking.ts';

/** The words of the dialogs of the bar, which are loaded with them. */
export const askingWords = { en, fa } as const;
