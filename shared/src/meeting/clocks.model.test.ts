import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bugs } from '../testing/clockRun/bugs.ts';
import { parts } from '../testing/clockRun/parts.ts';
import { agrees } from '../testing/clockRun/sequences.ts';

/** How many sequences of call, pause, extend, outage, kill, restart and the rest are tried. */
const SEQUENCES = 10_000;

describe('the clocks beside their model', () => {
  it(`[FL2] [FL5] [FL7] [FL8] [FL11] [FL12] [FL13] [FL16] [FL17] [FL18] [FL19] [FL20] [SE6] [SE7] [SE8] [SE9] [SE13] [ME1] [ME5] rules and model agree in ${SEQUENCES} sequences`, () => {
    expect(() => fc.assert(agrees(parts), { numRuns: SEQUENCES })).not.toThrow();
  }, 120_000);

  it.each(Object.entries(bugs))(
    'planted bug: %s, and the model finds it',
    (_, broken) => {
      const { failed, numRuns } = fc.check(agrees({ ...parts, ...broken }), { numRuns: SEQUENCES, endOnFailure: true });
      console.log(_, numRuns);
      expect(failed).toBe(true);
    },
    60_000,
  );
});
