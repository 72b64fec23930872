import {
  type AgendaItemPlan,
  defaultPolicy,
  type FileItem,
  type FileSeat,
  type HardStopPlan,
  type Id,
  itemTypes,
  type Limits,
  type MeetingFile,
  type Plan,
  type Policy,
  type SeatPlan,
  type WallTime,
} from '@track2/shared';
import { newId } from '../identity/secrets.ts';
import type { MeetingWords } from '../storage/ports.ts';

/** The ids that parts of a meeting have already, by their names in its file; a person's after the seat's. */
export type KnownIds = {
  seats: ReadonlyMap<string, Id>;
  people: ReadonlyMap<string, Id>;
  items: ReadonlyMap<string, Id>;
  delegations: ReadonlyMap<string, Id>;
  stops: readonly HardStopPlan[];
};

/** Of a meeting that is yet to be. */
export const nothingKnown: KnownIds = {
  seats: new Map(),
  people: new Map(),
  items: new Map(),
  delegations: new Map(),
  stops: [],
};

/** By what a person is known: the name in the file counts within the seat. */
export const personKey = (seat: string, person: string): string => `${seat}/${person}`;

/** The first of `base-1`, `base-2` … that is not taken. */
export function freeName(base: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) if (!isTaken(`${base}-${number}`)) return `${base}-${number}`;
}

/** A meeting as its file says: what the log may keep, and apart from it the words. */
export type Prepared = { plan: Plan; seats: SeatPlan[]; words: MeetingWords };

const toMs = (count: number, unitMs: number): number => Math.round(count * unitMs);
const minutes = (count: number): number => toMs(count, 60_000);
const seconds = (value: number | undefined, otherwise: number): number =>
  value === undefined ? otherwise : toMs(value, 1000);

// Written out, as a parsed file may carry a key with the value undefined.
function limitsOf(given: NonNullable<MeetingFile['policy']>['limits']): Limits {
  const { limits } = defaultPolicy;
  return {
    turn: given?.turn ?? limits.turn,
    question: given?.question ?? limits.question,
    answer: given?.answer ?? limits.answer,
    keynote: given?.keynote ?? limits.keynote,
    delegation: given?.delegation ?? limits.delegation,
  };
}

function policyOf(given: MeetingFile['policy']): Policy {
  return {
    turnMs: seconds(given?.turnSeconds, defaultPolicy.turnMs),
    warnMs: seconds(given?.warnSeconds, defaultPolicy.warnMs),
    answerMs: seconds(given?.answerSeconds, defaultPolicy.answerMs),
    questionMs: seconds(given?.questionSeconds, defaultPolicy.questionMs),
    graceMs: seconds(given?.graceSeconds, defaultPolicy.graceMs),
    limits: limitsOf(given?.limits),
    callMs: seconds(given?.callSeconds, defaultPolicy.callMs),
    lostLinkMs: seconds(given?.lostLinkSeconds, defaultPolicy.lostLinkMs),
    questionsPerRound: given?.questionsPerRound ?? defaultPolicy.questionsPerRound,
    maxOpenMicrophones: given?.maxOpenMicrophones ?? defaultPolicy.maxOpenMicrophones,
    maxDirectedHolders: given?.maxDirectedHolders ?? defaultPolicy.maxDirectedHolders,
    maxResponses: given?.maxResponses ?? defaultPolicy.maxResponses,
    responseMs: seconds(given?.responseSeconds, defaultPolicy.responseMs),
    replyMs: seconds(given?.replySeconds, defaultPolicy.replyMs),
    upvotes: given?.upvotes ?? defaultPolicy.upvotes,
    typedAnswers: given?.typedAnswers ?? defaultPolicy.typedAnswers,
    visibility: given?.visibility ?? defaultPolicy.visibility,
    chat: given?.chat ?? defaultPolicy.chat,
  };
}

/** What is being prepared: the words and the ids found so far, by their names in the file. */
type Preparing = { words: MeetingWords; known: KnownIds; seats: Map<string, Id>; items: Map<string, Id> };

/** The items with their parts behind them. */
function plansOf(items: readonly FileItem[], parent: Id | null, preparing: Preparing): AgendaItemPlan[] {
  return items.flatMap((item) => {
    const id = preparing.known.items.get(item.id) ?? newId();
    preparing.items.set(item.id, id);
    preparing.words.names.items[id] = item.id;
    const plan: AgendaItemPlan = {
      id,
      parent,
      type: item.type,
      title: { text: item.title },
      attribution: item.attribution,
      plannedMs: minutes(item.minutes ?? 0),
      cameras: item.cameras ?? itemTypes[item.type].cameras,
      speaker: item.speaker === undefined ? null : (preparing.seats.get(item.speaker) ?? null),
      limit: item.limit ?? 'soft',
    };
    return [plan, ...plansOf(item.parts ?? [], id, preparing)];
  });
}

/** A stop that stays as it is keeps its id, and so the warnings that were given. */
function hardStopsOf({ hardStops = [] }: MeetingFile, startsAt: WallTime, { items, known }: Preparing): HardStopPlan[] {
  return hardStops.map(({ item, after, label }) => {
    const stop = {
      item: item === undefined ? null : (items.get(item) ?? null),
      at: startsAt + minutes(after),
      label: { text: label },
    };
    const same = known.stops.find(
      (other) =>
        other.item === stop.item && other.at === stop.at && JSON.stringify(other.label) === JSON.stringify(stop.label),
    );
    return { id: same?.id ?? newId(), ...stop };
  });
}

const budgetsOf = ({ budgets = {} }: MeetingFile, delegations: ReadonlyMap<string, Id>): Plan['budgets'] =>
  Object.entries(budgets).flatMap(([key, count]) => {
    const delegation = delegations.get(key);
    return delegation === undefined ? [] : [{ delegation, budgetMs: minutes(count) }];
  });

function seatOf(file: FileSeat, id: Id, delegation: Id | null, { words, known }: Preparing): SeatPlan {
  words.seats[id] = file.id;
  const named = new Set(file.people.flatMap((person) => (person.id === undefined ? [] : [person.id])));
  const members = file.people.map((person) => {
    // One without a name of its own is new, and gets one that nobody on this seat ever had.
    const key =
      person.id ?? freeName('person', (name) => named.has(name) || known.people.has(personKey(file.id, name)));
    named.add(key);
    const member = known.people.get(personKey(file.id, key)) ?? newId();
    words.names.people[member] = key;
    const { name, office = null, language = null, email = null } = person;
    words.members[member] = { name, office, language, email };
    return { id: member, kind: person.kind ?? ('principal' as const) };
  });
  return { id, role: file.role, delegation, members };
}

/**
 * Gives everything of the file an opaque id, or the one that it is known by, and parts the words from what the log may
 * keep.
 */
export function prepare(file: MeetingFile, startsAt: WallTime, known: KnownIds = nothingKnown): Prepared {
  const delegations = new Map(
    Object.keys(file.delegations).map((key) => [key, known.delegations.get(key) ?? newId()] as const),
  );
  const seatIds = new Map(file.seats.map(({ id }) => [id, known.seats.get(id) ?? newId()] as const));
  const { title, hosts, rule } = file;
  const words: MeetingWords = {
    title,
    hosts,
    rule,
    members: {},
    delegations: {},
    seats: {},
    names: { file: file.id, items: {}, people: {}, delegations: {} },
  };
  for (const [key, id] of delegations) {
    words.delegations[id] = file.delegations[key] ?? {};
    words.names.delegations[id] = key;
  }
  const preparing: Preparing = { words, known, seats: seatIds, items: new Map() };
  const seats = file.seats.map((seat) => {
    const delegation = seat.delegation === undefined ? null : (delegations.get(seat.delegation) ?? null);
    return seatOf(seat, seatIds.get(seat.id) ?? newId(), delegation, preparing);
  });
  const agenda = plansOf(file.agenda, null, preparing);
  return {
    plan: {
      startsAt,
      timeZone: file.timeZone,
      ruleVersion: rule.version,
      policy: policyOf(file.policy),
      agenda,
      hardStops: hardStopsOf(file, startsAt, preparing),
      budgets: budgetsOf(file, delegations),
    },
    seats,
    words,
  };
}
