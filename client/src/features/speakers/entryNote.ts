import { type Id, isInside, type MeetingState, type QueueEntry } from '@track2/shared';

/** What is said of an entry besides its place: it is under way, or the seat cannot be called just now. */
export type EntryNote = 'called' | 'speaking' | 'absent' | 'lost' | 'away';

/** Whether somebody of the seat is there, only lost for the moment, or not in the meeting. */
export function seatLink(state: MeetingState, seat: Id): 'here' | 'lost' | 'away' {
  const members = state.roster.members.filter((member) => member.seat === seat);
  if (members.some((member) => member.presence.status === 'admitted')) return 'here';
  return members.some(isInside) ? 'lost' : 'away';
}

/** The one thing worth saying about an entry, or null when it simply waits. */
export function entryNote(state: MeetingState, entry: QueueEntry): EntryNote | null {
  if (entry.status === 'called' || entry.status === 'speaking') return entry.status;
  const link = seatLink(state, entry.seat);
  if (link !== 'here') return link;
  return entry.status === 'absent' ? 'absent' : null;
}
