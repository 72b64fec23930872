import { useMemo } from 'react';
import type { LanguageCode } from '../ui/uiStore.ts';
import { useLanguage } from './index.ts';
import { type SayOf, sayIn } from './sentences.ts';

/** The words of something that is loaded when it is opened, from the catalogues that are loaded with it. */
export function useLaterText<K extends string>(
  words: Readonly<Record<LanguageCode, Readonly<Record<K, string>>>>,
): SayOf<K> {
  const language = useLanguage();
  return useMemo(() => sayIn(language, words[language]), [language, words]);
}
