import {
  type Category,
  type Entry,
  type EntryKind,
  isThere,
  type List,
  lengths,
  type Meeting,
  managers,
  most,
  seatOf,
  stands,
  turnOf,
  waits,
} from './meeting.ts';
import {
  begin,
  entryWith,
  goDown,
  hasPlace,
  isFree,
  isInterrupted,
  isInterruptible,
  isIntervention,
  move,
} from './turns.ts';

export type ListAct =
  | { do: 'request' | 'requestReply'; item: string }
  | { do: 'respond'; turn: string; kind: 'directResponse' | 'clarification' | 'interposed' }
  | { do: 'raiseOrder'; item: string; category: Category }
  | {
      do: 'withdraw' | 'defer' | 'accept' | 'declineQuestion' | 'call' | 'addAgain' | 'pass' | 'comeBack';
      entry: string;
    }
  | { do: 'moveEntry'; entry: string; before: string | null }
  | { do: 'add'; item: string; seat: string; before: string | null }
  | { do: 'openList' | 'closeList' | 'endTour'; item: string }
  | { do: 'startTour'; item: string; seats: string[] };

const categories: readonly Category[] = ['hearing', 'rule', 'procedure', 'motion'];

/** Points of order by category, then interposed questions, clarifications, direct responses, then all else. [SP4] */
function rank({ kind, category }: Pick<Entry, 'kind' | 'category'>): number {
  if (kind === 'pointOfOrder') return categories.indexOf(category ?? 'hearing');
  const order: readonly EntryKind[] = ['interposed', 'clarification', 'directResponse'];
  const at = order.indexOf(kind);
  return 10 + (at < 0 ? order.length : at);
}

function insert(list: List, entry: Entry, before: string | null): true {
  list.entries.push(entry);
  move(list, entry.id, before);
  return true;
}

type New = Pick<Entry, 'id' | 'seat' | 'kind'> & Partial<Pick<Entry, 'category' | 'about'>>;

/** A seat asks once for the same. [SP3] */
function ask(list: List, asked: New, before?: string | null): boolean {
  if (list.entries.some((other) => other.seat === asked.seat && other.kind === asked.kind && stands(other)))
    return false;
  const entry: Entry = { category: null, about: null, ...asked, status: 'waiting' };
  const next = list.entries.find((other) => waits(other) && rank(other) > rank(entry));
  return insert(list, entry, before === undefined ? (next?.id ?? null) : before);
}

function respond(
  meeting: Meeting,
  id: string,
  by: string,
  { turn: about, kind }: Extract<ListAct, { do: 'respond' }>,
): boolean {
  const { heard, current, turns } = meeting;
  const turn = turnOf(meeting, about);
  const list = meeting.lists[current ?? ''];
  if (list === undefined) return false;
  const isOver = heard?.turn === about && heard.item === current && !turns.some(isIntervention);
  const to = turn === undefined ? (isOver ? heard.seat : null) : turn;
  if (to === null || (kind === 'interposed' && turn === undefined)) return false; // [SP12]
  if (typeof to !== 'string' && (!isIntervention(to) || to.status === 'called')) return false; // [SP12]
  const seat = seatOf(by);
  if ((typeof to === 'string' ? to : to.seat) === seat || !list.isOpen) return false; // [SP12] [SP15]
  const taken = list.entries.filter(
    (entry) =>
      entry.kind === 'directResponse' && entry.about === about && !['withdrawn', 'declined'].includes(entry.status),
  );
  if (kind === 'directResponse' && taken.length >= most.responses) return false; // [SP12]
  return ask(list, { id, seat, kind, about });
}

/** Whom an entry interrupts when it is called now. [SP14] */
function interruptedBy(meeting: Meeting, { kind, about }: Entry) {
  if (kind === 'pointOfOrder') {
    const heard = meeting.turns.filter(isInterruptible);
    return heard.find(isIntervention) ?? heard[0];
  }
  return kind === 'clarification' || kind === 'interposed' ? turnOf(meeting, about) : undefined;
}

const limitOf = (kind: EntryKind): number => {
  if (kind === 'directResponse' || kind === 'clarification') return lengths.responseMs;
  if (kind === 'interposed' || kind === 'pointOfOrder') return lengths.questionMs;
  if (kind === 'rightOfReply') return lengths.replyMs;
  return kind === 'tour' ? lengths.tourMs : lengths.turnMs;
};

function call(meeting: Meeting, id: string, list: List, entry: Entry): boolean {
  const { seat, kind } = entry;
  const called = {
    id,
    seat,
    kind: kind === 'tour' ? ('intervention' as const) : kind,
    entry: entry.id,
    limitMs: limitOf(kind),
  };
  const interrupted = interruptedBy(meeting, entry);
  if (interrupted === undefined && kind === 'interposed') return false; // [SP13]
  if (interrupted !== undefined && !isInterruptible(interrupted)) return false; // [FL17]
  const hasRoom = interrupted === undefined ? hasPlace(meeting) : !isInterrupted(meeting);
  if (!isThere(meeting, seat)) return hasRoom && putOff(list, entry); // [SP18]
  return isFree(meeting, seat) && hasRoom && begin(meeting, { ...called, interrupts: interrupted?.id ?? null }); // [SP6]
}

/** Called while nobody is there: absent, and one place down; called again, only from the head of the list. [SP18] */
function putOff(list: List, entry: Entry): boolean {
  if (entry.status === 'absent' && list.entries.find(waits) !== entry) return false;
  const went = goDown(list, entry.id);
  if (entry.status === 'absent' && !went) return false;
  entry.status = 'absent';
  return true;
}

const isBeside = (entry: Entry): boolean => waits(entry) && rank(entry) === 13 && entry.kind !== 'tour';

/** The place behind the rest of a tour, before whoever asks beside it. [TO1] [TO4] */
function behindTour({ entries }: List): string | null {
  const rest = entries.findLastIndex((entry) => waits(entry) && entry.kind === 'tour');
  return entries.find((entry, index) => index > rest && isBeside(entry))?.id ?? null;
}

function startTour(meeting: Meeting, id: string, { item, seats }: Extract<ListAct, { do: 'startTour' }>): boolean {
  const list = meeting.lists[item];
  if (list === undefined || meeting.current !== item) return false; // [TO1]
  if (list.entries.some((entry) => entry.kind === 'tour' && stands(entry))) return false; // [TO1]
  const before = behindTour(list);
  for (const [at, seat] of [...new Set(seats)].entries())
    insert(list, { id: `${id}-${at + 1}`, seat, kind: 'tour', category: null, about: null, status: 'waiting' }, before);
  return true;
}

function onOwn(
  meeting: Meeting,
  by: string,
  { list, entry }: { list: List; entry: Entry },
  what: 'withdraw' | 'defer' | 'pass' | 'comeBack',
): boolean {
  const isOwn = entry.seat === seatOf(by);
  if (!isOwn && !managers.includes(by)) return false; // [SP5] [SP18] [TO3] [TO4]
  if (what === 'comeBack') {
    if (entry.status !== 'passed') return false; // [TO4]
    if (list.entries.some((one) => one.kind === 'tour' && one.seat === entry.seat && stands(one))) return false; // [SP3]
    const before = behindTour(list);
    entry.status = 'waiting';
    move(list, entry.id, before);
    return true;
  }
  if (what === 'pass') {
    if (entry.kind !== 'tour' || (!waits(entry) && entry.status !== 'called')) return false; // [TO3]
    meeting.turns = meeting.turns.filter((turn) => turn.entry !== entry.id);
    entry.status = 'passed';
    return true;
  }
  if (!waits(entry)) return false; // [SP5]
  if (what === 'defer') {
    if (!goDown(list, entry.id)) return false; // [SP18]
    entry.status = 'deferred';
    return true;
  }
  entry.status = isOwn ? 'withdrawn' : 'declined'; // [SP5]
  return true;
}

function onEntry(meeting: Meeting, id: string, by: string, act: Extract<ListAct, { entry: string }>): boolean {
  const found = entryWith(meeting, act.entry);
  if (found === null) return false; // [PE5]
  const { list, item, entry } = found;
  if (act.do === 'withdraw' || act.do === 'defer' || act.do === 'pass' || act.do === 'comeBack')
    return onOwn(meeting, by, found, act.do);
  if (act.do === 'addAgain') {
    if (meeting.current !== item || stands(entry)) return false; // [SP17]
    const first = list.entries.find(waits)?.id ?? null;
    return ask(list, { id, seat: entry.seat, kind: entry.kind === 'tour' ? 'tour' : 'intervention' }, first);
  }
  if (!waits(entry)) return false; // [SP6] [SP7]
  if (act.do === 'moveEntry') {
    const next = list.entries.find((one) => one.id === act.before);
    if (act.before !== null && (next === undefined || next === entry || !waits(next))) return false; // [SP7]
    move(list, entry.id, act.before);
    return true;
  }
  if (meeting.current !== item) return false; // [SP6]
  const turn = turnOf(meeting, entry.about);
  if (act.do === 'call') {
    if (entry.kind === 'interposed' && turn?.takesQuestions === false) return false; // [SP14]
    return call(meeting, id, list, entry);
  }
  if (entry.kind !== 'interposed' || turn?.seat !== seatOf(by)) return false; // [SP14]
  if (act.do === 'accept') return call(meeting, id, list, entry);
  entry.status = 'declined';
  return true;
}

/** What is done to a list, by a name that may do it. */
export function onList(meeting: Meeting, id: string, by: string, act: ListAct): boolean {
  if ('entry' in act) return onEntry(meeting, id, by, act);
  if (act.do === 'respond') return respond(meeting, id, by, act);
  const list = meeting.lists[act.item];
  if (list === undefined) return false;
  if (act.do === 'endTour') {
    const left = list.entries.filter((entry) => entry.kind === 'tour' && waits(entry));
    for (const entry of left) entry.status = 'lapsed';
    return left.length > 0; // [TO5]
  }
  if (meeting.current !== act.item) return false; // [SP2] [SP8] [SP17] [TO1]
  const seat = seatOf(by);
  switch (act.do) {
    case 'request':
      return list.isOpen && ask(list, { id, seat, kind: 'intervention' }); // [SP2]
    case 'requestReply':
      return ask(list, { id, seat, kind: 'rightOfReply' }); // [SP11]
    case 'raiseOrder':
      return ask(list, { id, seat, kind: 'pointOfOrder', category: act.category }); // [SP11]
    case 'add': {
      const next = list.entries.find((one) => one.id === act.before);
      if (act.before !== null && (next === undefined || !waits(next))) return false; // [SP17]
      return ask(list, { id, seat: act.seat, kind: 'intervention' }, act.before);
    }
    case 'startTour':
      return startTour(meeting, id, act);
    case 'openList':
    case 'closeList': {
      const wanted = act.do === 'openList';
      if (list.isOpen === wanted) return false; // [SP8]
      list.isOpen = wanted;
      return true;
    }
  }
}

/** Who may do it: what orders and calls is for those who run the meeting. */
export const isForManagers = ({ do: what }: ListAct): boolean =>
  ['call', 'moveEntry', 'add', 'addAgain', 'openList', 'closeList', 'startTour', 'endTour'].includes(what);
