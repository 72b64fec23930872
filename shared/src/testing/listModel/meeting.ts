/**
 * A small model of the list of speakers, the tour de table and the rounds of questions, told a second time from the
 * sentences of RULES.md: it imports nothing of the rules. All limits are soft, so that time ends calls and keeps lost
 * links waiting, and nothing else.
 */

export type EntryKind =
  | 'intervention'
  | 'directResponse'
  | 'clarification'
  | 'interposed'
  | 'pointOfOrder'
  | 'rightOfReply'
  | 'tour';

export type EntryStatus =
  | 'waiting'
  | 'deferred'
  | 'absent'
  | 'called'
  | 'speaking'
  | 'done'
  | 'withdrawn'
  | 'declined'
  | 'lapsed'
  | 'passed';

export type Category = 'hearing' | 'rule' | 'procedure' | 'motion';

export type Entry = {
  id: string;
  seat: string;
  kind: EntryKind;
  category: Category | null;
  /** The turn that it responds to. */
  about: string | null;
  status: EntryStatus;
};

export type List = { isOpen: boolean; entries: Entry[] };

export type TurnKind = Exclude<EntryKind, 'tour'> | 'yielded' | 'question' | 'answer';

export type Turn = {
  id: string;
  seat: string;
  kind: TurnKind;
  entry: string | null;
  /** The question that it voices, or the round that it answers. */
  of: string | null;
  /** The turn that it interrupts. */
  interrupts: string | null;
  status: 'called' | 'taken' | 'suspended';
  holder: string | null;
  answerIn: number;
  usedMs: number;
  limitMs: number;
  isLost: boolean;
  lostMs: number;
  /** The turn that stops its clock. */
  stoppedBy: string | null;
  takesQuestions: boolean;
};

export type Leftover = 'nextRound' | 'writtenReply' | 'nextMeeting';

export type Question = {
  id: string;
  seat: string;
  isAnonymous: boolean;
  status:
    | 'submitted'
    | 'accepted'
    | 'inRound'
    | 'asked'
    | 'answered'
    | 'partlyAnswered'
    | 'deferred'
    | 'dismissed'
    | 'merged'
    | 'withdrawn';
  left: Leftover | null;
  mergedInto: string | null;
};

export type Round = {
  id: string;
  status: 'collecting' | 'closed' | 'answering' | 'completed';
  size: number;
  questions: string[];
  usedMs: number;
};

export type Person = { name: string; seat: string; isLinked: boolean };

export type Meeting = {
  lived: number;
  mode: 'moderated' | 'directed';
  people: Person[];
  current: string | null;
  lists: Record<string, List>;
  turns: Turn[];
  heard: { item: string; turn: string; seat: string } | null;
  questions: Question[];
  rounds: Round[];
  /** How long the chair's link has been lost, or that a moderator may take the chair. [RO23] */
  chairGone: number | 'offered' | null;
};

/** The seats of the meeting that is modelled and who sits there; the first two run it. */
export const seats: readonly { seat: string; people: readonly string[] }[] = [
  { seat: 'Chair', people: ['chair'] },
  { seat: 'Moderator', people: ['moderator'] },
  { seat: 'Guest', people: ['guest'] },
  { seat: 'A', people: ['a1', 'a2'] },
  { seat: 'B', people: ['b1'] },
  { seat: 'C', people: ['c1'] },
  { seat: 'D', people: ['d1'] },
];

export const managers: readonly string[] = ['chair', 'moderator'];

export const lengths = {
  turnMs: 60_000,
  questionMs: 40_000,
  answerMs: 90_000,
  responseMs: 30_000,
  replyMs: 50_000,
  tourMs: 20_000,
  callMs: 20_000,
  lostLinkMs: 15_000,
  /** Until a moderator may take the chair. */
  chairGoneMs: 60_000,
} as const;

/** How many responses an intervention has room for, questions a round takes and seats speak at once. */
export const most = { responses: 2, inRound: 2, directed: 2 } as const;

/** The meeting as it begins: everybody in the room, the discussion begun, its list open. */
export const beginning = (): Meeting => ({
  lived: 0,
  mode: 'moderated',
  people: seats.flatMap(({ seat, people }) => people.map((name) => ({ name, seat, isLinked: true }))),
  current: 'talk',
  lists: { questions: { isOpen: true, entries: [] }, talk: { isOpen: true, entries: [] } },
  turns: [],
  heard: null,
  questions: [],
  rounds: [],
  chairGone: null,
});

export const waits = ({ status }: Pick<Entry, 'status'>): boolean =>
  status === 'waiting' || status === 'deferred' || status === 'absent';

/** Whether it stands for its seat: it waits, is called or speaks. [SP3] */
export const stands = (entry: Entry): boolean =>
  waits(entry) || entry.status === 'called' || entry.status === 'speaking';

export const responds = ({ kind }: Pick<Entry, 'kind'>): boolean =>
  kind === 'directResponse' || kind === 'clarification' || kind === 'interposed';

export const seatOf = (name: string): string => seats.find(({ people }) => people.includes(name))?.seat ?? 'nobody';

export const isThere = ({ people }: Meeting, seat: string): boolean =>
  people.some((person) => person.seat === seat && person.isLinked);

export const turnOf = ({ turns }: Meeting, id: string | null): Turn | undefined => turns.find((turn) => turn.id === id);

/** How a turn stands, in the words of RULES.md. */
export function statusOf({ status, isLost, stoppedBy }: Turn): 'called' | 'speaking' | 'paused' | 'lost' | 'suspended' {
  if (status !== 'taken') return status;
  if (isLost) return 'lost';
  return stoppedBy === null ? 'speaking' : 'paused';
}

/** Meeting time passes, or is given back by a kill. */
export function pass(meeting: Meeting, ms: number): void {
  meeting.lived += ms;
  if (typeof meeting.chairGone === 'number') meeting.chairGone += ms;
  for (const turn of meeting.turns) {
    if (turn.status === 'called') turn.answerIn -= ms;
    if (turn.status === 'taken' && turn.isLost) turn.lostMs += ms;
    if (statusOf(turn) === 'speaking') turn.usedMs += ms;
  }
}

/** In how long time alone changes the meeting next; null when it never does. [SE8] */
export function dueIn({ turns, chairGone }: Meeting): number | null {
  const all = turns.flatMap(({ status, answerIn, isLost, lostMs }) => {
    if (status === 'called') return [Math.max(0, answerIn)];
    return isLost ? [Math.max(0, lengths.lostLinkMs - lostMs)] : [];
  });
  if (typeof chairGone === 'number') all.push(Math.max(0, lengths.chairGoneMs - chairGone));
  return all.length === 0 ? null : Math.min(...all);
}
