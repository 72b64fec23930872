import type { FileItem, FileSeat } from '@track2/shared';
import { type FileWords, type Plan, same, tidied } from './plan.ts';

/** A part of the plan that is one thing to who edits it. */
export const sections = [
  'title',
  'hosts',
  'series',
  'start',
  'timeZone',
  'rule',
  'policy',
  'delegations',
  'budgets',
  'hardStops',
] as const;
export type Section = (typeof sections)[number];

/** One thing that is different between two plans, with what it is about. */
export type Change =
  | { kind: Section | 'agendaMoved' | 'seatsMoved' }
  | { kind: 'itemAdded' | 'itemChanged' | 'itemDropped'; title: FileWords }
  | { kind: 'seatAdded' | 'seatChanged' | 'seatDropped'; name: string };

const sectionOf = ({ series, startsAt, file }: Plan, section: Section): unknown => {
  switch (section) {
    case 'series':
      return series;
    case 'start':
      return startsAt;
    default:
      return file[section];
  }
};

const nameOf = (seat: FileSeat): string => seat.people[0]?.name ?? seat.id;

/** An item by itself: its parts are items of their own here. */
type Placed = { id: string; parent: string | null; own: Omit<FileItem, 'parts'> };

const placedItems = (items: readonly FileItem[], parent: string | null = null): Placed[] =>
  items.flatMap(({ parts, ...own }) => [{ id: own.id, parent, own }, ...placedItems(parts ?? [], own.id)]);

type Keyed = { id: string };

const idsOf = (list: readonly Keyed[]): string[] => list.map(({ id }) => id);

/** Whether those that are in both stand in another order. */
function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const [had, has] = [new Set(before), new Set(after)];
  return !same(
    before.filter((id) => has.has(id)),
    after.filter((id) => had.has(id)),
  );
}

function agendaChanges(before: Plan, after: Plan): Change[] {
  const [was, is] = [placedItems(before.file.agenda), placedItems(after.file.agenda)];
  const found: Change[] = [];
  for (const { id, own } of is) {
    const old = was.find((item) => item.id === id);
    if (old === undefined) found.push({ kind: 'itemAdded', title: own.title });
    else if (!same(old.own, own)) found.push({ kind: 'itemChanged', title: own.title });
  }
  for (const { id, own } of was)
    if (!is.some((item) => item.id === id)) found.push({ kind: 'itemDropped', title: own.title });
  if (isReordered(idsOf(was), idsOf(is))) found.push({ kind: 'agendaMoved' });
  return found;
}

function seatChanges(before: Plan, after: Plan): Change[] {
  const [was, is] = [before.file.seats, after.file.seats];
  const found: Change[] = [];
  for (const seat of is) {
    const old = was.find(({ id }) => id === seat.id);
    if (old === undefined) found.push({ kind: 'seatAdded', name: nameOf(seat) });
    else if (!same(old, seat)) found.push({ kind: 'seatChanged', name: nameOf(seat) });
  }
  for (const seat of was)
    if (!is.some(({ id }) => id === seat.id)) found.push({ kind: 'seatDropped', name: nameOf(seat) });
  if (isReordered(idsOf(was), idsOf(is))) found.push({ kind: 'seatsMoved' });
  return found;
}

/** What is different, thing by thing. */
export const changesOf = (before: Plan, after: Plan): Change[] => [
  ...sections
    .filter((section) => !same(sectionOf(before, section), sectionOf(after, section)))
    .map((kind): Change => ({ kind })),
  ...agendaChanges(before, after),
  ...seatChanges(before, after),
];

/** Of three states of one thing: mine where I changed it, else theirs. */
const chosen = <T>(base: T, mine: T, theirs: T): T => (same(base, mine) ? theirs : mine);

/** Of three states of a list, thing by thing: what either added or changed is in, what either took out is not. */
function chosenById<T extends Keyed>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): T[] {
  const [lead, other] = same(idsOf(base), idsOf(mine)) ? [theirs, mine] : [mine, theirs];
  const order = [...new Set([...idsOf(lead), ...idsOf(other)])];
  const inList = (list: readonly T[], id: string): T | null => list.find((one) => one.id === id) ?? null;
  return order.flatMap((id) => chosen(inList(base, id), inList(mine, id), inList(theirs, id)) ?? []);
}

/**
 * My changes put onto a state that others have saved meanwhile. Where both changed one thing, mine stands: the words
 * of what others changed are given by `changesOf(theirs, rebased)`.
 */
export function rebased(base: Plan, mine: Plan, theirs: Plan): Plan {
  const files = [base.file, mine.file, theirs.file] as const;
  const pick = <K extends keyof Plan['file']>(key: K): Pick<Plan['file'], K> => {
    const value = chosen(...(files.map((file) => file[key]) as [Plan['file'][K], Plan['file'][K], Plan['file'][K]]));
    return (value === undefined ? {} : { [key]: value }) as Pick<Plan['file'], K>;
  };
  const rule = pick('rule').rule;
  return {
    series: chosen(base.series, mine.series, theirs.series),
    startsAt: chosen(base.startsAt, mine.startsAt, theirs.startsAt),
    file: tidied({
      ...theirs.file,
      ...pick('title'),
      ...pick('hosts'),
      ...pick('timeZone'),
      ...pick('policy'),
      ...pick('budgets'),
      ...pick('hardStops'),
      rule: same(rule.text, theirs.file.rule.text)
        ? theirs.file.rule
        : { ...rule, version: theirs.file.rule.version + 1 },
      delegations: { ...theirs.file.delegations, ...mine.file.delegations },
      seats: chosenById(base.file.seats, mine.file.seats, theirs.file.seats),
      agenda: chosenById(base.file.agenda, mine.file.agenda, theirs.file.agenda),
    }),
  };
}
