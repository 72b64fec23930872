import {
  allowanceOf,
  askers,
  chairOfferedIn,
  closesIn,
  currentOf,
  type Limit,
  type Meeting,
  type Mode,
  managers,
  type Policy,
} from './meeting.ts';
import { recordClose, takeBack } from './regrets.ts';
import { call, give, onTurn, setLimit, takeMicrophone } from './turnActs.ts';
import { endTurn, surplus, touch } from './turns.ts';

/** What a person does, by name and id. */
export type PersonalAct = { by: string; id: string } & (
  | { do: 'give'; seat: string }
  | { do: 'callAsker'; question: string }
  | { do: 'startAnswer' }
  | { do: 'takeMicrophone' }
  | { do: 'take' | 'decline' | 'end' | 'pause' | 'resume'; turn: string }
  | { do: 'extend' | 'shorten'; turn: string; byMs: number }
  | { do: 'interpose'; turn: string; seat: string; kind: 'interposed' | 'pointOfOrder' }
  | { do: 'handOver'; turn: string; to: string }
  | { do: 'undo'; of: string }
  | { do: 'setPolicy'; change: Partial<Pick<Policy, 'turnMs' | 'questionMs' | 'answerMs' | 'graceMs' | 'limits'>> }
  | { do: 'setBudget'; delegation: string; budgetMs: number | null }
  | { do: 'setKeynoteBudget'; budgetMs: number }
  | { do: 'setMode'; mode: Mode }
  | { do: 'startItem' | 'closeItem' | 'suspendItem'; item: string }
  | { do: 'changeItem'; item: string; plannedMs: number; limit: Limit }
);

/** A person's act before it has an id. */
export type Draft = PersonalAct extends infer One ? (One extends PersonalAct ? Omit<One, 'id'> : never) : never;

/** Anything that happens but the passing of time. */
export type Act =
  | PersonalAct
  | { do: 'loseLink' | 'restoreLink'; member: string }
  /** The next deadline is reached. */
  | { do: 'alarm' }
  /** A new home takes over: it has lost every link. */
  | { do: 'takeOver' };

/** What only chair and moderators may do. */
const managing: ReadonlySet<Act['do']> = new Set([
  'give',
  'callAsker',
  'startAnswer',
  'pause',
  'resume',
  'extend',
  'shorten',
  'interpose',
  'undo',
  'setPolicy',
  'setBudget',
  'setKeynoteBudget',
  'setMode',
  'startItem',
  'closeItem',
  'suspendItem',
  'changeItem',
]);

function onItem(meeting: Meeting, act: Extract<PersonalAct, { item: string }>): boolean {
  const item = meeting.items.find(({ name }) => name === act.item);
  if (item === undefined) return false; // [AG1]
  const current = currentOf(meeting);
  switch (act.do) {
    case 'changeItem':
      if (item.status === 'closed') return false; // [AG5]
      item.plannedMs = act.plannedMs;
      item.limit = act.limit;
      return touch(meeting, item.name);
    case 'suspendItem':
      if (item !== current) return false; // [AG12]
      for (const turn of meeting.turns) endTurn(meeting, turn);
      item.status = 'suspended';
      return touch(meeting, item.name);
    case 'closeItem':
      return item === current && recordClose(meeting, act.id, item, null); // [AG4]
    case 'startItem': {
      if (item.status === 'closed' || item.status === 'current') return false; // [AG5]
      const mode = item.type === 'keynote' ? 'presentation' : 'moderated'; // [AG2]
      if (current === undefined)
        for (const turn of surplus(meeting, mode)) endTurn(meeting, turn); // [FL9]
      else recordClose(meeting, act.id, current, item.name); // [AG3]
      item.status = 'current';
      meeting.mode = mode;
      return touch(meeting, item.name, act.id);
    }
  }
}

function setKeynoteBudget(meeting: Meeting, budgetMs: number): boolean {
  if (meeting.items.some(({ type, status }) => type === 'keynote' && status === 'closed')) return false; // [KE2]
  meeting.keynoteMs = budgetMs;
  for (const turn of meeting.turns) if (turn.kind === 'keynote') setLimit(meeting, turn, budgetMs); // [KE2]
  return true;
}

function setMode(meeting: Meeting, mode: Mode): boolean {
  if (mode === meeting.mode) return false; // [FL9]
  for (const turn of surplus(meeting, mode)) endTurn(meeting, turn);
  meeting.mode = mode;
  return true;
}

/** One clock for the whole answer, and a minute at least. [QU13] */
function startAnswer(meeting: Meeting, id: string): boolean {
  const { answeredMs: usedMs, policy } = meeting;
  const limitMs = usedMs === 0 ? policy.answerMs : Math.max(policy.answerMs, Math.ceil(usedMs) + 60_000);
  return call(meeting, id, { seat: 'Guest', kind: 'answer', about: 'the round', limitMs, usedMs });
}

function byPerson(meeting: Meeting, act: PersonalAct): boolean {
  if (!meeting.people.some(({ name, isLinked }) => name === act.by && isLinked)) return false; // [PE2]
  if (managing.has(act.do) && !managers.includes(act.by)) return false; // [PE1]
  switch (act.do) {
    case 'give':
      return give(meeting, act.id, act.seat);
    case 'callAsker': {
      const seat = askers[act.question];
      if (seat === undefined || meeting.questions[act.question] !== 'waiting') return false; // [QU8]
      return call(meeting, act.id, { seat, kind: 'question', about: act.question, limitMs: meeting.policy.questionMs });
    }
    case 'startAnswer':
      if (meeting.items.some(({ type, status }) => type === 'qna' && status === 'closed')) return false; // [QU10]
      return startAnswer(meeting, act.id);
    case 'takeMicrophone':
      return takeMicrophone(meeting, act.by, act.id);
    case 'undo':
      return takeBack(meeting, act.of, act.id);
    case 'setPolicy':
      meeting.policy = { ...meeting.policy, ...act.change }; // [SE14]
      return true;
    case 'setBudget': {
      const delegation = meeting.delegations[act.delegation];
      if (delegation === undefined) return false; // [FL19]
      delegation.budgetMs = act.budgetMs;
      return true;
    }
    case 'setKeynoteBudget':
      return setKeynoteBudget(meeting, act.budgetMs);
    case 'setMode':
      return setMode(meeting, act.mode);
    case 'startItem':
    case 'closeItem':
    case 'suspendItem':
    case 'changeItem':
      return onItem(meeting, act);
    default:
      return onTurn(meeting, act);
  }
}

/** A lost link stops the clock of what the member holds. [FL11] */
function loseLink(meeting: Meeting, member: string): void {
  const person = meeting.people.find(({ name }) => name === member);
  if (person === undefined || !person.isLinked) return;
  person.isLinked = false;
  if (member === 'chair') meeting.chairGone = 0; // [RO23]
  for (const turn of meeting.turns) {
    if (turn.status !== 'taken' || turn.isLost || turn.holder !== member) continue;
    turn.isLost = true;
    touch(meeting, turn.id);
  }
}

function restoreLink(meeting: Meeting, member: string): void {
  const person = meeting.people.find(({ name }) => name === member);
  if (person === undefined || person.isLinked) return;
  person.isLinked = true;
  if (member === 'chair') meeting.chairGone = null; // [RO23]
  for (const turn of meeting.turns) {
    if (turn.status !== 'taken' || !turn.isLost || turn.holder !== member) continue;
    turn.isLost = false;
    touch(meeting, turn.id);
  }
}

/** What is due happens: a hard limit closes, an unanswered call ends, a link lost for too long suspends. [SE8] */
function alarm(meeting: Meeting): void {
  const late = meeting.turns.filter((turn) => closesIn(meeting, turn) === 0);
  const unanswered = meeting.turns.filter(({ status, answerIn }) => status === 'called' && answerIn <= 0);
  const gone = meeting.turns.filter((turn) => turn.isLost && allowanceOf(meeting, turn) === 0);
  for (const turn of new Set([...late, ...unanswered])) endTurn(meeting, turn);
  for (const turn of gone) {
    turn.status = 'suspended';
    turn.isLost = false;
    turn.stoppedBy = null;
    touch(meeting, turn.id);
  }
  if (chairOfferedIn(meeting)[0] === 0) meeting.chairGone = 'offered'; // [RO23]
}

/** Does an act, and says whether it is accepted; what is refused changes nothing. */
export function apply(meeting: Meeting, act: Act): boolean {
  switch (act.do) {
    case 'alarm':
      alarm(meeting);
      return true;
    case 'takeOver':
      for (const { name } of meeting.people) loseLink(meeting, name); // [SE6]
      return true;
    case 'loseLink':
      loseLink(meeting, act.member);
      return true;
    case 'restoreLink':
      restoreLink(meeting, act.member);
      return true;
    default:
      return byPerson(meeting, act);
  }
}
