import { type Id, type MeetingState, memberById, seatById } from '@track2/shared';
import type { MeetingView } from './meetingStore.ts';
import type { Reader } from './unnamed.ts';
import { type Person, personIn } from './view.ts';

/** The member by whom a seat is named: its principal, and where there is none the first on it. */
export function faceOfSeat(state: MeetingState, seat: Id): Id | null {
  const members = seatById(state, seat)?.members ?? [];
  return members.find((id) => memberById(state, id)?.kind === 'principal') ?? members[0] ?? null;
}

/** What may be known of the person by whom a seat is named. */
export function seatPerson(view: MeetingView, seat: Id, reader: Reader): Person {
  const face = faceOfSeat(view.state, seat);
  return face === null ? { name: seat, named: true, office: null, delegation: null } : personIn(view, face, reader);
}
