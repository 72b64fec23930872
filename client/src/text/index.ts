import { createContext, useContext, useMemo } from 'react';
import { type Calendar, type LanguageCode, useUi } from '../ui/uiStore.ts';
import type { afterwards } from './en/afterwards.ts';
import type { catalogue } from './en/index.ts';
import { type Formats, formatsFor } from './formats.ts';
import type { Say, Values } from './sentences.ts';

/** The key of every text of the interface. */
export type TextKey = keyof typeof catalogue | keyof typeof afterwards;

/** How many words are loaded: those of the pages before the meeting, with those of the meeting, or all. */
export type Extent = 'door' | 'meeting' | 'whole';

/** The language that the page is written in now, with the function that fills its sentences. */
export type Spoken = { language: LanguageCode; extent: Extent; say: Say };

/** Provided by `TextProvider`, once the words of a language are loaded. */
export const SpokenContext = createContext<Spoken | null>(null);

/** Asks `TextProvider` for more words. */
export const WidenContext = createContext<(extent: Extent) => void>(() => {});

/** The words that are loaded now, and their language. */
export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error('no TextProvider above');
  return spoken;
}

/** The function that gives the text of a key in the person's language; it changes with the language alone. */
export function useText(): (key: TextKey, values?: Values) => string {
  return useSpoken().say;
}

/** The language that the page is written in now. */
export const useLanguage = (): LanguageCode => useSpoken().language;

/** Times, lengths and numbers as they are written in the person's language, digits and calendar. */
export function useFormats(): Formats {
  const { language, say } = useSpoken();
  const calendar: Calendar = useUi((ui) => ui.calendar);
  return useMemo(() => formatsFor(language, calendar, say), [language, calendar, say]);
}
