import type { FloorMode } from '../floor/schema.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime, Moment } from '../words.ts';
import { MOST_STOPS } from './hardStops.ts';
import { itemTypes } from './itemTypes.ts';
import type { AgendaCommand, AgendaItem, CameraPolicy } from './schema.ts';
import { branchOf, heightOf, isWithin, levelOf, MOST_LEVELS } from './tree.ts';

/** The most items that an agenda may have. */
export const MOST_ITEMS = 60;

/** The item of that id, if the agenda (or the viewer's mirror of it) has one. */
export const itemById = (state: MeetingState, id: Id): AgendaItem | undefined =>
  state.agenda.items.find((item) => item.id === id);

/** The item that is being dealt with, or undefined between items. */
export const currentItem = (state: MeetingState): AgendaItem | undefined =>
  state.agenda.items.find((item) => item.id === state.agenda.current);

/** Whose cameras are forwarded now; between items everybody's. */
export const cameraPolicyNow = (state: MeetingState): CameraPolicy => currentItem(state)?.cameras ?? 'all';

/** Whether the item is over: closed or skipped, until it is reopened. */
export const isDone = ({ status }: Pick<AgendaItem, 'status'>): boolean => status === 'closed' || status === 'skipped';

/** How long the item was held up to that moment, in milliseconds of meeting time. */
export const heldAt = ({ heldMs, since }: AgendaItem, now: MeetingTime): number =>
  heldMs + (since === null ? 0 : Math.max(0, now - since.at));

/** What other features have to say about an item that begins or ends; `meeting.ts` brings it together. */
type Surroundings = {
  /** The end of every turn of speech. */
  endAllTurns: () => LoggedEvent[];
  /** The end of the turns that have no place in that mode. */
  endSurplus: (mode: FloorMode) => LoggedEvent[];
  /** The end of the rounds of questions of that item. */
  completeRounds: (item: Id) => LoggedEvent[];
  /** The end of the slides that are shown. */
  stopSlides: () => LoggedEvent[];
  /** The removal of the documents of that item. */
  removeDocuments: (item: Id) => LoggedEvent[];
};

/** What ends with the current item: its turns, its rounds of questions, its slides and the item itself. [AG3] */
export function closeCurrent(
  state: MeetingState,
  moment: Moment,
  { endAllTurns, completeRounds, stopSlides }: Pick<Surroundings, 'endAllTurns' | 'completeRounds' | 'stopSlides'>,
): LoggedEvent[] {
  const { current } = state.agenda;
  if (current === null) return [];
  return [
    ...endAllTurns(),
    ...completeRounds(current),
    ...stopSlides(),
    { type: 'agenda.itemClosed', item: current, moment },
  ];
}

function startItem(state: MeetingState, item: AgendaItem, moment: Moment, around: Surroundings): LoggedEvent[] {
  const { mode, listOpens, spotlightsSpeaker } = itemTypes[item.type];
  const speaker = spotlightsSpeaker ? item.speaker : null;
  const events: LoggedEvent[] = [
    // Between items nobody's turn ends but what the new mode has no place for. [AG3] [FL9]
    ...(state.agenda.current === null ? around.endSurplus(mode) : closeCurrent(state, moment, around)),
    { type: 'agenda.itemStarted', item: item.id, moment },
    { type: 'keynote.spotlightSet', seats: speaker === null ? [] : [speaker] }, // [KE4]
  ];
  if (mode !== state.floor.mode) events.push({ type: 'floor.modeSet', mode }); // [AG2]
  // A list that was closed by hand stays closed when its item is taken up again.
  if (listOpens && item.status === 'planned') events.push({ type: 'speakers.listOpened', item: item.id }); // [SP1]
  return events;
}

/** Why an item (with its parts) cannot be placed there, or null when it can. [AG6] [AG11] */
function placeProblem(
  state: MeetingState,
  { before, parent }: { before: Id | null; parent: Id | null },
  moving: AgendaItem | null,
): Decision | null {
  const { items } = state.agenda;
  const above = parent === null ? undefined : itemById(state, parent);
  if (parent !== null && above === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG11]
  if (above !== undefined) {
    if (moving !== null && isWithin(items, above, moving.id)) return refuse({ code: 'agenda.placeTaken' }); // [AG11]
    const height = moving === null ? 1 : heightOf(items, moving.id);
    if (levelOf(items, above) + height > MOST_LEVELS) return refuse({ code: 'agenda.tooDeep' }); // [AG11]
  }
  if (before === null) return null;
  const next = itemById(state, before);
  if (next === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG6]
  const open = next.status === 'planned' || next.status === 'suspended';
  return open && next.parent === parent && next.id !== moving?.id ? null : refuse({ code: 'agenda.placeTaken' }); // [AG6]
}

const unknownSpeaker = (state: MeetingState, speaker: Id | null | undefined): boolean =>
  speaker !== null && speaker !== undefined && !state.roster.seats.some((seat) => seat.id === speaker);

type Edit<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>;

function addItem(state: MeetingState, command: Edit<'agenda.addItem'>, commandId: Id): Decision {
  if (state.agenda.items.length >= MOST_ITEMS) return refuse({ code: 'agenda.full' }); // [AG8]
  const { type: _, before, itemType, title, ...plan } = command;
  if (unknownSpeaker(state, plan.speaker)) return refuse({ code: 'floor.unknownSeat' }); // [AG7]
  const item = { ...plan, id: commandId, type: itemType, title: { text: title } };
  return placeProblem(state, command, null) ?? happen({ type: 'agenda.itemAdded', before, item });
}

function changeItem(state: MeetingState, command: Edit<'agenda.changeItem'>): Decision {
  const { type: _, title, ...changes } = command;
  if (unknownSpeaker(state, changes.speaker)) return refuse({ code: 'floor.unknownSeat' }); // [AG7]
  return happen({
    type: 'agenda.itemChanged',
    ...changes,
    ...(title === undefined ? {} : { title: { text: title } }),
  });
}

// What is current or done keeps its place, also as a part of what would be moved.
function branchProblem(state: MeetingState, item: AgendaItem): Decision | null {
  const parts = branchOf(state.agenda.items, item.id);
  if (parts.some(({ status }) => status === 'active')) return refuse({ code: 'agenda.itemCurrent' }); // [AG5]
  return parts.some(isDone) ? refuse({ code: 'agenda.itemDone' }) : null; // [AG5]
}

function skipItem(
  state: MeetingState,
  item: AgendaItem,
  { completeRounds }: Pick<Surroundings, 'completeRounds'>,
): Decision {
  const parts = branchOf(state.agenda.items, item.id).filter((part) => !isDone(part));
  if (parts.some(({ status }) => status === 'active')) return refuse({ code: 'agenda.itemCurrent' }); // [AG5]
  return happen(
    ...parts.flatMap(({ id }) => [...completeRounds(id), { type: 'agenda.itemSkipped', item: id } as const]), // [AG12]
  );
}

function setHardStop(state: MeetingState, command: Edit<'agenda.setHardStop'>, { wall, commandId }: Context): Decision {
  const { hardStops } = state.agenda;
  const known = command.stop === null || hardStops.some(({ id }) => id === command.stop);
  if (!known) return refuse({ code: 'agenda.unknownStop' }); // [AG15]
  if (command.stop === null && hardStops.length >= MOST_STOPS)
    return refuse({ code: 'agenda.tooManyStops', most: MOST_STOPS }); // [AG15]
  const item = command.item === null ? null : itemById(state, command.item);
  if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
  const isOver = item !== null && branchOf(state.agenda.items, item.id).every(isDone);
  if (isOver) return refuse({ code: 'agenda.itemDone' }); // [AG15]
  if (command.at <= wall) return refuse({ code: 'agenda.stopPassed' }); // [AG15]
  const stop = { id: command.stop ?? commandId, item: command.item, at: command.at, label: { text: command.label } };
  return happen({ type: 'agenda.hardStopSet', stop });
}

type ItemCommand = Exclude<AgendaCommand, Edit<'agenda.addItem' | 'agenda.setHardStop' | 'agenda.dropHardStop'>>;
type Running = Edit<'agenda.setNote' | 'agenda.reopenItem' | 'agenda.closeItem' | 'agenda.suspendItem'>;

/** What is done to one item; the reason why it cannot be is given in the order of the sentences. */
function decideItem(state: MeetingState, command: ItemCommand, context: Context & Surroundings): Decision {
  const { now: at, wall, ...around } = context;
  const item = itemById(state, command.item);
  if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
  switch (command.type) {
    case 'agenda.setNote':
    case 'agenda.reopenItem':
    case 'agenda.closeItem':
    case 'agenda.suspendItem':
      return decideCourse(state, item, command, { ...around, moment: { at, wall } });
    default:
      if (isDone(item)) return refuse({ code: 'agenda.itemDone' }); // [AG5]
      return decideEdit(state, item, command, { ...around, moment: { at, wall } });
  }
}

type Around = Surroundings & { moment: Moment };

function decideCourse(state: MeetingState, item: AgendaItem, command: Running, around: Around): Decision {
  const { moment } = around;
  switch (command.type) {
    case 'agenda.setNote': {
      const note = command.text === null ? null : { text: command.text };
      return happen({ type: 'agenda.noteSet', item: item.id, note }); // [AG14]
    }
    case 'agenda.reopenItem':
      if (!isDone(item)) return refuse({ code: 'agenda.itemNotDone' }); // [AG13]
      return happen({ type: 'agenda.itemReopened', item: item.id });
    case 'agenda.closeItem':
      if (item.status !== 'active') return refuse({ code: 'agenda.itemNotCurrent' }); // [AG4]
      return happen(...closeCurrent(state, moment, around));
    case 'agenda.suspendItem': {
      if (item.status !== 'active') return refuse({ code: 'agenda.itemNotCurrent' }); // [AG12]
      const suspended: LoggedEvent = { type: 'agenda.itemSuspended', item: item.id, moment };
      return happen(...around.endAllTurns(), ...around.stopSlides(), suspended);
    }
  }
}

function decideEdit(
  state: MeetingState,
  item: AgendaItem,
  command: Exclude<ItemCommand, Running>,
  around: Around,
): Decision {
  if (command.type === 'agenda.changeItem') return changeItem(state, command);
  if (item.status === 'active') return refuse({ code: 'agenda.itemCurrent' }); // [AG5]
  switch (command.type) {
    case 'agenda.startItem':
      return happen(...startItem(state, item, around.moment, around));
    case 'agenda.moveItem': {
      const { before, parent } = command;
      const moved: LoggedEvent = { type: 'agenda.itemMoved', item: item.id, before, parent };
      return branchProblem(state, item) ?? placeProblem(state, command, item) ?? happen(moved);
    }
    case 'agenda.skipItem':
      return skipItem(state, item, around);
    case 'agenda.dropItem': {
      if (item.status === 'suspended') return refuse({ code: 'agenda.itemHeld' }); // [AG12]
      if (branchOf(state.agenda.items, item.id).length > 1) return refuse({ code: 'agenda.hasParts' }); // [AG11]
      const dropped: LoggedEvent = { type: 'agenda.itemDropped', item: item.id };
      return happen(...around.completeRounds(item.id), ...around.removeDocuments(item.id), dropped); // [QU15] [DO4]
    }
  }
}

/** Starting, closing and live editing of items, and the hard stops. */
export function decideAgenda(state: MeetingState, command: AgendaCommand, context: Context & Surroundings): Decision {
  switch (command.type) {
    case 'agenda.addItem':
      return addItem(state, command, context.commandId);
    case 'agenda.setHardStop':
      return setHardStop(state, command, context);
    case 'agenda.dropHardStop':
      if (!state.agenda.hardStops.some(({ id }) => id === command.stop)) return refuse({ code: 'agenda.unknownStop' }); // [AG15]
      return happen({ type: 'agenda.hardStopDropped', stop: command.stop });
    default:
      return decideItem(state, command, context);
  }
}
