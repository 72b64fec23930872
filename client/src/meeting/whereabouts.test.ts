import { initialState, type MeetingState, nothingKnown, type Presence } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { backstageMembers, whereabouts } from './whereabouts.ts';

const meeting = (presences: Record<string, Presence>): MeetingState => ({
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: Object.keys(presences).map((id) => ({ id: `s-${id}`, role: 'keynote', delegation: null, members: [id] })),
    members: Object.entries(presences).map(([id, presence]) => ({
      id,
      seat: `s-${id}`,
      kind: 'principal' as const,
      presence,
      ruleAccepted: 1,
      company: null,
      door: nothingKnown,
    })),
  },
});

describe('where somebody is heard', () => {
  const state = meeting({
    room: { status: 'admitted' },
    waits: { status: 'backstage', called: false },
    called: { status: 'backstage', called: true },
    lost: { status: 'disconnected', from: 'backstage', called: true, since: 0 },
    away: { status: 'disconnected', from: 'admitted', called: false, since: 0 },
  });

  it('is the room, or backstage with the call that was made', () => {
    expect(whereabouts(state, 'room')).toEqual({ at: 'room' });
    expect(whereabouts(state, 'waits')).toEqual({ at: 'backstage', called: false });
    expect(whereabouts(state, 'called')).toEqual({ at: 'backstage', called: true });
  });

  it('stays where it was while the link is lost', () => {
    expect(whereabouts(state, 'lost')).toEqual({ at: 'backstage', called: true });
    expect(whereabouts(state, 'away')).toEqual({ at: 'room' });
    expect(backstageMembers(state).map(({ id }) => id)).toEqual(['waits', 'called', 'lost']);
  });
});
