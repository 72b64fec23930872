import { describe, expect, it } from 'vitest';
import { declarationOf, noAnswer } from './company.ts';

describe('what is declared of the own room', () => {
  it('is nothing for who does not answer', () => {
    expect(declarationOf(noAnswer)).toBeNull();
    expect(declarationOf({ answer: 'none', by: 'written before' })).toBeNull();
  });

  it('is that one is alone, or with whom', () => {
    expect(declarationOf({ answer: 'alone', by: '' })).toEqual({ kind: 'alone' });
    expect(declarationOf({ answer: 'accompanied', by: ' Sara Ahmadi, interpreter ' })).toEqual({
      kind: 'accompanied',
      by: 'Sara Ahmadi, interpreter',
    });
  });

  it('is not finished as long as nobody is named', () => {
    expect(declarationOf({ answer: 'accompanied', by: '  ' })).toBe('unfinished');
  });
});
