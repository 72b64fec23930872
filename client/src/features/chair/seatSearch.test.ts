import { expect, it } from 'vitest';
import { seatsMatching } from './seatSearch.ts';

const seats = [
  { seat: 's1', words: ['Leila Farahmand', 'Iran', 'ایران'] },
  { seat: 's2', words: ['Zoë Whitcombe', 'United Kingdom'] },
  { seat: 's3', words: ['علی‌رضا قریشی', 'Pakistan'] },
];

it('finds a seat by parts of its name or delegation, in any order and case', () => {
  expect(seatsMatching(seats, 'iran lei')).toEqual(['s1']);
  expect(seatsMatching(seats, 'zoe')).toEqual(['s2']);
  expect(seatsMatching(seats, 'nobody')).toEqual([]);
});

it('does not depend on which keyboard wrote the letters', () => {
  expect(seatsMatching(seats, 'علي رضا قريشي')).toEqual(['s3']);
});

it('shows all before anything is searched', () => {
  expect(seatsMatching(seats, ' ')).toEqual(['s1', 's2', 's3']);
});
