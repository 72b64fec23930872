import { type Leftover, lengths, type Meeting, managers, most, type Question, type Round, seatOf } from './meeting.ts';
import { begin, end, hasPlace, isFree } from './turns.ts';

type Mark = 'answered' | 'partlyAnswered' | 'deferred';

export type QuestionAct =
  | { do: 'submit'; isAnonymous: boolean }
  | {
      do: 'withdrawQuestion' | 'acceptQuestion' | 'dismiss' | 'restore' | 'putBack' | 'callAsker' | 'readOut';
      question: string;
    }
  | { do: 'merge'; question: string; into: string }
  | { do: 'moveQuestion'; question: string; before: string | null }
  | { do: 'takeIn'; question: string; round: string }
  | { do: 'carry'; question: string; to: Leftover }
  | { do: 'mark'; question: string; as: Mark }
  | { do: 'openRound' }
  | { do: 'setSize'; round: string; size: number }
  | { do: 'closeRound' | 'startAnswer' | 'completeRound'; round: string };

/** The newest round that took the question. */
export const roundOf = ({ rounds }: Meeting, id: string): Round | undefined =>
  rounds.findLast(({ questions }) => questions.includes(id));

/** Whether it waits for a round. [QU14] [QU23] */
export function awaits({ status, left }: Question): boolean {
  if (left === 'writtenReply' || left === 'nextMeeting') return false;
  return status === 'accepted' || status === 'deferred' || (status === 'partlyAnswered' && left === 'nextRound');
}

const isCollected = (meeting: Meeting, { id, status }: Question): boolean =>
  status === 'inRound' && roundOf(meeting, id)?.status === 'collecting';

const isUnasked = (meeting: Meeting, question: Question): boolean =>
  ['submitted', 'accepted', 'deferred'].includes(question.status) || isCollected(meeting, question);

function leaveRound({ rounds }: Meeting, id: string): void {
  for (const round of rounds)
    if (round.status === 'collecting') round.questions = round.questions.filter((other) => other !== id);
}

function enterRound(question: Question, round: Round): true {
  question.status = 'inRound';
  question.left = null;
  round.questions.push(question.id);
  return true;
}

function takeOut(meeting: Meeting, question: Question, status: Question['status']): boolean {
  if (!isUnasked(meeting, question)) return false; // [QU4] [QU19] [QU20]
  question.status = status;
  leaveRound(meeting, question.id);
  return true;
}

/** What an earlier round left over is left over again. [QU16] */
const statusBefore = ({ rounds }: Meeting, { id }: Question): Question['status'] =>
  rounds.some(({ status, questions }) => status !== 'collecting' && questions.includes(id)) ? 'deferred' : 'accepted';

const hasMost = ({ questions }: Meeting, seat: string): boolean =>
  questions.filter((question) => question.seat === seat && question.status === 'submitted').length >= 10; // [QU1]

function reorder<Value>(all: Value[], moved: Value, before: Value | undefined): Value[] {
  const rest = all.filter((value) => value !== moved);
  const at = before === undefined ? rest.length : rest.indexOf(before);
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

function moveQuestion(meeting: Meeting, question: Question, before: string | null): boolean {
  const next = meeting.questions.find(({ id }) => id === before);
  if ((before !== null && next === undefined) || next === question) return false;
  if (question.status === 'inRound') {
    const round = roundOf(meeting, question.id);
    if (round?.status !== 'collecting' && round?.status !== 'closed') return false; // [QU22]
    if (before !== null && !round.questions.includes(before)) return false; // [QU22]
    round.questions = reorder(round.questions, question.id, before ?? undefined);
    return true;
  }
  if (!awaits(question) || (next !== undefined && !awaits(next))) return false; // [QU22]
  meeting.questions = reorder(meeting.questions, question, next);
  return true;
}

function restore(meeting: Meeting, question: Question, by: string): boolean {
  const isRight =
    question.status === 'withdrawn'
      ? question.seat === seatOf(by) && !hasMost(meeting, question.seat) // [QU1] [QU19]
      : managers.includes(by) && (question.status === 'dismissed' || question.status === 'merged'); // [QU5]
  if (!isRight) return false;
  question.status = 'submitted';
  question.left = null;
  question.mergedInto = null;
  return true;
}

function merge(meeting: Meeting, question: Question, into: string): boolean {
  const target = meeting.questions.find(({ id }) => id === into);
  if (target === undefined || target === question) return false; // [QU20]
  if (['dismissed', 'merged', 'withdrawn'].includes(target.status)) return false; // [QU20]
  if (!takeOut(meeting, question, 'merged')) return false;
  question.mergedInto = into;
  return true;
}

function onQuestion(
  meeting: Meeting,
  id: string,
  by: string,
  act: Extract<QuestionAct, { question: string }>,
): boolean {
  const question = meeting.questions.find((one) => one.id === act.question);
  if (question === undefined) return false; // [PE5]
  const round = roundOf(meeting, question.id);
  const isToBeAsked = question.status === 'inRound' && round !== undefined && round.status !== 'collecting';
  switch (act.do) {
    case 'withdrawQuestion':
      return question.seat === seatOf(by) && takeOut(meeting, question, 'withdrawn'); // [QU19]
    case 'acceptQuestion': {
      if (question.status !== 'submitted') return false; // [QU3]
      const open = meeting.rounds.find(({ status }) => status === 'collecting');
      if (open !== undefined && open.questions.length < open.size) return enterRound(question, open);
      question.status = 'accepted';
      return true;
    }
    case 'dismiss':
      return takeOut(meeting, question, 'dismissed');
    case 'restore':
      return restore(meeting, question, by);
    case 'merge':
      return merge(meeting, question, act.into);
    case 'moveQuestion':
      return moveQuestion(meeting, question, act.before);
    case 'takeIn': {
      const wanted = meeting.rounds.find((one) => one.id === act.round);
      if (!awaits(question) || wanted?.status !== 'collecting' || wanted.questions.length >= wanted.size) return false; // [QU16]
      return enterRound(question, wanted);
    }
    case 'putBack':
      return isCollected(meeting, question) && takeOut(meeting, question, statusBefore(meeting, question)); // [QU16]
    case 'carry':
      if (!['accepted', 'deferred', 'partlyAnswered'].includes(question.status)) return false; // [QU23]
      question.left = act.to;
      return true;
    case 'callAsker':
      if (!isToBeAsked || question.isAnonymous) return false; // [QU8] [QU21]
      if (!isFree(meeting, question.seat) || !hasPlace(meeting)) return false;
      return begin(meeting, {
        id,
        seat: question.seat,
        kind: 'question',
        of: question.id,
        limitMs: lengths.questionMs,
      });
    case 'readOut':
      if (!isToBeAsked) return false; // [QU21]
      question.status = 'asked';
      return true;
    case 'mark': {
      const answers = meeting.turns.some(
        ({ kind, of, seat }) => kind === 'answer' && of === round?.id && seat === seatOf(by),
      );
      if (!answers && !managers.includes(by)) return false; // [QU11]
      if (round?.status !== 'answering') return false; // [QU11]
      if (['dismissed', 'submitted', 'accepted', 'merged', 'withdrawn'].includes(question.status)) return false; // [QU11]
      question.status = act.as;
      return true;
    }
  }
}

function openRound(meeting: Meeting, id: string): boolean {
  if (meeting.rounds.some(({ status }) => status === 'collecting')) return false; // [QU6]
  const round: Round = { id, status: 'collecting', size: most.inRound, questions: [], usedMs: 0 };
  const waiting = meeting.questions.filter(awaits);
  const leftOver = waiting.filter(({ status }) => status !== 'accepted');
  const fresh = waiting.filter(({ status }) => status === 'accepted');
  meeting.rounds.push(round);
  for (const question of [...leftOver, ...fresh].slice(0, round.size)) enterRound(question, round); // [QU14]
  return true;
}

/** One clock for the whole answer, and a minute at least. [QU13] */
function startAnswer(meeting: Meeting, id: string, round: Round): boolean {
  if (round.status !== 'closed' && round.status !== 'answering') return false; // [QU10]
  if (!isFree(meeting, 'Guest') || !hasPlace(meeting)) return false;
  round.status = 'answering';
  const { usedMs } = round;
  const limitMs = Math.max(lengths.answerMs, usedMs === 0 ? 0 : Math.ceil(usedMs) + 60_000);
  return begin(meeting, { id, seat: 'Guest', kind: 'answer', of: round.id, limitMs, usedMs });
}

function completeRound(meeting: Meeting, round: Round): boolean {
  if (round.status !== 'answering') return false; // [QU12]
  const own = meeting.turns.filter(
    ({ kind, of }) =>
      (kind === 'answer' && of === round.id) || (kind === 'question' && round.questions.includes(of ?? '')),
  );
  const left = meeting.questions.filter(
    ({ id, status }) => (status === 'inRound' || status === 'asked') && roundOf(meeting, id) === round,
  );
  for (const turn of own.toReversed()) end(meeting, turn, turn.status === 'called' ? 'takenBack' : 'ended');
  for (const question of left) question.status = 'deferred'; // [QU12]
  round.status = 'completed';
  return true;
}

/** What is done to questions and rounds, by a name that may do it. */
export function onQuestions(meeting: Meeting, id: string, by: string, act: QuestionAct): boolean {
  if (act.do === 'submit') {
    const seat = seatOf(by);
    if (hasMost(meeting, seat)) return false;
    meeting.questions.push({
      id,
      seat,
      isAnonymous: act.isAnonymous,
      status: 'submitted',
      left: null,
      mergedInto: null,
    });
    return true;
  }
  if (act.do === 'openRound') return openRound(meeting, id);
  if ('question' in act) return onQuestion(meeting, id, by, act);
  const round = meeting.rounds.find((one) => one.id === act.round);
  if (round === undefined) return false; // [PE5]
  switch (act.do) {
    case 'setSize':
      if (round.status !== 'collecting' || act.size < round.questions.length) return false; // [QU16]
      round.size = act.size;
      return true;
    case 'closeRound':
      if (round.status !== 'collecting' || round.questions.length === 0) return false; // [QU7]
      round.status = 'closed';
      return true;
    case 'startAnswer':
      return startAnswer(meeting, id, round);
    case 'completeRound':
      return completeRound(meeting, round);
  }
}

/** Who may do it: askers ask and take back, whoever answers marks, the rest is for those who run the meeting. */
export const isForManagers = ({ do: what }: QuestionAct): boolean =>
  !['submit', 'withdrawQuestion', 'restore', 'mark'].includes(what);
