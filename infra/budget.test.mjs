import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const { seconds } = JSON.parse(await readFile(new URL('budget.json', import.meta.url), 'utf8'));

test('all parts together take at most 20 minutes', () => {
  const sum = Object.values(seconds).reduce((total, share) => total + share, 0);
  expect(sum).toBeLessThanOrEqual(1200);
});
