import { type Command, type Id, type MeetingState, type MeetingTime, spokenBy } from '@track2/shared';
import { delegationsOf } from './delegationTime.ts';

const budgetOf = ({ floor }: MeetingState, id: Id): number | null =>
  floor.delegations.find(({ delegation }) => delegation === id)?.budgetMs ?? null;

/** The other delegations that have a time of their own, to whom time can be given. */
export const takersOf = (state: MeetingState, from: Id): Id[] =>
  delegationsOf(state).filter((delegation) => delegation !== from && budgetOf(state, delegation) !== null);

/** What each of so many would get of what a delegation has left, in milliseconds. [FL24] */
export function shareOfRest(
  state: MeetingState,
  from: Id,
  { takers, now }: { takers: number; now: MeetingTime },
): number {
  const restMs = (budgetOf(state, from) ?? 0) - spokenBy(state, from, now);
  return Math.floor(Math.max(0, restMs) / Math.max(1, takers));
}

/** The command that shares out what a delegation has left; null while nobody is chosen. */
export const shareCommand = (from: Id, to: ReadonlySet<Id>): Command | null =>
  to.size === 0 ? null : { type: 'floor.shareOut', from, to: [...to] };
