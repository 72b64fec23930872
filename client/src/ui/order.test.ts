import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAfterDrop, placeAfterStep, reordered, type Step, stepOf } from './order.ts';

const order = ['a', 'b', 'c', 'd'];
const steps: readonly Step[] = ['up', 'down', 'top', 'end'];
const after = (item: string, step: Step): string => {
  const place = placeAfterStep(order, item, step);
  return place === null ? 'stays' : reordered(order, item, place.before).join('');
};

describe('a step', () => {
  it.each([
    ['a', ['stays', 'bacd', 'stays', 'bcda']],
    ['b', ['bacd', 'acbd', 'bacd', 'acdb']],
    ['c', ['acbd', 'abdc', 'cabd', 'abdc']],
    ['d', ['abdc', 'stays', 'dabc', 'stays']],
  ])('takes %s up, down, to the top and to the end', (item, ends) => {
    expect(steps.map((step) => after(item, step))).toEqual(ends);
  });

  it('is of no avail to what is not there', () => {
    expect(steps.map((step) => placeAfterStep(order, 'x', step))).toEqual([null, null, null, null]);
  });
});

describe('a drop', () => {
  it('puts an item where the line between two shows, and nowhere on either side of itself', () => {
    expect(placeAfterDrop(order, 'a', { target: 'c', side: 'before' })).toEqual({ before: 'c' });
    expect(placeAfterDrop(order, 'a', { target: 'd', side: 'after' })).toEqual({ before: null });
    expect(placeAfterDrop(order, 'd', { target: 'a', side: 'before' })).toEqual({ before: 'a' });
    expect(placeAfterDrop(order, 'b', { target: 'a', side: 'after' })).toBeNull();
    expect(placeAfterDrop(order, 'b', { target: 'c', side: 'before' })).toBeNull();
    expect(placeAfterDrop(order, 'b', { target: 'b', side: 'after' })).toBeNull();
    expect(placeAfterDrop(order, 'b', { target: 'gone', side: 'before' })).toBeNull();
  });

  it('never loses or doubles anybody, and ends beside its target', () => {
    const side = constantFrom('before' as const, 'after' as const);
    assert(
      property(constantFrom(...order), constantFrom(...order), side, (item, target, where) => {
        const place = placeAfterDrop(order, item, { target, side: where });
        if (place === null) return;
        const result = reordered(order, item, place.before);
        expect(result.toSorted()).toEqual(order);
        expect(result.indexOf(item) - result.indexOf(target)).toBe(where === 'before' ? -1 : 1);
      }),
    );
  });
});

const press = (key: string, altKey = true): Step | null => stepOf({ key, altKey });

it('is given by Alt with an arrow, Home or End, and by nothing else', () => {
  expect(['ArrowUp', 'ArrowDown', 'Home', 'End'].map((key) => press(key))).toEqual(steps);
  expect([press('ArrowUp', false), press('ArrowLeft'), press('n')]).toEqual([null, null, null]);
});
