import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bugs } from '../testing/listRun/bugs.ts';
import { type Parts, parts } from '../testing/listRun/parts.ts';
import { agrees } from '../testing/listRun/sequences.ts';

vi.setConfig({ testTimeout: 180_000 });

/** How many sequences over list, rounds and tour are tried, with two who run the meeting, lost links and restarts. */
const SEQUENCES = 20_000;

/** The rules and the model agree on every step of every sequence; a violation is told with the shortest way to it. */
const holds = (rules: Parts): void => fc.assert(agrees(rules), { numRuns: SEQUENCES, includeErrorInReport: true });

describe(`list, tour and rounds and their model in ${SEQUENCES} sequences`, () => {
  it('[SP3] [SP4] [SP6] [SP12] [SP13] [SP14] [SP17] [SP18] [TO1] [TO3] [TO4] [TO5] [FL2] [FL3] [FL11] [FL22] [FL23] [QU14] [QU16] [QU20] [QU22] [QU23] [SE6] [SE7] agree on every place, status and refusal', () => {
    holds(parts);
  });

  it.each(Object.entries(bugs))('planted bug: %s, which is found', (_, { broken, found }) => {
    const { errorInstance } = fc.check(agrees({ ...parts, ...broken }), { numRuns: SEQUENCES });
    expect(errorInstance).toMatchObject({ message: expect.stringMatching(found) });
  });
});
