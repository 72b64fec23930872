import {
  type AgendaItem,
  type AttributionLevel,
  branchOf,
  type Forecast,
  type HardStop,
  type Id,
  isDone,
  isStanding,
  levelOf,
  type MeetingState,
  numbersOf,
} from '@track2/shared';

/** Where an item stands in the course of the meeting. */
export type RowState = 'done' | 'skipped' | 'current' | 'suspended' | 'next' | 'planned';

/** One line of the agenda: the plan beside what came of it, in wall time. */
export type AgendaRow = {
  item: AgendaItem;
  /** The number people say, such as `2.1`. */
  number: string;
  /** 1 at the top of the tree. */
  level: number;
  state: RowState;
  /** The planned length; of a heading without time of its own that of its parts, in milliseconds. */
  lengthMs: number;
  start: number;
  end: number;
  plannedStart: number;
  plannedEnd: number;
  /** What does not fit before a hard stop, in milliseconds. */
  cutMs: number;
  /** The attribution that begins with this item; null where it is that of the item before. */
  begins: AttributionLevel | null;
  /** The hard stops to show under it, the earliest first. */
  stops: HardStop[];
};

/** The agenda as rows. */
export function agendaRows(state: MeetingState, forecast: Forecast): AgendaRow[] {
  const { items } = state.agenda;
  const numbers = numbersOf(items);
  const next = items.find((item) => item.status === 'planned');
  const rows = items.flatMap((item, index): AgendaRow[] => {
    const times = forecast.rows.find((row) => row.item === item.id);
    if (times === undefined) return [];
    const before = items[index - 1];
    const begins = before === undefined || before.attribution === item.attribution ? null : item.attribution;
    const stops = stopsOf(state, item.id);
    const number = numbers.get(item.id) ?? '';
    const level = levelOf(items, item);
    return [
      { ...times, item, number, level, state: rowState(item, next), lengthMs: lengthOf(items, item), begins, stops },
    ];
  });
  for (const stop of stopsOf(state, null)) rowBefore(rows, stop)?.stops.push(stop);
  return rows;
}

const lengthOf = (items: readonly AgendaItem[], { id, plannedMs }: AgendaItem): number =>
  plannedMs > 0 ? plannedMs : branchOf(items, id).reduce((sum, part) => sum + part.plannedMs, 0);

/** The hard stops of an item, or of the meeting (null), that still mean something. */
export const stopsOf = (state: MeetingState, item: Id | null): HardStop[] =>
  state.agenda.hardStops.filter((stop) => stop.item === item && isStanding(state, stop));

// A stop of the meeting stands where it falls: under the last row that begins before it.
const rowBefore = (rows: readonly AgendaRow[], { at }: HardStop): AgendaRow | undefined =>
  rows.findLast((row) => isDone(row.item) || row.start < at) ?? rows.at(-1);

const states = { active: 'current', closed: 'done', skipped: 'skipped', suspended: 'suspended' } as const;

function rowState(item: AgendaItem, next: AgendaItem | undefined): RowState {
  if (item.status !== 'planned') return states[item.status];
  return item === next ? 'next' : 'planned';
}

/** Whole minutes of a length of time, rounded to the nearest: what a person says of it. */
export const inMinutes = (ms: number): number => Math.round(ms / 60_000);

/** A number of an item such as `2.1`, in the digits of the reader's language. */
export const writtenNumber = (number: string, write: (value: number) => string): string =>
  number
    .split('.')
    .map((part) => write(Number(part)))
    .join('.');
