import {
  type AgendaItem,
  type Id,
  type MeetingDocument,
  type MeetingState,
  managingRoles,
  mayPresent,
  memberById,
  type Seat,
  seatById,
  uploadRefusal,
} from '@track2/shared';

const seatOf = (state: MeetingState, me: Id): Seat | undefined => {
  const seat = memberById(state, me)?.seat;
  return seat === undefined ? undefined : seatById(state, seat);
};

const manages = (seat: Seat | undefined): boolean => seat !== undefined && managingRoles.includes(seat.role);

/** The items that a member may add a document to now. */
export const itemsToAddTo = (state: MeetingState, me: Id): AgendaItem[] =>
  state.agenda.items.filter((item) => uploadRefusal(state, me, item.id) === null);

/**
 * Whether adding is offered under an item itself: to its speaker, under a keynote and while the item is under way.
 * Elsewhere the item is chosen in the window.
 */
export function offersAdding(state: MeetingState, me: Id, { id, type, speaker }: AgendaItem): boolean {
  const seat = seatOf(state, me);
  if (seat === undefined || speaker !== seat.id || uploadRefusal(state, me, id) !== null) return false;
  return type === 'keynote' || state.agenda.current === id;
}

/** Whether a member has a hand in a document: its own seat has, and those who run the meeting. */
export function mayRemove(state: MeetingState, me: Id, document: MeetingDocument): boolean {
  const seat = seatOf(state, me);
  return seat !== undefined && (document.seat === seat.id || manages(seat));
}

/** Whether presenting is offered to a member at all. */
export function offersPresenting(state: MeetingState, me: Id, document: MeetingDocument): boolean {
  const seat = seatOf(state, me);
  if (seat === undefined || state.session.status === 'adjourned') return false;
  return mayRemove(state, me, document) || mayPresent(state, seat);
}

/** Whether a document is seen by the member's seat and those who run the meeting alone, and whose it is. */
export function unshownFor(state: MeetingState, me: Id, document: MeetingDocument): 'own' | 'other' | null {
  if (document.use === 'paper' || document.shown) return null;
  return seatOf(state, me)?.id === document.seat ? 'own' : 'other';
}
