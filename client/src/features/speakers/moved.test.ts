import { describe, expect, it } from 'vitest';
import { movedBetween } from './moved.ts';

const moved = (before: string, after: string, own: string | null = null) =>
  movedBetween(before.split(''), after.split(''), own);

describe('who moved in the list', () => {
  it('is nobody when others come, go or are called', () => {
    expect(moved('abc', 'abc')).toBeNull();
    expect(moved('abc', 'bcd')).toBeNull();
    expect(moved('abc', 'xac')).toBeNull();
    expect(moved('', 'ab')).toBeNull();
  });

  it('is the one who stands elsewhere, with the place of now', () => {
    expect(moved('abcd', 'dabc')).toEqual({ kind: 'one', entry: 'd', place: 1 });
    expect(moved('abcd', 'bcda')).toEqual({ kind: 'one', entry: 'a', place: 4 });
    expect(moved('abcd', 'cbd')).toEqual({ kind: 'one', entry: 'c', place: 1 });
  });

  it('is of two neighbours the one who came forward, or the one who is not oneself', () => {
    expect(moved('abc', 'acb')).toEqual({ kind: 'one', entry: 'c', place: 2 });
    expect(moved('abc', 'acb', 'c')).toEqual({ kind: 'one', entry: 'b', place: 3 });
  });

  it('is several when no single move explains it', () => {
    expect(moved('abcd', 'dcba')).toEqual({ kind: 'several' });
  });
});
