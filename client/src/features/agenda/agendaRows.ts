import type { AgendaItem, AttributionLevel, Forecast, MeetingState } from '@track2/shared';

/** Where an item stands in the course of the meeting. */
export type RowState = 'done' | 'current' | 'next' | 'planned';

/** One line of the agenda: the plan beside what came of it, in wall time. */
export type AgendaRow = {
  item: AgendaItem;
  /** The number people say: from 1, in the order of the agenda. */
  number: number;
  state: RowState;
  start: number;
  end: number;
  plannedStart: number;
  plannedEnd: number;
  /** The attribution that begins with this item; null where it is that of the item before. */
  begins: AttributionLevel | null;
};

/** The agenda as rows. */
export function agendaRows(state: MeetingState, forecast: Forecast): AgendaRow[] {
  const { items } = state.agenda;
  const next = items.find((item) => item.status === 'planned');
  return items.flatMap((item, index) => {
    const times = forecast.rows.find((row) => row.item === item.id);
    if (times === undefined) return [];
    const { start, end, plannedStart, plannedEnd } = times;
    const before = items[index - 1];
    const begins = before === undefined || before.attribution === item.attribution ? null : item.attribution;
    return [{ item, number: index + 1, state: rowState(item, next), start, end, plannedStart, plannedEnd, begins }];
  });
}

function rowState(item: AgendaItem, next: AgendaItem | undefined): RowState {
  if (item.status === 'closed') return 'done';
  if (item.status === 'active') return 'current';
  return item === next ? 'next' : 'planned';
}

/** Whole minutes of a length of time, rounded to the nearest: what a person says of it. */
export const inMinutes = (ms: number): number => Math.round(ms / 60_000);

/** Where an item goes one place up, or null when nothing above it can give way. */
export function moveUp(items: readonly AgendaItem[], item: AgendaItem): { before: string } | null {
  const above = items[items.indexOf(item) - 1];
  return above?.status === 'planned' ? { before: above.id } : null;
}

/** Where an item goes one place down, or null when it is the last. */
export function moveDown(items: readonly AgendaItem[], item: AgendaItem): { before: string | null } | null {
  const index = items.indexOf(item);
  if (index < 0 || index === items.length - 1) return null;
  // Below the next one means before the one after it, or at the end; what has begun gives no place.
  const after = items.slice(index + 2).find((other) => other.status === 'planned');
  return { before: after?.id ?? null };
}
