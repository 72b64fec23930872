import { keysText as en } from '../../text/en/keys.ts';
import { keysText as fa } from '../../text/fa/keys.ts';
import { useLanguage } from '../../text/index.ts';

const words = { en, fa } as const;

/**
 * The words of shortcuts and sounds, none of which has anything to fill in. Only for what is loaded when it is opened,
 * as these words are loaded with it.
 */
export function useKeysText(): (key: keyof typeof en) => string {
  const known = words[useLanguage()];
  return (key) => known[key];
}
