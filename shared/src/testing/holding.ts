import * as fc from 'fast-check';
import { expect } from 'vitest';
import { type Played, play, type Rules, rules } from './history.ts';
import type { Violations } from './laws.ts';
import { type History, history } from './moves.ts';

/** Holds a law against random histories. */
export const holds = (law: (told: History) => Violations, numRuns: number): void =>
  fc.assert(
    fc.property(history(), (told) => {
      expect(law(told)).toEqual([]);
    }),
    { numRuns },
  );

/** Whether the law catches a bug that was planted: it finds a history that breaks it. */
export const catches = (law: (told: History) => Violations, histories: fc.Arbitrary<History> = history()): boolean =>
  fc.check(
    fc.property(histories, (told) => law(told).length === 0),
    { numRuns: 300, endOnFailure: true },
  ).failed;

/** A law of states, held against each state of a history. */
export const everyState =
  (law: (story: Played['after']) => Violations, with_: Rules = rules) =>
  (told: History): Violations =>
    play(told, { with: with_ }).played.flatMap(({ after }) => law(after));

/** A law of commands, held against each of a history. */
export const everyStep =
  (law: (step: Played) => Violations) =>
  (told: History): Violations =>
    play(told).played.flatMap(law);
