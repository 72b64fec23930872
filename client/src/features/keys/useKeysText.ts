import { keysText as en } from '../../text/en/keys.ts';
import { keysText as fa } from '../../text/fa/keys.ts';
import { useLaterText } from '../../text/later.ts';

const words = { en, fa } as const;

/** The words of shortcuts and sounds. Only for what is loaded when it is opened, as these words are loaded with it. */
export const useKeysText = (): ((key: keyof typeof en) => string) => useLaterText(words);
