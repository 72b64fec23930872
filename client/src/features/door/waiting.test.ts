import {
  type EquipmentResult,
  initialState,
  type MeetingState,
  type Member,
  nothingKnown,
  type Presence,
  type Role,
} from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { isAtDoor } from '../../meeting/isAtDoor.ts';
import {
  admitAllCommand,
  admitFirstCommand,
  declinedRule,
  hindrancesOf,
  linkOf,
  openedElsewhere,
  waitingAtDoor,
} from './waiting.ts';

const guest = (id: string, door: Partial<Member['door']> = {}, presence: Presence = { status: 'inLobby' }): Member => ({
  id,
  seat: `s-${id}`,
  kind: 'principal',
  presence,
  ruleAccepted: 1,
  company: null,
  door: { ...nothingKnown, ...door },
});

const meeting = (members: Member[], role: Role = 'participant'): MeetingState => ({
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: members.map(({ id, seat }) => ({ id: seat, role, delegation: null, members: [id] })),
    members,
  },
});

const doubtful = { linkUses: 1 };
const idsOf = (members: readonly Member[]): string[] => members.map(({ id }) => id);

describe('who waits', () => {
  const state = meeting([
    guest('doubted', doubtful),
    guest('first'),
    guest('inside', {}, { status: 'admitted' }),
    guest('lost', {}, { status: 'disconnected', from: 'inLobby', called: false, since: 0 }),
    guest('vouched', { linkUses: 2, vouchedFor: true }),
  ]);

  it('is in the order of the seats, last whoever is in doubt', () => {
    expect(idsOf(waitingAtDoor(state))).toEqual(['first', 'vouched', 'doubted']);
  });

  it('is admitted together without whoever is in doubt, and by the key the first who is not', () => {
    expect(admitAllCommand(waitingAtDoor(state))).toEqual({ type: 'roster.admitAll', members: ['first', 'vouched'] });
    expect(admitFirstCommand(state)).toEqual({ type: 'roster.admit', member: 'first' });
  });

  it('is admitted by name alone once only doubtful ones are left', () => {
    const left = meeting([guest('doubted', doubtful)]);
    expect(admitAllCommand(waitingAtDoor(left))).toBeNull();
    expect(admitFirstCommand(left)).toBeNull();
  });
});

describe('a link', () => {
  it('was used once, was opened elsewhere, or that and its member admitted by name', () => {
    const links = [guest('a'), guest('b', doubtful), guest('c', { linkUses: 1, vouchedFor: true })].map(linkOf);
    expect(links).toEqual(['once', 'elsewhere', 'vouched']);
  });

  it('that was opened elsewhere is told of who is inside or away, not of who waits or was removed', () => {
    const state = meeting([
      guest('waits', doubtful),
      guest('in', doubtful, { status: 'admitted' }),
      guest('away', doubtful, { status: 'invited' }),
      guest('gone', doubtful, { status: 'removed' }),
    ]);
    expect(openedElsewhere(state).map(({ member, inside }) => [member.id, inside])).toEqual([
      ['in', true],
      ['away', false],
    ]);
  });
});

it('who declined the rule is told as long as that one is outside', () => {
  const state = meeting([
    guest('no', { ruleDeclined: 1 }, { status: 'invited' }),
    guest('later', { ruleDeclined: 1 }, { status: 'removed' }),
    guest('yes', {}, { status: 'invited' }),
  ]);
  expect(idsOf(declinedRule(state))).toEqual(['no']);
});

it('the door is for chair, moderator and operator', () => {
  const roles: readonly Role[] = ['chair', 'moderator', 'operator', 'keynote', 'interpreter', 'participant'];
  const there = roles.filter((role) => isAtDoor(meeting([guest('me', {}, { status: 'admitted' })], role), 'me'));
  expect(there).toEqual(['chair', 'moderator', 'operator']);
});

describe('what the test of the equipment says in short', () => {
  const good: EquipmentResult = {
    camera: 'ok',
    microphone: 'ok',
    speaker: 'heard',
    udp: 'ok',
    tcp: 'ok',
    loopback: 'ok',
    roundTripMs: 60,
    lossPercent: 0,
  };

  it('is nothing before a test, and nothing in the way after a good one', () => {
    expect(hindrancesOf(null)).toBeNull();
    expect(hindrancesOf(good)).toEqual([]);
  });

  it('names what is missing, withheld or slow', () => {
    expect(hindrancesOf({ ...good, camera: 'missing', microphone: 'denied', speaker: 'notHeard' })).toEqual([
      'noMicrophone',
      'noCamera',
      'noSpeaker',
    ]);
    expect(hindrancesOf({ ...good, udp: 'failed' })).toEqual(['relayed']);
    expect(hindrancesOf({ ...good, udp: 'failed', tcp: 'failed', loopback: 'failed' })).toEqual(['noWay']);
    expect(hindrancesOf({ ...good, loopback: 'failed' })).toEqual(['noReturn']);
    expect(hindrancesOf({ ...good, lossPercent: 8 })).toEqual(['slow']);
    expect(hindrancesOf({ ...good, roundTripMs: 900 })).toEqual(['slow']);
  });
});
