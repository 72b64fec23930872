import { type Command, type Id, type MeetingState, speakingRoles, type TourOrder } from '@track2/shared';
import { typedLength } from '../../text/typed.ts';
import { reordered } from '../../ui/order.ts';

/** A tour de table as it is put together: the order, the time of each seat as it is typed, and who is left out. */
export type TourDraft = { order: TourOrder; seats: readonly Id[]; out: ReadonlySet<Id>; typed: string };

/** How delegations are called in the language of who puts the tour together. */
export type Naming = { nameOf: (delegation: Id) => string; language: string };

/** The least and the most that a seat can be given, in milliseconds. */
export const tourBounds = { least: 10_000, most: 3_600_000 } as const;

/** The seats that may speak: by their place at the table, or the delegations by name and each by its seats. */
function seatsBy(state: MeetingState, order: 'seat' | 'delegation', { nameOf, language }: Naming): Id[] {
  const seats = state.roster.seats.filter(({ role }) => speakingRoles.includes(role));
  if (order === 'seat') return seats.map(({ id }) => id);
  const { compare } = new Intl.Collator(language);
  // Who belongs to no delegation comes last; the sort keeps the order of the table within each.
  const key = (delegation: Id | null): string => (delegation === null ? '\uffff' : nameOf(delegation));
  return seats.toSorted((a, b) => compare(key(a.delegation), key(b.delegation))).map(({ id }) => id);
}

/** The tour of all who may speak, but for those who run the meeting: they can be ticked. */
export const newTour = (state: MeetingState, typed: string): TourDraft => ({
  order: 'seat',
  seats: seatsBy(state, 'seat', { nameOf: () => '', language: 'en' }),
  out: new Set(state.roster.seats.filter(({ role }) => role === 'chair' || role === 'moderator').map(({ id }) => id)),
  typed,
});

/** The draft in another order; by hand it begins with the order that there is. */
export const inOrder = (
  draft: TourDraft,
  order: TourOrder,
  { state, ...naming }: Naming & { state: MeetingState },
): TourDraft => ({ ...draft, order, seats: order === 'hand' ? draft.seats : seatsBy(state, order, naming) });

/** The draft with a seat moved, which makes it an order by hand. */
export const withMoved = (draft: TourDraft, seat: Id, before: Id | null): TourDraft => ({
  ...draft,
  order: 'hand',
  seats: reordered(draft.seats, seat, before),
});

/** The draft with a seat left out, or taken in again. */
export const toggled = (draft: TourDraft, seat: Id): TourDraft => ({
  ...draft,
  out: draft.out.has(seat) ? new Set([...draft.out].filter((other) => other !== seat)) : new Set([...draft.out, seat]),
});

/** The seats that take part, in their order. */
export const seatsIn = ({ seats, out }: TourDraft): Id[] => seats.filter((seat) => !out.has(seat));

/** The time of each seat in milliseconds, or null where it is none that can be given. */
export function tourLimit({ typed }: TourDraft): number | null {
  const ms = typedLength(typed);
  return ms !== null && ms >= tourBounds.least && ms <= tourBounds.most ? ms : null;
}

/** The command that starts the tour; null while nobody takes part or the time is none. */
export function tourCommand(draft: TourDraft, item: Id): Command | null {
  const limitMs = tourLimit(draft);
  const seats = seatsIn(draft);
  return limitMs === null || seats.length === 0
    ? null
    : { type: 'speakers.startTour', item, order: draft.order, seats, limitMs };
}
