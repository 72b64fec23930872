import { type Id, isInside, type MeetingState, type QueueEntry } from '@track2/shared';

/** What is said of an entry besides its place: it is under way, or the seat cannot be called just now. */
export type EntryNote =
  | 'called'
  | 'speaking'
  | 'absent'
  | 'lost'
  | 'away'
  | 'deferred'
  | 'passed'
  | 'withdrawn'
  | 'declined'
  | 'notLetIn'
  | 'lapsed';

/** How an entry ended that does not wait any more, where that is worth a word. */
const endings: Partial<Record<QueueEntry['status'], EntryNote>> = {
  passed: 'passed',
  withdrawn: 'withdrawn',
  declined: 'declined',
  lapsed: 'lapsed',
};

/** Whether somebody of the seat is there, only lost for the moment, or not in the meeting. */
export function seatLink(state: MeetingState, seat: Id): 'here' | 'lost' | 'away' {
  const members = state.roster.members.filter((member) => member.seat === seat);
  if (members.some((member) => member.presence.status === 'admitted')) return 'here';
  return members.some(isInside) ? 'lost' : 'away';
}

/** The one thing worth saying about an entry, or null when it simply waits. */
export function entryNote(state: MeetingState, entry: QueueEntry): EntryNote | null {
  if (entry.status === 'called' || entry.status === 'speaking') return entry.status;
  if (entry.status === 'declined' && entry.kind === 'interposed') return 'notLetIn';
  const ending = endings[entry.status];
  if (ending !== undefined) return ending;
  const link = seatLink(state, entry.seat);
  if (link !== 'here') return link;
  return entry.status === 'absent' || entry.status === 'deferred' ? entry.status : null;
}
