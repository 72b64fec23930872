import type { SystemCommand } from '../meeting/messages.ts';
import type { SeatPlan } from '../meeting/roster/schema.ts';
import type { Plan } from '../meeting/session/schema.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import type { Picks } from './ids.ts';

/** The seats of a meeting as its convener would set them out now. */
export const seatsOf = ({ roster }: MeetingState): SeatPlan[] =>
  roster.seats.map(({ id, role, delegation, members }) => ({
    id,
    role,
    delegation,
    members: members.map((member) => ({
      id: member,
      kind: roster.members.find((other) => other.id === member)?.kind ?? 'principal',
    })),
  }));

/** All of a meeting that is planned but for its seats, as its convener would set it out now. */
export const planOf = ({ session, agenda, floor }: MeetingState): Plan => ({
  startsAt: session.startsAt,
  timeZone: session.timeZone,
  ruleVersion: session.ruleVersion,
  policy: session.policy,
  agenda: agenda.items.map(({ id, parent, type, title, attribution, plannedMs, cameras, speaker, limit }) => ({
    id,
    parent,
    type,
    title,
    attribution,
    plannedMs,
    cameras,
    speaker,
    limit,
  })),
  hardStops: agenda.hardStops.map(({ id, item, at, label }) => ({ id, item, at, label })),
  budgets: floor.delegations.map(({ delegation, budgetMs }) => ({ delegation, budgetMs })),
});

/** The seats with one change: one that is new, one that is gone, another role, or another delegation. */
function changedSeats(seats: SeatPlan[], { next, oneOf }: Picks, made: Id): SeatPlan[] {
  const one = oneOf(seats.filter(({ role }) => role !== 'chair'));
  switch (next(4)) {
    case 0:
      return [
        ...seats,
        { id: made, role: 'participant', delegation: 'd-oslo', members: [{ id: `${made}-1`, kind: 'principal' }] },
      ];
    case 1:
      return seats.filter((seat) => seat !== one);
    case 2:
      return seats.map((seat) =>
        seat === one ? { ...seat, role: oneOf(['participant', 'keynote']) ?? 'keynote' } : seat,
      );
    default:
      return seats.map((seat) => (seat === one ? { ...seat, delegation: null } : seat));
  }
}

/** The plan with one change: another version of the rule, a leaf of the agenda gone or doubled, or a new start. */
function changedPlan(state: MeetingState, { next, oneOf }: Picks, made: Id): Plan {
  const plan = planOf(state);
  const leaves = plan.agenda.filter(({ id }) => plan.agenda.every(({ parent }) => parent !== id));
  const skipped = state.agenda.items.filter(({ status }) => status === 'skipped').map(({ id }) => id);
  const leaf = oneOf(leaves.filter(({ id }) => skipped.includes(id))) ?? oneOf(leaves);
  switch (next(5)) {
    case 0:
      return { ...plan, ruleVersion: 3 - plan.ruleVersion };
    case 1:
      return {
        ...plan,
        agenda: plan.agenda.filter((item) => item !== leaf),
        hardStops: plan.hardStops.filter(({ item }) => item !== leaf?.id),
      };
    case 2:
      return leaf === undefined ? plan : { ...plan, agenda: [...plan.agenda, { ...leaf, id: made, parent: null }] };
    case 3:
      return { ...plan, budgets: [{ delegation: 'd-oslo', budgetMs: 60_000 * (1 + next(10)) }] };
    default:
      return { ...plan, startsAt: plan.startsAt + 60_000 * next(60) };
  }
}

/** What a convener asks now: a revision with one change, of the seats or of the plan; seldom the end. */
export function revisionOf(state: MeetingState, picks: Picks, made: Id): SystemCommand {
  if (picks.next(16) === 0) return { type: 'session.cancel' };
  const seats = seatsOf(state);
  const isPlanned = state.session.status === 'planned';
  if (isPlanned && picks.next(3) > 0) return { type: 'session.revise', plan: changedPlan(state, picks, made), seats };
  return {
    type: 'session.revise',
    plan: isPlanned || picks.next(6) === 0 ? planOf(state) : null,
    seats: changedSeats(seats, picks, made),
  };
}

const notices = ['roster.flagLink', 'roster.flagLink', 'roster.renewLink', 'roster.addDevice'] as const;

/** What is noticed of a member's link: of one who waits or was flagged more often than of others. */
export function noticeOf({ roster }: MeetingState, { oneOf }: Picks): SystemCommand {
  const known = roster.members.filter(({ door }) => door.linkUses > 0 || door.deviceAllowed);
  const waiting = roster.members.filter(({ presence }) => presence.status === 'inLobby');
  const member = oneOf([...known, ...known, ...waiting, ...roster.members])?.id ?? 'nobody';
  return { type: oneOf(notices) ?? 'roster.flagLink', member };
}
