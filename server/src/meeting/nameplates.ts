import type { MeetingState, Nameplates } from '@track2/shared';
import type { MeetingWords } from '../storage/ports.ts';

/** The words for every opaque id that stands in a viewer's state, and for no other. */
export function nameplatesFor(view: MeetingState, words: MeetingWords): Nameplates {
  const members: Nameplates['members'] = {};
  for (const { id } of view.roster.members) {
    const person = words.members[id];
    if (person !== undefined) members[id] = { name: person.name, office: person.office };
  }
  const delegations: Nameplates['delegations'] = {};
  for (const { delegation } of view.roster.seats) {
    const name = delegation === null ? undefined : words.delegations[delegation];
    if (delegation !== null && name !== undefined) delegations[delegation] = name;
  }
  return { members, delegations };
}
