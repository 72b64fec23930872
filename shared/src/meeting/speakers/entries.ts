import type { LoggedEvent } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { QueueEntry, SpeakersList } from './schema.ts';

/** Whether the entry still waits to be called: unanswered calls leave it in the list. */
export const isWaiting = (entry: QueueEntry): boolean => entry.status === 'waiting' || entry.status === 'absent';

/** Whether the seat of the entry waits, is called or speaks: it cannot ask for the floor again. [SP3] */
export const holdsOrWaits = (entry: QueueEntry): boolean =>
  isWaiting(entry) || entry.status === 'called' || entry.status === 'speaking';

/** The list of an item, once it was opened. */
export const listOf = (state: MeetingState, item: Id): SpeakersList | undefined =>
  state.speakers.lists.find((list) => list.item === item);

/** The list that an entry stands in. */
export const listWith = (state: MeetingState, entry: Id): SpeakersList | undefined =>
  state.speakers.lists.find((list) => list.entries.some((other) => other.id === entry));

/** The waiting entries of a list in speaking order. */
export const waitingIn = (list: SpeakersList): QueueEntry[] => list.entries.filter(isWaiting);

/** The place (from 1) of the seat among those who wait, or null when it does not wait. [SP10] */
export function placeOf(list: SpeakersList, seat: Id): number | null {
  const index = waitingIn(list).findIndex((entry) => entry.seat === seat);
  return index < 0 ? null : index + 1;
}

/** The move of an entry behind the next one that waits, if there is one. */
export function onePlaceDown(state: MeetingState, entry: Id): LoggedEvent[] {
  const list = listWith(state, entry);
  if (list === undefined) return [];
  const own = list.entries.findIndex((other) => other.id === entry);
  const next = list.entries.findIndex((other, index) => index > own && isWaiting(other));
  if (next < 0) return [];
  return [{ type: 'speakers.entryMoved', entry, before: list.entries[next + 1]?.id ?? null }];
}
