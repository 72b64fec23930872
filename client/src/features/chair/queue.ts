import {
  contributionsOf,
  type Id,
  isWaiting,
  listOf,
  type MeetingState,
  type QueueEntry,
  type SpeakersList,
} from '@track2/shared';

/** Whether whoever is next could be called: somebody who answers, and not a question that the speaker has to let in. */
export function isCallable({ floor }: MeetingState, { kind, status, turn }: QueueEntry): boolean {
  if (status === 'absent') return false;
  return kind !== 'interposed' || floor.turns.some((other) => other.id === turn && other.takesQuestions);
}

/** What a seat is put before that is to be next: the first who waits, but for points of order. Null for the end. */
export const beforeTheNext = (list: SpeakersList | undefined): Id | null =>
  list?.entries.find((entry) => isWaiting(entry) && entry.kind !== 'pointOfOrder')?.id ?? null;

/** What has become of those who do not wait any more and can be put back. */
const over: readonly QueueEntry['status'][] = ['done', 'withdrawn', 'declined', 'passed'];

/** Entries of the list that are over and can be put back, in speaking order. */
export const overIn = (list: SpeakersList | undefined): QueueEntry[] =>
  list?.entries.filter(({ status }) => over.includes(status)) ?? [];

/** Who spoke last from this list and does not wait again; null before anybody has. */
export function lastHeard({ speakers }: MeetingState, list: SpeakersList | undefined): QueueEntry | null {
  if (list === undefined) return null;
  const done = list.entries.filter(({ status }) => status === 'done');
  // The order of the list is that of speaking, unless somebody was called out of turn; who was heard last is known.
  const { heard } = speakers;
  const last = heard?.item === list.item ? done.findLast(({ seat }) => seat === heard.seat) : undefined;
  return last ?? done.at(-1) ?? null;
}

/** What a seat has had of the floor: how many contributions in the meeting, and how long on this item (ms). */
export type Share = { contributions: number; usedMs: number };

/** What a seat has had of the floor up to now. */
export function shareOf(state: MeetingState, item: Id, seat: Id): Share {
  const own = listOf(state, item)?.entries.filter((entry) => entry.seat === seat && entry.status === 'done') ?? [];
  return {
    contributions: contributionsOf(state, seat),
    usedMs: own.reduce((sum, { usedMs }) => sum + usedMs, 0),
  };
}
