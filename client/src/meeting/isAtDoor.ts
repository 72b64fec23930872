import { doorRoles, type Id, type MeetingState, memberById, seatById } from '@track2/shared';

/** Whether this member stands at the door: sees who waits, and lets in. */
export function isAtDoor(state: MeetingState, me: Id): boolean {
  const role = seatById(state, memberById(state, me)?.seat ?? '')?.role;
  return role !== undefined && doorRoles.includes(role);
}
