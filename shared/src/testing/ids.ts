import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';

/** A source of choices: a number below a bound, or one of a list (undefined of an empty one). */
export type Picks = {
  next: (below: number) => number;
  oneOf: <Value>(from: readonly Value[]) => Value | undefined;
};

type IdKind =
  | 'member'
  | 'mate'
  | 'seat'
  | 'item'
  | 'turn'
  | 'entry'
  | 'interposed'
  | 'question'
  | 'round'
  | 'stop'
  | 'cue'
  | 'document'
  | 'delegation'
  | 'act';

/** Where a command takes its ids from. */
export type IdSource = Readonly<Record<IdKind, () => Id>>;

/** Words that mean something to the language itself: as ids they must mean nothing. */
export const treacherousIds: readonly Id[] = [
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__',
  'prototype',
  '',
];

/** Ids from the collections they belong to, more often of what is still going on. */
export function plausibleIds(state: MeetingState, { next, oneOf }: Picks): IdSource {
  const { roster, agenda, floor, speakers, questions, keynote, documents, session } = state;
  const mates = roster.members.filter(({ kind }) => kind === 'aide').map(({ seat }) => seat);
  const entries = speakers.lists.flatMap((list) => list.entries);
  const from = (list: readonly { id: Id }[]) => (): Id => oneOf(list)?.id ?? 'nothing';
  return {
    member: from(roster.members),
    mate: from(roster.members.filter(({ seat }) => mates.includes(seat))),
    seat: from(roster.seats),
    item: () => oneOf([agenda.current, ...agenda.items.map(({ id }) => id)]) ?? oneOf(agenda.items)?.id ?? 'nothing',
    turn: from(floor.turns),
    entry: () => from(next(3) === 0 ? entries : entries.filter(({ status }) => status !== 'done'))(),
    interposed: from(entries.filter(({ kind, status }) => kind === 'interposed' && status === 'waiting')),
    question: from(questions.questions),
    round: () => from(next(3) === 0 ? questions.rounds : questions.rounds.slice(-2))(),
    stop: from(agenda.hardStops),
    cue: from(keynote.cues),
    document: from(documents.documents),
    delegation: () =>
      oneOf(
        next(2) === 0
          ? floor.delegations.map((budget) => budget.delegation)
          : roster.seats.flatMap((seat) => seat.delegation ?? []),
      ) ?? 'nothing',
    act: from(session.acts),
  };
}

/** Every id in a state, of whatever kind, with some that exist nowhere. */
export const idsIn = ({
  roster,
  agenda,
  floor,
  speakers,
  questions,
  keynote,
  documents,
  session,
}: MeetingState): Id[] => [
  ...[...roster.members, ...roster.seats, ...agenda.items, ...floor.turns].map(({ id }) => id),
  ...[...speakers.lists.flatMap(({ entries }) => entries), ...questions.questions, ...questions.rounds].map(
    ({ id }) => id,
  ),
  ...[...agenda.hardStops, ...keynote.cues, ...documents.documents, ...session.acts].map(({ id }) => id),
  ...treacherousIds,
  'nothing',
];

/** Ids of any kind for any use. */
export function wildIds(state: MeetingState, { oneOf }: Picks): IdSource {
  const ids = idsIn(state);
  const any = (): Id => oneOf(ids) ?? 'nothing';
  return {
    member: any,
    mate: any,
    seat: any,
    item: any,
    turn: any,
    entry: any,
    interposed: any,
    question: any,
    round: any,
    stop: any,
    cue: any,
    document: any,
    delegation: any,
    act: any,
  };
}
