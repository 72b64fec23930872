import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { lateness } from './lateness.mjs';

const budget = JSON.parse(await readFile(new URL('budget.json', import.meta.url), 'utf8'));

test('the shares of all parts leave a part of the 20 minutes to a slower machine', () => {
  const sum = Object.values(budget.seconds).reduce((total, share) => total + share, 0);
  expect(budget.whole).toBe(1200);
  expect(sum).toBeLessThanOrEqual(1100);
});

const small = { whole: 100, seconds: { unit: 30, browser: 60 } };

test('parts within their shares have nothing said of them', () => {
  expect(lateness({ unit: 30, browser: 60 }, small)).toEqual({ isTooLate: false, sentences: [] });
});

test('a part over its share is named, and is no failure while the whole is in time', () => {
  expect(lateness({ unit: 12, browser: 71.24 }, small)).toEqual({
    isTooLate: false,
    sentences: ['LATE: browser took 71.2 s, over its share of 60 s'],
  });
});

test('a whole that takes too long is a failure', () => {
  expect(lateness({ unit: 30, browser: 70.5 }, small)).toEqual({
    isTooLate: true,
    sentences: [
      'LATE: browser took 70.5 s, over its share of 60 s',
      'FAIL: all parts took 100.5 s, over the 100 s that they may take',
    ],
  });
});
