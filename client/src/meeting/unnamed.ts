import { type Id, pickWords, type Seat } from '@track2/shared';
import type { Spoken } from '../text/index.ts';
import type { MeetingView } from './meetingStore.ts';

/** In whose words something is written. */
export type Reader = Pick<Spoken, 'language' | 'say'>;

type Shown = Pick<MeetingView, 'state' | 'nameplates'>;

/** Whether the name of a member is kept from this viewer by the meeting's policy. */
export const isUnnamed = ({ nameplates }: Shown, member: Id): boolean => nameplates.members[member]?.name === null;

/** What stands for a name: the delegation where the meeting shows it, else what the seat is there for. */
const standsFor = ({ nameplates }: Shown, { delegation, role }: Seat): Id =>
  delegation !== null && delegation in nameplates.delegations ? `delegation ${delegation}` : `role ${role}`;

/**
 * What a member is called whose name is kept from this viewer: by delegation or by function, with a number in the order
 * of the seats where several would be called the same.
 */
export function unnamedName(view: Shown, member: Id, { language, say }: Reader): string | null {
  const seat = view.state.roster.seats.find(({ members }) => members.includes(member));
  if (seat === undefined) return null;
  const kept = standsFor(view, seat);
  const alike = view.state.roster.seats
    .filter((other) => standsFor(view, other) === kept)
    .flatMap(({ members }) => members)
    .filter((id) => isUnnamed(view, id));
  const words = seat.delegation === null ? undefined : view.nameplates.delegations[seat.delegation];
  const label = pickWords(words ?? null, language)?.text ?? say(`role.${seat.role}`);
  return alike.length < 2 ? label : say('people.numbered', { label, number: alike.indexOf(member) + 1 });
}
