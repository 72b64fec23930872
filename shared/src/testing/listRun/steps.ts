import type { Draft } from '../listModel/acts.ts';
import {
  type Entry,
  type EntryStatus,
  type Meeting,
  managers,
  seats,
  statusOf,
  type Turn,
  waits,
} from '../listModel/meeting.ts';
import { awaits } from '../listModel/questions.ts';
import type { Run } from './run.ts';

// A step picks from what is there when its turn comes, and not by id, so that a sequence stays one when it is shortened.

/** What happens at a step, by three numbers that pick from what is there; nothing where there is no occasion. */
export type Step = (run: Run, n: number, m: number, k: number) => void;

const nth = <Value>(list: readonly Value[], n: number): Value | undefined => list[n % list.length];

const linkedOf = ({ people }: Meeting, seat: string): string[] =>
  people.filter((person) => person.seat === seat && person.isLinked).map(({ name }) => name);

const linked = ({ people }: Meeting): string[] => people.filter(({ isLinked }) => isLinked).map(({ name }) => name);

/** One of the two who run the meeting, whichever is there; the chair also where nobody is. */
const manager = (meeting: Meeting, n: number): string =>
  nth(
    linked(meeting).filter((name) => managers.includes(name)),
    n,
  ) ?? 'chair';

/** A step by which a person gives a command, if there is an occasion for it. */
const act =
  (choose: (meeting: Meeting, n: number, m: number, k: number) => Draft | null): Step =>
  (run, n, m, k) => {
    const draft = choose(run.model, n, m, k);
    if (draft !== null) run.ask(draft);
  };

// The current item, seldom the other.
const itemOf = ({ current }: Meeting, n: number): string =>
  n === 0 || current === null ? (current === 'talk' ? 'questions' : 'talk') : current;

const entriesThat = ({ lists }: Meeting, fits: (entry: Entry) => boolean): Entry[] =>
  Object.values(lists).flatMap(({ entries }) => entries.filter(fits));

const hereThat = (meeting: Meeting, fits: (entry: Entry) => boolean): Entry[] =>
  (meeting.lists[meeting.current ?? '']?.entries ?? []).filter(fits);

const anyone = (meeting: Meeting, n: number): string => nth(linked(meeting), n) ?? 'a1';

const spokenTurns = ({ turns }: Meeting): Turn[] => turns.filter(({ status }) => status === 'taken');

const request = act((meeting, n, m) => ({ do: 'request', by: anyone(meeting, n), item: itemOf(meeting, m) }));

const reply = act((meeting, n, m) => ({ do: 'requestReply', by: anyone(meeting, n), item: itemOf(meeting, m) }));

const respond = act((meeting, n, m, k) => {
  const turn = nth(spokenTurns(meeting), n)?.id ?? meeting.heard?.turn;
  const kind = nth(['directResponse', 'directResponse', 'clarification', 'interposed', 'interposed'] as const, k);
  if (turn === undefined || kind === undefined) return null;
  return { do: 'respond', by: anyone(meeting, m), turn, kind };
});

const raiseOrder = act((meeting, n, m, k) => {
  const category = nth(['hearing', 'rule', 'procedure', 'motion'] as const, k) ?? 'motion';
  return { do: 'raiseOrder', by: anyone(meeting, n), item: itemOf(meeting, m), category };
});

const call = act((meeting, n, m) => {
  const entry = nth(hereThat(meeting, waits), n < 6 ? 0 : n);
  return entry === undefined ? null : { do: 'call', by: manager(meeting, m), entry: entry.id };
});

// Called and taken at once: most of what is to be tried begins with somebody who speaks.
const speaks: Step = (run, n, m) => {
  const entry = nth(hereThat(run.model, waits), n < 6 ? 0 : n);
  if (entry === undefined) return;
  const turn = run.ask({ do: 'call', by: manager(run.model, m), entry: entry.id });
  const by = nth(linkedOf(run.model, entry.seat), m);
  if (by !== undefined && run.model.turns.some(({ id }) => id === turn)) run.ask({ do: 'take', by, turn });
};

// Both who run the meeting call the same entry at the same moment.
const bothCall: Step = (run, n) => {
  const entry = nth(hereThat(run.model, waits), n);
  if (entry === undefined) return;
  for (const by of managers) run.ask({ do: 'call', by, entry: entry.id });
};

const own = (what: 'withdraw' | 'defer' | 'pass' | 'comeBack', ...statuses: EntryStatus[]): Step =>
  act((meeting, n, m) => {
    const fitting = entriesThat(
      meeting,
      ({ status, kind }) => statuses.includes(status) && (what !== 'pass' || kind === 'tour'),
    );
    const entry = nth(fitting, n);
    if (entry === undefined) return null;
    const by = m % 3 === 0 ? manager(meeting, m) : (nth(linkedOf(meeting, entry.seat), m) ?? anyone(meeting, m));
    return { do: what, by, entry: entry.id };
  });

const interposed = (what: 'accept' | 'declineQuestion'): Step =>
  act((meeting, n, m) => {
    const entry = nth(
      entriesThat(meeting, (one) => one.kind === 'interposed' && waits(one)),
      n,
    );
    const turn = meeting.turns.find(({ id }) => id === entry?.about);
    if (entry === undefined) return null;
    return { do: what, by: turn?.holder ?? anyone(meeting, m), entry: entry.id };
  });

const moveEntry = act((meeting, n, m, k) => {
  const entry = nth(hereThat(meeting, waits), n);
  if (entry === undefined) return null;
  const before = k === 0 ? null : (nth(hereThat(meeting, k < 9 ? waits : () => true), m)?.id ?? null);
  return { do: 'moveEntry', by: manager(meeting, m), entry: entry.id, before };
});

const add = act((meeting, n, m, k) => {
  const seat = nth(seats, n)?.seat ?? 'A';
  const before = k < 6 ? null : (nth(hereThat(meeting, waits), m)?.id ?? null);
  return { do: 'add', by: manager(meeting, m), item: itemOf(meeting, m), seat, before };
});

const addAgain = act((meeting, n, m) => {
  const entry = nth(
    hereThat(meeting, (one) => !waits(one)),
    n,
  );
  return entry === undefined ? null : { do: 'addAgain', by: manager(meeting, m), entry: entry.id };
});

const setList = act((meeting, n, m) => ({
  do: n % 2 === 0 ? 'openList' : 'closeList',
  by: manager(meeting, m),
  item: itemOf(meeting, m),
}));

const startTour = act((meeting, n, m, k) => ({
  do: 'startTour',
  by: manager(meeting, m),
  item: itemOf(meeting, m),
  seats: [n, m, k].map((at) => nth(seats, at)?.seat ?? 'A'),
}));

const endTour = act((meeting, n, m) => ({ do: 'endTour', by: manager(meeting, m), item: itemOf(meeting, n) }));

const onTurn = (what: 'take' | 'declineTurn' | 'end', ...statuses: ReturnType<typeof statusOf>[]): Step =>
  act((meeting, n, m) => {
    const turn = nth(
      meeting.turns.filter((one) => statuses.includes(statusOf(one))),
      n,
    );
    if (turn === undefined) return null;
    const by =
      what === 'end' && m % 2 === 0
        ? manager(meeting, m)
        : (nth(linkedOf(meeting, turn.seat), m) ?? anyone(meeting, m));
    return { do: what, by, turn: turn.id };
  });

const yields = act((meeting, n, m, k) => {
  const turn = nth(
    meeting.turns.filter(({ status }) => status === 'taken'),
    n,
  );
  const to = nth(['chair', 'questions', 'questions', { seat: nth(seats, m)?.seat ?? 'A' }] as const, k);
  return turn === undefined || to === undefined ? null : { do: 'yield', by: turn.holder ?? 'a1', turn: turn.id, to };
});

const setMode = act((meeting, n, m, k) => ({
  do: 'setMode',
  by: manager(meeting, m),
  mode: n % 3 === 0 ? 'moderated' : 'directed',
  keep: k < 8 ? null : (nth(meeting.turns, m)?.id ?? null),
}));

const runItem = act((meeting, n, m) =>
  meeting.current === null
    ? { do: 'startItem', by: manager(meeting, m), item: n % 2 === 0 ? 'talk' : 'questions' }
    : { do: 'suspendItem', by: manager(meeting, m), item: meeting.current },
);

const submit = act((meeting, n, m) => ({ do: 'submit', by: anyone(meeting, n), isAnonymous: m % 4 === 0 }));

type OnQuestion = 'acceptQuestion' | 'dismiss' | 'restore' | 'putBack' | 'callAsker' | 'readOut' | 'withdrawQuestion';

const onQuestion = (what: OnQuestion, ...statuses: Meeting['questions'][number]['status'][]): Step =>
  act((meeting, n, m) => {
    const question = nth(
      meeting.questions.filter(({ status }) => statuses.includes(status)),
      n,
    );
    if (question === undefined) return null;
    const isOwn = what === 'withdrawQuestion' || (what === 'restore' && question.status === 'withdrawn');
    const by = isOwn ? (nth(linkedOf(meeting, question.seat), m) ?? 'chair') : manager(meeting, m);
    return { do: what, by, question: question.id };
  });

const aboutTwo = act((meeting, n, m, k) => {
  const [question, other] = [nth(meeting.questions, n), nth(meeting.questions, m)];
  if (question === undefined || other === undefined) return null;
  const by = manager(meeting, k);
  return k % 2 === 0
    ? { do: 'merge', by, question: question.id, into: other.id }
    : { do: 'moveQuestion', by, question: question.id, before: k > 8 ? null : other.id };
});

const takeIn = act((meeting, n, m) => {
  const question = nth(meeting.questions.filter(awaits), n);
  const round = meeting.rounds.at(-1);
  return question && round ? { do: 'takeIn', by: manager(meeting, m), question: question.id, round: round.id } : null;
});

const carry = act((meeting, n, m, k) => {
  const question = nth(
    meeting.questions.filter(({ status }) => ['accepted', 'deferred', 'partlyAnswered'].includes(status)),
    n,
  );
  const to = nth(['nextRound', 'writtenReply', 'nextMeeting'] as const, k) ?? 'nextRound';
  return question === undefined ? null : { do: 'carry', by: manager(meeting, m), question: question.id, to };
});

const mark = act((meeting, n, m, k) => {
  const taken = meeting.rounds.filter(({ status }) => status === 'answering').flatMap(({ questions }) => questions);
  const question = nth(taken, n);
  const as = nth(['answered', 'partlyAnswered', 'deferred'] as const, k) ?? 'answered';
  if (question === undefined) return null;
  return { do: 'mark', by: m % 3 === 0 ? 'guest' : manager(meeting, m), question, as };
});

const onRound = (
  what: 'closeRound' | 'startAnswer' | 'completeRound',
  ...from: Meeting['rounds'][number]['status'][]
): Step =>
  act((meeting, n, m) => {
    const round = nth(
      meeting.rounds.filter(({ status }) => from.includes(status)),
      n,
    );
    return round === undefined ? null : { do: what, by: manager(meeting, m), round: round.id };
  });

const openRound = act((meeting, _, m) => ({ do: 'openRound', by: manager(meeting, m) }));

// A round that is answered and leaves a question over, while a new one is accepted: chance alone comes there too seldom.
const leavesOver: Step = (run, n, m) => {
  const by = manager(run.model, m);
  const accepted = (): void => {
    const question = run.ask({ do: 'submit', by: anyone(run.model, n), isAnonymous: false });
    run.ask({ do: 'acceptQuestion', by, question });
  };
  accepted();
  const round = run.ask({ do: 'openRound', by });
  for (const what of ['closeRound', 'startAnswer', 'completeRound'] as const) run.ask({ do: what, by, round });
  accepted();
};

const setSize = act((meeting, n, m) => {
  const round = meeting.rounds.at(-1);
  return round === undefined ? null : { do: 'setSize', by: manager(meeting, m), round: round.id, size: 1 + (n % 4) };
});

const loseLink: Step = (run, n, m) => {
  const holder = nth(spokenTurns(run.model), n)?.holder;
  const member = m < 7 ? holder : nth(linked(run.model), n);
  if (typeof member === 'string') run.do({ do: 'loseLink', member });
};

const unlinked = ({ people }: Meeting): string[] => people.filter(({ isLinked }) => !isLinked).map(({ name }) => name);

const restoreLink: Step = (run, n, m) => {
  const gone = unlinked(run.model);
  for (const member of m < 4 ? gone : [nth(gone, n)]) if (member !== undefined) run.do({ do: 'restoreLink', member });
};

const restart: Step = (run, n, m) => {
  run.restart(45 * n);
  if (m > 8) return;
  for (const member of unlinked(run.model)) run.do({ do: 'restoreLink', member });
};

const passing: Step = (run, n, m) => run.pass(nth([0, 1000, 5000, 14_999, 15_000, 20_000], n) ?? 1000 * m);

const often = (step: Step, times: number): Step[] => Array.from({ length: times }, () => step);

/** What can happen in a sequence; what leads on happens more often. */
export const steps: readonly Step[] = [
  ...often(request, 5),
  reply,
  ...often(respond, 6),
  ...often(raiseOrder, 2),
  ...often(call, 2),
  ...often(speaks, 8),
  bothCall,
  own('withdraw', 'waiting', 'deferred', 'absent', 'called', 'done'),
  ...often(own('defer', 'waiting', 'deferred', 'absent'), 2),
  ...often(own('pass', 'waiting', 'called', 'speaking'), 2),
  ...often(own('comeBack', 'passed', 'waiting'), 2),
  ...often(interposed('accept'), 3),
  interposed('declineQuestion'),
  ...often(moveEntry, 2),
  ...often(add, 2),
  addAgain,
  setList,
  ...often(startTour, 2),
  endTour,
  ...often(onTurn('take', 'called', 'suspended', 'speaking'), 5),
  onTurn('declineTurn', 'called', 'speaking'),
  ...often(onTurn('end', 'called', 'speaking', 'paused', 'lost', 'suspended'), 5),
  ...often(yields, 2),
  ...often(setMode, 2),
  runItem,
  ...often(submit, 4),
  ...often(onQuestion('acceptQuestion', 'submitted', 'accepted'), 4),
  onQuestion('dismiss', 'submitted', 'accepted', 'deferred', 'inRound', 'asked'),
  onQuestion('restore', 'dismissed', 'merged', 'withdrawn', 'accepted'),
  onQuestion('withdrawQuestion', 'submitted', 'accepted', 'deferred', 'inRound'),
  onQuestion('putBack', 'inRound', 'accepted'),
  ...often(onQuestion('callAsker', 'inRound', 'asked'), 2),
  onQuestion('readOut', 'inRound', 'asked'),
  ...often(aboutTwo, 3),
  ...often(takeIn, 2),
  ...often(carry, 2),
  ...often(mark, 3),
  ...often(openRound, 2),
  setSize,
  leavesOver,
  ...often(onRound('closeRound', 'collecting'), 2),
  ...often(onRound('startAnswer', 'closed', 'answering'), 2),
  onRound('completeRound', 'answering', 'closed'),
  ...often(loseLink, 3),
  ...often(restoreLink, 4),
  restart,
  ...often(passing, 6),
];
