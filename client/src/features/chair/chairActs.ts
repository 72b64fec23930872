import {
  type AgendaItem,
  type Command,
  currentItem,
  type Id,
  isSeatBackstage,
  isSeatPresent,
  listOf,
  type MeetingState,
  type QueueEntry,
  type Turn,
  waitingIn,
} from '@track2/shared';
import type { ShortcutIn } from '../../ui/shortcuts.ts';
import { floorTurns } from '../floor/floorTurns.ts';
import { isCallable } from './queue.ts';

/** How much time one press of "+1 min" gives. */
export const extensionMs = 60_000;

/** Who comes next in the list of the current item, and who after that. */
export function upNext(state: MeetingState): { entry: QueueEntry; after: QueueEntry | null } | null {
  const item = currentItem(state);
  if (item === undefined) return null;
  const list = listOf(state, item.id);
  const [entry, after] = list === undefined ? [] : waitingIn(list).filter((each) => isCallable(state, each));
  return entry === undefined ? null : { entry, after: after ?? null };
}

/** The seat whose keynote is due: the current item is one, and its speaker has no turn. */
function dueKeynote(state: MeetingState): Id | null {
  const item = currentItem(state);
  if (item?.type !== 'keynote' || item.speaker === null) return null;
  return state.floor.turns.some((turn) => turn.seat === item.speaker) ? null : item.speaker;
}

/** Who of that seat waits backstage for the chair's call: the principal, or an aide without one. Null once called. */
function waitingBackstage(state: MeetingState, seat: Id): Id | null {
  const there = state.roster.members.filter((member) => member.seat === seat && member.presence.status === 'backstage');
  const first = there.find(({ kind }) => kind === 'principal') ?? there[0];
  return first?.presence.status === 'backstage' && !first.presence.called ? first.id : null;
}

/** The one thing that a chair most likely does next with the floor. */
export type NextStep =
  | { kind: 'keynote'; seat: Id }
  /** The speaker of the keynote that is due waits backstage and has not been called. */
  | { kind: 'stage'; member: Id }
  /** That speaker has been called on stage, and has not come yet. */
  | { kind: 'coming'; seat: Id }
  | { kind: 'call'; entry: QueueEntry; after: QueueEntry | null }
  | { kind: 'none' };

/** What comes next on the floor: a point of order, else the keynote that is due, its speaker called on stage first, else who is up next in the list. */
export function nextStep(state: MeetingState): NextStep {
  const next = upNext(state);
  if (next?.entry.kind === 'pointOfOrder') return { kind: 'call', ...next };
  const seat = dueKeynote(state);
  if (seat !== null) {
    if (isSeatPresent(state, seat) || !isSeatBackstage(state, seat)) return { kind: 'keynote', seat };
    const member = waitingBackstage(state, seat);
    return member === null ? { kind: 'coming', seat } : { kind: 'stage', member };
  }
  return next === null ? { kind: 'none' } : { kind: 'call', ...next };
}

/** The command of the loudest button of the console. */
export function nextStepCommand(step: NextStep): Command | null {
  switch (step.kind) {
    case 'keynote':
      return { type: 'floor.give', seat: step.seat };
    case 'stage':
      return { type: 'roster.callOnStage', member: step.member };
    case 'call':
      return { type: 'speakers.call', entry: step.entry.id };
    case 'coming':
    case 'none':
      return null;
  }
}

/** The item that comes after the current one, or the first that was not held yet. */
export function nextItem(state: MeetingState): AgendaItem | null {
  const { items, current } = state.agenda;
  const after = items.findIndex((item) => item.id === current) + 1;
  return items.slice(after).find((item) => item.status === 'planned') ?? null;
}

/** Stops the clock of a turn, or lets it run again; null where it neither runs nor stands by the chair's act. */
export function pauseOrResume(turn: Turn): Command | null {
  if (turn.status.kind === 'speaking') return { type: 'floor.pause', turn: turn.id };
  if (turn.status.kind === 'paused') return { type: 'floor.resume', turn: turn.id };
  return null;
}

/**
 * Leaves the floor to one turn alone: the other microphones close, and a mode with several holders becomes moderated.
 * Null where nobody else has a microphone and the mode has one holder anyway, and for the presiding microphone.
 */
export function keepAlone({ floor }: MeetingState, turn: Turn): Command | null {
  if (turn.purpose.kind === 'presiding') return null;
  const several = floor.mode === 'directed' || floor.mode === 'open';
  const others = floor.turns.some(({ id, purpose }) => id !== turn.id && purpose.kind !== 'presiding');
  if (!several && !others) return null;
  return { type: 'floor.setMode', mode: several ? 'moderated' : floor.mode, keep: turn.id };
}

/** The acts that have a key on the console. */
export type KeyAct = ShortcutIn<'console'>;

/** The command that a key of the console gives now, naming by id what the chair sees; null where it has no object. */
export function keyCommand(state: MeetingState, act: KeyAct): Command | null {
  const { main } = floorTurns(state.floor);
  switch (act) {
    case 'next':
      return nextStepCommand(nextStep(state));
    case 'end':
      return main === null ? null : { type: 'floor.endTurn', turn: main.id };
    case 'pause':
      return main === null ? null : pauseOrResume(main);
    case 'extend':
      return main === null || main.limitMs === null ? null : { type: 'floor.extend', turn: main.id, byMs: extensionMs };
    case 'moderate':
      return main === null ? null : keepAlone(state, main);
  }
}
