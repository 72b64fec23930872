import type { AgendaItem } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { placeDown, placeInside, placeOutside, placeUp } from './places.ts';

const item = (id: string, parent: string | null, status: AgendaItem['status'] = 'planned'): AgendaItem => ({
  id,
  parent,
  type: 'opening',
  title: { text: { en: id } },
  attribution: 'onRecord',
  plannedMs: 60_000,
  cameras: 'all',
  speaker: null,
  limit: 'soft',
  status,
  started: null,
  ended: null,
  since: null,
  heldMs: 0,
  note: null,
});
const items = [
  item('a', null, 'closed'),
  item('b', null, 'suspended'),
  item('b1', 'b'),
  item('b2', 'b'),
  item('c', null),
  item('d', null, 'active'),
  item('e', null),
];
const the = (id: string): AgendaItem => items.find((each) => each.id === id) as AgendaItem;

describe('a place of an item', () => {
  it('names the item that comes after, never an index', () => {
    expect(placeUp(items, the('c'))).toEqual({ before: 'b', parent: null });
    expect(placeUp(items, the('b2'))).toEqual({ before: 'b1', parent: 'b' });
    expect(placeDown(items, the('b1'))).toEqual({ before: null, parent: 'b' });
  });

  it('is none above the first and below the last of a level', () => {
    expect(placeUp(items, the('b1'))).toBeNull();
    expect(placeDown(items, the('b2'))).toBeNull();
    expect(placeDown(items, the('e'))).toBeNull();
  });

  it('one down passes over what has begun, since nothing can stand before that', () => {
    expect(placeDown(items, the('b'))).toEqual({ before: 'e', parent: null });
  });

  it('in is last among the parts of the item above, out behind the item that it is a part of', () => {
    expect(placeInside(items, the('c'))).toEqual({ before: null, parent: 'b' });
    expect(placeInside(items, the('b1'))).toBeNull();
    expect(placeOutside(items, the('b1'))).toEqual({ before: 'c', parent: null });
    expect(placeOutside(items, the('c'))).toBeNull();
  });
});
