import { initialState, type MeetingState, type Presentation } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { drivingOf, receiversOf } from './driving.ts';

const seat = (id: string, role: MeetingState['roster']['seats'][number]['role'], members: string[]) => ({
  id,
  role,
  delegation: null,
  members,
});
const seats = [
  seat('chair', 'chair', ['samira']),
  seat('keynote', 'keynote', ['farid', 'yusuf']),
  seat('iran', 'participant', ['leila']),
  seat('norway', 'participant', ['ingrid']),
];
const members: MeetingState['roster']['members'] = seats.flatMap(({ id, members: people }) =>
  people.map((member, index) => ({
    id: member,
    seat: id,
    kind: index === 0 ? ('principal' as const) : ('aide' as const),
    presence: member === 'ingrid' ? { status: 'invited' as const } : { status: 'admitted' as const },
  })),
) as MeetingState['roster']['members'];
const state: MeetingState = { ...initialState, roster: { ...initialState.roster, seats, members } };
const shown = (change: Partial<Presentation> = {}): Presentation => ({
  document: 'deck',
  page: 1,
  driver: 'farid',
  asking: [],
  ...change,
});

describe('turning the pages', () => {
  it('[SL4] is asked of the driver, and taken at once by those who run the meeting or where nobody drives', () => {
    expect(drivingOf(state, 'samira', shown())).toEqual({ ask: 'takeOver', gives: true });
    expect(drivingOf(state, 'farid', shown())).toEqual({ ask: null, gives: true });
    expect(drivingOf(state, 'leila', shown())).toEqual({ ask: null, gives: false });
    const turn = { id: 't', seat: 'iran', status: { kind: 'speaking', member: 'leila', since: 0 } };
    const speaking = { ...state, floor: { ...state.floor, turns: [turn] } } as MeetingState;
    expect(drivingOf(speaking, 'leila', shown()).ask).toBe('ask');
    expect(drivingOf(speaking, 'leila', shown({ driver: null })).ask).toBe('takeOver');
  });

  it('[SL4] can be given to who asked first, then to the own seat, then to who may present, and to nobody who is away', () => {
    expect(receiversOf(state, 'farid', shown({ asking: ['leila', 'ingrid'] }))).toEqual(['leila', 'yusuf', 'samira']);
    expect(receiversOf(state, 'samira', shown({ driver: null }))).toEqual([]);
  });
});
