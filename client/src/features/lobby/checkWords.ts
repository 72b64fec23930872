import { checkText as en } from '../../text/en/check.ts';
import { checkText as fa } from '../../text/fa/check.ts';

/** The words of what the equipment test found, which are loaded with the test. */
export const checkWords = { en, fa } as const;
