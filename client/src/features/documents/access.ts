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

/** What a member can do about documents; what is refused for the moment only stays offered, with its reason. */
const seatOf = (state: MeetingState, me: Id): Seat | undefined => {
  const seat = memberById(state, me)?.seat;
  return seat === undefined ? undefined : seatById(state, seat);
};

const manages = (seat: Seat | undefined): boolean => seat !== undefined && managingRoles.includes(seat.role);

/** The items that a member may add a document to now. */
export const itemsToAddTo = (state: MeetingState, me: Id): AgendaItem[] =>
  state.agenda.items.filter((item) => uploadRefusal(state, me, item.id) === null);

/**
 * Whether adding is offered under an item: to its speaker, and to those who run the meeting where the item is under way
 * or has documents; elsewhere they choose the item in the window.
 */
export function offersAdding(state: MeetingState, me: Id, item: Id): boolean {
  const seat = seatOf(state, me);
  if (seat === undefined || uploadRefusal(state, me, item) !== null) return false;
  const speaks = state.agenda.items.some((each) => each.id === item && each.speaker === seat.id);
  const busy = state.agenda.current === item || state.documents.documents.some((document) => document.item === item);
  return speaks || busy;
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
