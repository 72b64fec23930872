import { afterEnd, endTurns } from './floor/turns.ts';
import type { LoggedEvent } from './messages.ts';
import { letGoOfSlides } from './slides/rules.ts';
import { decliningEntries } from './speakers/entries.ts';
import type { MeetingState } from './state.ts';
import type { Id, MeetingTime } from './words.ts';

/** The end of the turn or the call of a seat. [RO21] */
export const endingTurns = (state: MeetingState, seat: Id, now: MeetingTime): LoggedEvent[] =>
  endTurns(
    state,
    state.floor.turns.filter((turn) => turn.seat === seat),
    () => 'left',
    now,
  );

/** The end of whatever a seat holds, is called to and waits for, as it is to speak no more. [RO18] [RO21] */
export function silencing(state: MeetingState, seat: Id, now: MeetingTime): LoggedEvent[] {
  const ended = endingTurns(state, seat, now);
  const members = state.roster.members.filter((member) => member.seat === seat);
  return [
    ...ended,
    ...decliningEntries(afterEnd(state, ended), seat),
    ...members.flatMap(({ id }) => letGoOfSlides(state, id)),
  ];
}
