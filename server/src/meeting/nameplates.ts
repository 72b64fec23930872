import {
  type Id,
  type MeetingState,
  managingRoles,
  memberById,
  type Nameplate,
  type Nameplates,
  type Role,
  type Seat,
  seatById,
} from '@track2/shared';
import type { MeetingWords } from '../storage/ports.ts';

/** Who may be unnamed; all others are known to everybody, as nobody listens unseen. */
const unnamedRoles: readonly Role[] = ['discussant', 'participant', 'observer', 'rapporteur'];
/** Who knows everybody by name. */
const knowingRoles: readonly Role[] = [...managingRoles, 'operator'];

const unnamed: Nameplate = { name: null, office: null };

/** Which seats a viewer knows by the names of their people. */
function namedSeats({ roster, session }: MeetingState, viewer: Seat | undefined): (seat: Seat) => boolean {
  const { visibility } = session.policy;
  if (visibility === 'names' || (viewer !== undefined && knowingRoles.includes(viewer.role))) return () => true;
  const named = new Set(roster.seats.filter(({ role }) => !unnamedRoles.includes(role)).map(({ id }) => id));
  return ({ id }) => named.has(id) || id === viewer?.id;
}

/** The words for the opaque ids that stand in a viewer's state, as far as this viewer may read them, and for no other. */
export function nameplatesFor(view: MeetingState, words: MeetingWords, viewer: Id): Nameplates {
  const own = seatById(view, memberById(view, viewer)?.seat ?? '');
  const isNamed = namedSeats(view, own);
  const members: Nameplates['members'] = {};
  for (const { id, seat: seatId } of view.roster.members) {
    const person = words.members[id];
    const seat = seatById(view, seatId);
    if (person === undefined || seat === undefined) continue;
    members[id] = isNamed(seat) ? { name: person.name, office: person.office } : unnamed;
  }
  // With counts alone, a delegation that somebody unnamed is of would tell of that person.
  const told =
    view.session.policy.visibility === 'counts'
      ? view.roster.seats.filter(
          (seat) => !view.roster.seats.some((other) => other.delegation === seat.delegation && !isNamed(other)),
        )
      : view.roster.seats;
  const delegations: Nameplates['delegations'] = {};
  for (const { delegation } of told) {
    const name = delegation === null ? undefined : words.delegations[delegation];
    if (delegation !== null && name !== undefined) delegations[delegation] = name;
  }
  return { members, delegations };
}
