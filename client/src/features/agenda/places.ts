import type { AgendaItem, Id } from '@track2/shared';

/** Where an item comes to stand: before another one, or last, among the parts of `parent` (null: at the top). */
export type Place = { before: Id | null; parent: Id | null };

type Items = readonly AgendaItem[];

const siblings = (items: Items, parent: Id | null): AgendaItem[] => items.filter((item) => item.parent === parent);
const isOpen = ({ status }: AgendaItem): boolean => status === 'planned' || status === 'suspended';

/** One place up among the parts of the same item; null where nothing stands above. */
export function placeUp(items: Items, { id, parent }: AgendaItem): Place | null {
  const own = siblings(items, parent);
  const above = own[own.findIndex((item) => item.id === id) - 1];
  return above === undefined ? null : { before: above.id, parent };
}

/** One place down among the parts of the same item; null where nothing stands below. */
export function placeDown(items: Items, { id, parent }: AgendaItem): Place | null {
  const own = siblings(items, parent);
  const index = own.findIndex((item) => item.id === id);
  if (index < 0 || index === own.length - 1) return null;
  // Below the next one means before the one after it, or last; what has begun gives no place.
  return { before: own.slice(index + 2).find(isOpen)?.id ?? null, parent };
}

/** In: the last part of the item above; null where nothing stands above on the same level. */
export function placeInside(items: Items, { id, parent }: AgendaItem): Place | null {
  const own = siblings(items, parent);
  const above = own[own.findIndex((item) => item.id === id) - 1];
  return above === undefined ? null : { before: null, parent: above.id };
}

/** Out: behind the item that it is a part of, on that one's level; null at the top. */
export function placeOutside(items: Items, { parent }: AgendaItem): Place | null {
  const above = items.find((item) => item.id === parent);
  if (above === undefined) return null;
  const around = siblings(items, above.parent);
  const next = around.slice(around.indexOf(above) + 1).find(isOpen);
  return { before: next?.id ?? null, parent: above.parent };
}
