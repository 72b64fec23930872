import { type ListAct, isForManagers as listIsForManagers, onList } from './list.ts';
import { lengths, type Meeting, managers, most, seatOf, turnOf } from './meeting.ts';
import { onQuestions, type QuestionAct, isForManagers as questionIsForManagers } from './questions.ts';
import { end, endAll, inPlaces, take, yieldTurn } from './turns.ts';

type FloorAct =
  | { do: 'take' | 'declineTurn' | 'end'; turn: string }
  | { do: 'yield'; turn: string; to: 'chair' | 'questions' | { seat: string } }
  | { do: 'setMode'; mode: Meeting['mode']; keep: string | null }
  | { do: 'startItem' | 'suspendItem'; item: string };

/** What a person does, by name and id. */
export type PersonalAct = { by: string; id: string } & (ListAct | QuestionAct | FloorAct);

/** A person's act before it has an id. */
export type Draft = PersonalAct extends infer One ? (One extends PersonalAct ? Omit<One, 'id'> : never) : never;

/** Anything that happens but the passing of time. */
export type Act =
  | PersonalAct
  | { do: 'loseLink' | 'restoreLink'; member: string }
  | { do: 'alarm' }
  /** A new home takes over: it has lost every link. */
  | { do: 'takeOver' };

function setMode(meeting: Meeting, { mode, keep }: Extract<FloorAct, { do: 'setMode' }>): boolean {
  const changes = mode !== meeting.mode;
  const places = mode === 'moderated' ? 1 : most.directed;
  if (keep === null && !changes) return false; // [FL9]
  if (keep !== null && turnOf(meeting, keep) === undefined) return false; // [PE5]
  const ends = keep === null ? inPlaces(meeting).slice(places) : meeting.turns.filter(({ id }) => id !== keep);
  if (!changes && ends.length === 0) return false; // [FL22]
  endAll(meeting, ends, 'modeChanged'); // [FL9] [FL22]
  meeting.mode = mode;
  return true;
}

function onFloor(meeting: Meeting, id: string, by: string, act: FloorAct): boolean {
  switch (act.do) {
    case 'setMode':
      return setMode(meeting, act);
    case 'suspendItem':
      if (meeting.current !== act.item) return false; // [AG12]
      endAll(meeting, meeting.turns, 'itemClosed');
      meeting.current = null;
      return true;
    case 'startItem':
      if (meeting.current !== null) return false;
      endAll(meeting, inPlaces(meeting).slice(1), 'modeChanged'); // [FL9]
      meeting.current = act.item;
      meeting.mode = 'moderated'; // [AG2]
      return true;
    default:
      return onTurn(meeting, id, by, act);
  }
}

function onTurn(meeting: Meeting, id: string, by: string, act: Extract<FloorAct, { turn: string }>): boolean {
  const turn = turnOf(meeting, act.turn);
  if (turn === undefined) return false; // [PE5]
  const isOwn = turn.seat === seatOf(by);
  switch (act.do) {
    case 'take':
      return isOwn && take(meeting, turn, by); // [FL3]
    case 'declineTurn':
      return isOwn && turn.status === 'called' && end(meeting, turn, 'declined'); // [FL14]
    case 'end':
      if (!isOwn && !managers.includes(by)) return false; // [FL6]
      return end(meeting, turn, turn.status === 'called' ? 'takenBack' : 'ended');
    case 'yield':
      return isOwn && yieldTurn(meeting, turn, act.to, id); // [FL23]
  }
}

const isList = (act: ListAct | QuestionAct | FloorAct): act is ListAct =>
  'entry' in act ||
  ['request', 'requestReply', 'respond', 'raiseOrder', 'add', 'openList', 'closeList', 'startTour', 'endTour'].includes(
    act.do,
  );

const isFloor = (act: QuestionAct | FloorAct): act is FloorAct =>
  ['take', 'declineTurn', 'end', 'yield', 'setMode', 'startItem', 'suspendItem'].includes(act.do);

const isManaging = (act: FloorAct): boolean => ['setMode', 'startItem', 'suspendItem'].includes(act.do);

function byPerson(meeting: Meeting, act: PersonalAct): boolean {
  const { by, id } = act;
  if (!meeting.people.some(({ name, isLinked }) => name === by && isLinked)) return false; // [PE2]
  const manages = managers.includes(by);
  if (isList(act)) return (manages || !listIsForManagers(act)) && onList(meeting, id, by, act); // [PE1]
  if (isFloor(act)) return (manages || !isManaging(act)) && onFloor(meeting, id, by, act); // [PE1]
  return (manages || !questionIsForManagers(act)) && onQuestions(meeting, id, by, act); // [PE1]
}

/** A link that is lost stops what the member holds, and keeps its place in every list. [FL11] */
function setLink(meeting: Meeting, member: string, isLinked: boolean): void {
  const { people, turns } = meeting;
  const person = people.find(({ name }) => name === member);
  if (person === undefined || person.isLinked === isLinked) return;
  person.isLinked = isLinked;
  if (member === 'chair') meeting.chairGone = isLinked ? null : 0; // [RO23]
  for (const turn of turns) if (turn.status === 'taken' && turn.holder === member) turn.isLost = !isLinked;
}

/** What is due happens: an unanswered call ends, a link lost for too long suspends. [FL2] [FL12] */
function alarm(meeting: Meeting): void {
  const gone = meeting.turns.filter(({ isLost, lostMs }) => isLost && lostMs >= lengths.lostLinkMs);
  endAll(
    meeting,
    meeting.turns.filter(({ status, answerIn }) => status === 'called' && answerIn <= 0),
    'expired',
  );
  for (const turn of gone) Object.assign(turn, { status: 'suspended', isLost: false, stoppedBy: null });
  const { chairGone } = meeting;
  if (typeof chairGone === 'number' && chairGone >= lengths.chairGoneMs) meeting.chairGone = 'offered'; // [RO23]
}

/** Does an act, and says whether it is accepted; what is refused changes nothing. */
export function apply(meeting: Meeting, act: Act): boolean {
  switch (act.do) {
    case 'alarm':
      alarm(meeting);
      return true;
    case 'takeOver':
      for (const { name } of meeting.people) setLink(meeting, name, false); // [SE6]
      return true;
    case 'loseLink':
    case 'restoreLink':
      setLink(meeting, act.member, act.do === 'restoreLink');
      return true;
    default:
      return byPerson(meeting, act);
  }
}
