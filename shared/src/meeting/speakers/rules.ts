import { turnById } from '../floor/turns.ts';
import { type Context, type Decision, happen, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import { seatById } from '../roster/rules.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { callEntry } from './calling.ts';
import {
  asksAlready,
  holdsOrWaits,
  isWaiting,
  listOf,
  listWith,
  mark,
  onePlaceDown,
  placeFor,
  respondedSeat,
} from './entries.ts';
import type { QueueEntry, QueueEntryKind, SpeakersCommand, SpeakersList } from './schema.ts';
import { comeBack, endTour, pass, startTour } from './tour.ts';

type Acting = Context & { seat: Seat };
type Request = Pick<QueueEntry, 'seat' | 'kind' | 'category' | 'turn'> & { item: Id; topic: string | null };

/** Puts a request where its kind belongs, or where a manager wants it. [SP3] [SP4] */
function request(
  state: MeetingState,
  { item, topic, ...entry }: Request,
  { now, commandId }: Context,
  before?: Id | null,
): Decision {
  const list = listOf(state, item);
  if (asksAlready(list, entry)) return refuse({ code: 'speakers.alreadyWaiting' }); // [SP3]
  return happen({
    type: 'speakers.floorRequested',
    entry: commandId,
    item,
    ...entry,
    topic: topic === null ? null : { text: topic },
    before: before === undefined ? placeFor(list, entry) : before,
    at: now,
  });
}

function requestFloor(
  state: MeetingState,
  { item, topic }: Extract<SpeakersCommand, { type: 'speakers.requestFloor' }>,
  context: Acting,
): Decision {
  if (state.agenda.current !== item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP2]
  if (listOf(state, item)?.status !== 'open') return refuse({ code: 'speakers.listClosed' }); // [SP2]
  return request(
    state,
    { item, topic, seat: context.seat.id, kind: 'intervention', category: null, turn: null },
    context,
  );
}

/** What is procedure, or answers what was said, is asked for on a closed list too. [SP11] */
function requestBeside(
  state: MeetingState,
  command: Extract<SpeakersCommand, { type: 'speakers.raisePointOfOrder' | 'speakers.requestReply' }>,
  context: Acting,
): Decision {
  const { item, topic } = command;
  if (state.agenda.current !== item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP2]
  const orders = command.type === 'speakers.raisePointOfOrder';
  const kind: QueueEntryKind = orders ? 'pointOfOrder' : 'rightOfReply';
  const category = orders ? command.category : null;
  return request(state, { item, topic, seat: context.seat.id, kind, category, turn: null }, context);
}

function respond(
  state: MeetingState,
  { turn, kind, topic }: Extract<SpeakersCommand, { type: 'speakers.respond' }>,
  context: Acting,
): Decision {
  const { current } = state.agenda;
  const to = respondedSeat(state, turn, kind);
  if (to === null || current === null) return refuse({ code: 'speakers.interventionOver' }); // [SP12]
  if (to === context.seat.id) return refuse({ code: 'speakers.ownIntervention' }); // [SP12]
  const list = listOf(state, current);
  if (list?.status !== 'open') return refuse({ code: 'speakers.listClosed' }); // [SP15]
  const { maxResponses } = state.session.policy;
  const taken = list.entries.filter((entry) => entry.kind === 'directResponse' && entry.turn === turn && counts(entry));
  if (kind === 'directResponse' && taken.length >= maxResponses)
    return refuse({ code: 'speakers.responsesFull', most: maxResponses }); // [SP12]
  return request(state, { item: current, topic, seat: context.seat.id, kind, category: null, turn }, context);
}

// A response that was given up leaves its place to another.
const counts = ({ status }: QueueEntry): boolean => status !== 'withdrawn' && status !== 'declined';

function add(
  state: MeetingState,
  { item, seat, before }: Extract<SpeakersCommand, { type: 'speakers.add' }>,
  context: Context,
): Decision {
  if (state.agenda.current !== item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP17]
  if (seatById(state, seat) === undefined) return refuse({ code: 'floor.unknownSeat' }); // [PE5]
  const next = listOf(state, item)?.entries.find(({ id }) => id === before);
  if (before !== null && next === undefined) return refuse({ code: 'speakers.unknownEntry' }); // [PE5]
  if (next !== undefined && !isWaiting(next)) return refuse({ code: 'speakers.notWaiting', status: next.status }); // [SP7]
  return request(state, { item, topic: null, seat, kind: 'intervention', category: null, turn: null }, context, before);
}

function addAgain(state: MeetingState, list: SpeakersList, entry: QueueEntry, context: Context): Decision {
  if (state.agenda.current !== list.item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP17]
  if (holdsOrWaits(entry)) return refuse({ code: 'speakers.waitsAnyway' }); // [SP17]
  const kind = entry.kind === 'tour' ? entry.kind : 'intervention';
  const before = list.entries.find(isWaiting)?.id ?? null;
  return request(
    state,
    { item: list.item, topic: null, seat: entry.seat, kind, category: null, turn: null },
    context,
    before,
  );
}

function setList(state: MeetingState, item: Id, wanted: 'open' | 'closed'): Decision {
  if (!state.agenda.items.some((other) => other.id === item)) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
  if (state.agenda.current !== item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP8]
  const status = listOf(state, item)?.status ?? 'closed';
  if (status === wanted) return refuse({ code: wanted === 'open' ? 'speakers.listOpen' : 'speakers.listClosed' }); // [SP8]
  return happen({ type: wanted === 'open' ? 'speakers.listOpened' : 'speakers.listClosed', item });
}

function moveEntry(list: SpeakersList, entry: QueueEntry, before: Id | null): Decision {
  const next = before === null ? null : list.entries.find((other) => other.id === before);
  if (next === undefined) return refuse({ code: 'speakers.unknownEntry' }); // [PE5]
  if (next !== null && (next.id === entry.id || !isWaiting(next)))
    return refuse({ code: 'speakers.notWaiting', status: next.status }); // [SP7]
  return happen({ type: 'speakers.entryMoved', entry: entry.id, before });
}

function defer(state: MeetingState, entry: QueueEntry): Decision {
  const moved = onePlaceDown(state, entry.id);
  return moved.length === 0 ? refuse({ code: 'speakers.lastInList' }) : happen(mark(entry.id, 'deferred'), ...moved); // [SP18]
}

/** The speaker lets an interposed question in, or does not; a manager calls it once the speaker has yielded to questions. [SP14] */
function decideInterposed(
  state: MeetingState,
  list: SpeakersList,
  entry: QueueEntry,
  { type, ...context }: Acting & { type: 'speakers.accept' | 'speakers.decline' },
): Decision {
  if (entry.kind !== 'interposed') return refuse({ code: 'speakers.notInterposed' }); // [SP14]
  const turn = entry.turn === null ? undefined : turnById(state, entry.turn);
  if (turn === undefined) return refuse({ code: 'speakers.interventionOver' }); // [SP13]
  if (turn.seat !== context.seat.id) return refuse({ code: 'floor.notYours' }); // [SP14]
  return type === 'speakers.decline' ? happen(mark(entry.id, 'declined')) : callEntry(state, list, entry, context);
}

type EntryCommand = Extract<SpeakersCommand, { entry: Id }>;
type OwnCommand = 'speakers.withdraw' | 'speakers.defer' | 'speakers.pass' | 'speakers.comeBack';

function decideOwn(
  state: MeetingState,
  list: SpeakersList,
  entry: QueueEntry,
  { type, now, seat }: Acting & { type: OwnCommand },
): Decision {
  const own = entry.seat === seat.id;
  if (!own && !managingRoles.includes(seat.role)) return refuse({ code: 'speakers.notYours' }); // [SP5]
  if (type === 'speakers.comeBack') return comeBack(list, entry);
  if (type === 'speakers.pass') return pass(state, entry, now);
  if (!isWaiting(entry)) return refuse({ code: 'speakers.notWaiting', status: entry.status }); // [SP5]
  if (type === 'speakers.defer') return defer(state, entry);
  return happen(mark(entry.id, own ? 'withdrawn' : 'declined')); // [SP5]
}

function decideEntry(state: MeetingState, command: EntryCommand, context: Acting): Decision {
  const list = listWith(state, command.entry);
  const entry = list?.entries.find((other) => other.id === command.entry);
  if (list === undefined || entry === undefined) return refuse({ code: 'speakers.unknownEntry' }); // [PE5]
  switch (command.type) {
    case 'speakers.withdraw':
    case 'speakers.defer':
    case 'speakers.pass':
    case 'speakers.comeBack':
      return decideOwn(state, list, entry, { ...context, type: command.type });
    case 'speakers.addAgain':
      return addAgain(state, list, entry, context);
    default:
      return decideWaiting(state, { list, entry }, command, context);
  }
}

type WaitingCommand = Exclude<EntryCommand, { type: OwnCommand | 'speakers.addAgain' }>;

/** What is asked of an entry that waits: another place, a call, or what its speaker says to it. */
function decideWaiting(
  state: MeetingState,
  { list, entry }: { list: SpeakersList; entry: QueueEntry },
  command: WaitingCommand,
  context: Acting,
): Decision {
  const { type } = command;
  if (!isWaiting(entry)) return refuse({ code: 'speakers.notWaiting', status: entry.status }); // [SP6]
  if (type === 'speakers.moveEntry') return moveEntry(list, entry, command.before);
  if (state.agenda.current !== list.item) return refuse({ code: 'speakers.itemNotCurrent' }); // [SP6]
  if (type !== 'speakers.call') return decideInterposed(state, list, entry, { ...context, type });
  if (entry.kind === 'interposed' && entry.turn !== null && turnById(state, entry.turn)?.takesQuestions === false)
    return refuse({ code: 'speakers.notAccepted' }); // [SP14]
  return callEntry(state, list, entry, context);
}

/** The list of speakers of the current item: asking, responding, withdrawing, calling, ordering, and the tour de table. */
export function decideSpeakers(state: MeetingState, command: SpeakersCommand, context: Acting): Decision {
  switch (command.type) {
    case 'speakers.requestFloor':
      return requestFloor(state, command, context);
    case 'speakers.respond':
      return respond(state, command, context);
    case 'speakers.raisePointOfOrder':
    case 'speakers.requestReply':
      return requestBeside(state, command, context);
    case 'speakers.add':
      return add(state, command, context);
    case 'speakers.closeList':
      return setList(state, command.item, 'closed');
    case 'speakers.openList':
      return setList(state, command.item, 'open');
    case 'speakers.startTour':
      return startTour(state, command, context);
    case 'speakers.endTour':
      return endTour(state, command.item);
    default:
      return decideEntry(state, command, context);
  }
}
