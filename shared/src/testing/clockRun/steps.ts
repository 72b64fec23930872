import * as fc from 'fast-check';
import type { Draft } from '../clockModel/acts.ts';
import { type Limit, type Meeting, managers, seats, statusOf, type Turn } from '../clockModel/meeting.ts';
import type { Run } from './run.ts';

// A step picks from what is there when its turn comes, and not by id, so that a sequence stays one when it is shortened.

/** What a step comes to once it is known who has which turn: in words, and to be done. */
export type Deed = { says: () => string; happen: (run: Run) => void };

/** A step of a sequence, to be done by the model and the rules alike. */
export class Step implements fc.Command<Meeting, Run> {
  readonly #name: string;
  readonly #choose: (meeting: Meeting) => Deed | null;

  constructor(name: string, choose: (meeting: Meeting) => Deed | null) {
    this.#name = name;
    this.#choose = choose;
  }

  check(meeting: Readonly<Meeting>): boolean {
    return this.#choose(meeting) !== null;
  }

  run(meeting: Meeting, run: Run): void {
    run.settle();
    const deed = this.#choose(meeting);
    if (deed !== null) run.tell(deed);
  }

  toString(): string {
    return this.#name;
  }
}

const inWords = (act: Draft): string => JSON.stringify(act).replaceAll('"', '');

/** A step that picks by numbers, of whatever there is to pick from. */
export const picked = (
  name: string,
  choose: (meeting: Meeting, n: number, m: number) => Deed | null,
): fc.Arbitrary<Step> =>
  fc.tuple(fc.nat(11), fc.nat(11)).map(([n, m]) => new Step(name, (meeting) => choose(meeting, n, m)));

/** A step by which a person gives a command, if there is an occasion for it. */
const act = (
  name: Draft['do'],
  choose: (meeting: Meeting, n: number, m: number) => Draft | null | undefined,
): fc.Arbitrary<Step> =>
  picked(name, (meeting, n, m) => {
    const draft = choose(meeting, n, m);
    return draft ? { says: () => inWords(draft), happen: (run) => run.ask(draft) } : null;
  });

export const nth = <Value>(list: readonly Value[], n: number): Value | undefined => list[n % list.length];

const linkedOf = (meeting: Meeting, seat: string): string[] =>
  meeting.people.filter((person) => person.seat === seat && person.isLinked).map(({ name }) => name);

/** Who runs the meeting now; the chair also where nobody can. */
const manager = ({ people }: Meeting, n: number): string =>
  nth(
    people.filter(({ name, isLinked }) => isLinked && managers.includes(name)),
    n,
  )?.name ?? 'chair';

const turnsThat = ({ turns }: Meeting, ...statuses: ReturnType<typeof statusOf>[]): Turn[] =>
  turns.filter((turn) => statuses.includes(statusOf(turn)));

/** A manager does something to a turn that stands like that. */
const managed = (name: 'pause' | 'resume' | 'end', ...statuses: ReturnType<typeof statusOf>[]): fc.Arbitrary<Step> =>
  act(name, (meeting, n, m) => {
    const turn = nth(turnsThat(meeting, ...statuses), n);
    return turn && { do: name, by: manager(meeting, m), turn: turn.id };
  });

/** Somebody of the seat does something to its turn that stands like that. */
const owned = (name: 'take' | 'decline' | 'end', ...statuses: ReturnType<typeof statusOf>[]): fc.Arbitrary<Step> =>
  act(name, (meeting, n, m) => {
    const turn = nth(turnsThat(meeting, ...statuses), n);
    const by = turn && nth(linkedOf(meeting, turn.seat), m);
    return by === undefined ? null : { do: name, by, turn: turn?.id ?? '' };
  });

const lengths = [1000, 5000, 14_000, 20_000, 60_000, 3_600_000];

const resized = (name: 'extend' | 'shorten'): fc.Arbitrary<Step> =>
  act(name, (meeting, n, m) => {
    const turn = nth(meeting.turns, n);
    return turn && { do: name, by: manager(meeting, n), turn: turn.id, byMs: nth(lengths, m) ?? 1000 };
  });

/** A seat that could be called as far as turns go. */
const freeSeat = ({ turns }: Meeting, n: number): string | undefined =>
  nth(
    seats.filter(({ seat }) => turns.every((turn) => turn.seat !== seat)),
    n,
  )?.seat;

const give = act('give', (meeting, n, m) => {
  const seat = freeSeat(meeting, n);
  return seat === undefined ? null : { do: 'give', by: manager(meeting, m), seat };
});

// Called and taken at once: most of what is to be tried begins with somebody who speaks.
const speaks = picked('speaks', (meeting, n, m) => {
  const seat = freeSeat(meeting, n);
  const by = seat === undefined ? undefined : nth(linkedOf(meeting, seat), m);
  if (seat === undefined || by === undefined) return null;
  const happen = (run: Run): void => {
    const turn = run.ask({ do: 'give', by: manager(meeting, m), seat });
    run.ask({ do: 'take', by, turn });
  };
  return { says: () => `${seat} is called, ${by} takes the floor`, happen };
});

const interpose = act('interpose', (meeting, n, m) => {
  const turn = nth(turnsThat(meeting, 'speaking', 'paused', 'lost'), n);
  const seat = freeSeat(meeting, m);
  if (turn === undefined || seat === undefined) return null;
  const kind = n % 2 === 0 ? 'interposed' : 'pointOfOrder';
  return { do: 'interpose', by: manager(meeting, n), turn: turn.id, seat, kind };
});

const handOver = act('handOver', (meeting, n, m) => {
  const turn = nth(turnsThat(meeting, 'speaking', 'paused', 'lost'), n);
  const all = seats.find(({ seat }) => seat === turn?.seat)?.people ?? [];
  const by = turn && nth(linkedOf(meeting, turn.seat), m);
  const to = all.find((name) => name !== turn?.holder);
  return turn === undefined || by === undefined || to === undefined ? null : { do: 'handOver', by, turn: turn.id, to };
});

// Seldom somebody who has to be called.
const takeMicrophone = act('takeMicrophone', ({ people, turns, mode }, n, m) => {
  const free = people.filter(
    ({ name, seat, isLinked }) =>
      isLinked && turns.every((turn) => turn.seat !== seat) && (mode === 'open' || m === 0 || managers.includes(name)),
  );
  const by = nth(free, n)?.name;
  return by === undefined ? null : { do: 'takeMicrophone', by };
});

const undo = act('undo', (meeting, n, m) => {
  const regret = nth(meeting.regrets.toReversed(), m);
  return regret && { do: 'undo', by: manager(meeting, n), of: regret.id };
});

// What is seldom right: anybody, any turn.
const odd = act('take', ({ people, turns }, n, m) => {
  const [turn, person] = [nth(turns, n), nth(people, m)];
  const what = nth(['take', 'decline', 'end', 'pause', 'resume'] as const, n + m) ?? 'take';
  return turn && person && { do: what, by: person.name, turn: turn.id };
});

const limit = (n: number): Limit => (n % 2 === 0 ? 'hard' : 'soft');

const setPolicy = act('setPolicy', ({ policy }, n, m) => {
  const all = { turn: limit(n), question: limit(m), answer: limit(n + m), keynote: limit(m), delegation: limit(n) };
  const changes = [
    { limits: all },
    { limits: { ...policy.limits, delegation: limit(n) } },
    { graceMs: 5000 * (n % 4) },
    { turnMs: 10_000 * (1 + n), questionMs: 20_000 },
  ];
  return { do: 'setPolicy', by: 'moderator', change: nth(changes, m) ?? {} };
});

const setBudget = act('setBudget', ({ delegations }, n, m) => {
  const name = nth(Object.keys(delegations), n) ?? 'North';
  // Near what is spoken already, so that it is soon used up.
  const budgetMs = m === 0 ? null : Math.round(delegations[name]?.spokenMs ?? 0) + 5000 * m;
  return { do: 'setBudget', by: 'chair', delegation: name, budgetMs };
});

const setKeynoteBudget = act('setKeynoteBudget', ({ items, turns }, n) => {
  const isOn = items.some(({ type, status }) => type === 'keynote' && status === 'current');
  const isHeld = turns.some(({ kind }) => kind === 'keynote');
  return isOn || isHeld ? { do: 'setKeynoteBudget', by: 'chair', budgetMs: 10_000 * (1 + n) } : null;
});

const setMode = act('setMode', (meeting, n, m) => {
  const mode = nth(['directed', 'open', 'presentation', 'moderated', 'open'] as const, n) ?? 'open';
  return { do: 'setMode', by: manager(meeting, m), mode };
});

const changeItem = act('changeItem', (meeting, n, m) => {
  const item = nth(
    meeting.items.toSorted((a) => (a.status === 'current' ? -1 : 1)),
    n < 9 ? 0 : n,
  );
  if (item === undefined) return null;
  const plannedMs = item.heldMs + 8000 * m;
  return {
    do: 'changeItem',
    by: manager(meeting, n),
    item: item.name,
    plannedMs: Math.round(plannedMs),
    limit: limit(n),
  };
});

const runItem = act('startItem', (meeting, n, m) => {
  const what = nth(['startItem', 'startItem', 'suspendItem', 'closeItem'] as const, n) ?? 'startItem';
  const fits = meeting.items.filter(({ status }) =>
    what === 'startItem' ? status === 'planned' || status === 'suspended' : status === 'current',
  );
  const item = nth(fits, m);
  return item && { do: what, by: manager(meeting, m), item: item.name };
});

const ask = act('callAsker', (meeting, n, m) => {
  const waiting = Object.keys(meeting.questions).filter((name) => meeting.questions[name] === 'waiting');
  const question = nth(waiting, m);
  return question === undefined ? null : { do: 'callAsker', by: manager(meeting, n), question };
});

const answer = act('startAnswer', (meeting, n) => ({ do: 'startAnswer', by: manager(meeting, n) }));

/** What people do; what is there more than once is done more often. */
export const personalSteps: readonly fc.Arbitrary<Step>[] = [
  give,
  give,
  speaks,
  speaks,
  speaks,
  ask,
  answer,
  takeMicrophone,
  owned('take', 'called', 'suspended'),
  owned('take', 'called', 'suspended'),
  owned('take', 'called', 'suspended'),
  owned('decline', 'called'),
  owned('end', 'speaking', 'paused', 'lost', 'suspended'),
  managed('end', 'called', 'speaking', 'paused', 'lost', 'suspended'),
  managed('end', 'speaking', 'paused', 'lost'),
  managed('pause', 'speaking'),
  managed('pause', 'speaking'),
  managed('resume', 'paused'),
  managed('resume', 'paused'),
  resized('extend'),
  resized('shorten'),
  interpose,
  interpose,
  handOver,
  handOver,
  undo,
  undo,
  odd,
  setPolicy,
  setBudget,
  setKeynoteBudget,
  setMode,
  changeItem,
  runItem,
];
