import { createHash } from 'node:crypto';
import {
  type AgendaItem,
  type FileItem,
  type FileSeat,
  type HardStop,
  type Id,
  itemTypes,
  type MeetingFile,
  type MeetingState,
  memberById,
  type Policy,
  type SealedWords,
  type Seat,
  type WallTime,
} from '@track2/shared';
import type { MeetingWords } from '../storage/ports.ts';
import { freeName, type KnownIds, personKey } from './plan.ts';

/** What every part of a meeting is called in its file, by its id. */
export type Names = {
  seats: ReadonlyMap<Id, string>;
  people: ReadonlyMap<Id, string>;
  items: ReadonlyMap<Id, string>;
  delegations: ReadonlyMap<Id, string>;
};

/** The given names, and for what has none (the chair added it, or it is older than the desk) the next free one. */
function named(ids: readonly Id[], given: Readonly<Record<Id, string>>, base: string): Map<Id, string> {
  const names = new Map(ids.flatMap((id) => (given[id] === undefined ? [] : [[id, given[id]] as const])));
  const taken = new Set(names.values());
  for (const id of ids) {
    if (names.has(id)) continue;
    const name = freeName(base, (other) => taken.has(other));
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

/** The names of a meeting's parts: the same for the same state and words. */
export function namesOf(state: MeetingState, { seats, names, delegations }: MeetingWords): Names {
  const { roster, agenda } = state;
  const seatIds = roster.seats.map(({ id }) => id);
  return {
    seats: named(seatIds, seats, 'seat'),
    people: new Map(roster.seats.flatMap(({ members }) => [...named(members, names.people, 'person')])),
    items: named(
      agenda.items.map(({ id }) => id),
      names.items,
      'item',
    ),
    delegations: named(Object.keys(delegations), names.delegations, 'delegation'),
  };
}

const turned = (names: ReadonlyMap<Id, string>): Map<string, Id> =>
  new Map([...names].map(([id, name]) => [name, id] as const));

/** Under which ids the parts of a meeting's file are known. */
export function knownIds(state: MeetingState, words: MeetingWords): KnownIds {
  const names = namesOf(state, words);
  const people = state.roster.seats.flatMap(({ id, members }) =>
    members.map((member) => [personKey(names.seats.get(id) ?? '', names.people.get(member) ?? ''), member] as const),
  );
  return {
    seats: turned(names.seats),
    people: new Map(people),
    items: turned(names.items),
    delegations: turned(names.delegations),
    stops: state.agenda.hardStops,
  };
}

const minutesOf = (ms: number): number => ms / 60_000;
const secondsOf = (ms: number): number => ms / 1000;

// A title without words would be no file that can be read again.
const wordsOf = (sealed: SealedWords): Record<string, string> =>
  'text' in sealed && Object.keys(sealed.text).length > 0 ? sealed.text : { en: '–' };

const policyOf = (policy: Policy): NonNullable<MeetingFile['policy']> => ({
  turnSeconds: secondsOf(policy.turnMs),
  warnSeconds: secondsOf(policy.warnMs),
  graceSeconds: secondsOf(policy.graceMs),
  limits: policy.limits,
  answerSeconds: secondsOf(policy.answerMs),
  questionSeconds: secondsOf(policy.questionMs),
  callSeconds: secondsOf(policy.callMs),
  lostLinkSeconds: secondsOf(policy.lostLinkMs),
  questionsPerRound: policy.questionsPerRound,
  maxOpenMicrophones: policy.maxOpenMicrophones,
  maxDirectedHolders: policy.maxDirectedHolders,
  maxResponses: policy.maxResponses,
  responseSeconds: secondsOf(policy.responseMs),
  replySeconds: secondsOf(policy.replyMs),
  upvotes: policy.upvotes,
  typedAnswers: policy.typedAnswers,
  visibility: policy.visibility,
  chat: policy.chat,
});

function seatOf(state: MeetingState, seat: Seat, names: Names, words: MeetingWords): FileSeat {
  const delegation = seat.delegation === null ? undefined : names.delegations.get(seat.delegation);
  return {
    id: names.seats.get(seat.id) ?? '',
    role: seat.role,
    ...(delegation === undefined ? {} : { delegation }),
    people: seat.members.map((id) => {
      const { name, office, email, language } = words.members[id] ?? {
        name: '–',
        office: null,
        email: null,
        language: null,
      };
      return {
        id: names.people.get(id) ?? '',
        name,
        ...(office === null ? {} : { office }),
        ...(email === null ? {} : { email }),
        ...(language === null ? {} : { language }),
        ...(memberById(state, id)?.kind === 'aide' ? { kind: 'aide' as const } : {}),
      };
    }),
  };
}

function itemsOf(items: readonly AgendaItem[], parent: Id | null, names: Names): FileItem[] {
  return items
    .filter((item) => item.parent === parent)
    .map((item) => {
      const parts = itemsOf(items, item.id, names);
      const speaker = item.speaker === null ? undefined : names.seats.get(item.speaker);
      return {
        id: names.items.get(item.id) ?? '',
        type: item.type,
        title: wordsOf(item.title),
        ...(item.plannedMs === 0 && parts.length > 0 ? {} : { minutes: minutesOf(item.plannedMs) }),
        attribution: item.attribution,
        ...(item.cameras === itemTypes[item.type].cameras ? {} : { cameras: item.cameras }),
        ...(speaker === undefined ? {} : { speaker }),
        ...(item.limit === 'soft' ? {} : { limit: item.limit }),
        ...(parts.length === 0 ? {} : { parts }),
      };
    });
}

/** Within a day from the start: what a chair has set before it counts from the start itself. */
const afterOf = ({ at }: HardStop, startsAt: WallTime): number => Math.min(1440, Math.max(0, minutesOf(at - startsAt)));

function timesOf({ agenda, floor, session }: MeetingState, names: Names): Pick<MeetingFile, 'hardStops' | 'budgets'> {
  const hardStops = agenda.hardStops.map((stop) => {
    const item = stop.item === null ? undefined : names.items.get(stop.item);
    return {
      ...(item === undefined ? {} : { item }),
      after: afterOf(stop, session.startsAt),
      label: wordsOf(stop.label),
    };
  });
  const budgets = floor.delegations.flatMap(({ delegation, budgetMs }) => {
    const name = names.delegations.get(delegation);
    return name === undefined || budgetMs === null ? [] : [[name, minutesOf(budgetMs)] as const];
  });
  return {
    ...(budgets.length === 0 ? {} : { budgets: Object.fromEntries(budgets) }),
    ...(hardStops.length === 0 ? {} : { hardStops }),
  };
}

// A meeting that is older than the desk has no name of its own left; it gets one that says nothing.
const unnamed = (meeting: Id): string => `meeting-${createHash('sha256').update(meeting).digest('hex').slice(0, 12)}`;

/**
 * The meeting as a file, with all that the chair has changed: loaded, it is the same plan again. Names are kept from
 * one file to the next.
 */
export function fileOf(meeting: Id, state: MeetingState, words: MeetingWords): MeetingFile {
  const names = namesOf(state, words);
  const { session, roster, agenda } = state;
  return {
    format: 'track2.meeting/1',
    id: words.names.file ?? unnamed(meeting),
    title: words.title,
    hosts: words.hosts,
    timeZone: session.timeZone,
    rule: words.rule,
    policy: policyOf(session.policy),
    delegations: Object.fromEntries(
      [...names.delegations].map(([id, name]) => [name, words.delegations[id] ?? {}] as const),
    ),
    seats: roster.seats.map((seat) => seatOf(state, seat, names, words)),
    agenda: itemsOf(agenda.items, null, names),
    ...timesOf(state, names),
  };
}
