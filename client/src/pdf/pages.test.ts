import { expect, it } from 'vitest';
import { pageByKey } from './pages.ts';

const at = (page: number, reading: 'ltr' | 'rtl' = 'ltr') => ({ page, pages: 9, reading });

it('keys lead to pages that are there, and arrows follow the reading direction', () => {
  expect([pageByKey('ArrowRight', at(3)), pageByKey('ArrowLeft', at(3))]).toEqual([4, 2]);
  expect([pageByKey('ArrowRight', at(3, 'rtl')), pageByKey('ArrowLeft', at(3, 'rtl'))]).toEqual([2, 4]);
  expect([pageByKey('PageDown', at(9)), pageByKey('PageUp', at(1, 'rtl'))]).toEqual([9, 1]);
  expect([pageByKey('Home', at(5)), pageByKey('End', at(5))]).toEqual([1, 9]);
  expect(pageByKey('Enter', at(5))).toBeNull();
});
