import { type Id, type MeetingState, type MeetingTime, memberById, seatById, spokenBy } from '@track2/shared';

/** The speaking time of a delegation in this meeting, in milliseconds; without a budget nothing is left or over. */
export type DelegationTime = {
  delegation: Id;
  budgetMs: number | null;
  usedMs: number;
  leftMs: number;
  overMs: number;
};

/** What a delegation may speak and has spoken up to that moment. */
export function delegationTime(state: MeetingState, delegation: Id, now: MeetingTime): DelegationTime {
  const budgetMs = state.floor.delegations.find((time) => time.delegation === delegation)?.budgetMs ?? null;
  // In whole seconds, so that what is used and what is left add up as they are written.
  const usedMs = Math.floor(spokenBy(state, delegation, now) / 1000) * 1000;
  const leftMs = budgetMs === null ? 0 : Math.max(0, budgetMs - usedMs);
  const overMs = budgetMs === null ? 0 : Math.max(0, usedMs - budgetMs);
  return { delegation, budgetMs, usedMs, leftMs, overMs };
}

/** The delegations that sit at the table, in the order of their seats. */
export const delegationsOf = ({ roster }: MeetingState): Id[] => [
  ...new Set(roster.seats.flatMap(({ delegation }) => delegation ?? [])),
];

/** The delegation that a member belongs to, or null. */
export function ownDelegation(state: MeetingState, member: Id): Id | null {
  const seat = memberById(state, member)?.seat;
  return seat === undefined ? null : (seatById(state, seat)?.delegation ?? null);
}
