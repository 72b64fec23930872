import { isIntervention } from '../floor/purposes.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { QueueEntry, Speakers, SpeakersEvent, SpeakersList } from './schema.ts';

const inPlace = (entries: readonly QueueEntry[], entry: QueueEntry, before: Id | null): QueueEntry[] => {
  const rest = entries.filter((other) => other.id !== entry.id);
  const at = before === null ? -1 : rest.findIndex((other) => other.id === before);
  return at < 0 ? [...rest, entry] : [...rest.slice(0, at), entry, ...rest.slice(at)];
};

function listAfter(list: SpeakersList, event: SpeakersEvent): SpeakersList {
  switch (event.type) {
    case 'speakers.floorRequested': {
      if (list.item !== event.item) return list;
      const { type: _, entry: id, item: __, before, at, ...rest } = event;
      return {
        ...list,
        entries: inPlace(list.entries, { id, ...rest, status: 'waiting', requestedAt: at, usedMs: 0 }, before),
      };
    }
    case 'speakers.entryMarked':
      return {
        ...list,
        entries: list.entries.map((entry) =>
          entry.id === event.entry ? { ...entry, status: event.status, usedMs: event.usedMs } : entry,
        ),
      };
    case 'speakers.entryMoved': {
      const entry = list.entries.find(({ id }) => id === event.entry);
      return entry === undefined ? list : { ...list, entries: inPlace(list.entries, entry, event.before) };
    }
    case 'speakers.listClosed':
      return list.item === event.item ? { ...list, status: 'closed' } : list;
    case 'speakers.listOpened':
      return list.item === event.item ? { ...list, status: 'open' } : list;
    case 'speakers.tourStarted':
      return list.item === event.item ? { ...list, tour: { order: event.order, limitMs: event.limitMs } } : list;
  }
}

/** The lists after one of their events. A request in an item that opened none makes a closed one. [SP11] */
export function evolveSpeakers(speakers: Speakers, event: SpeakersEvent): Speakers {
  const known = !('item' in event) || speakers.lists.some((list) => list.item === event.item);
  const lists = known
    ? speakers.lists
    : [...speakers.lists, { item: event.item, status: 'closed' as const, entries: [], tour: null }];
  return { ...speakers, lists: lists.map((list) => listAfter(list, event)) };
}

/** The lists once a turn is taken: an intervention is what responses are tied to from then on. [SP12] */
export function heardIn({ speakers, floor, agenda }: MeetingState, turn: Id): Speakers {
  const taken = floor.turns.find(({ id }) => id === turn);
  if (taken === undefined || !isIntervention(taken) || agenda.current === null) return speakers;
  return { ...speakers, heard: { item: agenda.current, turn, seat: taken.seat } };
}
