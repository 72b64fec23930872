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

export const switches = ['on', 'off'] as const;
export type Switch = (typeof switches)[number];

/** The moments that have a tone: one's own place and turn, and for who runs the meeting what comes in. */
export const tones = ['next', 'floor', 'twoMinutes', 'request'] as const;
export type Tone = (typeof tones)[number];

export type ToastTone = 'info' | 'warn' | 'over';
/** A short message that leaves by itself. The sentence is ready to read, in the language it was made in. */
export type ToastMessage = { id: number; tone: ToastTone; sentence: string };

export type UiState = {
  language: LanguageCode;
  theme: Theme;
  calendar: Calendar;
  /** Whether single keys do something; a stray letter must not, for whom it strays. */
  shortcuts: Switch;
  /** Whether Space held opens the own microphone; as the other keys only while these are on. */
  pushToTalk: Switch;
  /** The moments whose tone is wanted. */
  tones: readonly Tone[];
  /** Whether the list of shortcuts is in front. */
  help: 'shut' | 'open';
  toasts: ToastMessage[];
};

const KEY = 'track2.ui';
const MOST_TOASTS = 3;

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);

type Choices = Pick<UiState, 'language' | 'theme' | 'calendar' | 'shortcuts' | 'pushToTalk' | 'tones'>;

/** What this browser remembers of choices; anything that no longer fits is forgotten. */
function remembered(): Partial<Choices> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const { tones: wanted, ...one }: Record<string, unknown> = { ...kept };
    const found = {
      language: oneOf(languages, one.language),
      theme: oneOf(themes, one.theme),
      calendar: oneOf(calendars, one.calendar),
      shortcuts: oneOf(switches, one.shortcuts),
      pushToTalk: oneOf(switches, one.pushToTalk),
      tones: Array.isArray(wanted) ? tones.filter((tone) => wanted.includes(tone)) : undefined,
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
  shortcuts: 'on',
  pushToTalk: 'on',
  tones: ['next', 'floor', 'twoMinutes'],
  help: 'shut',
  toasts: [],
  ...remembered(),
}));

function choose(choice: Partial<Choices>): void {
  uiStore.setState(choice);
  const { language, theme, calendar, shortcuts, pushToTalk, tones: wanted } = uiStore.getState();
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, theme, calendar, shortcuts, pushToTalk, tones: wanted }));
  } catch {
    // Storage is withheld: the choice lasts as long as the page.
  }
}

export const chooseLanguage = (language: LanguageCode): void => choose({ language });
export const chooseTheme = (theme: Theme): void => choose({ theme });
export const chooseCalendar = (calendar: Calendar): void => choose({ calendar });
export const chooseShortcuts = (shortcuts: Switch): void => choose({ shortcuts });
export const choosePushToTalk = (pushToTalk: Switch): void => choose({ pushToTalk });

export function chooseTone(tone: Tone, wanted: Switch): void {
  const others = uiStore.getState().tones.filter((one) => one !== tone);
  choose({ tones: wanted === 'on' ? [...others, tone] : others });
}

/** Brings the list of shortcuts to the front, or puts it away. */
export const showHelp = (help: UiState['help']): void => uiStore.setState({ help });

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
