import { expect, it, vi } from 'vitest';
import { blindSpots, tryAll } from '../testing/oracle/run.ts';

vi.setConfig({ testTimeout: 60_000 });

it('[PE1] [PE2] [PE3] [PE4] [PE5] [RO17] [SE3] [SE5] every command by everybody from everywhere is decided as the oracle says', () => {
  const { cases, differences } = tryAll();
  expect(differences.slice(0, 20)).toEqual([]);
  expect(cases).toBeGreaterThan(100_000);
});

it('planted bug: any row of the table that is opened is noticed', () => {
  expect(blindSpots()).toEqual([]);
});
