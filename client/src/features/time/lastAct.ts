import {
  type Id,
  isUndoable,
  type MeetingState,
  type MeetingTime,
  questionById,
  type UndoableAct,
} from '@track2/shared';

/** The act that would be taken back now: the latest that still can be. */
export const lastAct = ({ session }: MeetingState, now: MeetingTime): UndoableAct | null =>
  session.acts.findLast((act) => isUndoable(act, now)) ?? null;

/** What an act did, with the seats and items to be named; null where what it was about is not there any more. */
export type ActWords =
  | { key: 'time.undo.call' | 'time.undo.turnEnd' | 'time.undo.dismissal'; seat: Id }
  | { key: 'time.undo.close'; item: Id }
  | { key: 'time.undo.start'; item: Id };

/** What there is to say of an act. */
export function wordsOf(state: MeetingState, { undo }: UndoableAct): ActWords | null {
  switch (undo.kind) {
    case 'call': {
      const seat = state.floor.turns.find(({ id }) => id === undo.turn)?.seat;
      return seat === undefined ? null : { key: 'time.undo.call', seat };
    }
    case 'turnEnd':
      return { key: 'time.undo.turnEnd', seat: undo.turn.seat };
    case 'dismissal': {
      const seat = questionById(state, undo.question)?.seat ?? null;
      return seat === null ? null : { key: 'time.undo.dismissal', seat };
    }
    case 'close':
      return undo.started === null
        ? { key: 'time.undo.close', item: undo.item }
        : { key: 'time.undo.start', item: undo.started };
  }
}
