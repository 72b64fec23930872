import type { AgendaItem, Id, MeetingState } from '@track2/shared';

/** The most seats in the spotlight. */
export const mostInSpotlight = 3;

/** The keynote that those who run the meeting deal with: the current one, else the next to come. */
export function keynoteItem(state: MeetingState): AgendaItem | null {
  const open = state.agenda.items.filter((item) => item.type === 'keynote' && item.status !== 'closed');
  return open.find((item) => item.id === state.agenda.current) ?? open[0] ?? null;
}

/** The time of a keynote: its own budget, else what the agenda plans. */
export function budgetOf(state: MeetingState, item: AgendaItem): number {
  return state.keynote.budgets.find((budget) => budget.item === item.id)?.budgetMs ?? item.plannedMs;
}

/** The seats that can be put into the spotlight: those there, who are not in it yet. */
export function spotlightChoices(state: MeetingState): Id[] {
  const here = new Set(
    state.roster.members.filter((member) => member.presence.status === 'admitted').map((member) => member.seat),
  );
  return state.roster.seats
    .map((seat) => seat.id)
    .filter((seat) => here.has(seat) && !state.keynote.spotlight.includes(seat));
}
