import {
  type AgendaItem,
  type Command,
  currentItem,
  listOf,
  type MeetingState,
  type QueueEntry,
  type Turn,
} from '@track2/shared';
import { floorTurns } from '../floor/floorTurns.ts';
import { listGroups } from '../speakers/list.ts';

/** How much time one press of "+1 min" gives. */
export const extensionMs = 60_000;

/** Who comes next in the list of the current item, and who after that. */
export function upNext(state: MeetingState): { entry: QueueEntry; after: QueueEntry | null } | null {
  const item = currentItem(state);
  if (item === undefined) return null;
  const waiting = listGroups(listOf(state, item.id))
    .waiting.map((each) => each.entry)
    .filter((entry) => entry.status === 'waiting');
  const [entry, after] = waiting;
  return entry === undefined ? null : { entry, after: after ?? null };
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

/** The acts that have a key on the console. */
export type KeyAct = 'next' | 'end' | 'pause' | 'extend';

/** The command that a key of the console gives now, naming by id what the chair sees; null where it has no object. */
export function keyCommand(state: MeetingState, act: KeyAct): Command | null {
  const { main } = floorTurns(state.floor);
  switch (act) {
    case 'next': {
      const next = upNext(state);
      return next === null ? null : { type: 'speakers.call', entry: next.entry.id };
    }
    case 'end':
      return main === null ? null : { type: 'floor.endTurn', turn: main.id };
    case 'pause':
      return main === null ? null : pauseOrResume(main);
    case 'extend':
      return main === null || main.limitMs === null ? null : { type: 'floor.extend', turn: main.id, byMs: extensionMs };
  }
}
