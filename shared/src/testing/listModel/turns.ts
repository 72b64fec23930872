import {
  type Entry,
  isThere,
  type List,
  lengths,
  type Meeting,
  most,
  responds,
  statusOf,
  type Turn,
  waits,
} from './meeting.ts';

const isAside = ({ kind }: Turn): boolean =>
  kind === 'directResponse' || kind === 'clarification' || kind === 'interposed' || kind === 'pointOfOrder';

/** Whether others respond to it. [SP12] [SP13] */
export const isIntervention = (turn: Turn): boolean => !isAside(turn);

export const entryWith = ({ lists }: Meeting, id: string | null): { list: List; item: string; entry: Entry } | null => {
  for (const [item, list] of Object.entries(lists)) {
    const entry = list.entries.find((one) => one.id === id);
    if (entry !== undefined) return { list, item, entry };
  }
  return null;
};

/** Those who hold or are called to the places of the floor, the interruption apart. [FL1] [FL12] [FL17] */
export const inPlaces = ({ turns }: Meeting): Turn[] =>
  turns.filter(({ status, interrupts }) => status !== 'suspended' && interrupts === null);

export const hasPlace = (meeting: Meeting): boolean =>
  inPlaces(meeting).length < (meeting.mode === 'moderated' ? 1 : most.directed);

/** Whether somebody interrupts now. [FL17] */
export const isInterrupted = ({ turns }: Meeting): boolean =>
  turns.some(({ status, interrupts }) => interrupts !== null && status !== 'suspended');

export const isInterruptible = (turn: Turn): boolean =>
  turn.interrupts === null && (statusOf(turn) === 'speaking' || statusOf(turn) === 'paused');

/** Whether the seat could have a turn, as far as it goes. [FL3] [FL4] */
export const isFree = (meeting: Meeting, seat: string): boolean =>
  isThere(meeting, seat) && meeting.turns.every((turn) => turn.seat !== seat);

/** What waits to respond has lapsed. [SP13] */
function lapse({ lists }: Meeting, which: (entry: Entry) => boolean): void {
  for (const { entries } of Object.values(lists))
    for (const entry of entries) if (responds(entry) && waits(entry) && which(entry)) entry.status = 'lapsed';
}

type Called = Pick<Turn, 'id' | 'seat' | 'kind' | 'limitMs'> &
  Partial<Pick<Turn, 'entry' | 'of' | 'interrupts' | 'usedMs'>>;

/** A call; with that of an intervention the responses to the last one are over. [FL2] [SP13] */
export function begin(meeting: Meeting, called: Called): true {
  const turn: Turn = {
    entry: null,
    of: null,
    interrupts: null,
    usedMs: 0,
    ...called,
    status: 'called',
    holder: null,
    answerIn: lengths.callMs,
    isLost: false,
    lostMs: 0,
    stoppedBy: null,
    takesQuestions: false,
  };
  if (isIntervention(turn)) lapse(meeting, () => true);
  meeting.turns.push(turn);
  const own = entryWith(meeting, turn.entry)?.entry;
  if (own !== undefined) own.status = 'called';
  const stopped = meeting.turns.find(({ id }) => id === turn.interrupts);
  if (stopped !== undefined && statusOf(stopped) === 'speaking') stopped.stoppedBy = turn.id; // [FL17]
  return true;
}

export function move(list: List, id: string, before: string | null): void {
  const entry = list.entries.find((one) => one.id === id);
  if (entry === undefined) return;
  const rest = list.entries.filter((one) => one !== entry);
  const at = rest.findIndex((one) => one.id === before);
  list.entries = at < 0 ? [...rest, entry] : [...rest.slice(0, at), entry, ...rest.slice(at)];
}

/** The entry goes behind the next one that waits, if there is one. [FL2] [SP18] */
export function goDown(list: List, id: string): boolean {
  const own = list.entries.findIndex((entry) => entry.id === id);
  const next = list.entries.findIndex((entry, index) => index > own && waits(entry));
  if (next < 0) return false;
  move(list, id, list.entries[next + 1]?.id ?? null);
  return true;
}

export type End = 'ended' | 'declined' | 'expired' | 'takenBack' | 'modeChanged' | 'itemClosed' | 'yielded';

function endEntry(meeting: Meeting, turn: Turn, reason: End): void {
  const found = entryWith(meeting, turn.entry);
  if (found === null) return;
  const { list, entry } = found;
  const isOver = reason === 'itemClosed' || meeting.turns.every(({ id }) => id !== entry.about);
  if (turn.status !== 'called')
    entry.status = 'done'; // [SP9]
  else if (entry.kind === 'interposed' && isOver)
    entry.status = 'lapsed'; // [SP13]
  else {
    entry.status = reason === 'expired' ? 'absent' : 'waiting';
    if (reason === 'expired' || reason === 'declined') goDown(list, entry.id); // [FL2] [FL14]
  }
}

/** The end of a turn, with what it means for its entry, its question and whom it interrupted. */
export function end(meeting: Meeting, turn: Turn, reason: End): true {
  meeting.turns = meeting.turns.filter((other) => other !== turn);
  endEntry(meeting, turn, reason);
  const question = meeting.questions.find(({ id }) => turn.kind === 'question' && id === turn.of);
  if (question?.status === 'inRound' && turn.status !== 'called') question.status = 'asked'; // [QU9]
  const round = meeting.rounds.find(({ id }) => turn.kind === 'answer' && id === turn.of);
  if (round !== undefined) round.usedMs = turn.usedMs; // [QU13]
  for (const other of meeting.turns) if (other.stoppedBy === turn.id) other.stoppedBy = null; // [FL17]
  lapse(meeting, ({ kind, about }) => kind === 'interposed' && about === turn.id); // [SP13]
  return true;
}

/** The end of several turns at one moment, those called last first. [FL9] */
export function endAll(meeting: Meeting, turns: readonly Turn[], reason: End): void {
  for (const turn of turns.toReversed()) end(meeting, turn, reason);
}

/** Somebody of the seat takes the floor, called or suspended. [FL2] [FL3] [FL13] */
export function take(meeting: Meeting, turn: Turn, by: string): boolean {
  if (turn.status === 'taken') return false;
  const hasRoom = turn.interrupts === null ? hasPlace(meeting) : !isInterrupted(meeting);
  if (turn.status === 'suspended' && !hasRoom) return false;
  turn.status = 'taken';
  turn.holder = by;
  turn.stoppedBy = meeting.turns.find(({ interrupts }) => interrupts === turn.id)?.id ?? null; // [FL17]
  const own = entryWith(meeting, turn.entry)?.entry;
  if (own !== undefined) own.status = 'speaking';
  if (isIntervention(turn) && meeting.current !== null)
    meeting.heard = { item: meeting.current, turn: turn.id, seat: turn.seat }; // [SP12]
  return true;
}

/** What is left of the time goes to the chair, to questions or to another seat. [FL23] */
export function yieldTurn(
  meeting: Meeting,
  turn: Turn,
  to: 'chair' | 'questions' | { seat: string },
  id: string,
): boolean {
  const left = turn.limitMs - turn.usedMs;
  const holds = statusOf(turn) === 'speaking' || statusOf(turn) === 'paused';
  if (!holds || left <= 0 || turn.interrupts !== null) return false;
  if (to === 'chair') return end(meeting, turn, 'yielded');
  if (to === 'questions') {
    const isNew = !turn.takesQuestions;
    turn.takesQuestions = true;
    return isNew;
  }
  if (!isFree(meeting, to.seat)) return false;
  end(meeting, turn, 'yielded');
  return begin(meeting, { id, seat: to.seat, kind: 'yielded', limitMs: left });
}
