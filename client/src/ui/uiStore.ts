import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The languages that the interface speaks. */
export const languages = ['en', 'fa'] as const;
export type LanguageCode = (typeof languages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Which calendar Persian dates are written in; English ones are always Gregorian. */
export const calendars = ['persian', 'gregorian'] as const;
export type Calendar = (typeof calendars)[number];

export type ToastTone = 'info' | 'warn' | 'over';
/** A short message that leaves by itself. The sentence is ready to read, in the language it was made in. */
export type ToastMessage = { id: number; tone: ToastTone; sentence: string };

export type UiState = {
  language: LanguageCode;
  theme: Theme;
  calendar: Calendar;
  toasts: ToastMessage[];
  /** A question being written. Kept in memory alone: a draft is nobody else's business. */
  questionDraft: string;
};

const KEY = 'track2.ui';
const MOST_TOASTS = 3;

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);

/** What this browser remembers of choices; anything that no longer fits is forgotten. */
function remembered(): Partial<Pick<UiState, 'language' | 'theme' | 'calendar'>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const { language, theme, calendar }: Record<string, unknown> = { ...kept };
    const found = {
      language: oneOf(languages, language),
      theme: oneOf(themes, theme),
      calendar: oneOf(calendars, calendar),
    };
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  } catch {
    // Storage is withheld or holds no JSON: the defaults serve as well.
    return {};
  }
}

function languageOfBrowser(): LanguageCode {
  for (const tag of navigator.languages) {
    const found = oneOf(languages, tag.toLowerCase().split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** What belongs to this browser alone: language, look and short messages. Written by the actions of this file. */
export const uiStore = createStore<UiState>(() => ({
  language: languageOfBrowser(),
  theme: 'system',
  calendar: 'persian',
  toasts: [],
  questionDraft: '',
  ...remembered(),
}));

function choose(choice: Partial<Pick<UiState, 'language' | 'theme' | 'calendar'>>): void {
  uiStore.setState(choice);
  const { language, theme, calendar } = uiStore.getState();
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, theme, calendar }));
  } catch {
    // Storage is withheld: the choice lasts as long as the page.
  }
}

export const chooseLanguage = (language: LanguageCode): void => choose({ language });
export const chooseTheme = (theme: Theme): void => choose({ theme });
export const chooseCalendar = (calendar: Calendar): void => choose({ calendar });

/** Keeps what is written of a question, so that looking at another panel loses nothing. */
export const draftQuestion = (words: string): void => uiStore.setState({ questionDraft: words });

let lastToast = 0;

/** Shows a short message; the same sentence stands there once. */
export function showToast(sentence: string, tone: ToastTone = 'info'): void {
  lastToast += 1;
  const message = { id: lastToast, tone, sentence };
  const others = uiStore.getState().toasts.filter((toast) => toast.sentence !== sentence);
  uiStore.setState({ toasts: [...others, message].slice(-MOST_TOASTS) });
}

export function dismissToast(id: number): void {
  uiStore.setState({ toasts: uiStore.getState().toasts.filter((toast) => toast.id !== id) });
}

export const useUi = <T>(selector: (state: UiState) => T): T => useStore(uiStore, selector);
