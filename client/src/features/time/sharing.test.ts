import { decide, initialState, type MeetingState, nothingKnown } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { shareCommand, shareOfRest, takersOf } from './sharing.ts';

const seat = (id: string, delegation: string | null, role: 'chair' | 'participant' = 'participant') => ({
  id,
  role,
  delegation,
  members: [`m-${id}`],
});
const state: MeetingState = {
  ...initialState,
  session: { ...initialState.session, status: 'open' },
  roster: {
    ...initialState.roster,
    seats: [
      seat('chair', null, 'chair'),
      seat('n1', 'no'),
      seat('n2', 'no'),
      seat('i1', 'in'),
      seat('u1', 'us'),
      seat('g1', 'de'),
    ],
    members: [
      {
        id: 'm-chair',
        seat: 'chair',
        kind: 'principal',
        presence: { status: 'admitted' },
        ruleAccepted: 1,
        company: null,
        door: nothingKnown,
      },
    ],
  },
  floor: {
    ...initialState.floor,
    delegations: [
      { delegation: 'no', budgetMs: 600_000, usedMs: 120_000 },
      { delegation: 'in', budgetMs: 300_000, usedMs: 400_000 },
      { delegation: 'us', budgetMs: 300_000, usedMs: 0 },
    ],
  },
};

describe('sharing out', () => {
  it('[FL24] offers the others that have a time, once each', () => {
    expect(takersOf(state, 'no')).toEqual(['in', 'us']);
  });

  it('[FL24] tells what the rules will give to each', () => {
    expect(shareOfRest(state, 'no', { takers: 2, now: 0 })).toBe(240_000);
    expect(shareOfRest(state, 'no', { takers: 0, now: 0 })).toBe(480_000);
    expect(shareOfRest(state, 'in', { takers: 1, now: 0 })).toBe(0);
    const command = shareCommand('no', new Set(['in', 'us']));
    if (command === null) throw new Error('somebody was chosen');
    const decision = decide(state, command, {
      now: 0,
      wall: 0,
      actor: { kind: 'member', member: 'm-chair' },
      commandId: 'c',
    });
    expect(decision).toEqual({
      events: [
        { type: 'floor.budgetSet', delegation: 'no', budgetMs: 120_000 },
        { type: 'floor.budgetSet', delegation: 'in', budgetMs: 540_000 },
        { type: 'floor.budgetSet', delegation: 'us', budgetMs: 540_000 },
      ],
    });
  });

  it('needs somebody to share with', () => {
    expect(shareCommand('no', new Set())).toBeNull();
  });
});
