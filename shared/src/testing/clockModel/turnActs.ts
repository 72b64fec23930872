import type { PersonalAct } from './acts.ts';
import { currentOf, type Meeting, managers, seats, statusOf, type Turn } from './meeting.ts';
import { recordRegret } from './regrets.ts';
import { beginTurn, type Called, endTurn, hasPlace, isInterruption, mayBeCalled, timeIsUp, touch } from './turns.ts';

export const call = (meeting: Meeting, id: string, call_: Omit<Called, 'id'>): boolean => {
  if (!mayBeCalled(meeting, call_)) return false;
  beginTurn(meeting, { id, ...call_ });
  recordRegret(meeting, { id, what: 'call', turn: id, touches: [id, ...(call_.about === null ? [] : [call_.about])] });
  return true;
};

/** A seat is called: the keynote's during its item, everybody else invited. */
export function give(meeting: Meeting, id: string, seat: string): boolean {
  const item = currentOf(meeting);
  const { keynoteMs, policy } = meeting;
  if (item?.type !== 'keynote' || item.speaker !== seat)
    return call(meeting, id, { seat, kind: 'invited', about: null, limitMs: policy.turnMs });
  return call(meeting, id, { seat, kind: 'keynote', about: null, limitMs: keynoteMs ?? item.plannedMs }); // [KE1]
}

/** Who runs the meeting presides; in open mode anybody takes a place. */
export function takeMicrophone(meeting: Meeting, by: string, id: string): boolean {
  const kind = managers.includes(by) ? 'presiding' : 'open';
  const seat = seats.find(({ people }) => people.includes(by))?.seat ?? '';
  if (meeting.turns.some((turn) => turn.seat === seat)) return false; // [FL3]
  if (kind === 'open' && (meeting.mode !== 'open' || timeIsUp(meeting, seat, kind))) return false; // [FL10] [FL18]
  if (!hasPlace(meeting, kind)) return false; // [FL1] [FL15]
  const turn = beginTurn(meeting, { id, seat, kind, about: null, limitMs: null });
  turn.status = 'taken';
  turn.holder = by;
  return true;
}

function take(meeting: Meeting, turn: Turn, by: string): boolean {
  if (turn.status === 'taken') return false; // [FL3]
  if (turn.status === 'suspended') {
    const { kind, seat } = turn;
    if (kind === 'open' && meeting.mode !== 'open') return false; // [FL10]
    if (kind !== 'presiding' && !isInterruption(turn) && timeIsUp(meeting, seat, kind)) return false; // [FL18] [FL19]
    if (!hasPlace(meeting, kind)) return false; // [FL13]
  }
  turn.status = 'taken';
  turn.holder = by;
  // Its clock stands until the interruption ends, also if its link was lost for too long meanwhile. [FL17]
  turn.stoppedBy = meeting.turns.find((other) => isInterruption(other) && other.about === turn.id)?.id ?? null;
  touch(meeting, turn.id);
  return true;
}

function interpose(
  meeting: Meeting,
  turn: Turn,
  act: { id: string; seat: string; kind: 'interposed' | 'pointOfOrder' },
): boolean {
  const status = statusOf(turn);
  if (isInterruption(turn) || (status !== 'speaking' && status !== 'paused')) return false; // [FL17]
  const { id, seat, kind } = act;
  if (!mayBeCalled(meeting, { seat, kind })) return false;
  beginTurn(meeting, { id, seat, kind, about: turn.id, limitMs: meeting.policy.questionMs });
  if (status === 'paused') return true;
  turn.stoppedBy = id;
  touch(meeting, turn.id);
  return true;
}

function handOver(meeting: Meeting, turn: Turn, to: string): boolean {
  const receiver = meeting.people.find(({ name }) => name === to);
  if (turn.status !== 'taken' || turn.holder === to) return false; // [FL20]
  if (receiver?.seat !== turn.seat || !receiver.isLinked) return false; // [FL20]
  turn.holder = to;
  turn.isLost = false;
  touch(meeting, turn.id);
  return true;
}

/** The limit of a turn moves. */
export function setLimit(meeting: Meeting, turn: Turn, limitMs: number): boolean {
  turn.limitMs = limitMs;
  touch(meeting, turn.id);
  return true;
}

/** What is done to one turn; whoever is not of its seat may only end it, and only by managing. */
export function onTurn(meeting: Meeting, act: Extract<PersonalAct, { turn: string }>): boolean {
  const turn = meeting.turns.find(({ id }) => id === act.turn);
  if (turn === undefined) return false; // [PE5]
  const isOwn = seats.some(({ seat, people }) => seat === turn.seat && people.includes(act.by));
  switch (act.do) {
    case 'take':
      return isOwn && take(meeting, turn, act.by); // [FL2] [FL3]
    case 'decline':
      return isOwn && turn.status === 'called' && endTurn(meeting, turn); // [FL14]
    case 'end':
      if (!isOwn && !managers.includes(act.by)) return false; // [FL6]
      return endByHand(meeting, turn, act.id);
    case 'pause':
      if (statusOf(turn) !== 'speaking') return false; // [FL7]
      turn.stoppedBy = 'manager';
      return touch(meeting, turn.id);
    case 'resume':
      if (statusOf(turn) !== 'paused') return false; // [FL7]
      turn.stoppedBy = null;
      return touch(meeting, turn.id);
    case 'extend':
      return turn.limitMs !== null && setLimit(meeting, turn, Math.min(turn.limitMs + act.byMs, 86_400_000)); // [FL8]
    case 'shorten':
      return (
        turn.limitMs !== null &&
        setLimit(meeting, turn, Math.min(turn.limitMs, Math.max(turn.limitMs - act.byMs, 1000)))
      ); // [FL8]
    case 'interpose':
      return interpose(meeting, turn, act);
    case 'handOver':
      return isOwn && handOver(meeting, turn, act.to); // [FL20]
  }
}

function endByHand(meeting: Meeting, turn: Turn, id: string): boolean {
  const wasWaiting = turn.kind === 'question' && meeting.questions[turn.about ?? ''] === 'waiting';
  const before = { ...turn };
  endTurn(meeting, turn);
  // A call is given again by hand, an interruption or an open microphone taken again. [SE11]
  const comesBack = before.status !== 'called' && !isInterruption(before) && before.kind !== 'presiding';
  if (comesBack && before.kind !== 'open')
    recordRegret(meeting, {
      id,
      what: 'end',
      turn: before,
      wasWaiting,
      touches: [before.id, ...(before.about === null ? [] : [before.about])],
    });
  return true;
}
