import { countedFor, timeRefusal } from '../floor/clocks.ts';
import { interruptibleTurn, interruptTurn } from '../floor/interruptions.ts';
import type { Turn, TurnPurpose } from '../floor/schema.ts';
import { call, callRefusal, placeRefusal, turnById } from '../floor/turns.ts';
import { type Context, type Decision, happen, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { limitFor, mark, onePlaceDown } from './entries.ts';
import type { QueueEntry, SpeakersList } from './schema.ts';

function purposeOf({ id, kind }: QueueEntry): TurnPurpose {
  switch (kind) {
    case 'directResponse':
    case 'rightOfReply':
      return { kind, entry: id };
    case 'clarification':
    case 'pointOfOrder':
      return { kind, entry: id, turn: null };
    default:
      return { kind: 'intervention', entry: id };
  }
}

/** The turn that an entry interrupts when it is called now. [SP14] */
function interruptedTurn(state: MeetingState, { kind, turn }: QueueEntry): Turn | undefined {
  if (kind === 'pointOfOrder') return interruptibleTurn(state);
  return turn !== null && (kind === 'clarification' || kind === 'interposed') ? turnById(state, turn) : undefined;
}

const marked = (decision: Decision, entry: Id): Decision =>
  'refusal' in decision ? decision : happen(...decision.events, mark(entry, 'called'));

/** Calls a speaker; one who is not there goes one place down instead, and is not lost. [SP6] [SP18] */
export function callEntry(state: MeetingState, list: SpeakersList, entry: QueueEntry, context: Context): Decision {
  const limitMs = limitFor(state.session.policy, list, entry);
  const interrupted = interruptedTurn(state, entry);
  if (interrupted !== undefined && entry.kind !== 'directResponse') {
    const kind = entry.kind === 'interposed' || entry.kind === 'clarification' ? entry.kind : 'pointOfOrder';
    const purpose: TurnPurpose = { kind, turn: interrupted.id, entry: entry.id };
    return marked(interruptTurn(state, interrupted, { seat: entry.seat, purpose, limitMs }, context), entry.id);
  }
  if (entry.kind === 'interposed') return refuse({ code: 'speakers.interventionOver' }); // [SP13]
  const turn = { seat: entry.seat, purpose: purposeOf(entry), limitMs };
  const problem = callRefusal(state, turn, context.now);
  if (problem?.code === 'floor.seatAbsent') {
    const late = timeRefusal(state, countedFor(state, entry.seat, turn.purpose), context.now) ?? placeRefusal(state);
    const moved = onePlaceDown(state, entry.id);
    if (late !== null) return refuse(late);
    if (entry.status !== 'absent' || moved.length > 0) return happen(mark(entry.id, 'absent'), ...moved); // [SP18]
  }
  if (problem !== null) return refuse(problem); // [SP6]
  return happen(...call(state, context, turn), mark(entry.id, 'called'));
}
