import { nextWarning } from './agenda/hardStops.ts';
import { closesAt } from './floor/clocks.ts';
import { chairOfferedAt } from './roster/roles.ts';
import type { MeetingState } from './state.ts';
import type { MeetingTime, WallTime } from './words.ts';

/**
 * The next moments at which the passing of time alone changes the meeting: the only source of timers. Each is null
 * when nothing is due ever. `wall` is for hard stops alone, and read again once a second. [SE8]
 */
export function nextDeadlines(state: MeetingState): { meeting: MeetingTime | null; wall: WallTime | null } {
  const due = state.floor.turns.flatMap((turn) => {
    const { status } = turn;
    const closes = closesAt(state, turn);
    const own = status.kind === 'called' ? [status.answerBy] : status.kind === 'lost' ? [status.until] : [];
    return closes === null ? own : [...own, closes];
  });
  const chair = chairOfferedAt(state);
  const all = chair === null ? due : [...due, chair];
  return { meeting: all.length === 0 ? null : Math.min(...all), wall: nextWarning(state) };
}
