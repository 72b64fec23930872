import type { LanguageCode } from './uiStore.ts';

/** A key by its place on the keyboard, which is the same whatever letter the layout of the person writes there. */
export type Key = {
  /** `KeyboardEvent.code` of the keys that count; the first is the one that is shown. */
  codes: readonly [string, ...string[]];
  shift: 'free' | 'held' | 'either';
  /** Signs that count wherever a layout has them. */
  signs: readonly string[];
};

const at = (code: string): Key => ({ codes: [code], shift: 'free', signs: [] });

/**
 * All shortcuts, by where they are bound. What binds them (`useShortcuts`) and what shows them are both made of this
 * table, and no key stands in it twice.
 */
export const shortcuts = {
  page: { help: { codes: ['Slash'], shift: 'held', signs: ['?', '؟'] } },
  controls: { ask: at('KeyR'), ways: at('KeyD'), take: at('KeyT'), microphone: at('KeyV') },
  table: { agenda: at('KeyG'), questions: at('KeyQ'), speakers: at('KeyS'), people: at('KeyW') },
  talk: { talk: at('Space') },
  cue: { understood: at('KeyK') },
  console: {
    next: at('KeyN'),
    end: at('KeyE'),
    pause: at('KeyP'),
    extend: { codes: ['Equal', 'NumpadAdd'], shift: 'either', signs: [] },
    moderate: at('KeyM'),
  },
  door: { admit: at('KeyA'), askGuest: at('KeyL'), turnAway: at('KeyX') },
  cues: {
    fiveMinutes: at('Digit1'),
    twoMinutes: at('Digit2'),
    wrapUp: at('Digit3'),
    slower: at('Digit4'),
    closerToMicrophone: at('Digit5'),
    nextSlide: at('Digit6'),
    questionComing: at('Digit7'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Key>>>>;

export type Place = keyof typeof shortcuts;
export type ShortcutIn<P extends Place> = keyof (typeof shortcuts)[P] & string;

/**
 * Which places are bound on which page, by whom they are for: everybody, who has the floor, who lets people in, who runs
 * the meeting.
 */
export const boundOn = {
  table: { everyone: ['page', 'controls', 'table'], floor: ['talk', 'cue'], door: ['door'], chair: [], cues: [] },
  console: {
    everyone: ['page', 'controls'],
    floor: ['talk', 'cue'],
    door: ['door'],
    chair: ['console'],
    cues: ['cues'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Place[]>>>>;

/** What is known of a press, as in `KeyboardEvent`. */
export type Press = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Whether this press is that key. With Control, Alt or Meta no key is a shortcut. */
export function isPressOf({ codes, shift, signs }: Key, press: Press): boolean {
  if (press.ctrlKey || press.altKey || press.metaKey) return false;
  if (signs.includes(press.key)) return true;
  return codes.includes(press.code) && (shift === 'either' || press.shiftKey === (shift === 'held'));
}

/** The shortcut of that place which a press is, or null. */
export function shortcutOf<P extends Place>(place: P, press: Press): ShortcutIn<P> | null {
  const keys: readonly [string, Key][] = Object.entries(shortcuts[place]);
  const found = keys.find(([, key]) => isPressOf(key, press));
  return found === undefined ? null : (found[0] as ShortcutIn<P>);
}

/** What the standard Persian layout writes in these places. */
const persian: Readonly<Record<string, string>> = {
  KeyA: 'ش',
  KeyD: 'ی',
  KeyE: 'ث',
  KeyG: 'ل',
  KeyK: 'ن',
  KeyL: 'م',
  KeyM: 'پ',
  KeyN: 'د',
  KeyP: 'ح',
  KeyQ: 'ض',
  KeyR: 'ق',
  KeyS: 'س',
  KeyT: 'ف',
  KeyV: 'ر',
  KeyW: 'ص',
  KeyX: 'ط',
  Slash: '؟',
};
const signs: Readonly<Record<string, string>> = { Equal: '+', Slash: '?' };

/** What is written on the cap of a key in the common layout of that language; null for Space, whose name is a word. */
export function capOf({ codes: [code] }: Key, language: LanguageCode): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return new Intl.NumberFormat(language).format(Number(digit));
  const latin = signs[code] ?? /^Key(.)$/.exec(code)?.[1] ?? null;
  return language === 'fa' ? (persian[code] ?? latin) : latin;
}

/**
 * The same with what the browser knows of the person's own layout (`navigator.keyboard`): in English in place of the
 * common cap. Browsers tell of a Latin layout even where a Persian one is in use, so in Persian it stands beside it.
 */
export function capsOf(key: Key, language: LanguageCode, layout: ReadonlyMap<string, string> | null): string[] {
  const common = capOf(key, language);
  const [code] = key.codes;
  const own = code.startsWith('Key') ? layout?.get(code)?.toLocaleUpperCase() : undefined;
  const caps = language === 'fa' ? [common, own] : [own ?? common];
  return [...new Set(caps.filter((cap) => typeof cap === 'string'))];
}
