import { revisedAgenda } from '../agenda/evolve.ts';
import { documentsOf } from '../documents/rules.ts';
import { type Decision, happen, refuse } from '../messages.ts';
import { backstageRoles } from '../permissions.ts';
import { onStage } from '../roster/evolve.ts';
import { isBackstage, placeOfMember, rosterOf } from '../roster/rules.ts';
import type { Member, Roster } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { Plan, SessionEvent, SystemCommandOf } from './schema.ts';

/** What the convener has changed. Pure: who and what stays is known by its id. */
export function revise(state: MeetingState, { plan, seats }: SystemCommandOf<'session.revise'>): Decision {
  if (state.session.status === 'adjourned') return refuse({ code: 'session.adjourned' }); // [SE5]
  if (state.session.status === 'open' && plan !== null) return refuse({ code: 'session.alreadyOpen' }); // [SE15]
  const sits = new Map(seats.flatMap(({ id: seat, members }) => members.map(({ id }) => [id, seat])));
  const missing = state.roster.members.find(
    ({ id, seat, ruleAccepted }) => ruleAccepted !== null && sits.get(id) !== seat,
  );
  if (missing !== undefined) return refuse({ code: 'session.seatEntered', seat: missing.seat }); // [SE16]
  const dropped =
    plan === null ? [] : state.agenda.items.filter((item) => !plan.agenda.some(({ id }) => id === item.id));
  const held = dropped.find(({ id }) => documentsOf(state, id).length > 0);
  if (held !== undefined) return refuse({ code: 'session.itemHeld', item: held.id }); // [SE16]
  // Once the meeting is open, what a seat is in it is the chair's to say. [SE15]
  const roles = new Map(state.session.status === 'open' ? state.roster.seats.map(({ id, role }) => [id, role]) : []);
  return happen({
    type: 'session.revised',
    plan,
    seats: seats.map((seat) => ({ ...seat, role: roles.get(seat.id) ?? seat.role })),
  });
}

// With another rule everybody accepts anew: who waits or is inside stands before the gate again. [SE17]
const beforeTheGate = (member: Member): Member =>
  placeOfMember(member) === null ? member : { ...member, presence: { status: 'invited' } };

// Who may not be backstage any more comes into the room. [SE15]
function placedFor(member: Member, { seats }: Roster): Member {
  const role = seats.find(({ id }) => id === member.seat)?.role;
  return !isBackstage(member) || (role !== undefined && backstageRoles.includes(role))
    ? member
    : { ...member, presence: onStage(member.presence) };
}

function revisedRoster(
  state: MeetingState,
  { plan, seats }: Extract<SessionEvent, { type: 'session.revised' }>,
): Roster {
  const roster = rosterOf(seats, state.roster);
  const isNewRule = plan !== null && plan.ruleVersion !== state.session.ruleVersion;
  const members = roster.members.map((member) => (isNewRule ? beforeTheGate(member) : placedFor(member, roster)));
  return { ...roster, members };
}

function withPlan(state: MeetingState, { agenda, hardStops, budgets, ...session }: Plan): MeetingState {
  const { keynote, floor } = state;
  const items = new Set(agenda.map(({ id }) => id));
  const usedBy = (delegation: string): number =>
    floor.delegations.find((other) => other.delegation === delegation)?.usedMs ?? 0;
  return {
    ...state,
    session: { ...state.session, ...session },
    agenda: revisedAgenda(state.agenda, agenda, hardStops),
    floor: { ...floor, delegations: budgets.map((budget) => ({ ...budget, usedMs: usedBy(budget.delegation) })) },
    keynote: {
      ...keynote,
      budgets: keynote.budgets.filter(({ item }) => items.has(item)),
      introductions: keynote.introductions.filter(({ item }) => items.has(item)),
    },
  };
}

/** The meeting as the convener wants it now. [SE15] */
export function evolveRevised(
  state: MeetingState,
  event: Extract<SessionEvent, { type: 'session.revised' }>,
): MeetingState {
  const planned = event.plan === null ? state : withPlan(state, event.plan);
  const roster = revisedRoster(state, event);
  const seats = new Set(roster.seats.map(({ id }) => id));
  const { session, agenda, questions, keynote } = planned;
  const known = (seat: Id | null): Id | null => (seat !== null && seats.has(seat) ? seat : null);
  return {
    ...planned,
    session: { ...session, revision: session.revision + 1 },
    roster,
    // What named a seat that is gone names nobody.
    agenda: { ...agenda, items: agenda.items.map((item) => ({ ...item, speaker: known(item.speaker) })) },
    questions: {
      ...questions,
      questions: questions.questions.map((one) => ({ ...one, addressee: known(one.addressee) })),
    },
    keynote: { ...keynote, spotlight: keynote.spotlight.filter((seat) => seats.has(seat)) },
  };
}
