import type { FloorMode } from '../floor/schema.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id, Moment } from '../words.ts';
import type {
  Agenda,
  AgendaCommand,
  AgendaEvent,
  AgendaItem,
  AgendaItemPlan,
  AgendaItemType,
  CameraPolicy,
} from './schema.ts';

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

/** The floor mode with which an item of that type begins. [AG2] */
export const modeOf: Readonly<Record<AgendaItemType, FloorMode>> = {
  opening: 'moderated',
  keynote: 'presentation',
  qna: 'moderated',
  tourDeTable: 'moderated',
  openDiscussion: 'moderated',
  break: 'moderated',
  conclusions: 'moderated',
  closing: 'moderated',
  corridor: 'open',
};

/** Item types whose list of speakers opens with the item. [SP1] */
const listOpensWith: readonly AgendaItemType[] = ['qna', 'tourDeTable', 'openDiscussion', 'conclusions'];

const planned = (plan: AgendaItemPlan): AgendaItem => ({
  ...plan,
  status: 'planned',
  started: null,
  ended: null,
});

/** The agenda of a new meeting. */
export const agendaOf = (plan: readonly AgendaItemPlan[]): Agenda => ({
  items: plan.map(planned),
  current: null,
});

/** What other features have to say about an item that begins or ends; `meeting.ts` brings it together. */
type Surroundings = {
  /** The end of every turn of speech. */
  endAllTurns: () => LoggedEvent[];
  /** The end of the turns that have no place in that mode. */
  endSurplus: (mode: FloorMode) => LoggedEvent[];
  /** The end of the rounds of questions of that item. */
  completeRounds: (item: Id) => LoggedEvent[];
};

/** What ends with the current item: its turns, its rounds of questions and the item itself. [AG3] */
export function closeCurrent(
  state: MeetingState,
  moment: Moment,
  { endAllTurns, completeRounds }: Pick<Surroundings, 'endAllTurns' | 'completeRounds'>,
): LoggedEvent[] {
  const { current } = state.agenda;
  if (current === null) return [];
  return [...endAllTurns(), ...completeRounds(current), { type: 'agenda.itemClosed', item: current, moment }];
}

function startItem(state: MeetingState, item: AgendaItem, moment: Moment, around: Surroundings): LoggedEvent[] {
  const mode = modeOf[item.type];
  const speaker = item.type === 'keynote' || item.type === 'qna' ? item.speaker : null;
  const events: LoggedEvent[] = [
    // Between items nobody's turn ends but what the new mode has no place for. [AG3] [FL9]
    ...(state.agenda.current === null ? around.endSurplus(mode) : closeCurrent(state, moment, around)),
    { type: 'agenda.itemStarted', item: item.id, moment },
    { type: 'keynote.spotlightSet', seats: speaker === null ? [] : [speaker] }, // [KE4]
  ];
  if (mode !== state.floor.mode) events.push({ type: 'floor.modeSet', mode }); // [AG2]
  if (listOpensWith.includes(item.type)) events.push({ type: 'speakers.listOpened', item: item.id }); // [SP1]
  return events;
}

/** Why nothing can be placed before that item, or null when it can. [AG6] */
function placeProblem(state: MeetingState, before: Id | null): Decision | null {
  if (before === null) return null;
  const next = itemById(state, before);
  if (next === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG6]
  return next.status === 'planned' ? null : refuse({ code: 'agenda.placeTaken' }); // [AG6]
}

/** Starting, closing and live editing of items. */
export function decideAgenda(
  state: MeetingState,
  command: AgendaCommand,
  { now, wall, commandId, ...around }: Context & Surroundings,
): Decision {
  const moment = { at: now, wall };
  if (command.type === 'agenda.addItem') {
    if (state.agenda.items.length >= MOST_ITEMS) return refuse({ code: 'agenda.full' }); // [AG8]
    const { type: _, before, itemType, title, ...plan } = command;
    if (plan.speaker !== null && !state.roster.seats.some((seat) => seat.id === plan.speaker))
      return refuse({ code: 'floor.unknownSeat' }); // [AG7]
    return (
      placeProblem(state, before) ??
      happen({
        type: 'agenda.itemAdded',
        before,
        item: { ...plan, id: commandId, type: itemType, title: { text: title } },
      })
    );
  }
  const item = itemById(state, command.item);
  if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
  if (command.type === 'agenda.closeItem') {
    if (item.status !== 'active') return refuse({ code: 'agenda.itemNotCurrent' }); // [AG4]
    return happen(...closeCurrent(state, moment, around));
  }
  if (item.status === 'closed') return refuse({ code: 'agenda.itemDone' }); // [AG5]
  if (command.type === 'agenda.changeItem') {
    const { type: _, title, ...changes } = command;
    return happen({
      type: 'agenda.itemChanged',
      ...changes,
      ...(title === undefined ? {} : { title: { text: title } }),
    });
  }
  if (item.status === 'active') return refuse({ code: 'agenda.itemCurrent' }); // [AG5]
  switch (command.type) {
    case 'agenda.startItem':
      return happen(...startItem(state, item, moment, around));
    case 'agenda.moveItem':
      if (command.before === item.id) return refuse({ code: 'agenda.placeTaken' }); // [AG6]
      return (
        placeProblem(state, command.before) ??
        happen({ type: 'agenda.itemMoved', item: item.id, before: command.before })
      );
    case 'agenda.dropItem':
      return happen(...around.completeRounds(item.id), { type: 'agenda.itemDropped', item: item.id }); // [QU15]
  }
}

function placed(items: readonly AgendaItem[], item: AgendaItem, before: Id | null): AgendaItem[] {
  const rest = items.filter((other) => other.id !== item.id);
  const at = before === null ? rest.length : rest.findIndex((other) => other.id === before);
  return at < 0 ? [...rest, item] : [...rest.slice(0, at), item, ...rest.slice(at)];
}

const changed = (agenda: Agenda, id: Id, change: Partial<AgendaItem>): AgendaItem[] =>
  agenda.items.map((item) => (item.id === id ? { ...item, ...change } : item));

/** The agenda after one of its events. */
export function evolveAgenda(agenda: Agenda, event: AgendaEvent): Agenda {
  switch (event.type) {
    case 'agenda.itemStarted':
      return {
        items: changed(agenda, event.item, { status: 'active', started: event.moment }),
        current: event.item,
      };
    case 'agenda.itemClosed':
      return {
        items: changed(agenda, event.item, { status: 'closed', ended: event.moment }),
        current: agenda.current === event.item ? null : agenda.current,
      };
    case 'agenda.itemAdded':
      return { ...agenda, items: placed(agenda.items, planned(event.item), event.before) };
    case 'agenda.itemChanged': {
      const { type: _, item, ...changes } = event;
      return { ...agenda, items: changed(agenda, item, definedOnly(changes)) };
    }
    case 'agenda.itemMoved': {
      const item = agenda.items.find((other) => other.id === event.item);
      return item === undefined ? agenda : { ...agenda, items: placed(agenda.items, item, event.before) };
    }
    case 'agenda.itemDropped':
      return { ...agenda, items: agenda.items.filter((item) => item.id !== event.item) };
  }
}

// A parsed event may carry a key with the value undefined, which would otherwise erase what it does not change.
function definedOnly(changes: { [K in keyof AgendaItem]?: AgendaItem[K] | undefined }): Partial<AgendaItem> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
