import { initialState, type MeetingState, type QueueEntry, type SpeakersList, type Turn } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { beforeTheNext, isCallable, lastHeard, overIn, shareOf } from './queue.ts';

const entry = (id: string, changes: Partial<QueueEntry> = {}): QueueEntry => ({
  id,
  seat: `seat-${id}`,
  kind: 'intervention',
  topic: null,
  category: null,
  turn: null,
  status: 'waiting',
  requestedAt: 0,
  usedMs: 0,
  ...changes,
});
const listOf = (...entries: QueueEntry[]): SpeakersList => ({ item: 'i1', status: 'open', entries, tour: null });
const order = entry('o', { kind: 'pointOfOrder', category: 'rule' });
const turn: Turn = {
  id: 't1',
  seat: 's1',
  purpose: { kind: 'invited' },
  limitMs: null,
  warnMs: 0,
  limit: 'soft',
  graceMs: 0,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
  usedMs: 0,
  lostMs: 0,
  status: { kind: 'called', answerBy: 1 },
};
const meeting = (list: SpeakersList, changes: Partial<MeetingState> = {}): MeetingState => ({
  ...initialState,
  speakers: { lists: [list], heard: null },
  ...changes,
});

describe('who can be called', () => {
  const question = entry('q', { kind: 'interposed', turn: 't1' });
  const withTurn = (takesQuestions: boolean): MeetingState =>
    meeting(listOf(question), { floor: { ...initialState.floor, turns: [{ ...turn, takesQuestions }] } });

  it('[SP14] is no interposed question that the speaker has to let in', () => {
    expect(isCallable(withTurn(false), question)).toBe(false);
    expect(isCallable(withTurn(true), question)).toBe(true);
  });

  it('is nobody who did not answer', () => {
    expect(isCallable(initialState, entry('a', { status: 'absent' }))).toBe(false);
    expect(isCallable(initialState, entry('a', { status: 'deferred' }))).toBe(true);
  });
});

describe('the list on the console', () => {
  it('puts a seat that is to be next behind points of order alone', () => {
    expect(beforeTheNext(listOf(entry('d', { status: 'done' }), order, entry('a'), entry('b')))).toBe('a');
    expect(beforeTheNext(listOf(order))).toBeNull();
    expect(beforeTheNext(undefined)).toBeNull();
  });

  it('[SP17] keeps whoever is over at hand, to be put back', () => {
    const list = listOf(
      entry('a', { status: 'done' }),
      entry('b', { status: 'declined' }),
      entry('c', { status: 'lapsed' }),
      entry('d', { status: 'passed' }),
      entry('e'),
    );
    expect(overIn(list).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});

describe('who spoke last', () => {
  const list = listOf(entry('a', { status: 'done' }), entry('b', { status: 'done' }), entry('c'));

  it('is whom the room heard last, also when called out of turn', () => {
    const heard = { item: 'i1', turn: 't1', seat: 'seat-a' };
    expect(lastHeard(meeting(list, { speakers: { lists: [list], heard } }), list)?.id).toBe('a');
  });

  it('is the last of the list who is done, where the room heard somebody else since', () => {
    const heard = { item: 'i1', turn: 't1', seat: 'the keynote' };
    expect(lastHeard(meeting(list, { speakers: { lists: [list], heard } }), list)?.id).toBe('b');
    expect(lastHeard(meeting(list), list)?.id).toBe('b');
    expect(lastHeard(meeting(listOf(entry('a'))), listOf(entry('a')))).toBeNull();
  });
});

it('[SP16] a point of order is no contribution, though its time is told', () => {
  const list = listOf(
    entry('1', { seat: 's', status: 'done', usedMs: 90_000 }),
    entry('2', { seat: 's', status: 'done', usedMs: 20_000, kind: 'pointOfOrder', category: 'hearing' }),
    entry('3', { seat: 's' }),
  );
  expect(shareOf(meeting(list), 'i1', 's')).toEqual({ contributions: 1, usedMs: 110_000 });
});
