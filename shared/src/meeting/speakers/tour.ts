import { endCall } from '../floor/turns.ts';
import { type Context, type Decision, happen, refuse } from '../messages.ts';
import { seatById } from '../roster/rules.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { asksAlready, holdsOrWaits, isWaiting, listOf, mark, placeFor } from './entries.ts';
import type { QueueEntry, SpeakersCommand, SpeakersList } from './schema.ts';

/** A place in the tour as it is asked for. */
const place = { kind: 'tour', category: null } as const;

/** The entries of an item's tours that still wait, are called or speak. */
const leftIn = (list: SpeakersList | undefined): QueueEntry[] =>
  list?.entries.filter((entry) => entry.kind === 'tour' && holdsOrWaits(entry)) ?? [];

/** Everybody once, in the order given, each with the same time. [TO1] [TO2] */
export function startTour(
  state: MeetingState,
  { item, order, seats, limitMs }: Extract<SpeakersCommand, { type: 'speakers.startTour' }>,
  { now, commandId }: Pick<Context, 'now' | 'commandId'>,
): Decision {
  if (state.agenda.current !== item) return refuse({ code: 'speakers.itemNotCurrent' }); // [TO1]
  if (seats.some((seat) => seatById(state, seat) === undefined)) return refuse({ code: 'floor.unknownSeat' }); // [PE5]
  const list = listOf(state, item);
  if (leftIn(list).length > 0) return refuse({ code: 'speakers.tourUnderWay' }); // [TO1]
  const before = placeFor(list, place);
  // Short enough that the number behind it fits into an id.
  const name = commandId.slice(0, 60);
  return happen(
    { type: 'speakers.tourStarted', item, order, limitMs },
    ...[...new Set(seats)].map((seat, index) => ({
      type: 'speakers.floorRequested' as const,
      entry: `${name}-${index + 1}`,
      item,
      seat,
      ...place,
      topic: null,
      turn: null,
      before,
      at: now,
    })),
  );
}

/** What still waits of a tour is over. [TO5] */
export function endTour(state: MeetingState, item: Id): Decision {
  const waiting = leftIn(listOf(state, item)).filter(isWaiting);
  if (waiting.length === 0) return refuse({ code: 'speakers.noTour' }); // [TO5]
  return happen(...waiting.map(({ id }) => mark(id, 'lapsed')));
}

/** The seat lets its place in the tour go by, called or not. [TO3] */
export function pass(state: MeetingState, entry: QueueEntry, now: number): Decision {
  if (entry.kind !== 'tour') return refuse({ code: 'speakers.noTour' }); // [TO3]
  if (!isWaiting(entry) && entry.status !== 'called')
    return refuse({ code: 'speakers.notWaiting', status: entry.status }); // [TO3]
  return happen(...endCall(state, entry.id, now), mark(entry.id, 'passed'));
}

/** Who passed speaks after all, behind the rest of the tour. [TO4] */
export function comeBack(list: SpeakersList, entry: QueueEntry): Decision {
  if (entry.status !== 'passed') return refuse({ code: 'speakers.notPassed' }); // [TO4]
  if (asksAlready(list, entry)) return refuse({ code: 'speakers.alreadyWaiting' }); // [SP3]
  return happen(mark(entry.id, 'waiting'), {
    type: 'speakers.entryMoved',
    entry: entry.id,
    before: placeFor(list, place),
  });
}
