import {
  currentItem,
  holderOf,
  type Id,
  isWaiting,
  listOf,
  type MeetingState,
  memberById,
  placeOf,
  type QueueEntry,
  type Turn,
} from '@track2/shared';

/** How the viewer's seat stands to the floor. */
export type OwnFloor =
  | { kind: 'called'; turn: Turn; answerBy: number }
  /** `by` tells whether the viewer holds it, or another member of the same seat. */
  | { kind: 'holding'; turn: Turn; by: 'me' | 'mySeat' }
  | { kind: 'suspended'; turn: Turn }
  | { kind: 'waiting'; entry: QueueEntry; place: number }
  /** Passed in a tour de table, and can come back. */
  | { kind: 'passed'; entry: QueueEntry }
  | { kind: 'none' };

/** How the viewer's seat stands to the floor now. */
export function ownFloor(state: MeetingState, me: Id): OwnFloor {
  const seat = memberById(state, me)?.seat;
  if (seat === undefined) return { kind: 'none' };
  const turn = state.floor.turns.find((each) => each.seat === seat);
  if (turn !== undefined) {
    if (turn.status.kind === 'called') return { kind: 'called', turn, answerBy: turn.status.answerBy };
    if (turn.status.kind === 'suspended') return { kind: 'suspended', turn };
    return { kind: 'holding', turn, by: holderOf(turn) === me ? 'me' : 'mySeat' };
  }
  const item = currentItem(state);
  const list = item === undefined ? undefined : listOf(state, item.id);
  const place = list === undefined ? null : placeOf(list, seat);
  const own = list?.entries.filter((each) => each.seat === seat) ?? [];
  const entry = own.find(isWaiting);
  if (place !== null && entry !== undefined) return { kind: 'waiting', entry, place };
  const passed = own.findLast(({ status }) => status === 'passed');
  return passed === undefined ? { kind: 'none' } : { kind: 'passed', entry: passed };
}

/** The members of the viewer's seat who can hold its floor in place of who holds it now, the viewer included. */
export const receiversOf = (state: MeetingState, turn: Turn): Id[] =>
  state.roster.members
    .filter(({ id, seat, presence }) => seat === turn.seat && presence.status === 'admitted' && id !== holderOf(turn))
    .map(({ id }) => id);

/** What is worth saying aloud about the own turn and place. */
export type OwnNews =
  | { say: 'called' | 'floor' | 'handed' | 'paused' | 'over' | 'next' | 'offList' }
  | { say: 'place'; place: number };

/** What changed for the viewer between two looks, or null when nothing that a person must hear. */
export function ownNews(before: OwnFloor, after: OwnFloor): OwnNews | null {
  switch (after.kind) {
    case 'called':
      return before.kind === 'called' && before.turn.id === after.turn.id ? null : { say: 'called' };
    case 'holding': {
      const held = before.kind === 'holding' && before.turn.id === after.turn.id ? before.turn.status.kind : null;
      if (held === null) return { say: 'floor' };
      if (before.kind === 'holding' && before.by === 'mySeat' && after.by === 'me') return { say: 'handed' };
      return after.turn.status.kind === 'paused' && held === 'speaking' ? { say: 'paused' } : null;
    }
    case 'waiting':
      if (before.kind === 'waiting' && before.entry.id === after.entry.id && before.place === after.place) return null;
      return after.place === 1 ? { say: 'next' } : { say: 'place', place: after.place };
    case 'suspended':
    case 'passed':
      return null;
    case 'none':
      if (before.kind === 'holding') return { say: 'over' };
      return before.kind === 'waiting' ? { say: 'offList' } : null;
  }
}
