import { initialState, type MeetingState, nothingKnown, type Role, type Turn } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { closingOf, seesCountdown } from './countdown.ts';

const roles: readonly Role[] = ['chair', 'moderator', 'operator', 'keynote', 'participant'];

const turn = (changes: Partial<Turn> = {}): Turn => ({
  id: 't1',
  seat: 'keynote',
  purpose: { kind: 'keynote', item: 'i1' },
  limitMs: 300_000,
  warnMs: 60_000,
  limit: 'soft',
  graceMs: 30_000,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
  usedMs: 0,
  lostMs: 0,
  status: { kind: 'speaking', member: 'm-keynote', since: 0 },
  ...changes,
});

const meeting = (countdownFor: 'speaker' | 'everyone' = 'speaker'): MeetingState => ({
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: roles.map((role) => ({ id: role, role, delegation: null, members: [`m-${role}`] })),
    members: [...roles.map((role) => `m-${role}`), 'm-aide'].map((id) => ({
      id,
      seat: id === 'm-aide' ? 'keynote' : id.slice(2),
      kind: id === 'm-aide' ? ('aide' as const) : ('principal' as const),
      presence: { status: 'admitted' as const },
      ruleAccepted: 1,
      company: null,
      door: nothingKnown,
    })),
  },
  keynote: { ...initialState.keynote, countdownFor },
});

/** Who is shown the countdown of that turn. */
const seeing = (state: MeetingState, of: Turn) =>
  state.roster.members.map(({ id }) => id).filter((member) => seesCountdown(state, member, of));

describe('the countdown of a keynote', () => {
  it('is shown to its seat and to those who look after the time', () => {
    expect(seeing(meeting(), turn())).toEqual(['m-chair', 'm-moderator', 'm-operator', 'm-keynote', 'm-aide']);
  });

  it('is shown to everyone when the chair says so', () => {
    expect(seeing(meeting('everyone'), turn())).toContain('m-participant');
  });

  it('leaves other turns as they are', () => {
    expect(seeing(meeting(), turn({ purpose: { kind: 'invited' } }))).toContain('m-participant');
  });
});

describe('the closing of a microphone', () => {
  const hard = turn({ limit: 'hard' });

  it('is announced with the grace while the time runs short', () => {
    expect(closingOf(meeting(), hard, 200_000)).toBeNull();
    expect(closingOf(meeting(), hard, 245_000)).toEqual({ kind: 'after', graceMs: 30_000 });
  });

  it('is counted down in its last minute', () => {
    expect(closingOf(meeting(), hard, 280_000)).toEqual({ kind: 'soon', leftMs: 50_000 });
    expect(closingOf(meeting(), hard, 310_000)).toEqual({ kind: 'soon', leftMs: 20_000 });
  });

  it('is none under a soft limit, and none while the clock stands', () => {
    expect(closingOf(meeting(), turn(), 310_000)).toBeNull();
    const paused = turn({ limit: 'hard', usedMs: 310_000, status: { kind: 'paused', member: 'm', by: null } });
    expect(closingOf(meeting(), paused, 400_000)).toBeNull();
  });
});
