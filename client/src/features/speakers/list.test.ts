import type { QueueEntry, SpeakersList } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import {
  blocksOf,
  goneSince,
  linesOf,
  listGroups,
  moveDown,
  moveTargets,
  moveUp,
  placeOf,
  placesTakenIn,
  seatsHeard,
  usedBySeat,
} from './list.ts';

const entry = (id: string, status: QueueEntry['status'] = 'waiting', seat = `seat-${id}`): QueueEntry => ({
  id,
  seat,
  kind: 'intervention',
  topic: null,
  category: null,
  turn: null,
  status,
  requestedAt: 0,
  usedMs: 0,
});
const spoke = (id: string, seat: string, usedMs: number) => ({ ...entry(id, 'done', seat), usedMs });
const groupsOf = (...entries: QueueEntry[]) => {
  const list: SpeakersList = { item: 'i1', status: 'open', entries, tour: null };
  return listGroups(list);
};

const response = (id: string, turn: string, status: QueueEntry['status'] = 'waiting') => ({
  ...entry(id, status),
  kind: 'directResponse' as const,
  turn,
});
const list = (...entries: QueueEntry[]): SpeakersList => ({ item: 'i1', status: 'open', entries, tour: null });

describe('the position in the list', () => {
  it('counts only those who wait', () => {
    const groups = groupsOf(
      entry('a', 'done'),
      entry('b', 'speaking'),
      entry('c'),
      entry('d', 'withdrawn'),
      entry('e'),
    );
    expect(placeOf(groups, 'seat-c')).toBe(1);
    expect(placeOf(groups, 'seat-e')).toBe(2);
    expect(placeOf(groups, 'seat-b')).toBeNull();
    expect(placeOf(groups, 'seat-d')).toBeNull();
  });

  it('keeps the place of those who were absent when called', () => {
    const groups = groupsOf(entry('a'), entry('b', 'absent'), entry('c'));
    expect(placeOf(groups, 'seat-b')).toBe(2);
    expect(placeOf(groups, 'seat-c')).toBe(3);
  });

  it('is nobody’s on an item without a list', () => {
    expect(placeOf(listGroups(undefined), 'seat-a')).toBeNull();
  });
});

describe('those who have spoken', () => {
  it('count once, however often they spoke', () => {
    expect(seatsHeard(groupsOf(entry('a', 'done', 's1'), entry('b', 'done', 's1'), entry('c', 'done', 's2')))).toBe(2);
  });

  it('have their time added up by seat', () => {
    const groups = groupsOf(spoke('a', 's1', 60_000), spoke('b', 's2', 5_000), spoke('c', 's1', 30_000));
    expect(usedBySeat(groups, 's1')).toBe(90_000);
    expect(usedBySeat(groups, 's3')).toBe(0);
  });
});

describe('moves name the entry that comes after, never an index', () => {
  const groups = groupsOf(entry('x', 'done'), entry('a'), entry('b'), entry('c'));

  it('one place up', () => {
    expect(moveUp(groups, 'a')).toBeNull();
    expect(moveUp(groups, 'c')).toEqual({ before: 'b', place: 2 });
  });

  it('one place down', () => {
    expect(moveDown(groups, 'a')).toEqual({ before: 'c', place: 2 });
    expect(moveDown(groups, 'b')).toEqual({ before: null, place: 3 });
    expect(moveDown(groups, 'c')).toBeNull();
  });

  it('to each place but the own', () => {
    expect(moveTargets(groups, 'b')).toEqual([
      { before: 'a', place: 1 },
      { before: null, place: 3 },
    ]);
    expect(moveTargets(groups, 'a')).toEqual([
      { before: 'c', place: 2 },
      { before: null, place: 3 },
    ]);
    expect(moveTargets(groups, 'x')).toEqual([]);
  });
});

describe('the lines of the list', () => {
  it('stand in the order of the list, after who speaks, with those who left just now in their place', () => {
    const given = list(entry('a', 'done'), entry('b'), entry('c', 'speaking'), entry('d', 'withdrawn'), entry('e'));
    const shown = (gone: string[]) => linesOf(given, gone).map((line) => [line.entry.id, line.place]);
    expect(shown([])).toEqual([
      ['c', null],
      ['b', 1],
      ['e', 2],
    ]);
    expect(shown(['d'])).toEqual([
      ['c', null],
      ['b', 1],
      ['d', null],
      ['e', 2],
    ]);
  });

  it('[SP12] put the direct responses to one intervention together, and count the places that they take', () => {
    const given = list(response('r', 't1'), response('s', 't1', 'withdrawn'), response('x', 't0'), entry('a'));
    const blocks = blocksOf(linesOf(given, ['s']));
    expect(
      blocks.map((block) => (block.kind === 'line' ? block.line.entry.id : [block.turn, block.lines.length])),
    ).toEqual([['t1', 2], ['t0', 1], 'a']);
    expect(placesTakenIn(given, 't1')).toBe(1);
  });

  it('leave one behind who withdrew, was taken off, or whose moment is over', () => {
    const known = new Map([
      ['a', 'waiting'],
      ['b', 'called'],
      ['c', 'waiting'],
      ['d', 'withdrawn'],
      ['e', 'waiting'],
    ] as const);
    const now = [
      entry('a', 'withdrawn'),
      entry('b', 'done'),
      entry('c', 'lapsed'),
      entry('d', 'withdrawn'),
      entry('e'),
    ];
    expect(goneSince(known, [...now, entry('f', 'declined')])).toEqual(['a', 'c']);
  });
});
