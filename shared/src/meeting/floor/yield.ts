import { type Context, type Decision, happen, refuse } from '../messages.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import { countedFor, timeRefusal, usedAt } from './clocks.ts';
import { isInterruption } from './purposes.ts';
import type { FloorCommand, Turn } from './schema.ts';
import { afterEnd, call, endTurn, seatRefusal } from './turns.ts';

/**
 * Gives what is left of a turn's time to the chair, to interposed questions or to another seat, which is called with
 * it in the same place. [FL23]
 */
export function yieldTurn(
  state: MeetingState,
  turn: Turn,
  to: Extract<FloorCommand, { type: 'floor.yield' }>['to'],
  { seat, ...context }: Context & { seat: Seat },
): Decision {
  const { now } = context;
  if (turn.seat !== seat.id) return refuse({ code: 'floor.notYours' }); // [FL23]
  const { kind } = turn.status;
  if (kind !== 'speaking' && kind !== 'paused') return refuse({ code: 'floor.notSpeaking' }); // [FL23]
  const restMs = Math.floor((turn.limitMs ?? 0) - usedAt(turn, now));
  if (restMs <= 0 || isInterruption(turn)) return refuse({ code: 'floor.nothingToYield' }); // [FL23]
  switch (to.kind) {
    case 'chair':
      return happen(...endTurn(state, turn, 'yielded', now));
    case 'questions':
      if (turn.takesQuestions) return refuse({ code: 'floor.yieldedAlready' }); // [FL23]
      return happen({ type: 'floor.yieldedToQuestions', turn: turn.id });
    case 'seat': {
      const purpose = { kind: 'yielded', from: turn.seat } as const;
      const problem = seatRefusal(state, to.seat) ?? timeRefusal(state, countedFor(state, to.seat, purpose), now);
      if (problem !== null) return refuse(problem);
      const ended = endTurn(state, turn, 'yielded', now);
      return happen(...ended, ...call(afterEnd(state, ended), context, { seat: to.seat, purpose, limitMs: restMs }));
    }
  }
}
