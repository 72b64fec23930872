import { call, callRefusal } from '../floor/turns.ts';
import { type Context, type Decision, happen, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { holdsOrWaits, isWaiting, listOf, listWith } from './entries.ts';
import type { QueueEntry, Speakers, SpeakersCommand, SpeakersEvent, SpeakersList } from './schema.ts';

function requestFloor(
  state: MeetingState,
  { item, topic }: { item: Id; topic: string | null },
  { now, commandId, seat }: Context & { seat: Seat },
): Decision {
  if (state.agenda.current !== item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP2]
  const list = listOf(state, item);
  if (list === undefined || list.status === 'closed') return refuse({ code: 'speakers.listClosed' }); // [SP2]
  if (list.entries.some((entry) => entry.seat === seat.id && holdsOrWaits(entry)))
    return refuse({ code: 'speakers.alreadyWaiting' }); // [SP3]
  return happen({
    type: 'speakers.floorRequested',
    entry: commandId,
    item,
    seat: seat.id,
    topic: topic === null ? null : { text: topic },
    at: now,
  });
}

function setList(state: MeetingState, item: Id, wanted: 'open' | 'closed'): Decision {
  if (!state.agenda.items.some((other) => other.id === item)) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
  if (state.agenda.current !== item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP8]
  const status = listOf(state, item)?.status ?? 'closed';
  if (status === wanted) return refuse({ code: wanted === 'open' ? 'speakers.listOpen' : 'speakers.listClosed' }); // [SP8]
  return happen({ type: wanted === 'open' ? 'speakers.listOpened' : 'speakers.listClosed', item });
}

function moveEntry(list: SpeakersList, entry: QueueEntry, before: Id | null): Decision {
  if (before === entry.id) return refuse({ code: 'speakers.notWaiting' }); // [SP7]
  if (before !== null) {
    const next = list.entries.find((other) => other.id === before);
    if (next === undefined) return refuse({ code: 'speakers.unknownEntry' }); // [PE5]
    if (!isWaiting(next)) return refuse({ code: 'speakers.notWaiting' }); // [SP7]
  }
  return happen({ type: 'speakers.entryMoved', entry: entry.id, before });
}

/** The list of speakers of the current item: asking, withdrawing, calling, ordering. */
export function decideSpeakers(
  state: MeetingState,
  command: SpeakersCommand,
  context: Context & { seat: Seat },
): Decision {
  if (command.type === 'speakers.requestFloor') return requestFloor(state, command, context);
  if (command.type === 'speakers.closeList') return setList(state, command.item, 'closed');
  if (command.type === 'speakers.openList') return setList(state, command.item, 'open');
  const list = listWith(state, command.entry);
  const entry = list?.entries.find((other) => other.id === command.entry);
  if (list === undefined || entry === undefined) return refuse({ code: 'speakers.unknownEntry' }); // [PE5]
  if (command.type === 'speakers.withdraw') {
    if (entry.seat !== context.seat.id && !managingRoles.includes(context.seat.role))
      return refuse({ code: 'speakers.notYours' }); // [SP5]
    if (!isWaiting(entry)) return refuse({ code: 'speakers.notWaiting' }); // [SP5]
    return happen({ type: 'speakers.entryMarked', entry: entry.id, status: 'withdrawn', usedMs: 0 });
  }
  if (!isWaiting(entry)) return refuse({ code: 'speakers.notWaiting' }); // [SP6]
  if (command.type === 'speakers.moveEntry') return moveEntry(list, entry, command.before);
  if (state.agenda.current !== list.item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP6]
  const turn = { seat: entry.seat, purpose: { kind: 'intervention', entry: entry.id } } as const;
  const problem = callRefusal(state, turn, context.now);
  if (problem !== null) return refuse(problem); // [SP6]
  return happen(call(state, context, { ...turn, limitMs: state.session.policy.turnMs }), {
    type: 'speakers.entryMarked',
    entry: entry.id,
    status: 'called',
    usedMs: 0,
  });
}

function moved(entries: readonly QueueEntry[], id: Id, before: Id | null): QueueEntry[] {
  const entry = entries.find((other) => other.id === id);
  if (entry === undefined) return [...entries];
  const rest = entries.filter((other) => other.id !== id);
  const at = before === null ? rest.length : rest.findIndex((other) => other.id === before);
  return at < 0 ? [...rest, entry] : [...rest.slice(0, at), entry, ...rest.slice(at)];
}

function listAfter(list: SpeakersList, event: SpeakersEvent): SpeakersList {
  switch (event.type) {
    case 'speakers.floorRequested': {
      if (list.item !== event.item) return list;
      const { entry: id, seat, topic, at } = event;
      const entry: QueueEntry = { id, seat, topic, status: 'waiting', requestedAt: at, usedMs: 0 };
      return { ...list, entries: [...list.entries, entry] };
    }
    case 'speakers.entryMarked':
      return {
        ...list,
        entries: list.entries.map((entry) =>
          entry.id === event.entry ? { ...entry, status: event.status, usedMs: event.usedMs } : entry,
        ),
      };
    case 'speakers.entryMoved':
      return list.entries.some((entry) => entry.id === event.entry)
        ? { ...list, entries: moved(list.entries, event.entry, event.before) }
        : list;
    case 'speakers.listClosed':
      return list.item === event.item ? { ...list, status: 'closed' } : list;
    case 'speakers.listOpened':
      return list.item === event.item ? { ...list, status: 'open' } : list;
  }
}

/** The lists after one of their events. */
export function evolveSpeakers(speakers: Speakers, event: SpeakersEvent): Speakers {
  const known = event.type !== 'speakers.listOpened' || speakers.lists.some((list) => list.item === event.item);
  const lists = known
    ? speakers.lists
    : [...speakers.lists, { item: event.item, status: 'open' as const, entries: [] }];
  return { lists: lists.map((list) => listAfter(list, event)) };
}
