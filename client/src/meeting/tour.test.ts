import type { QueueEntry, QueueEntryStatus, SpeakersList } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { tourProgress } from './tour.ts';

const place = (id: string, status: QueueEntryStatus, requestedAt = 100): QueueEntry => ({
  id,
  seat: `seat-${id}`,
  kind: 'tour',
  topic: null,
  category: null,
  turn: null,
  status,
  requestedAt,
  usedMs: 0,
});
const tour = { order: 'seat' as const, limitMs: 60_000 };
const listOf = (...entries: QueueEntry[]): SpeakersList => ({ item: 'i1', status: 'open', entries, tour });
const ids = (entries: readonly QueueEntry[] = []): string[] => entries.map(({ id }) => id);

describe('a tour de table', () => {
  it('[TO5] tells who is left of how many, who is next, and who passed', () => {
    const progress = tourProgress(
      listOf(
        place('a', 'done'),
        place('b', 'speaking'),
        place('c', 'absent'),
        place('d', 'waiting'),
        { ...place('x', 'waiting'), kind: 'intervention' },
        place('e', 'passed'),
      ),
    );
    expect(progress?.all).toBe(5);
    expect(ids(progress?.left)).toEqual(['b', 'c', 'd']);
    expect(progress?.next?.id).toBe('d');
    expect(ids(progress?.passed)).toEqual(['e']);
  });

  it('counts a seat once that speaks again, and nobody of an earlier tour', () => {
    const progress = tourProgress(
      listOf(place('old', 'passed', 10), place('older', 'done', 10), place('a', 'done'), place('b', 'waiting'), {
        ...place('again', 'waiting', 250),
        seat: 'seat-a',
      }),
    );
    expect(progress?.all).toBe(2);
    expect(ids(progress?.passed)).toEqual([]);
    expect(ids(progress?.left)).toEqual(['b', 'again']);
  });

  it('can be of one seat alone', () => {
    expect(tourProgress(listOf(place('a', 'waiting')))?.all).toBe(1);
  });

  it('is over when nobody is left, also when somebody passed', () => {
    expect(tourProgress(listOf(place('a', 'done'), place('b', 'passed'), place('c', 'lapsed')))).toBeNull();
    expect(tourProgress({ ...listOf(place('a', 'waiting')), tour: null })).toBeNull();
    expect(tourProgress(undefined)).toBeNull();
  });
});
