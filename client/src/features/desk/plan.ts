import type { FileItem, FileSeat, Id, MeetingDesk, MeetingFile } from '@track2/shared';
import { reordered } from '../../ui/order.ts';

/** What the desk edits of a meeting and saves at once. */
export type Plan = Readonly<{ series: Id | null; startsAt: number; file: MeetingFile }>;

export const planOf = ({ series, startsAt, file }: MeetingDesk): Plan => ({ series, startsAt, file });

export type FilePerson = FileSeat['people'][number];
export type FilePolicy = NonNullable<MeetingFile['policy']>;
export type FileStop = NonNullable<MeetingFile['hardStops']>[number];
export type FileWords = MeetingFile['title'];

/** The same, whatever order the fields came in. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, inOrder(held)]),
  );
}

/** Without the fields that hold nothing, as a file has none of those. */
export function filled<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, held]) => held !== undefined && held !== '');
  return Object.fromEntries(entries) as T;
}

/**
 * A key for something new of the file. Never one that was there before: to the server the same key is the same seat
 * or person, with the same link.
 */
export function newKey(stem: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${stem}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

// --- seats

const withSeats = (file: MeetingFile, seats: FileSeat[]): MeetingFile => tidied({ ...file, seats });

/** A delegation or a budget that no seat is of any more leaves the file with it; so does the speaker of an item. */
export function tidied(file: MeetingFile): MeetingFile {
  const used = new Set(file.seats.flatMap(({ delegation }) => (delegation === undefined ? [] : [delegation])));
  const seats = new Set(file.seats.map(({ id }) => id));
  const kept = <T>(of: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([key]) => used.has(key)));
  const { budgets, ...rest } = file;
  const left = kept(budgets ?? {});
  return {
    ...rest,
    delegations: kept(file.delegations),
    ...(Object.keys(left).length === 0 ? {} : { budgets: left }),
    agenda: eachItem(file.agenda, (item) =>
      item.speaker !== undefined && !seats.has(item.speaker) ? filled({ ...item, speaker: undefined }) : item,
    ),
  };
}

/** A seat as it is edited: with the words and the time of its delegation. */
export type SeatDraft = { seat: FileSeat; delegation: FileWords | null; budget: number | null };

/** Puts a seat in, at the end if it is new; its delegation gets the words and the time that were given. */
export function putSeat(file: MeetingFile, { seat, delegation, budget }: SeatDraft): MeetingFile {
  const { delegation: key, ...bare } = seat;
  const placed: FileSeat = delegation === null || key === undefined ? bare : { ...bare, delegation: key };
  const isNew = !file.seats.some(({ id }) => id === seat.id);
  const seats = isNew ? [...file.seats, placed] : file.seats.map((one) => (one.id === seat.id ? placed : one));
  const own = placed.delegation;
  if (own === undefined || delegation === null) return withSeats(file, seats);
  const { [own]: _, ...others } = file.budgets ?? {};
  const budgets = budget === null ? others : { ...others, [own]: budget };
  return withSeats({ ...file, budgets, delegations: { ...file.delegations, [own]: delegation } }, seats);
}

export const dropSeat = (file: MeetingFile, id: string): MeetingFile =>
  withSeats(
    file,
    file.seats.filter((seat) => seat.id !== id),
  );

export function moveSeat(file: MeetingFile, id: string, before: string | null): MeetingFile {
  const order = reordered(
    file.seats.map((seat) => seat.id),
    id,
    before,
  );
  return { ...file, seats: file.seats.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) };
}

// --- agenda

const eachItem = (items: readonly FileItem[], change: (item: FileItem) => FileItem): FileItem[] =>
  items.map((item) => {
    const changed = change(item);
    return changed.parts === undefined ? changed : { ...changed, parts: eachItem(changed.parts, change) };
  });

/** The lists of items that an agenda consists of, each with the item whose parts it has. */
type Siblings = { parent: string | null; items: readonly FileItem[] };

export function siblingsOf(items: readonly FileItem[], id: string, parent: string | null = null): Siblings | null {
  if (items.some((item) => item.id === id)) return { parent, items };
  for (const item of items) {
    const found = siblingsOf(item.parts ?? [], id, item.id);
    if (found !== null) return found;
  }
  return null;
}

/** The items with their parts in the order of the agenda, each with its level (0 at the top). */
export const itemsInOrder = (items: readonly FileItem[], level = 0): { item: FileItem; level: number }[] =>
  items.flatMap((item) => [{ item, level }, ...itemsInOrder(item.parts ?? [], level + 1)]);

/** Changes one list of items; a list of parts that becomes empty leaves its item. */
function inSiblings(
  agenda: readonly FileItem[],
  parent: string | null,
  change: (items: readonly FileItem[]) => FileItem[],
): FileItem[] {
  if (parent === null) return change(agenda);
  return eachItem(agenda, (item) => {
    if (item.id !== parent) return item;
    const { parts, ...bare } = item;
    const changed = change(parts ?? []);
    return changed.length === 0 ? bare : { ...bare, parts: changed };
  });
}

/** Adds an item as the last part of another, or at the end of the agenda. */
export const addItem = (file: MeetingFile, item: FileItem, parent: string | null): MeetingFile => ({
  ...file,
  agenda: inSiblings(file.agenda, parent, (items) => [...items, item]),
});

/** Gives an item other words, times and rules; its parts stay. */
export const changeItem = (file: MeetingFile, item: FileItem): MeetingFile => ({
  ...file,
  agenda: eachItem(file.agenda, (one) =>
    one.id === item.id ? filled({ ...item, parts: one.parts === undefined ? undefined : one.parts }) : one,
  ),
});

/** Takes an item out with its parts and with the hard stops that hold for them. */
export function dropItem(file: MeetingFile, id: string): MeetingFile {
  const found = siblingsOf(file.agenda, id);
  if (found === null) return file;
  const agenda = inSiblings(file.agenda, found.parent, (items) => items.filter((item) => item.id !== id));
  const left = new Set(itemsInOrder(agenda).map(({ item }) => item.id));
  return withStops(
    { ...file, agenda },
    (file.hardStops ?? []).filter(({ item }) => item === undefined || left.has(item)),
  );
}

/** Puts an item before another of its level, or at the end of it. */
export function moveItem(file: MeetingFile, id: string, before: string | null): MeetingFile {
  const found = siblingsOf(file.agenda, id);
  if (found === null) return file;
  const order = reordered(
    found.items.map((item) => item.id),
    id,
    before,
  );
  const sorted = (items: readonly FileItem[]): FileItem[] =>
    items.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { ...file, agenda: inSiblings(file.agenda, found.parent, sorted) };
}

/** When each item begins: minutes from the start of the meeting, by the item's id; and how long all of it is. */
export function plannedTimes(items: readonly FileItem[]): { begins: ReadonlyMap<string, number>; whole: number } {
  const begins = new Map<string, number>();
  let at = 0;
  for (const { item } of itemsInOrder(items)) {
    begins.set(item.id, at);
    at += item.minutes ?? 0;
  }
  return { begins, whole: at };
}

// --- hard stops, the rule

export function withStops(file: MeetingFile, stops: readonly FileStop[]): MeetingFile {
  const { hardStops: _, ...rest } = file;
  return stops.length === 0 ? rest : { ...rest, hardStops: [...stops] };
}

/** Another text of the rule is another version, which all have to accept anew; the first text again is the first version. */
export function withRule(
  file: MeetingFile,
  text: MeetingFile['rule']['text'],
  before: MeetingFile['rule'],
): MeetingFile {
  const version = same(text, before.text) ? before.version : before.version + 1;
  return { ...file, rule: { version, text } };
}
