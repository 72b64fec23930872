import { IntlMessageFormat } from 'intl-messageformat';
import type { LanguageCode } from '../ui/uiStore.ts';
import type { TextKey } from './index.ts';
import { withWrittenNumbers } from './written.ts';

export type Values = Readonly<Record<string, string | number>>;
export type SayOf<K extends string> = (key: K, values?: Values) => string;
export type Say = SayOf<TextKey>;
export type Catalogue = Readonly<Record<TextKey, string>>;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

const otherDirection: Readonly<Record<LanguageCode, RegExp>> = {
  en: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
  fa: /[A-Za-z\u00c0-\u024f\u0370-\u052f]/,
};

/** A value whose letters run the other way is kept from turning the sentence around it. */
function isolated(value: string, language: LanguageCode): string {
  if (value.startsWith(FIRST_STRONG_ISOLATE) || !otherDirection[language].test(value)) return value;
  return `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`;
}

// A built page has its sentences read already (`compiledSentences.ts`), with the written numbers in them.
type Compiled = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;

/** Makes the function that fills the sentences of one language. */
export function sayIn<K extends string>(
  language: LanguageCode,
  catalogue: Readonly<Partial<Record<K, string>>>,
): SayOf<K> {
  const rewritten = language === 'fa';
  const asWritten = (message: string | Compiled): string | Compiled =>
    rewritten && typeof message === 'string' ? withWrittenNumbers(message) : message;
  const written = new Intl.NumberFormat(language);
  const read = new Map<K, IntlMessageFormat | string>();
  const sentence = (key: K): IntlMessageFormat | string => {
    const known = read.get(key);
    if (known !== undefined) return known;
    // What is not loaded yet shows its key, as a word that is missing must not take the page with it.
    const message: string | Compiled = catalogue[key] ?? key;
    const readable =
      typeof message === 'string' && !message.includes('{')
        ? message
        : new IntlMessageFormat(asWritten(message), language);
    read.set(key, readable);
    return readable;
  };
  return (key, values) => {
    const message = sentence(key);
    if (typeof message === 'string') return message;
    if (values === undefined) return String(message.format());
    const filled: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(values)) {
      const shown = typeof value === 'string' ? isolated(value, language) : value;
      filled[name] = shown;
      if (rewritten) filled[`${name}_written`] = typeof shown === 'number' ? written.format(shown) : shown;
    }
    return String(message.format(filled));
  };
}
