import { initialState, type MeetingState, type Member, nothingKnown, type Presence, type Role } from '@track2/shared';
import { expect, it } from 'vitest';
import { countsOf, withoutMembers } from './counts.ts';

const member = (
  id: string,
  seat: string,
  presence: Presence['status'],
  kind: Member['kind'] = 'principal',
): Member => ({
  id,
  seat,
  kind,
  presence: presence === 'admitted' || presence === 'invited' ? { status: presence } : { status: 'inLobby' },
  ruleAccepted: 1,
  company: null,
  door: nothingKnown,
});
const seat = (id: string, role: Role, members: string[]) => ({ id, role, delegation: null, members });

const state: MeetingState = {
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: [
      seat('chair', 'chair', ['samira']),
      seat('p1', 'participant', ['leila', 'aide']),
      seat('o1', 'observer', ['olga']),
      seat('p2', 'participant', ['yusuf']),
    ],
    members: [
      member('samira', 'chair', 'admitted'),
      member('leila', 'p1', 'admitted'),
      member('aide', 'p1', 'admitted', 'aide'),
      member('olga', 'o1', 'admitted'),
      member('yusuf', 'p2', 'invited'),
    ],
  },
};
const isUnnamed = (id: string): boolean => id !== 'samira';

it('counts by function whose names are kept back, and nobody who is named', () => {
  expect(countsOf(state, isUnnamed)).toEqual([
    { role: 'participant', inside: 2, all: 3, aides: 1 },
    { role: 'observer', inside: 1, all: 1, aides: 0 },
  ]);
});

it('leaves the named ones with their seats', () => {
  const named = withoutMembers(state, isUnnamed).roster;
  expect(named.seats.map(({ id }) => id)).toEqual(['chair']);
  expect(named.members.map(({ id }) => id)).toEqual(['samira']);
});
