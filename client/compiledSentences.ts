import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { withWrittenNumbers } from './src/text/written.ts';

const catalogue = /\/client\/src\/text\/(en|fa)\/(?!reactAria)\w+\.ts$/;

type Node = { type: string; start: number; end: number; value?: unknown; [part: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The sentences of a module that have something to fill in, wherever they stand in it. */
function* sentencesIn(node: Node): Generator<Node & { value: string }> {
  if (node.type === 'Literal' && typeof node.value === 'string' && node.value.includes('{'))
    yield node as Node & { value: string };
  for (const part of Object.values(node))
    for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) yield* sentencesIn(child);
}

/**
 * Reads the sentences of the catalogues while the page is built, so that the page itself does without the parser of ICU
 * messages. `sentences.ts` takes either form; tests and the development server read sentences as they are written.
 */
export const compiledSentences: Plugin = {
  name: 'compiled-sentences',
  apply: 'build',
  enforce: 'post',
  config: () => ({
    resolve: {
      alias: [
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
        },
      ],
    },
  }),
  transform(code, id) {
    const language = catalogue.exec(id)?.[1];
    if (language === undefined) return null;
    let compiled = code;
    const found = [...sentencesIn(this.parse(code) as unknown as Node)].toSorted((a, b) => b.start - a.start);
    for (const { start, end, value } of found) {
      const sentence = language === 'fa' ? withWrittenNumbers(value) : value;
      const parsed = JSON.stringify(parse(sentence, { captureLocation: false }));
      compiled = compiled.slice(0, start) + parsed + compiled.slice(end);
    }
    return { code: compiled, map: null };
  },
};
