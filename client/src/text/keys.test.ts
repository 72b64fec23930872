import { expect, it } from 'vitest';
import { keysText as english } from './en/keys.ts';
import { keysText as persian } from './fa/keys.ts';

const sentences = [...Object.values<string>(english), ...Object.values<string>(persian)];

it('the words of shortcuts and sounds have nothing to fill in, and no Latin letters in Persian', () => {
  expect(sentences.filter((sentence) => sentence.includes('{'))).toEqual([]);
  expect(Object.values<string>(persian).filter((sentence) => /[A-Za-z0-9?]/.test(sentence))).toEqual([]);
});
