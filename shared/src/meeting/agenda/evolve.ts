import type { Id, Moment } from '../words.ts';
import { heldAt } from './rules.ts';
import type { Agenda, AgendaEvent, AgendaItem, AgendaItemPlan, HardStopPlan } from './schema.ts';
import { branchOf, placed } from './tree.ts';

const planned = (plan: AgendaItemPlan): AgendaItem => ({
  ...plan,
  status: 'planned',
  started: null,
  ended: null,
  since: null,
  heldMs: 0,
  note: null,
});

/** The agenda of a new meeting. */
export const agendaOf = (plan: readonly AgendaItemPlan[], hardStops: readonly HardStopPlan[]): Agenda => ({
  items: plan.map(planned),
  current: null,
  hardStops: hardStops.map((stop) => ({ ...stop, warned: null })),
});

/** The agenda by another plan: what stays is as it was but for what is planned, whatever is new is planned. [SE15] */
export const revisedAgenda = (
  before: Agenda,
  plan: readonly AgendaItemPlan[],
  hardStops: readonly HardStopPlan[],
): Agenda => ({
  ...before,
  items: plan.map((item) => ({ ...(before.items.find(({ id }) => id === item.id) ?? planned(item)), ...item })),
  hardStops: hardStops.map((stop) => {
    const known = before.hardStops.find(({ id, at }) => id === stop.id && at === stop.at);
    return { ...stop, warned: known?.warned ?? null };
  }),
});

const changed = (agenda: Agenda, id: Id, change: Partial<AgendaItem>): AgendaItem[] =>
  agenda.items.map((item) => (item.id === id ? { ...item, ...change } : item));

// An item that stops being active: what it was held is counted, whether it is over or taken up again later.
function held(agenda: Agenda, id: Id, status: 'closed' | 'suspended', moment: Moment): Agenda {
  const item = agenda.items.find((other) => other.id === id);
  if (item === undefined) return agenda;
  const change = { status, ended: moment, since: null, heldMs: heldAt(item, moment.at) };
  return { ...agenda, items: changed(agenda, id, change), current: agenda.current === id ? null : agenda.current };
}

/** The agenda after one of its events. */
export function evolveAgenda(agenda: Agenda, event: AgendaEvent): Agenda {
  switch (event.type) {
    case 'agenda.hardStopSet': {
      const rest = agenda.hardStops.filter(({ id }) => id !== event.stop.id);
      const hardStops = [...rest, { ...event.stop, warned: null }].toSorted((a, b) => a.at - b.at);
      return { ...agenda, hardStops };
    }
    case 'agenda.hardStopDropped':
      return { ...agenda, hardStops: agenda.hardStops.filter(({ id }) => id !== event.stop) };
    case 'agenda.hardStopWarned': {
      const hardStops = agenda.hardStops.map((stop) =>
        stop.id === event.stop ? { ...stop, warned: event.minutes } : stop,
      );
      return { ...agenda, hardStops };
    }
    case 'agenda.itemAdded':
      return { ...agenda, items: placed(agenda.items, [planned(event.item)], event.before, event.item.parent) };
    case 'agenda.itemMoved': {
      const branch = branchOf(agenda.items, event.item);
      return { ...agenda, items: placed(agenda.items, branch, event.before, event.parent) };
    }
    case 'agenda.itemDropped': {
      const hardStops = agenda.hardStops.filter(({ item }) => item !== event.item);
      return { ...agenda, items: agenda.items.filter((item) => item.id !== event.item), hardStops };
    }
    default:
      return evolveItem(agenda, event);
  }
}

type ItemEvent = Exclude<
  AgendaEvent,
  { type: 'agenda.itemAdded' | 'agenda.itemMoved' | 'agenda.itemDropped' } | { stop: unknown }
>;

function evolveItem(agenda: Agenda, event: ItemEvent): Agenda {
  const before = agenda.items.find(({ id }) => id === event.item);
  if (before === undefined) return agenda;
  const after = (change: Partial<AgendaItem>): Agenda => ({ ...agenda, items: changed(agenda, event.item, change) });
  switch (event.type) {
    case 'agenda.itemStarted': {
      const started = before.started ?? event.moment;
      return { ...after({ status: 'active', started, since: event.moment, ended: null }), current: event.item };
    }
    case 'agenda.itemClosed':
      return held(agenda, event.item, 'closed', event.moment);
    case 'agenda.itemSuspended':
      return held(agenda, event.item, 'suspended', event.moment);
    case 'agenda.itemSkipped':
      return after({ status: 'skipped' });
    case 'agenda.itemReopened':
      return after({ status: before.started === null ? 'planned' : 'suspended' }); // [AG13]
    case 'agenda.noteSet':
      return after({ note: event.note });
    case 'agenda.itemChanged': {
      const { type: _, item: __, ...changes } = event;
      return after(definedOnly(changes));
    }
  }
}

// A parsed event may carry a key with the value undefined, which would otherwise erase what it does not change.
function definedOnly(changes: { [K in keyof AgendaItem]?: AgendaItem[K] | undefined }): Partial<AgendaItem> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
