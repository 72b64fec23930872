import type { MeetingState } from '../state.ts';
import type { Id, WallTime } from '../words.ts';
import { isDone } from './rules.ts';
import type { AgendaItem } from './schema.ts';
import { isWithin } from './tree.ts';

/** One row of the forecast, in wall time. `start` and `end` are actual where the item has begun or ended. */
export type ForecastRow = {
  item: Id;
  plannedStart: WallTime;
  plannedEnd: WallTime;
  start: WallTime;
  end: WallTime;
  /** What a hard stop takes away from the item, in milliseconds: it does not fit. */
  cutMs: number;
};

/**
 * The plan beside what came of it: row by row, the projected end, and how late that is (negative when early). `cutMs`
 * is what does not fit before the hard stop of the meeting.
 */
export type Forecast = { rows: ForecastRow[]; end: WallTime; lateMs: number; cutMs: number };

/** The earliest hard stop of an item (its own, or of what it is a part of), or with null of the meeting itself. */
const stopOf = ({ agenda }: MeetingState, item: AgendaItem | null): WallTime | null => {
  const concerns = (other: Id | null): boolean =>
    item === null || other === null ? item === other : isWithin(agenda.items, item, other);
  const moments = agenda.hardStops.filter((stop) => concerns(stop.item)).map((stop) => stop.at);
  return moments.length === 0 ? null : Math.min(...moments);
};

/** What is left of the planned time of an item, in milliseconds. */
const leftOf = ({ plannedMs, heldMs }: AgendaItem): number => Math.max(0, plannedMs - heldMs);

type Span = { start: WallTime; end: WallTime };

// An item that is over, or skipped and never held (which takes no time where it stands).
function doneSpan({ started, ended }: AgendaItem, reached: WallTime): Span {
  return { start: started?.wall ?? reached, end: ended?.wall ?? reached };
}

/**
 * Where the agenda is heading. What is still planned follows upon the current item, wherever it stands, so an item
 * that runs over moves all of it; a meeting that is early stays early. A hard stop ends what is projected beyond it,
 * and says what does not fit; an item that runs on beyond it runs on. For display only. [AG9] [AG17]
 */
export function forecast(state: MeetingState, wall: WallTime): Forecast {
  const { agenda, session } = state;
  const last = stopOf(state, null);
  const cut = (end: WallTime, item: AgendaItem): WallTime =>
    Math.max(wall, Math.min(end, stopOf(state, item) ?? end, last ?? end));
  const active = agenda.items.find((item) => item.since !== null);
  const wanted = active?.since == null ? wall : active.since.wall + leftOf(active);
  const activeEnd = active === undefined ? wall : Math.max(wall, wanted);

  let plan = session.startsAt;
  let reached = Math.max(
    wall,
    session.opened === null ? session.startsAt : wall,
    active === undefined ? wall : cut(activeEnd, active),
  );
  const rows = agenda.items.map((item): ForecastRow => {
    const plannedStart = plan;
    plan += item.plannedMs;
    const row = { item: item.id, plannedStart, plannedEnd: plan, cutMs: 0 };
    if (isDone(item)) return { ...row, ...doneSpan(item, reached) };
    if (item === active) {
      const end = cut(activeEnd, item);
      return { ...row, start: item.started?.wall ?? wall, end, cutMs: activeEnd - end };
    }
    const start = reached;
    reached = Math.max(start, cut(start + leftOf(item), item));
    return { ...row, start: item.started?.wall ?? start, end: reached, cutMs: start + leftOf(item) - reached };
  });
  const end = session.adjourned?.wall ?? reached;
  const cutMs = last === null ? 0 : rows.reduce((sum, row) => sum + (row.end >= last ? row.cutMs : 0), 0);
  return { rows, end, lateMs: end - plan, cutMs };
}
