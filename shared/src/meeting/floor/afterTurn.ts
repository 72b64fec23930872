import type { LoggedEvent } from '../messages.ts';
import { entryById, lapsing, mark, onePlaceDown } from '../speakers/entries.ts';
import type { MeetingState } from '../state.ts';
import type { Id, MeetingTime } from '../words.ts';
import { entryOf } from './purposes.ts';
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
  const entry = entryOf(turn.purpose);
  return [
    ...(entry === null ? [] : afterEntry(state, entry, reason, spoke ? usedMs : null)),
    ...afterPurpose(state, turn, { usedMs, now, spoke }),
    // An interposed question is for who speaks. [SP13]
    ...lapsing(state, ({ kind, turn: to }) => kind === 'interposed' && to === turn.id),
  ];
}

function afterEntry(state: MeetingState, entry: Id, reason: TurnEnd, usedMs: number | null): LoggedEvent[] {
  if (usedMs !== null) return [mark(entry, 'done', usedMs)]; // [SP9]
  const { kind, turn } = entryById(state, entry) ?? {};
  if (kind === 'interposed' && !state.floor.turns.some(({ id }) => id === turn)) return [mark(entry, 'lapsed')]; // [SP13]
  if (reason === 'expired') return [mark(entry, 'absent'), ...onePlaceDown(state, entry)]; // [FL2]
  if (reason === 'declined') return [mark(entry, 'waiting'), ...onePlaceDown(state, entry)]; // [FL14]
  return [mark(entry, 'waiting')];
}

function afterPurpose(
  state: MeetingState,
  { id, purpose }: Turn,
  { usedMs, now, spoke }: { usedMs: number; now: MeetingTime; spoke: boolean },
): LoggedEvent[] {
  switch (purpose.kind) {
    case 'question': {
      const waits = state.questions.questions.some(
        (question) => question.id === purpose.question && question.status === 'inRound',
      );
      return spoke && waits ? [{ type: 'questions.asked', question: purpose.question }] : []; // [QU9]
    }
    case 'answer': {
      const round = state.questions.rounds.find((other) => other.id === purpose.round);
      return round === undefined || round.usedMs === usedMs
        ? []
        : [{ type: 'questions.blockHeld', round: purpose.round, usedMs }]; // [QU13]
    }
    case 'interposed':
    case 'clarification':
    case 'pointOfOrder': {
      const interrupted = state.floor.turns.find(
        ({ status }) => (status.kind === 'paused' || status.kind === 'lost') && status.by === id,
      );
      return interrupted === undefined ? [] : [{ type: 'floor.resumed', turn: interrupted.id, since: now }]; // [FL17]
    }
    default:
      return [];
  }
}
