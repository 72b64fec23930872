import { initialState, type MeetingState, nothingKnown } from '@track2/shared';
import { expect, it } from 'vitest';
import { delegations } from './delegations.ts';

const seats = [
  { id: 's1', role: 'participant' as const, delegation: 'no', members: ['m1'] },
  { id: 's2', role: 'chair' as const, delegation: null, members: ['m2'] },
  { id: 's3', role: 'participant' as const, delegation: 'af', members: ['m3', 'm4'] },
];
const state: MeetingState = {
  ...initialState,
  roster: {
    ...initialState.roster,
    seats,
    members: ['m1', 'm2', 'm4', 'm3'].map((id) => ({
      id,
      seat: seats.find((seat) => seat.members.includes(id))?.id ?? '',
      kind: id === 'm4' ? ('aide' as const) : ('principal' as const),
      presence: { status: 'admitted' as const },
      ruleAccepted: 1,
      company: null,
      door: nothingKnown,
    })),
  },
};

it('puts who serves the meeting first, then the delegations by name, a principal before an aide', () => {
  const names: Record<string, string> = { no: 'Norway', af: 'Afghanistan' };
  const groups = delegations(state, (id) => names[id] ?? id, 'en');
  expect(groups.map((group) => [group.delegation, group.people.map((each) => each.member.id)])).toEqual([
    [null, ['m2']],
    ['af', ['m3', 'm4']],
    ['no', ['m1']],
  ]);
});
