import { describe, expect, it } from 'vitest';
import { initials, toneOf } from './likeness.ts';

describe('the letters of a person without a picture', () => {
  it('are the first of the first and of the last word', () => {
    expect(initials('Ruth Ann Callahan')).toBe('RC');
    expect(initials('Shen')).toBe('S');
  });

  it('do not join in Arabic script', () => {
    expect(initials('لیلا فرهمند')).toBe('ل\u200cف');
  });

  it('keep a letter with its marks and skip what is no letter', () => {
    expect(initials('É. (Zoë)')).toBe('ÉZ');
    expect(initials('…')).toBe('');
  });
});

it('a seat keeps its tone', () => {
  expect(toneOf('seat-1')).toBe(toneOf('seat-1'));
  expect(['1', '2', '3', '4', '5', '6']).toContain(toneOf('x'));
});
