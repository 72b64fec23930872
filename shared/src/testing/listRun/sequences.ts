import * as fc from 'fast-check';
import type { Parts } from './parts.ts';
import { begunWith } from './real.ts';
import { Run } from './run.ts';
import { type Step, steps } from './steps.ts';

const MOST_STEPS = 60;

type Pick = { step: Step; n: number; m: number; k: number };

const pick: fc.Arbitrary<Pick> = fc.record({
  step: fc.constantFrom(...steps),
  n: fc.nat(11),
  m: fc.nat(11),
  k: fc.nat(11),
});

/** Sequences over list, tour and rounds with two who run the meeting, in which model and rules agree. */
export function agrees(parts: Parts): fc.IProperty<[Pick[]]> {
  const begun = begunWith(parts);
  return fc.property(fc.noBias(fc.array(pick, { maxLength: MOST_STEPS, size: 'max' })), (sequence) => {
    const run = new Run(parts, begun);
    for (const { step, n, m, k } of sequence) {
      run.settle();
      step(run, n, m, k);
    }
  });
}
