import type { SealedWords } from '../meeting/words.ts';

/** Words in several languages by tag, as a meeting's file or a person gave them. */
export type AnyWords = SealedWords | Readonly<Record<string, string>> | null | undefined;

export type PickedWords = { text: string; lang: string; dir: 'ltr' | 'rtl' };

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'prs', 'ps', 'sd', 'ug', 'ur', 'yi']);

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** The direction in which a language is written. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (rightToLeft.has(baseOf(tag)) ? 'rtl' : 'ltr');

function byTag(words: AnyWords): readonly (readonly [tag: string, text: string])[] {
  if (words === null || words === undefined || 'purged' in words) return [];
  // `text` is no language tag, so an object there is the sealed form.
  const { text } = words;
  if (typeof text === 'object') return Object.entries(text);
  return Object.entries(words).flatMap(([tag, said]) => (typeof said === 'string' ? [[tag, said] as const] : []));
}

/** The words in the wanted language, else in English, else in whatever there is; null where nothing is left. */
export function pickWords(words: AnyWords, language: string): PickedWords | null {
  const known = byTag(words);
  const found =
    known.find(([tag]) => tag === language) ??
    known.find(([tag]) => baseOf(tag) === baseOf(language)) ??
    known.find(([tag]) => baseOf(tag) === 'en') ??
    known[0];
  return found === undefined ? null : { lang: found[0], text: found[1], dir: directionOf(found[0]) };
}
