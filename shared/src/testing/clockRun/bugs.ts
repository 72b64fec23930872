import type { Turn, TurnStatus } from '../../meeting/floor/schema.ts';
import { type Decision, happen, type LoggedEvent, type MeetingEvent } from '../../meeting/messages.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { startsAt } from '../sample.ts';
import { type Parts, parts } from './parts.ts';

/** The rules with a state that is bent after each event. */
const bent = (
  bend: (after: MeetingState, event: MeetingEvent, before: MeetingState) => MeetingState,
): Partial<Parts> => ({ evolve: (state, event) => bend(parts.evolve(state, event), event, state) });

/** The rules with a turn that is bent after each event that names it. */
const bentTurn = (change: (turn: Turn, event: MeetingEvent, before: Turn | undefined) => Turn): Partial<Parts> =>
  bent((after, event, before) => {
    if (!('turn' in event)) return after;
    const was = before.floor.turns.find(({ id }) => id === event.turn);
    const turns = after.floor.turns.map((turn) => (turn.id === event.turn ? change(turn, event, was) : turn));
    return { ...after, floor: { ...after.floor, turns } };
  });

type Asked = { type: string; of?: string };

/** The rules with events that are rewritten, or left out, before they happen. */
function rewritten(
  rewrite: (event: LoggedEvent, asked: Asked, all: readonly LoggedEvent[], state: MeetingState) => LoggedEvent[],
): Partial<Parts> {
  const through = (state: MeetingState, asked: Asked, decision: Decision): Decision =>
    'refusal' in decision
      ? decision
      : happen(...decision.events.flatMap((event) => rewrite(event, asked, decision.events, state)));
  return {
    decide: (state, command, context) => through(state, command, parts.decide(state, command, context)),
    decideBySystem: (state, command, context) => through(state, command, parts.decideBySystem(state, command, context)),
  };
}

/** A moment that a broken state keeps beside a turn. */
const noted = (status: TurnStatus): number | undefined =>
  'at' in status && typeof status.at === 'number' ? status.at : undefined;

const runsWhilePaused = bentTurn((turn, event, before) => {
  const { status } = turn;
  if (event.type === 'floor.paused' && before?.status.kind === 'speaking') {
    const at = before.status.since + event.usedMs - before.usedMs;
    return { ...turn, status: Object.assign({ ...status }, { at }) };
  }
  const at = before === undefined ? undefined : noted(before.status);
  if (event.type !== 'floor.resumed' || status.kind !== 'speaking' || at === undefined) return turn;
  return { ...turn, status: { ...status, since: at } };
});

const wallTime = ({ wall }: { wall: number }): number => Math.max(0, wall - startsAt);

const wallLeaksIn: Partial<Parts> = {
  decide: (state, command, context) => parts.decide(state, command, { ...context, now: wallTime(context) }),
  decideBySystem: (state, command, context) =>
    parts.decideBySystem(state, command, { ...context, now: wallTime(context) }),
};

const downtimeCounts: Partial<Parts> = {
  decideBySystem: (state, command, context) => {
    const now = command.type === 'session.takeOver' ? wallTime(context) : context.now;
    return parts.decideBySystem(state, command, { ...context, now });
  },
};

const undoOpensMicrophone = rewritten((event, { type }, _, state) => {
  if (type !== 'session.undo' || event.type !== 'floor.called') return [event];
  const member = state.roster.seats.find(({ id }) => id === event.seat)?.members[0] ?? event.seat;
  return [event, { type: 'floor.taken', turn: event.turn, member, since: event.answerBy - 20_000 }];
});

const undoKeepsId = rewritten((event, { type, of }, _, state) => {
  const undone = state.session.acts.find(({ id }) => id === of)?.undo;
  const isBack = type === 'session.undo' && event.type === 'floor.called' && undone?.kind === 'turnEnd';
  return [isBack ? { ...event, turn: undone.turn.id } : event];
});

const undoReturnsTime = rewritten((event, { type }) => [
  type === 'session.undo' && event.type === 'floor.called' ? { ...event, usedMs: 0 } : event,
]);

const allowanceTwice = rewritten((event) => [event.type === 'floor.linkRestored' ? { ...event, lostMs: 0 } : event]);

const extendIgnored = bentTurn((turn, event, before) => {
  const isHanded = event.type === 'floor.handedOver' || (before !== undefined && 'handed' in before);
  const kept = event.type === 'floor.extended' && isHanded ? { limitMs: before?.limitMs ?? null } : {};
  return isHanded ? Object.assign({ ...turn, ...kept }, { handed: true }) : turn;
});

const graceSkipped = bentTurn((turn) => ({ ...turn, graceMs: 0 }));

const countedTwice = bent((after, event) => {
  if (event.type !== 'floor.called' || event.usedMs === 0) return after;
  const delegations = after.floor.delegations.map((time) =>
    time.delegation === event.delegation ? { ...time, usedMs: time.usedMs + event.usedMs } : time,
  );
  return { ...after, floor: { ...after.floor, delegations } };
});

const interruptedForGood = rewritten((event, _, all) =>
  event.type === 'floor.resumed' && all.some(({ type }) => type === 'floor.turnEnded') ? [] : [event],
);

const interruptedRuns = rewritten((event) => (event.type === 'floor.paused' && event.by !== null ? [] : [event]));

const freshClock = rewritten((event) => [event.type === 'floor.handedOver' ? { ...event, usedMs: 0 } : event]);

const takeoverForgets = rewritten((event, { type }) =>
  type === 'session.takeOver' && event.type === 'floor.linkLost' ? [] : [event],
);

const policyReachesBack = bent((after, event) => {
  if (event.type !== 'session.policyChanged') return after;
  const turns = after.floor.turns.map((turn) => ({ ...turn, limit: event.policy.limits.turn }));
  return { ...after, floor: { ...after.floor, turns } };
});

const suspendedSpeaks: Partial<Parts> = {
  mediaGrant: (state, member) => {
    const turns = state.floor.turns.map((turn) =>
      turn.status.kind === 'suspended'
        ? { ...turn, status: { kind: 'paused' as const, member: turn.status.member, by: null } }
        : turn,
    );
    return parts.mediaGrant({ ...state, floor: { ...state.floor, turns } }, member);
  },
};

const itemForgotten: Partial<Parts> = {
  nextDeadlines: (state) => {
    const items = state.agenda.items.map((item) => ({ ...item, limit: 'soft' as const }));
    return parts.nextDeadlines({ ...state, agenda: { ...state.agenda, items } });
  },
};

/** The bugs that are planted to be found: the parts that are broken, and what has to be said of them. */
export const bugs: Readonly<Record<string, { broken: Partial<Parts>; found: RegExp }>> = {
  'the clock runs while paused': { broken: runsWhilePaused, found: /used of turn/ },
  'wall time leaks in': { broken: wallLeaksIn, found: /answerIn|used|lostMs|deadline|accepts|refuses|time of/ },
  'the time in which nothing ran counts': { broken: downtimeCounts, found: /used of turn|lostMs|allowance|deadline/ },
  'undo opens a microphone': { broken: undoOpensMicrophone, found: /open a microphone without an act of their own/ },
  'undo brings a turn back under its old id': { broken: undoKeepsId, found: /is back under its old id/ },
  'undo returns time': { broken: undoReturnsTime, found: /used of turn/ },
  'a link that is back has its allowance anew': { broken: allowanceTwice, found: /lostMs of turn/ },
  'more time is ignored after a hand-over': { broken: extendIgnored, found: /limitMs of turn/ },
  'a hand-over gives a fresh clock': { broken: freshClock, found: /was given time back/ },
  'the grace is skipped': { broken: graceSkipped, found: /grace of turn/ },
  'a returned turn is counted twice for its delegation': { broken: countedTwice, found: /time of (Host|North|South)/ },
  'the end of an interruption resumes nothing': {
    broken: interruptedForGood,
    found: /says speaking, the rules say paused/,
  },
  'an interruption stops no clock': { broken: interruptedRuns, found: /says paused, the rules say speaking/ },
  'a takeover forgets who spoke': { broken: takeoverForgets, found: /says lost, the rules say/ },
  'a new policy reaches turns that were called': { broken: policyReachesBack, found: /limit of turn/ },
  'a suspended turn keeps its microphone': { broken: suspendedSpeaks, found: /microphone of/ },
  'the hard limit of an item has no deadline': { broken: itemForgotten, found: /next deadline/ },
};
