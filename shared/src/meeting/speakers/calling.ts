import { countedFor, timeRefusal } from '../floor/clocks.ts';
import { interruptibleTurn, interruptionRefusal, interruptTurn } from '../floor/interruptions.ts';
import type { FloorRefusal, Turn, TurnPurpose } from '../floor/schema.ts';
import { call, callRefusal, placeRefusal, turnById } from '../floor/turns.ts';
import { type Context, type Decision, happen, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import { limitFor, mark, onePlaceDown, waitingIn } from './entries.ts';
import type { QueueEntry, SpeakersList } from './schema.ts';

/** What the turn of an entry is for, or null for an interposed question that has nobody to be put to. */
function purposeOf({ id, kind }: QueueEntry, interrupted: Turn | undefined): TurnPurpose | null {
  const turn = interrupted?.id ?? null;
  switch (kind) {
    case 'directResponse':
    case 'rightOfReply':
      return { kind, entry: id };
    case 'clarification':
    case 'pointOfOrder':
      return { kind, entry: id, turn };
    case 'interposed':
      return turn === null ? null : { kind, entry: id, turn };
    case 'intervention':
    case 'tour':
      return { kind: 'intervention', entry: id };
  }
}

/** The turn that an entry interrupts when it is called now. [SP14] */
function interruptedTurn(state: MeetingState, { kind, turn }: QueueEntry): Turn | undefined {
  if (kind === 'pointOfOrder') return interruptibleTurn(state);
  return turn !== null && (kind === 'clarification' || kind === 'interposed') ? turnById(state, turn) : undefined;
}

function callTurn(state: MeetingState, turn: Parameters<typeof call>[2], context: Context): Decision {
  const problem = callRefusal(state, turn, context.now);
  return problem === null ? happen(...call(state, context, turn)) : refuse(problem); // [SP6]
}

/** The call of somebody who is not there: one place down instead, as far as the floor has room for a call. [SP18] */
function callAbsent(state: MeetingState, list: SpeakersList, entry: QueueEntry, full: FloorRefusal | null): Decision {
  if (full !== null) return refuse(full); // [SP18]
  const moved = onePlaceDown(state, entry.id);
  // Of two who call it at once the second finds it absent, and behind another already: it goes down by one place.
  const moves = moved.length > 0 && waitingIn(list)[0]?.id === entry.id;
  if (entry.status === 'absent' && !moves) return refuse({ code: 'floor.seatAbsent' }); // [SP18]
  return happen(mark(entry.id, 'absent'), ...moved);
}

/** Calls a speaker; one who is not there goes one place down instead, and is not lost. [SP6] [SP18] */
export function callEntry(state: MeetingState, list: SpeakersList, entry: QueueEntry, context: Context): Decision {
  const interrupted = interruptedTurn(state, entry);
  const purpose = purposeOf(entry, interrupted);
  if (purpose === null) return refuse({ code: 'speakers.interventionOver' }); // [SP13]
  const turn = { seat: entry.seat, purpose, limitMs: limitFor(state.session.policy, list, entry) };
  const decision =
    interrupted === undefined ? callTurn(state, turn, context) : interruptTurn(state, interrupted, turn, context);
  if ('events' in decision) return happen(...decision.events, mark(entry.id, 'called'));
  if (decision.refusal.code !== 'floor.seatAbsent') return decision;
  const late = timeRefusal(state, countedFor(state, entry.seat, purpose), context.now);
  const full = interrupted === undefined ? placeRefusal(state) : interruptionRefusal(state);
  return callAbsent(state, list, entry, late ?? full);
}
