import type { PickedWords } from '@track2/shared';
import { inert } from './inert.ts';

/** A sentence of the platform, with what others wrote kept apart in it. */
export type Line = readonly (string | { foreign: string })[];

/** What a message consists of, in order. */
export type Passage =
  | { kind: 'line'; line: Line }
  /** What a convener wrote, in the language it was written in. */
  | { kind: 'words'; words: PickedWords; strong: boolean }
  | { kind: 'facts'; facts: readonly { label: string; value: string }[] }
  /** An address that stands alone on its line. */
  | { kind: 'address'; url: string };

/** A sentence with somebody's words in it: `` say`Dear ${name},` ``. */
export const say = (sentence: TemplateStringsArray, ...foreign: readonly string[]): Line =>
  sentence.flatMap((part, index) => {
    const words = foreign[index];
    return words === undefined ? [part] : [part, { foreign: inert(words) }];
  });

const passageText = (passage: Passage): string => {
  if (passage.kind === 'line') {
    return passage.line.map((part) => (typeof part === 'string' ? part : part.foreign)).join('');
  }
  if (passage.kind === 'words') return inert(passage.words.text);
  if (passage.kind === 'address') return passage.url;
  return passage.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
};

/** The message as plain text, a blank line between passages. */
export const plainText = (passages: readonly Passage[]): string => `${passages.map(passageText).join('\n\n')}\n`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const passageHtml = (passage: Passage): string => {
  if (passage.kind === 'line') {
    const parts = passage.line.map((part) =>
      typeof part === 'string' ? escaped(part) : `<bdi>${escaped(part.foreign)}</bdi>`,
    );
    return `<p>${parts.join('')}</p>`;
  }
  if (passage.kind === 'words') {
    const { text, lang, dir } = passage.words;
    const words = `<bdi lang="${escaped(lang)}" dir="${dir}">${escaped(inert(text))}</bdi>`;
    return passage.strong ? `<p style="font-size:20px;font-weight:bold">${words}</p>` : `<p>${words}</p>`;
  }
  if (passage.kind === 'address') {
    const url = escaped(passage.url);
    return `<p dir="ltr" style="word-break:break-all"><a href="${url}">${url}</a></p>`;
  }
  const lines = passage.facts.map(({ label, value }) => `${escaped(label)}: <b>${escaped(value)}</b>`);
  return `<p>${lines.join('<br>\n')}</p>`;
};

const look = "font-family:Tahoma,'Segoe UI',sans-serif;font-size:16px;line-height:1.6;max-width:40em";

/** The message as a page of its own that fetches nothing. */
export function html(
  passages: readonly Passage[],
  { subject, lang, dir }: { subject: string; lang: string; dir: 'ltr' | 'rtl' },
): string {
  return [
    `<!doctype html>\n<html lang="${lang}" dir="${dir}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    // Said again of a part of the body: web mail shows only that.
    `<body><div lang="${lang}" dir="${dir}" style="${look}">`,
    ...passages.map(passageHtml),
    '</div></body>\n</html>\n',
  ].join('\n');
}
