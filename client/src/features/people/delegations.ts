import { type Id, isInside, type MeetingState, type Member, type Seat } from '@track2/shared';

/** A member beside the seat it sits on. */
export type Sitting = { member: Member; seat: Seat };

/** Those of one delegation, or (null) those who serve the meeting itself. */
export type Delegation = { delegation: Id | null; people: Sitting[] };

/**
 * People by delegation: who serves the meeting first, then the delegations by name in the reader's language, as
 * at a round table. Within a delegation the order of the meeting's file stands, a principal before the own aides.
 */
export function delegations(state: MeetingState, nameOf: (delegation: Id) => string, language: string): Delegation[] {
  const groups = new Map<Id | null, Sitting[]>();
  for (const seat of state.roster.seats) {
    const members = state.roster.members.filter((member) => member.seat === seat.id);
    const people = members.toSorted((a, b) => rank(a) - rank(b)).map((member) => ({ member, seat }));
    groups.set(seat.delegation, [...(groups.get(seat.delegation) ?? []), ...people]);
  }
  const collator = new Intl.Collator(language);
  return [...groups]
    .map(([delegation, people]) => ({ delegation, people }))
    .toSorted((a, b) => {
      if (a.delegation === null || b.delegation === null) return a.delegation === null ? -1 : 1;
      return collator.compare(nameOf(a.delegation), nameOf(b.delegation));
    });
}

const rank = (member: Member): number => (member.kind === 'principal' ? 0 : 1);

/** How many are inside: everybody who can hear. */
export const countInside = (members: readonly Member[]): number => members.filter(isInside).length;
