import { createIntl, createIntlCache } from 'react-intl';
import type { LanguageCode } from '../ui/uiStore.ts';
import type { TextKey } from './index.ts';

export type Values = Readonly<Record<string, string | number>>;
export type Say = (key: TextKey, values?: Values) => string;
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

/** `{count}` alone would be written in Latin digits; a plural needs the number itself, so both are given. */
const withWrittenNumbers = (message: string): string => message.replace(/\{([A-Za-z]\w*)\}/g, '{$1_written}');

/** Makes the function that fills the sentences of one language. */
export function sayIn(language: LanguageCode, catalogue: Partial<Catalogue>): Say {
  const rewritten = language === 'fa';
  const messages = rewritten
    ? Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, withWrittenNumbers(message)]))
    : { ...catalogue };
  const intl = createIntl({ locale: language, messages }, createIntlCache());
  return (key, values) => {
    if (values === undefined) return intl.formatMessage({ id: key });
    const filled: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(values)) {
      const shown = typeof value === 'string' ? isolated(value, language) : value;
      filled[name] = shown;
      if (rewritten) filled[`${name}_written`] = typeof shown === 'number' ? intl.formatNumber(shown) : shown;
    }
    return intl.formatMessage({ id: key }, filled);
  };
}
