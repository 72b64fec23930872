import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bugs } from '../testing/clockRun/bugs.ts';
import { type Parts, parts } from '../testing/clockRun/parts.ts';
import { agrees } from '../testing/clockRun/sequences.ts';

vi.setConfig({ testTimeout: 120_000 });

/** How many sequences of call, pause, extend, outage, kill, restart and the rest are tried. */
const SEQUENCES = 10_000;

/** The rules and the model agree on every step of every sequence; a violation is told with the shortest way to it. */
const holds = (rules: Parts): void => fc.assert(agrees(rules), { numRuns: SEQUENCES, includeErrorInReport: true });

describe(`the clocks and their model in ${SEQUENCES} sequences`, () => {
  it('[FL2] [FL5] [FL7] [FL8] [FL11] [FL12] [FL13] [FL16] [FL17] [FL18] [FL19] [FL20] [SE6] [SE8] [SE9] [SE12] [SE13] [SE14] [KE2] [ME1] [ME5] agree on every clock, deadline and microphone', () => {
    holds(parts);
  });

  it.each(Object.entries(bugs))('planted bug: %s, which is found', (_, { broken, found }) => {
    const { errorInstance } = fc.check(agrees({ ...parts, ...broken }), { numRuns: SEQUENCES });
    expect(errorInstance).toMatchObject({ message: expect.stringMatching(found) });
  });
});
