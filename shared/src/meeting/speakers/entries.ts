import { isIntervention } from '../floor/purposes.ts';
import type { LoggedEvent } from '../messages.ts';
import type { Policy } from '../session/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { OrderCategory, QueueEntry, QueueEntryKind, QueueEntryStatus, SpeakersList } from './schema.ts';

const waitingStatuses: readonly QueueEntryStatus[] = ['waiting', 'deferred', 'absent'];

/** Whether the entry still waits to be called: unanswered calls and deferrals leave it in the list. */
export const isWaiting = ({ status }: Pick<QueueEntry, 'status'>): boolean => waitingStatuses.includes(status);

/** Whether the seat of the entry waits, is called or speaks: it cannot ask for the same again. [SP3] */
export const holdsOrWaits = (entry: QueueEntry): boolean =>
  isWaiting(entry) || entry.status === 'called' || entry.status === 'speaking';

const responseKinds: readonly QueueEntryKind[] = ['directResponse', 'clarification', 'interposed'];

/** Whether the entry belongs to one intervention and is gone with it. [SP13] */
export const isResponse = ({ kind }: Pick<QueueEntry, 'kind'>): boolean => responseKinds.includes(kind);

/** The list of an item, once it was opened. */
export const listOf = (state: MeetingState, item: Id): SpeakersList | undefined =>
  state.speakers.lists.find((list) => list.item === item);

/** The list that an entry stands in. */
export const listWith = (state: MeetingState, entry: Id): SpeakersList | undefined =>
  state.speakers.lists.find((list) => list.entries.some((other) => other.id === entry));

/** The entry of that id, in whatever list. */
export const entryById = (state: MeetingState, id: Id): QueueEntry | undefined =>
  listWith(state, id)?.entries.find((entry) => entry.id === id);

/** The waiting entries of a list in speaking order. */
export const waitingIn = (list: SpeakersList): QueueEntry[] => list.entries.filter(isWaiting);

/** The place (from 1) of the seat among those who wait, or null when it does not wait. [SP10] */
export function placeOf(list: SpeakersList, seat: Id): number | null {
  const index = waitingIn(list).findIndex((entry) => entry.seat === seat);
  return index < 0 ? null : index + 1;
}

/** How many contributions of a seat are over; what is procedure is none. [SP16] */
export const contributionsOf = (state: MeetingState, seat: Id): number =>
  state.speakers.lists
    .flatMap(({ entries }) => entries)
    .filter(
      (entry) =>
        entry.seat === seat &&
        entry.status === 'done' &&
        entry.kind !== 'pointOfOrder' &&
        entry.kind !== 'clarification',
    ).length;

// Written out, as the schema would bring the library that parses into the browser.
const precedence: Readonly<Record<OrderCategory, number>> = { hearing: 0, rule: 1, procedure: 2, motion: 3 };

/** Who goes before whom: points of order by their category, then what belongs to the intervention, then the rest. [SP4] */
function rankOf({ kind, category }: Pick<QueueEntry, 'kind' | 'category'>): number {
  switch (kind) {
    case 'pointOfOrder':
      return precedence[category ?? 'hearing'];
    case 'interposed':
      return 4;
    case 'clarification':
      return 5;
    case 'directResponse':
      return 6;
    default:
      return 7;
  }
}

/** The first waiting entry that a new one of that kind comes before, or null for the end of the list. [SP4] */
export function placeFor(list: SpeakersList | undefined, entry: Pick<QueueEntry, 'kind' | 'category'>): Id | null {
  const rank = rankOf(entry);
  // A tour goes before whoever asks for the floor beside it, and who comes back goes behind the rest of it.
  const inTour = ({ kind }: Pick<QueueEntry, 'kind'>): boolean => entry.kind === 'tour' && kind === 'tour';
  const rest = list?.entries.findLastIndex((other) => isWaiting(other) && inTour(other)) ?? -1;
  const goesAfter = (other: QueueEntry): boolean =>
    rankOf(other) > rank || (entry.kind === 'tour' && rankOf(other) === rank && !inTour(other));
  return list?.entries.find((other, index) => index > rest && isWaiting(other) && goesAfter(other))?.id ?? null;
}

/** The time that an entry is called with, in milliseconds. [SP6] */
export function limitFor(policy: Policy, list: SpeakersList, { kind }: Pick<QueueEntry, 'kind'>): number {
  switch (kind) {
    case 'directResponse':
    case 'clarification':
      return policy.responseMs;
    case 'interposed':
    case 'pointOfOrder':
      return policy.questionMs;
    case 'rightOfReply':
      return policy.replyMs;
    case 'tour':
      return list.tour?.limitMs ?? policy.turnMs;
    case 'intervention':
      return policy.turnMs;
  }
}

/** A new status of an entry. */
export const mark = (entry: Id, status: QueueEntryStatus, usedMs = 0): LoggedEvent => ({
  type: 'speakers.entryMarked',
  entry,
  status,
  usedMs,
});

/** The move of an entry behind the next one that waits, if there is one. */
export function onePlaceDown(state: MeetingState, entry: Id): LoggedEvent[] {
  const list = listWith(state, entry);
  if (list === undefined) return [];
  const own = list.entries.findIndex((other) => other.id === entry);
  const next = list.entries.findIndex((other, index) => index > own && isWaiting(other));
  if (next < 0) return [];
  return [{ type: 'speakers.entryMoved', entry, before: list.entries[next + 1]?.id ?? null }];
}

/** The responses that wait, of one turn or of all, whose moment is over. [SP13] */
export const lapsing = (state: MeetingState, which: (entry: QueueEntry) => boolean = () => true): LoggedEvent[] =>
  state.speakers.lists
    .flatMap(({ entries }) => entries)
    .filter((entry) => isResponse(entry) && isWaiting(entry) && which(entry))
    .map(({ id }) => mark(id, 'lapsed'));

/** Whatever waits of a seat that is to speak no more. [RO18] [RO21] */
export const decliningEntries = (state: MeetingState, seat: Id): LoggedEvent[] =>
  state.speakers.lists
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.seat === seat && isWaiting(entry))
    .map(({ id }) => mark(id, 'declined'));

/** The seat of the intervention that can be responded to now in that way, or null when its moment is over. [SP12] */
export function respondedSeat({ floor, speakers, agenda }: MeetingState, turn: Id, kind: QueueEntryKind): Id | null {
  const running = floor.turns.find(({ id }) => id === turn);
  if (running !== undefined) return isIntervention(running) && running.status.kind !== 'called' ? running.seat : null;
  const { heard } = speakers;
  if (kind === 'interposed' || floor.turns.some(isIntervention)) return null;
  return heard?.turn === turn && heard.item === agenda.current ? heard.seat : null;
}

/** Whether that seat waits, is called or speaks in the list with that kind of request already. [SP3] */
export const asksAlready = (
  list: SpeakersList | undefined,
  { seat, kind }: Pick<QueueEntry, 'seat' | 'kind'>,
): boolean => list?.entries.some((other) => other.seat === seat && other.kind === kind && holdsOrWaits(other)) ?? false;

/** The responses that come back when the call that they lapsed with is taken back: those that could be asked anew. [SE11] */
export const unlapsing = (state: MeetingState, lapsed: readonly Id[]): LoggedEvent[] =>
  lapsed.flatMap((id) => {
    const list = listWith(state, id);
    const entry = entryById(state, id);
    if (entry?.turn == null || respondedSeat(state, entry.turn, entry.kind) === null || asksAlready(list, entry))
      return [];
    return [mark(id, 'waiting')];
  });
