import { currentItem, heldAt } from '../agenda/rules.ts';
import type { Policy } from '../session/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id, LimitKind, MeetingTime } from '../words.ts';
import type { FloorRefusal, Turn, TurnPurpose } from './schema.ts';

/** Speaking time used at that moment, in milliseconds. The clock runs in `speaking` alone. [FL5] */
export const usedAt = (turn: Turn, now: MeetingTime): number =>
  turn.usedMs + (turn.status.kind === 'speaking' ? Math.max(0, now - turn.status.since) : 0);

/** How much of the lost-link allowance is used at that moment, in milliseconds. [FL11] */
export const lostAt = ({ lostMs, status }: Turn, now: MeetingTime): number =>
  lostMs + (status.kind === 'lost' ? Math.max(0, now - status.since) : 0);

/** Whether the end of a turn's time warns or closes the microphone. [FL16] */
export function limitOf({ kind }: TurnPurpose, { limits }: Policy): LimitKind {
  switch (kind) {
    case 'question':
      return limits.question;
    case 'answer':
      return limits.answer;
    case 'keynote':
      return limits.keynote;
    case 'presiding':
    case 'pointOfOrder':
      return 'soft';
    default:
      return limits.turn;
  }
}

const counted: readonly TurnPurpose['kind'][] = [
  'intervention',
  'directResponse',
  'rightOfReply',
  'yielded',
  'invited',
  'open',
  'question',
  'interposed',
];

/** The delegation whose time such a turn takes, or null when it counts for none. [FL19] */
export const countedFor = (state: MeetingState, seat: Id, { kind }: TurnPurpose): Id | null =>
  counted.includes(kind) ? (state.roster.seats.find(({ id }) => id === seat)?.delegation ?? null) : null;

/** What a delegation has spoken up to that moment in turns that count, in milliseconds. [FL19] */
export const spokenBy = (state: MeetingState, delegation: Id, now: MeetingTime): number =>
  state.floor.turns
    .filter((turn) => turn.delegation === delegation)
    .reduce(
      (sum, turn) => sum + usedAt(turn, now),
      state.floor.delegations.find((time) => time.delegation === delegation)?.usedMs ?? 0,
    );

const budgetOf = (state: MeetingState, delegation: Id): number | null =>
  state.floor.delegations.find((time) => time.delegation === delegation)?.budgetMs ?? null;

/** Why a turn can begin no more, for a hard limit of its item or its delegation; null when it can. [FL18] [FL19] */
export function timeRefusal(state: MeetingState, delegation: Id | null, now: MeetingTime): FloorRefusal | null {
  const item = currentItem(state);
  if (item?.limit === 'hard' && heldAt(item, now) >= item.plannedMs) return { code: 'floor.itemTimeUp' };
  if (delegation === null || state.session.policy.limits.delegation === 'soft') return null;
  const budget = budgetOf(state, delegation);
  return budget !== null && spokenBy(state, delegation, now) >= budget ? { code: 'floor.budgetSpent' } : null;
}

// The presiding microphone answers to no clock: whoever runs the meeting has to be able to end it. [FL15]
const isTimed = ({ purpose }: Turn): boolean => purpose.kind !== 'presiding';

/** When the item's hard limit and the grace are over, or null. */
function itemEnd(state: MeetingState): MeetingTime | null {
  const item = currentItem(state);
  if (item === undefined || item.since === null || item.limit === 'soft') return null;
  return item.since.at + item.plannedMs + state.session.policy.graceMs - item.heldMs;
}

/** When a delegation's budget and the grace are over if all of its turns that speak now go on, or null. */
function delegationEnd(state: MeetingState, delegation: Id): MeetingTime | null {
  const { limits, graceMs } = state.session.policy;
  const budget = budgetOf(state, delegation);
  if (limits.delegation === 'soft' || budget === null) return null;
  const since = state.floor.turns.flatMap(({ delegation: own, status }) =>
    own === delegation && status.kind === 'speaking' ? [status.since] : [],
  );
  if (since.length === 0) return null;
  const from = Math.max(...since);
  return from + Math.max(0, budget + graceMs - spokenBy(state, delegation, from)) / since.length;
}

/** When a hard limit closes the microphone of that turn, as things go now; null when none will. [FL16] [FL18] [FL19] */
export function closesAt(state: MeetingState, turn: Turn): MeetingTime | null {
  if (!isTimed(turn) || turn.status.kind === 'suspended') return null;
  const ends: (MeetingTime | null)[] = [itemEnd(state)];
  if (turn.status.kind === 'speaking') {
    const { limitMs, limit, graceMs, usedMs, status } = turn;
    if (limit === 'hard' && limitMs !== null) ends.push(status.since + Math.max(0, limitMs + graceMs - usedMs));
    if (turn.delegation !== null) ends.push(delegationEnd(state, turn.delegation));
  }
  const known = ends.filter((end) => end !== null);
  return known.length === 0 ? null : Math.min(...known);
}
