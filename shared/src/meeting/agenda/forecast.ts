import type { MeetingState } from '../state.ts';
import type { Id, WallTime } from '../words.ts';

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

/**
 * Where the agenda is heading. An item that runs over moves everything after it; nothing is planned to begin
 * before its planned start alone (a meeting that is early stays early). For display only. [AG9]
 */
export function forecast(state: MeetingState, wall: WallTime): Forecast {
  let plan = state.session.startsAt;
  let reached = state.session.opened?.wall ?? Math.max(state.session.startsAt, wall);
  const rows = state.agenda.items.map((item): ForecastRow => {
    const plannedStart = plan;
    const plannedEnd = plannedStart + item.plannedMs;
    plan = plannedEnd;
    const start = item.started?.wall ?? Math.max(reached, wall);
    const end = item.ended?.wall ?? endOf(item.status === 'active', start + item.plannedMs, wall);
    reached = Math.max(reached, end);
    return { item: item.id, plannedStart, plannedEnd, start, end };
  });
  const end = state.session.adjourned?.wall ?? reached;
  return { rows, end, lateMs: end - plan };
}

const endOf = (active: boolean, planned: WallTime, wall: WallTime): WallTime =>
  active ? Math.max(planned, wall) : planned;
