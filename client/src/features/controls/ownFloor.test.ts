import {
  initialState,
  type MeetingState,
  nothingKnown,
  type QueueEntry,
  type Turn,
  type TurnStatus,
} from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { type OwnFloor, ownFloor, ownNews } from './ownFloor.ts';

const turn = (status: TurnStatus): Turn => ({
  id: 't1',
  seat: 's1',
  purpose: { kind: 'invited' },
  limitMs: null,
  warnMs: 0,
  limit: 'soft',
  graceMs: 30_000,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
  usedMs: 0,
  lostMs: 0,
  status,
});
const entry: QueueEntry = {
  id: 'e1',
  seat: 's1',
  kind: 'intervention',
  topic: null,
  category: null,
  turn: null,
  status: 'waiting',
  requestedAt: 0,
  usedMs: 0,
};
const none: OwnFloor = { kind: 'none' };
const waiting = (place: number): OwnFloor => ({ kind: 'waiting', entry, place });
const called: OwnFloor = { kind: 'called', turn: turn({ kind: 'called', answerBy: 1 }), answerBy: 1 };
const holding = (kind: 'speaking' | 'paused'): OwnFloor & { kind: 'holding' } => ({
  kind: 'holding',
  by: 'me',
  turn: turn(kind === 'paused' ? { kind, member: 'm1', by: null } : { kind, member: 'm1', since: 0 }),
});

const withEntries = (...entries: QueueEntry[]): MeetingState => ({
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: [{ id: 's1', role: 'participant', delegation: null, members: ['m1'] }],
    members: [
      {
        id: 'm1',
        seat: 's1',
        kind: 'principal',
        presence: { status: 'admitted' },
        ruleAccepted: 1,
        company: null,
        door: nothingKnown,
      },
    ],
  },
  agenda: {
    current: 'i1',
    hardStops: [],
    items: [
      {
        id: 'i1',
        type: 'openDiscussion',
        title: { text: { en: 'x' } },
        attribution: 'chathamHouse',
        plannedMs: 1,
        status: 'active',
        cameras: 'all',
        speaker: null,
        started: null,
        ended: null,
        parent: null,
        limit: 'soft',
        since: null,
        heldMs: 0,
        note: null,
      },
    ],
  },
  speakers: { lists: [{ item: 'i1', status: 'open', entries, tour: null }], heard: null },
});
const other = { ...entry, id: 'e0', seat: 's0' };

describe('what is said aloud about the own turn', () => {
  it('is each new place, and "next" for the first', () => {
    expect(ownNews(none, waiting(3))).toEqual({ say: 'place', place: 3 });
    expect(ownNews(waiting(3), waiting(3))).toBeNull();
    expect(ownNews(waiting(2), waiting(1))).toEqual({ say: 'next' });
  });

  it('is a call once', () => {
    expect(ownNews(waiting(1), called)).toEqual({ say: 'called' });
    expect(ownNews(called, called)).toBeNull();
  });

  it('is the floor when it is taken, a stopped clock, and the end', () => {
    expect(ownNews(called, holding('speaking'))).toEqual({ say: 'floor' });
    expect(ownNews(holding('speaking'), holding('speaking'))).toBeNull();
    expect(ownNews(holding('speaking'), holding('paused'))).toEqual({ say: 'paused' });
    expect(ownNews(holding('paused'), none)).toEqual({ say: 'over' });
  });

  it('is the floor that another member of the seat hands over', () => {
    const theirs: OwnFloor = { ...holding('speaking'), by: 'mySeat' };
    expect(ownNews(theirs, holding('speaking'))).toEqual({ say: 'handed' });
    expect(ownNews(holding('speaking'), theirs)).toBeNull();
  });

  it('is the loss of a place, but not the end of a call that another made', () => {
    expect(ownNews(waiting(2), none)).toEqual({ say: 'offList' });
    expect(ownNews(called, none)).toBeNull();
  });
});

describe('the own place', () => {
  it('is that of the first request that waits, deferred ones and absent ones too', () => {
    for (const status of ['waiting', 'deferred', 'absent'] as const)
      expect(ownFloor(withEntries(other, { ...entry, status }), 'm1')).toMatchObject({ kind: 'waiting', place: 2 });
  });

  it('[TO4] is kept in mind after a pass, as long as nothing else waits', () => {
    const passed: QueueEntry = { ...entry, kind: 'tour', status: 'passed' };
    expect(ownFloor(withEntries(other, passed), 'm1')).toEqual({ kind: 'passed', entry: passed });
    expect(ownFloor(withEntries(passed, { ...entry, id: 'e2' }), 'm1')).toMatchObject({ kind: 'waiting', place: 1 });
    expect(ownFloor(withEntries({ ...passed, status: 'lapsed' }), 'm1')).toEqual({ kind: 'none' });
  });
});
