import type { LoggedEvent } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { WallTime } from '../words.ts';
import type { HardStop } from './schema.ts';
import { branchOf } from './tree.ts';

/** How many minutes ahead a hard stop warns, the earliest first; 0 tells that it is reached. [AG16] */
export const WARNED_AHEAD: readonly number[] = [10, 3, 0];

/** The most hard stops that a meeting may have. */
export const MOST_STOPS = 20;

const minute = 60_000;

/** The warnings that are still to come, in minutes ahead. */
const outstanding = ({ warned }: HardStop): number[] =>
  WARNED_AHEAD.filter((minutes) => warned === null || minutes < warned);

/** Whether a hard stop still means something: the item (with its parts), or the meeting, that it is for is not over. */
export function isStanding({ agenda, session }: MeetingState, { item }: HardStop): boolean {
  if (session.status === 'adjourned') return false;
  if (item === null) return true;
  return branchOf(agenda.items, item).some(({ status }) => status !== 'closed' && status !== 'skipped');
}

/** The warnings that are due: of several for one stop the latest alone. [AG16] */
export const dueWarnings = (state: MeetingState, wall: WallTime): LoggedEvent[] =>
  state.agenda.hardStops.flatMap((stop): LoggedEvent[] => {
    if (!isStanding(state, stop)) return [];
    const minutes = outstanding(stop).findLast((ahead) => stop.at - ahead * minute <= wall);
    return minutes === undefined ? [] : [{ type: 'agenda.hardStopWarned', stop: stop.id, minutes }];
  });

/** The next moment in wall time at which a hard stop warns, or null. [SE8] */
export function nextWarning(state: MeetingState): WallTime | null {
  const moments = state.agenda.hardStops.flatMap((stop) =>
    isStanding(state, stop) ? outstanding(stop).map((ahead) => stop.at - ahead * minute) : [],
  );
  return moments.length === 0 ? null : Math.min(...moments);
}
