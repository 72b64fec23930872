import { holdsOrWaits, type Id, type QueueEntry, type SpeakersList, waitingIn } from '@track2/shared';

/** How a tour de table stands: the places of its seats, in speaking order. */
export type TourProgress = {
  /** All places, with those that are over. */
  places: QueueEntry[];
  /** How many seats it was made for. */
  all: number;
  /** Those who have yet to speak, or speak now. */
  left: QueueEntry[];
  /** Who is next of those who are there, as far as is known. */
  next: QueueEntry | null;
  /** Who let the place go by for now. */
  passed: QueueEntry[];
};

/** The places of the tour that was started last: they were made in one moment, and a place that came back later too. */
function latestPlaces(entries: readonly QueueEntry[]): QueueEntry[] {
  const places = entries.filter(({ kind }) => kind === 'tour');
  const counts = new Map<number, number>();
  for (const { requestedAt } of places) counts.set(requestedAt, (counts.get(requestedAt) ?? 0) + 1);
  const starts = [...counts].filter(([, count]) => count > 1).map(([at]) => at);
  const start = Math.max(...(starts.length > 0 ? starts : counts.keys()));
  return places.filter(({ requestedAt }) => requestedAt >= start);
}

/** How the tour de table of a list stands; null while none is under way. [TO5] */
export function tourProgress(list: SpeakersList | undefined): TourProgress | null {
  if (list === undefined || list.tour === null) return null;
  const places = latestPlaces(list.entries);
  const left = places.filter(holdsOrWaits);
  if (left.length === 0) return null;
  const seats = new Set<Id>(places.map(({ seat }) => seat));
  const waiting = waitingIn(list).filter(({ kind }) => kind === 'tour');
  return {
    places,
    all: seats.size,
    left,
    next: waiting.find(({ status }) => status !== 'absent') ?? null,
    passed: places.filter(({ status }) => status === 'passed'),
  };
}
