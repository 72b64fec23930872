import { expect, it } from 'vitest';
import { tones } from '../ui/uiStore.ts';
import { notesOf } from './sounds.ts';

it('every tone is over within 400 ms', () => {
  const ends = tones.map((tone) => Math.max(...notesOf[tone].map(([, start, length]) => start + length)));
  expect(ends.filter((end) => end > 0 && end < 0.4)).toEqual(ends);
});

it('the floor has two tones that rise, everything else has one', () => {
  expect(tones.map((tone) => notesOf[tone].length)).toEqual([1, 2, 1, 1]);
  const [low, high] = notesOf.floor.map(([frequency]) => frequency);
  expect(high).toBeGreaterThan(low ?? 0);
});
