import type { MeetingState } from './state.ts';
import type { MeetingTime } from './words.ts';

/**
 * The next moments at which the passing of time alone changes the meeting: the only source of timers. Both are
 * null when nothing is due ever. `wall` is for hard stops alone. [SE8]
 */
export function nextDeadlines(state: MeetingState): { meeting: MeetingTime | null; wall: null } {
  const due = state.floor.turns.flatMap(({ status }) => {
    if (status.kind === 'called') return [status.answerBy];
    return status.kind === 'lost' ? [status.until] : [];
  });
  return { meeting: due.length === 0 ? null : Math.min(...due), wall: null };
}
