import { currentOf, type Item, type Meeting, type Questions, type Regret, type Turn } from './meeting.ts';
import { endTurn, mayBeCalled, touch, touchRound } from './turns.ts';

type Act = Regret extends infer One ? (One extends Regret ? Omit<One, 'left'> : never) : never;

/** An act that can be taken back for 10 s. [SE11] */
export function recordRegret(meeting: Meeting, act: Act): true {
  meeting.regrets.push({ ...act, left: 10_000 });
  return true;
}

/** The current item is closed, with its turns and its round; the record of it survives its own events. [AG3] [QU15] */
export function recordClose(meeting: Meeting, id: string, item: Item, started: string | null): true {
  const before: Questions = { ...meeting.questions };
  for (const turn of meeting.turns) endTurn(meeting, turn);
  item.status = 'closed';
  touch(meeting, item.name);
  if (item.type === 'qna') deferQuestions(meeting);
  const touches = [item.name, ...(started === null ? [] : [started])];
  return recordRegret(meeting, {
    id,
    what: 'close',
    item: item.name,
    started,
    mode: meeting.mode,
    questions: before,
    touches,
  });
}

// Completing a round defers what is unmarked, and so touches it. [QU12] [SE12]
function deferQuestions(meeting: Meeting): void {
  for (const name of Object.keys(meeting.questions)) {
    meeting.questions[name] = 'deferred';
    touch(meeting, name);
  }
  touch(meeting, 'the round');
}

/** Whether another item is current than the one that the turn was for. [SE12] */
const isPast = (meeting: Meeting, { kind }: Turn): boolean =>
  kind === 'keynote' && currentOf(meeting)?.type !== 'keynote';

function returnFloor(meeting: Meeting, { turn, wasWaiting }: Extract<Regret, { what: 'end' }>, id: string): boolean {
  if (isPast(meeting, turn) || !mayBeCalled(meeting, turn)) return false; // [SE12] [SE13]
  meeting.turns.push({
    ...turn,
    id,
    status: 'called',
    holder: null,
    answerIn: meeting.policy.callMs,
    isLost: false,
    stoppedBy: null,
  });
  touchRound(meeting, turn);
  if (turn.kind !== 'question' || turn.about === null) return true;
  // The question is put back into its round, which touches both. [SE12]
  touch(meeting, turn.about);
  touch(meeting, 'the round');
  if (wasWaiting) meeting.questions[turn.about] = 'waiting';
  return true;
}

function reopen(meeting: Meeting, { item, started, mode, questions }: Extract<Regret, { what: 'close' }>): boolean {
  const current = currentOf(meeting);
  const closed = meeting.items.find(({ name }) => name === item);
  if ((current?.name ?? null) !== started || closed === undefined) return false; // [SE12]
  if (meeting.turns.some(({ kind }) => kind !== 'presiding')) return false; // [SE12]
  if (current !== undefined) {
    for (const turn of meeting.turns) endTurn(meeting, turn);
    current.status = 'suspended';
    touch(meeting, current.name);
  }
  closed.status = 'current';
  if (started !== null) meeting.mode = mode;
  touch(meeting, closed.name);
  if (closed.type === 'qna') meeting.questions = { ...questions };
  return true;
}

/** Takes an act back by what makes up for it. Time that was used stays used. [SE11] [SE12] [SE13] */
export function takeBack(meeting: Meeting, of: string, id: string): boolean {
  const regret = meeting.regrets.find((one) => one.id === of);
  if (regret === undefined || regret.left < 0) return false;
  const called = meeting.turns.find((turn) => regret.what === 'call' && turn.id === regret.turn);
  const isDone =
    regret.what === 'end'
      ? returnFloor(meeting, regret, id)
      : regret.what === 'close'
        ? reopen(meeting, regret)
        : called !== undefined && endTurn(meeting, called);
  if (isDone) meeting.regrets = meeting.regrets.filter((one) => one !== regret);
  return isDone;
}
