import type { Turn as RealTurn } from '../../meeting/floor/schema.ts';
import {
  allowanceOf,
  currentOf,
  dueIn,
  isRunning,
  type Meeting,
  microphones,
  statusOf,
  type Turn,
} from '../clockModel/meeting.ts';
import type { RealMeeting } from './real.ts';

/** What is said of a turn by both sides; all lengths in milliseconds. */
type Account = Record<string, string | number | boolean | null>;

const told = (turn: Turn, meeting: Meeting): Account => ({
  seat: turn.seat,
  kind: turn.kind,
  status: statusOf(turn),
  holder: turn.holder,
  runs: isRunning(turn),
  used: turn.usedMs,
  limit: turn.limit,
  limitMs: turn.limitMs,
  grace: turn.graceMs,
  answerIn: turn.status === 'called' ? turn.answerIn : null,
  lostMs: turn.lostMs,
  allowance: turn.isLost ? allowanceOf(meeting, turn) : null,
});

function lived(turn: RealTurn, { now, parts }: RealMeeting): Account {
  const { status } = turn;
  return {
    seat: turn.seat,
    kind: turn.purpose.kind,
    status: status.kind,
    holder: status.kind === 'called' ? null : status.member,
    runs: parts.usedAt(turn, now + 1) > parts.usedAt(turn, now),
    used: parts.usedAt(turn, now),
    limit: turn.limit,
    limitMs: turn.limitMs,
    grace: turn.graceMs,
    answerIn: status.kind === 'called' ? status.answerBy - now : null,
    lostMs: turn.lostMs + (status.kind === 'lost' ? now - status.since : 0),
    allowance: status.kind === 'lost' ? status.until - now : null,
  };
}

const differing = (what: string, model: unknown, real: unknown): string[] =>
  model === real ? [] : [`${what}: the model says ${String(model)}, the rules say ${String(real)}`];

function turnsDiffer(meeting: Meeting, real: RealMeeting): string[] {
  const ids = new Set([...meeting.turns.map(({ id }) => id), ...real.state.floor.turns.map(({ id }) => id)]);
  return [...ids].flatMap((id) => {
    const turn = meeting.turns.find((one) => one.id === id);
    const held = real.state.floor.turns.find((one) => one.id === id);
    if (turn === undefined || held === undefined)
      return differing(`turn ${id}`, turn && statusOf(turn), held?.status.kind);
    const [model, rules] = [told(turn, meeting), lived(held, real)];
    return Object.keys(model).flatMap((key) => differing(`${key} of turn ${id}`, model[key], rules[key]));
  });
}

function microphonesDiffer(meeting: Meeting, grants: ReadonlyMap<string, string>): string[] {
  const model = microphones(meeting);
  return meeting.people.flatMap(({ name }) => differing(`microphone of ${name}`, model.get(name), grants.get(name)));
}

/** In what the model and the rules differ now, a sentence each. */
export function differences(meeting: Meeting, real: RealMeeting, grants: ReadonlyMap<string, string>): string[] {
  const { now, parts, state } = real;
  const { meeting: due } = parts.nextDeadlines(state);
  const item = state.agenda.items.find(({ id }) => id === state.agenda.current);
  const current = currentOf(meeting);
  return [
    ...turnsDiffer(meeting, real),
    ...microphonesDiffer(meeting, grants),
    ...Object.entries(meeting.delegations).flatMap(([name, { spokenMs }]) =>
      differing(`time of ${name}`, spokenMs, parts.spokenBy(state, name, now)),
    ),
    ...differing('meeting time', meeting.lived, now),
    ...differing('next deadline in', dueIn(meeting), due === null ? null : Math.max(0, due - now)),
    ...differing('current item', current?.name, item?.id),
    ...differing('time of the item', current?.heldMs, item && item.heldMs + (now - (item.since?.at ?? now))),
  ];
}
