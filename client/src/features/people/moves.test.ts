import { describe, expect, it } from 'vitest';
import { movesBetween } from './moves.ts';

describe('who comes and goes', () => {
  it('is told by what changed, several at once together', () => {
    expect(movesBetween('a b c', 'a d c e')).toEqual({ joined: ['d', 'e'], left: ['b'] });
    expect(movesBetween('', 'a')).toEqual({ joined: ['a'], left: [] });
    expect(movesBetween('a', '')).toEqual({ joined: [], left: ['a'] });
  });

  it('is nobody who came and went in between', () => {
    expect(movesBetween('a b', 'a b')).toEqual({ joined: [], left: [] });
  });
});
