import { initialState, type MeetingState, type Member, nothingKnown, type Presence, type Role } from '@track2/shared';
import { expect, it } from 'vitest';
import { actsOn } from './personActs.ts';

const other = (presence: Presence, deviceAllowed = false): Member => ({
  id: 'other',
  seat: 's-other',
  kind: 'principal',
  presence,
  ruleAccepted: 1,
  company: null,
  door: { ...nothingKnown, deviceAllowed },
});

const acts = (role: Role, member: Member, otherRole: Role = 'participant') => {
  const state: MeetingState = {
    ...initialState,
    roster: {
      ...initialState.roster,
      seats: [
        { id: 's-me', role, delegation: null, members: ['me'] },
        { id: 's-other', role: otherRole, delegation: null, members: ['other'] },
      ],
      members: [{ ...other({ status: 'admitted' }), id: 'me', seat: 's-me' }, member],
    },
  };
  return actsOn(state, 'me', member);
};

it('a chair writes to who is there, allows a device, changes the role, hands over the chair and removes', () => {
  expect(acts('chair', other({ status: 'admitted' }))).toEqual(['write', 'allowDevice', 'role', 'handOver', 'remove']);
  expect(acts('chair', other({ status: 'inLobby' }))).toEqual(['write', 'allowDevice', 'role', 'remove']);
  expect(acts('chair', other({ status: 'invited' }, true))).toEqual(['role', 'remove']);
});

it('a moderator changes no roles, and nobody that of the chair', () => {
  expect(acts('moderator', other({ status: 'admitted' }))).toEqual(['write', 'allowDevice', 'remove']);
  expect(acts('chair', other({ status: 'admitted' }), 'chair')).toEqual(['write', 'allowDevice', 'remove']);
});

it('nobody else does anything about a person', () => {
  const roles: readonly Role[] = ['operator', 'keynote', 'participant', 'observer', 'interpreter', 'rapporteur'];
  expect(roles.map((role) => acts(role, other({ status: 'admitted' })))).toEqual(roles.map(() => []));
});
