import { type Id, isWaiting, type QueueEntry, type SpeakersList } from '@track2/shared';

/** An entry that waits, with its place: the number the person is told. */
export type WaitingEntry = { entry: QueueEntry; place: number };

/** A list of speakers as people read it. */
export type ListGroups = {
  /** Called or speaking now. */
  active: QueueEntry[];
  /** Those who wait, absent ones included: they keep a place. */
  waiting: WaitingEntry[];
  /** Entries of those who have spoken. */
  done: QueueEntry[];
};

/** Sorts the entries of a list into those who speak, wait and have spoken, in the speaking order. */
export function listGroups(list: SpeakersList | undefined): ListGroups {
  const entries = list?.entries ?? [];
  return {
    active: entries.filter((entry) => entry.status === 'called' || entry.status === 'speaking'),
    waiting: entries.filter(isWaiting).map((entry, index) => ({ entry, place: index + 1 })),
    done: entries.filter((entry) => entry.status === 'done'),
  };
}

/** A line of the list as it is shown: `place` is null for who is called, speaks, or has just left the list. */
export type Line = { entry: QueueEntry; place: number | null };

/** The lines of the list: who is called or speaks, then the order of the list with those who have `gone` just now. */
export function linesOf(list: SpeakersList | undefined, gone: readonly Id[]): Line[] {
  const groups = listGroups(list);
  const places = new Map(groups.waiting.map(({ entry, place }) => [entry.id, place]));
  const queue = (list?.entries ?? []).filter(({ id }) => places.has(id) || gone.includes(id));
  return [
    ...groups.active.map((entry) => ({ entry, place: null })),
    ...queue.map((entry) => ({ entry, place: places.get(entry.id) ?? null })),
  ];
}

/** Lines that stand together: one alone, or the direct responses to one intervention. */
export type Block = { kind: 'line'; line: Line } | { kind: 'responses'; turn: Id; lines: Line[] };

/** The lines with the direct responses to one intervention put together, where they follow each other. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const { kind, turn, status } = line.entry;
    const last = blocks.at(-1);
    if (kind !== 'directResponse' || turn === null || status === 'called' || status === 'speaking')
      blocks.push({ kind: 'line', line });
    else if (last?.kind === 'responses' && last.turn === turn) last.lines.push(line);
    else blocks.push({ kind: 'responses', turn, lines: [line] });
  }
  return blocks;
}

/** How many direct responses to a turn take a place: all but those that were given up. [SP12] */
export const placesTakenIn = (list: SpeakersList | undefined, turn: Id): number =>
  (list?.entries ?? []).filter(
    ({ kind, turn: to, status }) =>
      kind === 'directResponse' && to === turn && status !== 'withdrawn' && status !== 'declined',
  ).length;

type Known = ReadonlyMap<Id, QueueEntry['status']>;

const lefts: readonly QueueEntry['status'][] = ['withdrawn', 'declined', 'lapsed'];

/** Who waited, or was called, when the list was last looked at and has left it since without speaking. */
export const goneSince = (known: Known, entries: readonly QueueEntry[]): Id[] =>
  entries
    .filter(({ id, status }) => {
      const before = known.get(id);
      return before !== undefined && before !== status && lefts.includes(status) && !lefts.includes(before);
    })
    .map(({ id }) => id);

/** The place of a seat among those who wait, or null when it does not wait. */
export function placeOf(groups: ListGroups, seat: Id): number | null {
  return groups.waiting.find((waiting) => waiting.entry.seat === seat)?.place ?? null;
}

/** How many different seats have spoken on the item. */
export function seatsHeard(groups: ListGroups): number {
  return new Set(groups.done.map((entry) => entry.seat)).size;
}

/** How long a seat has spoken on the item, in all its turns that came from the list. */
export function usedBySeat(groups: ListGroups, seat: Id): number {
  return groups.done.filter((entry) => entry.seat === seat).reduce((sum, entry) => sum + entry.usedMs, 0);
}

/** A place an entry can be moved to: in front of another entry, or to the end (`before` is null). */
export type MoveTarget = { before: Id | null; place: number };

/** Where an entry goes one place up; null when it is the first. */
export function moveUp(groups: ListGroups, entry: Id): MoveTarget | null {
  const index = groups.waiting.findIndex((waiting) => waiting.entry.id === entry);
  const above = index > 0 ? groups.waiting[index - 1] : undefined;
  return above === undefined ? null : { before: above.entry.id, place: above.place };
}

/** Where an entry goes one place down; null when it is the last. */
export function moveDown(groups: ListGroups, entry: Id): MoveTarget | null {
  const index = groups.waiting.findIndex((waiting) => waiting.entry.id === entry);
  if (index < 0 || index >= groups.waiting.length - 1) return null;
  // Moving down means standing in front of the one after the next, or at the end.
  return { before: groups.waiting[index + 2]?.entry.id ?? null, place: index + 2 };
}

/** All places an entry can be moved to but its own. */
export function moveTargets(groups: ListGroups, entry: Id): MoveTarget[] {
  const own = groups.waiting.findIndex((waiting) => waiting.entry.id === entry);
  if (own < 0) return [];
  return groups.waiting.flatMap((_, index) => {
    if (index === own) return [];
    const before = index < own ? groups.waiting[index] : groups.waiting[index + 1];
    return [{ before: before?.entry.id ?? null, place: index + 1 }];
  });
}
