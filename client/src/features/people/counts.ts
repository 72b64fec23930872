import { type Id, isInside, type MeetingState, type Member, type Role } from '@track2/shared';

/** How many there are of one function: inside, of all who are invited, and how many aides are among those inside. */
export type FunctionCount = { role: Role; inside: number; all: number; aides: number };

/** Those whose names the viewer may not read, counted by function in the order of the seats. */
export function countsOf(
  { roster: { seats, members } }: MeetingState,
  isUnnamed: (member: Id) => boolean,
): FunctionCount[] {
  const byRole = new Map<Role, Member[]>();
  for (const seat of seats) {
    const here = members.filter((member) => member.seat === seat.id && isUnnamed(member.id));
    if (here.length > 0) byRole.set(seat.role, [...(byRole.get(seat.role) ?? []), ...here]);
  }
  return [...byRole].map(([role, people]) => {
    const inside = people.filter(isInside);
    return {
      role,
      inside: inside.length,
      all: people.length,
      aides: inside.filter(({ kind }) => kind === 'aide').length,
    };
  });
}

/** The meeting without those members, and without the seats that nobody is left on. */
export function withoutMembers(state: MeetingState, isLeftOut: (member: Id) => boolean): MeetingState {
  const members = state.roster.members.filter(({ id }) => !isLeftOut(id));
  const seats = state.roster.seats.filter(({ id }) => members.some(({ seat }) => seat === id));
  return { ...state, roster: { ...state.roster, seats, members } };
}
