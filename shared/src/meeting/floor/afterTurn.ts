import type { LoggedEvent } from '../messages.ts';
import { onePlaceDown } from '../speakers/entries.ts';
import type { MeetingState } from '../state.ts';
import type { MeetingTime } from '../words.ts';
import type { Turn, TurnEnd } from './schema.ts';

/** What the end of a turn means for the list or the round that it came from. */
export function afterTurn(
  state: MeetingState,
  turn: Turn,
  reason: TurnEnd,
  { usedMs, now }: { usedMs: number; now: MeetingTime },
): LoggedEvent[] {
  // A floor that was returned and is not taken ends as it had ended before. [SE13]
  const spoke = turn.status.kind !== 'called' || usedMs > 0;
  switch (turn.purpose.kind) {
    case 'intervention': {
      const { entry } = turn.purpose;
      if (spoke) return [{ type: 'speakers.entryMarked', entry, status: 'done', usedMs }]; // [SP9]
      if (reason === 'expired') return [mark(entry, 'absent'), ...onePlaceDown(state, entry)]; // [FL2]
      if (reason === 'declined') return [mark(entry, 'waiting'), ...onePlaceDown(state, entry)]; // [FL14]
      return [mark(entry, 'waiting')];
    }
    case 'question': {
      const { question: id } = turn.purpose;
      const waits = state.questions.questions.some((question) => question.id === id && question.status === 'inRound');
      return spoke && waits ? [{ type: 'questions.asked', question: id }] : []; // [QU9]
    }
    case 'interposed':
    case 'pointOfOrder': {
      const interrupted = state.floor.turns.find(
        ({ status }) => (status.kind === 'paused' || status.kind === 'lost') && status.by === turn.id,
      );
      return interrupted === undefined ? [] : [{ type: 'floor.resumed', turn: interrupted.id, since: now }]; // [FL17]
    }
    default:
      return [];
  }
}

const mark = (entry: string, status: 'absent' | 'waiting'): LoggedEvent => ({
  type: 'speakers.entryMarked',
  entry,
  status,
  usedMs: 0,
});
