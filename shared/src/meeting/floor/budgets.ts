import { type Decision, happen, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import { spokenBy } from './clocks.ts';
import type { FloorCommand } from './schema.ts';

const DAY_MS = 86_400_000;

const isDelegation = (state: MeetingState, delegation: Id): boolean =>
  state.roster.seats.some((seat) => seat.delegation === delegation);

const budgetOf = (state: MeetingState, id: Id): number | null =>
  state.floor.delegations.find(({ delegation }) => delegation === id)?.budgetMs ?? null;

function shareOut(state: MeetingState, from: Id, to: readonly Id[], now: MeetingTime): Decision {
  const takers = [...new Set(to)].filter((delegation) => delegation !== from);
  if ([from, ...takers].some((delegation) => !isDelegation(state, delegation)))
    return refuse({ code: 'floor.unknownDelegation' }); // [FL19]
  const budgets = [from, ...takers].map((delegation) => budgetOf(state, delegation));
  const [own, ...others] = budgets.filter((budget) => budget !== null);
  if (own === undefined || others.length + 1 < budgets.length) return refuse({ code: 'floor.noBudget' }); // [FL24]
  const share = Math.floor(Math.max(0, own - spokenBy(state, from, now)) / Math.max(1, takers.length));
  if (share === 0 || takers.length === 0) return refuse({ code: 'floor.nothingLeft' }); // [FL24]
  return happen(
    { type: 'floor.budgetSet', delegation: from, budgetMs: own - share * takers.length },
    ...takers.map((delegation, index) => ({
      type: 'floor.budgetSet' as const,
      delegation,
      budgetMs: Math.min(DAY_MS, (others[index] ?? 0) + share),
    })),
  );
}

/** The time of delegations: set, topped up, or what one has left shared out among others. [FL19] [FL24] */
export function decideBudget(
  state: MeetingState,
  command: Extract<FloorCommand, { type: 'floor.setBudget' | 'floor.topUp' | 'floor.shareOut' }>,
  now: MeetingTime,
): Decision {
  if (command.type === 'floor.shareOut') return shareOut(state, command.from, command.to, now);
  const { delegation } = command;
  if (!isDelegation(state, delegation)) return refuse({ code: 'floor.unknownDelegation' }); // [FL19]
  if (command.type === 'floor.setBudget')
    return happen({ type: 'floor.budgetSet', delegation, budgetMs: command.budgetMs });
  const budgetMs = budgetOf(state, delegation);
  if (budgetMs === null) return refuse({ code: 'floor.noBudget' }); // [FL24]
  return happen({ type: 'floor.budgetSet', delegation, budgetMs: Math.min(DAY_MS, budgetMs + command.byMs) });
}
