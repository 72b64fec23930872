import { expect, it } from 'vitest';
import { calmMinutes } from './wait.ts';

it('[SP19] is told in whole minutes', () => {
  expect([0, 29_000, 31_000, 480_000].map((ms) => calmMinutes(null, ms))).toEqual([0, 0, 1, 8]);
});

it('stays while it is about right, and moves on once it is not', () => {
  expect(calmMinutes(8, 440_000)).toBe(8);
  expect(calmMinutes(8, 520_000)).toBe(8);
  expect(calmMinutes(8, 430_000)).toBe(7);
  expect(calmMinutes(8, 530_000)).toBe(9);
});

it('does not go to and fro where the estimate does', () => {
  let shown: number | null = null;
  const told = [452_000, 448_000, 452_000, 448_000].map((ms) => {
    shown = calmMinutes(shown, ms);
    return shown;
  });
  expect(new Set(told).size).toBe(1);
});
