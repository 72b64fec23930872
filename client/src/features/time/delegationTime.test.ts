import { initialState, type MeetingState } from '@track2/shared';
import { expect, it } from 'vitest';
import { delegationsOf, delegationTime, ownDelegation } from './delegationTime.ts';

const seat = (id: string, delegation: string | null) => ({
  id,
  role: 'participant' as const,
  delegation,
  members: [`m-${id}`],
});
const state: MeetingState = {
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: [seat('chair', null), seat('ir', 'd-ir'), seat('no', 'd-no'), seat('ir-2', 'd-ir')],
  },
  floor: {
    ...initialState.floor,
    delegations: [
      { delegation: 'd-ir', budgetMs: 60_000, usedMs: 20_000 },
      { delegation: 'd-no', budgetMs: 60_000, usedMs: 75_000 },
    ],
  },
};

it('[FL19] a delegation has used, has left, or is over its time', () => {
  expect(delegationTime(state, 'd-ir', 0)).toMatchObject({ usedMs: 20_000, leftMs: 40_000, overMs: 0 });
  expect(delegationTime(state, 'd-no', 0)).toMatchObject({ usedMs: 75_000, leftMs: 0, overMs: 15_000 });
  expect(delegationTime(state, 'd-pk', 0)).toMatchObject({ budgetMs: null, usedMs: 0, leftMs: 0, overMs: 0 });
});

it('delegations are named once each, and a person of none has none', () => {
  expect(delegationsOf(state)).toEqual(['d-ir', 'd-no']);
  expect(ownDelegation(state, 'm-nobody')).toBeNull();
});
