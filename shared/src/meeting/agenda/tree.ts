import type { Id } from '../words.ts';
import type { AgendaItem } from './schema.ts';

/** How many levels an agenda has at most: an item, its parts, and theirs. [AG11] */
export const MOST_LEVELS = 3;

type Items = readonly AgendaItem[];

const parentOf = (items: Items, { parent }: AgendaItem): AgendaItem | undefined =>
  parent === null ? undefined : items.find((item) => item.id === parent);

/** The level of an item: 1 at the top. */
export function levelOf(items: Items, item: AgendaItem): number {
  const parent = parentOf(items, item);
  return parent === undefined ? 1 : levelOf(items, parent) + 1;
}

/** Whether the item is that other one, or a part of it on any level. */
export function isWithin(items: Items, item: AgendaItem, other: Id): boolean {
  if (item.id === other) return true;
  const parent = parentOf(items, item);
  return parent !== undefined && isWithin(items, parent, other);
}

/** The item with all of its parts, in order. */
export const branchOf = (items: Items, id: Id): AgendaItem[] => items.filter((item) => isWithin(items, item, id));

/** How many levels the item and its parts take. */
export function heightOf(items: Items, id: Id): number {
  const top = items.find((item) => item.id === id);
  if (top === undefined) return 1;
  const levels = branchOf(items, id).map((item) => levelOf(items, item));
  return Math.max(...levels) - levelOf(items, top) + 1;
}

/** The items with their numbers, such as `2` and `2.1`: counted among the parts of one item, in order. [AG11] */
export function numbersOf(items: Items): ReadonlyMap<Id, string> {
  const counts = new Map<Id | null, number>();
  const numbers = new Map<Id, string>();
  for (const item of items) {
    const count = (counts.get(item.parent) ?? 0) + 1;
    counts.set(item.parent, count);
    const above = item.parent === null ? undefined : numbers.get(item.parent);
    numbers.set(item.id, above === undefined ? `${count}` : `${above}.${count}`);
  }
  return numbers;
}

/** The items with a branch put before another item, or last among the parts of `parent`. [AG6] */
export function placed(items: Items, branch: Items, before: Id | null, parent: Id | null): AgendaItem[] {
  const moving = new Set(branch.map(({ id }) => id));
  const rest = items.filter((item) => !moving.has(item.id));
  const own = branch.map((item, index) => (index === 0 ? { ...item, parent } : item));
  const at = rest.findIndex((item) => item.id === before);
  if (at >= 0) return [...rest.slice(0, at), ...own, ...rest.slice(at)];
  const end = parent === null ? rest.length : rest.findLastIndex((item) => isWithin(rest, item, parent)) + 1;
  const place = end === 0 ? rest.length : end;
  return [...rest.slice(0, place), ...own, ...rest.slice(place)];
}
