import { expect, it, vi } from 'vitest';
import { blindSpots, caseCount, ownershipOf, tryAll } from '../testing/oracle/run.ts';
import type { CommandType } from './messages.ts';
import { permissions } from './permissions.ts';

vi.setConfig({ testTimeout: 60_000 });

it('[PE1] [PE2] [PE3] [PE4] [PE5] [RO17] [SE3] [SE5] every command by everybody from everywhere is decided as the oracle says', () => {
  const { cases, differences } = tryAll();
  expect(differences.slice(0, 20)).toEqual([]);
  expect(cases).toBe(caseCount());
  expect(cases).toBeGreaterThan(100_000);
});

it('[PE1] whose things a command may name is as the table says', () => {
  const types = Object.keys(permissions) as CommandType[];
  const decided = types.map((type) => [type, ownershipOf(type)]);
  expect(decided).toEqual(types.map((type) => [type, permissions[type].of]));
});

it('planted bug: any row of the table that is opened is noticed', () => {
  expect(blindSpots()).toEqual([]);
});
