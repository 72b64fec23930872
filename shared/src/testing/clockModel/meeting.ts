/**
 * A small model of the clocks, told a second time from the sentences of RULES.md: it imports nothing of the rules.
 * Where they compute from moments, the model counts: whatever runs while time passes grows by what has passed.
 */

export type Limit = 'soft' | 'hard';

export type Mode = 'presentation' | 'moderated' | 'directed' | 'open';

export type Kind = 'invited' | 'keynote' | 'question' | 'answer' | 'presiding' | 'open' | 'interposed' | 'pointOfOrder';

/** A person in the room, with or without a link. */
export type Person = { name: string; seat: string; isLinked: boolean };

/** A turn of speech with its clock; all lengths in milliseconds. */
export type Turn = {
  id: string;
  seat: string;
  kind: Kind;
  /** The turn that it interrupts, or the question that it voices; null otherwise. */
  about: string | null;
  status: 'called' | 'taken' | 'suspended';
  /** Who took it; null while it is only called. */
  holder: string | null;
  /** Until the call is over. */
  answerIn: number;
  usedMs: number;
  limitMs: number | null;
  limit: Limit;
  graceMs: number;
  /** The delegation whose time it takes, or null. */
  delegation: string | null;
  isLost: boolean;
  /** How long the link was lost in this turn. */
  lostMs: number;
  /** Why the clock stands though the turn is taken: `manager`, or the id of the turn that interrupts. */
  stoppedBy: string | null;
};

export type Item = {
  name: string;
  type: 'openDiscussion' | 'keynote' | 'qna';
  status: 'planned' | 'current' | 'suspended' | 'closed';
  speaker: string | null;
  plannedMs: number;
  limit: Limit;
  heldMs: number;
};

export type Policy = {
  turnMs: number;
  questionMs: number;
  answerMs: number;
  graceMs: number;
  callMs: number;
  lostLinkMs: number;
  limits: Record<'turn' | 'question' | 'answer' | 'keynote' | 'delegation', Limit>;
};

export type Questions = Record<string, 'waiting' | 'asked' | 'deferred'>;

/** What can be taken back for `left` milliseconds, unless one of `touches` is touched before. */
export type Regret = { id: string; left: number; touches: string[] } & (
  | { what: 'call'; turn: string }
  | { what: 'end'; turn: Turn; wasWaiting: boolean }
  | { what: 'close'; item: string; started: string | null; mode: Mode; questions: Questions }
);

export type Meeting = {
  lived: number;
  mode: Mode;
  policy: Policy;
  people: Person[];
  items: Item[];
  turns: Turn[];
  delegations: Record<string, { budgetMs: number | null; spokenMs: number }>;
  questions: Questions;
  regrets: Regret[];
  /** The budget of the keynote item, once it is set. */
  keynoteMs: number | null;
  /** How much of the time of the round's answer is used. */
  answeredMs: number;
  /** How long the chair's link has been lost, or that a moderator may take the chair. [RO23] */
  chairGone: number | 'offered' | null;
};

/** The seats of the meeting that is modelled, with their delegations and people; the first two run it. */
export const seats: readonly { seat: string; delegation: string | null; people: readonly string[] }[] = [
  { seat: 'Chair', delegation: null, people: ['chair'] },
  { seat: 'Moderator', delegation: null, people: ['moderator'] },
  { seat: 'Guest', delegation: 'Host', people: ['minister', 'aide'] },
  { seat: 'A', delegation: 'North', people: ['a1', 'a2'] },
  { seat: 'B', delegation: 'North', people: ['b1'] },
  { seat: 'C', delegation: 'South', people: ['c1'] },
];

export const managers: readonly string[] = ['chair', 'moderator'];

/** Who asks which question of the round that is closed from the start, and answered by the guest. */
export const askers: Readonly<Record<string, string>> = { 'q-A': 'A', 'q-C': 'C' };

/** The meeting as it begins: everybody in the room, the talk begun, a round of questions waiting in another item. */
export const beginning = (): Meeting => ({
  lived: 0,
  mode: 'moderated',
  policy: {
    turnMs: 60_000,
    questionMs: 30_000,
    answerMs: 90_000,
    graceMs: 15_000,
    callMs: 20_000,
    lostLinkMs: 15_000,
    limits: { turn: 'soft', question: 'soft', answer: 'soft', keynote: 'soft', delegation: 'soft' },
  },
  people: seats.flatMap(({ seat, people }) => people.map((name) => ({ name, seat, isLinked: true }))),
  items: [
    {
      name: 'talk',
      type: 'openDiscussion',
      status: 'current',
      speaker: null,
      plannedMs: 180_000,
      limit: 'soft',
      heldMs: 0,
    },
    {
      name: 'address',
      type: 'keynote',
      status: 'planned',
      speaker: 'Guest',
      plannedMs: 90_000,
      limit: 'soft',
      heldMs: 0,
    },
    { name: 'round', type: 'qna', status: 'suspended', speaker: 'Guest', plannedMs: 120_000, limit: 'soft', heldMs: 0 },
  ],
  turns: [],
  delegations: Object.fromEntries(
    seats.flatMap(({ delegation }) => (delegation === null ? [] : [[delegation, { budgetMs: null, spokenMs: 0 }]])),
  ),
  questions: Object.fromEntries(Object.keys(askers).map((question) => [question, 'waiting'])),
  regrets: [],
  keynoteMs: null,
  answeredMs: 0,
  chairGone: null,
});

export const currentOf = ({ items }: Meeting): Item | undefined => items.find(({ status }) => status === 'current');

/** The clock of a turn runs while it is speaking, and in no other status. [FL5] */
export const isRunning = ({ status, isLost, stoppedBy }: Turn): boolean =>
  status === 'taken' && !isLost && stoppedBy === null;

/** How a turn stands, in the words of RULES.md. */
export function statusOf({ status, isLost, stoppedBy }: Turn): 'called' | 'speaking' | 'paused' | 'lost' | 'suspended' {
  if (status !== 'taken') return status;
  if (isLost) return 'lost';
  return stoppedBy === null ? 'speaking' : 'paused';
}

/** Whose microphone may be open, and for which turn: who holds one that is speaking, paused or lost. [ME1] [ME5] */
export const microphones = ({ turns }: Meeting): Map<string, string> =>
  new Map(turns.flatMap(({ id, holder, status }) => (holder !== null && status === 'taken' ? [[holder, id]] : [])));

/** Meeting time passes, or is given back by a kill: that much, and for everything that runs. */
export function pass(meeting: Meeting, ms: number): void {
  meeting.lived += ms;
  const current = currentOf(meeting);
  if (current !== undefined) current.heldMs += ms;
  for (const regret of meeting.regrets) regret.left -= ms;
  if (typeof meeting.chairGone === 'number') meeting.chairGone += ms;
  for (const turn of meeting.turns) {
    if (turn.status === 'called') turn.answerIn -= ms;
    if (turn.status === 'taken' && turn.isLost) turn.lostMs += ms;
    if (!isRunning(turn)) continue;
    turn.usedMs += ms;
    const delegation = turn.delegation === null ? undefined : meeting.delegations[turn.delegation];
    if (delegation !== undefined) delegation.spokenMs += ms;
  }
}

function delegationClosesIn({ delegations, policy, turns }: Meeting, name: string): number[] {
  const delegation = delegations[name];
  if (policy.limits.delegation === 'soft' || delegation === undefined || delegation.budgetMs === null) return [];
  const speaking = turns.filter((turn) => turn.delegation === name && isRunning(turn)).length;
  return [(delegation.budgetMs + policy.graceMs - delegation.spokenMs) / speaking];
}

/** In how long a hard limit closes that turn if all goes on like this; null when none does. [FL16] [FL18] [FL19] */
export function closesIn(meeting: Meeting, turn: Turn): number | null {
  if (turn.kind === 'presiding' || turn.status === 'suspended') return null;
  const waits: number[] = [];
  const item = currentOf(meeting);
  if (item?.limit === 'hard') waits.push(item.plannedMs + meeting.policy.graceMs - item.heldMs);
  if (isRunning(turn)) {
    if (turn.limit === 'hard' && turn.limitMs !== null) waits.push(turn.limitMs + turn.graceMs - turn.usedMs);
    if (turn.delegation !== null) waits.push(...delegationClosesIn(meeting, turn.delegation));
  }
  return waits.length === 0 ? null : Math.max(0, Math.min(...waits));
}

/** What is left of the allowance for a lost link. [FL11] [FL12] */
export const allowanceOf = ({ policy }: Meeting, { lostMs }: Turn): number => Math.max(0, policy.lostLinkMs - lostMs);

/** In how long a moderator may take the chair. [RO23] */
export const chairOfferedIn = ({ chairGone }: Meeting): number[] =>
  typeof chairGone === 'number' ? [Math.max(0, 60_000 - chairGone)] : [];

/** In how long time alone changes the meeting next; null when it never does. [SE8] */
export function dueIn(meeting: Meeting): number | null {
  const waits = meeting.turns.flatMap((turn) => {
    const closes = closesIn(meeting, turn);
    const own =
      turn.status === 'called' ? [Math.max(0, turn.answerIn)] : turn.isLost ? [allowanceOf(meeting, turn)] : [];
    return closes === null ? own : [...own, closes];
  });
  waits.push(...chairOfferedIn(meeting));
  return waits.length === 0 ? null : Math.min(...waits);
}
