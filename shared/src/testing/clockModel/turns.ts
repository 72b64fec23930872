import { currentOf, type Kind, type Limit, type Meeting, type Mode, seats, type Turn } from './meeting.ts';

const interruptions: readonly Kind[] = ['interposed', 'pointOfOrder'];

export const isInterruption = ({ kind }: Pick<Turn, 'kind'>): boolean => interruptions.includes(kind);

/** What is touched is taken back no more, but for the act that is under way. [SE12] */
export function touch(meeting: Meeting, name: string, underWay?: string): true {
  meeting.regrets = meeting.regrets.filter(({ id, touches }) => id === underWay || !touches.includes(name));
  return true;
}

const places: Readonly<Record<Mode, number>> = { presentation: 1, moderated: 1, directed: 3, open: 6 };

/** Who has a place of the mode: not who is suspended, presides or interrupts. [FL12] [FL15] [FL17] */
const placed = ({ turns }: Meeting): Turn[] =>
  turns.filter((turn) => turn.status !== 'suspended' && turn.kind !== 'presiding' && !isInterruption(turn));

/** Whether a place of that kind is free: the one of the chair, the one of interruptions, or one of the mode. */
export function hasPlace(meeting: Meeting, kind: Kind): boolean {
  const holders = meeting.turns.filter(({ status }) => status !== 'suspended');
  if (kind === 'presiding') return !holders.some((turn) => turn.kind === 'presiding'); // [FL15]
  if (isInterruption({ kind })) return !holders.some(isInterruption); // [FL17]
  return placed(meeting).length < places[meeting.mode]; // [FL1]
}

/** The turns that a mode has no place for, those called last. [FL9] */
export const surplus = (meeting: Meeting, mode: Mode): Turn[] => placed(meeting).slice(places[mode]);

/** The delegation whose time a turn takes, or null. [FL19] */
function delegationOf(seat: string, kind: Kind): string | null {
  const counts = kind === 'invited' || kind === 'open' || kind === 'question' || kind === 'interposed';
  return counts ? (seats.find((one) => one.seat === seat)?.delegation ?? null) : null;
}

/** Whether a hard limit of the item or of the delegation lets nobody be called. [FL18] [FL19] */
export function timeIsUp(meeting: Meeting, seat: string, kind: Kind): boolean {
  const item = currentOf(meeting);
  if (item?.limit === 'hard' && item.heldMs >= item.plannedMs) return true;
  const name = delegationOf(seat, kind);
  const delegation = name === null ? undefined : meeting.delegations[name];
  if (delegation === undefined || delegation.budgetMs === null) return false;
  return meeting.policy.limits.delegation === 'hard' && delegation.spokenMs >= delegation.budgetMs;
}

/** Whether the seat can be called: somebody is there, it has no turn, time and place are left. */
export const mayBeCalled = (meeting: Meeting, { seat, kind }: { seat: string; kind: Kind }): boolean =>
  meeting.people.some((person) => person.seat === seat && person.isLinked) && // [FL4]
  !meeting.turns.some((turn) => turn.seat === seat) && // [FL3]
  !timeIsUp(meeting, seat, kind) &&
  hasPlace(meeting, kind);

/** What the end of its time means for a turn of that kind. [FL16] */
function limitOf(kind: Kind, { policy }: Meeting): Limit {
  if (kind === 'presiding' || kind === 'pointOfOrder') return 'soft';
  if (kind === 'question' || kind === 'answer' || kind === 'keynote') return policy.limits[kind];
  return policy.limits.turn;
}

/** All who answer the round share its clock, so that one answer touches another. [QU13] [SE12] */
export const touchRound = (meeting: Meeting, { kind, about }: Pick<Turn, 'kind' | 'about'>): boolean =>
  kind === 'answer' && about !== null && touch(meeting, about);

/** What a turn is called with; an answer goes on with what is used. [QU13] */
export type Called = Pick<Turn, 'id' | 'seat' | 'kind' | 'about' | 'limitMs'> & { usedMs?: number };

/** A call: it asks, and the clock stands until the seat takes the floor. [FL2] */
export function beginTurn(meeting: Meeting, { id, seat, kind, about, limitMs, usedMs = 0 }: Called): Turn {
  const turn: Turn = {
    id,
    seat,
    kind,
    about,
    limitMs,
    status: 'called',
    holder: null,
    answerIn: meeting.policy.callMs,
    usedMs,
    limit: limitOf(kind, meeting),
    graceMs: meeting.policy.graceMs,
    delegation: delegationOf(seat, kind),
    isLost: false,
    lostMs: 0,
    stoppedBy: null,
  };
  meeting.turns.push(turn);
  touchRound(meeting, turn);
  return turn;
}

/** The end of a turn, upon which what it interrupted goes on; the list of turns is a new one afterwards. [FL17] */
export function endTurn(meeting: Meeting, turn: Turn): true {
  meeting.turns = meeting.turns.filter((other) => other !== turn);
  touch(meeting, turn.id);
  for (const other of meeting.turns) {
    if (other.stoppedBy !== turn.id) continue;
    other.stoppedBy = null;
    touch(meeting, other.id);
  }
  if (turn.kind === 'answer' && meeting.answeredMs !== turn.usedMs) {
    meeting.answeredMs = turn.usedMs; // [QU13]
    touchRound(meeting, turn);
  }
  // A floor that was returned and is not taken ends as it had ended before. [SE13]
  const spoke = turn.status !== 'called' || turn.usedMs > 0;
  if (turn.kind !== 'question' || turn.about === null || !spoke) return true;
  if (meeting.questions[turn.about] !== 'waiting') return true;
  meeting.questions[turn.about] = 'asked'; // [QU9]
  return touch(meeting, turn.about);
}
