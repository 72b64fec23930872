import type { MeetingState } from '../state.ts';
import type { Id, WallTime } from '../words.ts';
import type { AgendaItem } from './schema.ts';

/** One row of the forecast, in wall time. `start` and `end` are actual where the item has begun or ended. */
export type ForecastRow = {
  item: Id;
  plannedStart: WallTime;
  plannedEnd: WallTime;
  start: WallTime;
  end: WallTime;
};

/** The plan beside what came of it: row by row, the projected end, and how late that is. */
export type Forecast = { rows: ForecastRow[]; end: WallTime; lateMs: number };

/** When an item was held, as far as it was: one that runs ends at its planned end, or now when that has passed. */
function heldFrom(
  { started, ended, plannedMs }: AgendaItem,
  wall: WallTime,
): { start: WallTime; end: WallTime } | null {
  if (started === null) return null;
  return { start: started.wall, end: ended?.wall ?? Math.max(started.wall + plannedMs, wall) };
}

/**
 * Where the agenda is heading. What is still planned follows upon the current item, wherever it stands, so an item
 * that runs over moves all of it; a meeting that is early stays early. For display only. [AG9]
 */
export function forecast({ agenda, session }: MeetingState, wall: WallTime): Forecast {
  const held = agenda.items.map((item) => heldFrom(item, wall));
  let plan = session.startsAt;
  let reached = Math.max(
    session.opened?.wall ?? Math.max(session.startsAt, wall),
    ...held.flatMap((span) => (span === null ? [] : [span.end])),
  );
  const rows = agenda.items.map((item, index): ForecastRow => {
    const plannedStart = plan;
    plan += item.plannedMs;
    const start = Math.max(reached, wall);
    const span = held[index] ?? { start, end: start + item.plannedMs };
    reached = Math.max(reached, span.end);
    return { item: item.id, plannedStart, plannedEnd: plan, ...span };
  });
  const end = session.adjourned?.wall ?? reached;
  return { rows, end, lateMs: end - plan };
}
