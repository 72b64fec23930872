import { type Context, type Decision, happen, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { countedFor, timeRefusal, usedAt } from './clocks.ts';
import { isInterruption, isIntervention } from './purposes.ts';
import type { FloorRefusal, Turn, TurnPurpose } from './schema.ts';
import { call, seatRefusal } from './turns.ts';

/** Why nothing can interrupt now, or null: one interruption at a time, in a place of its own. [FL17] */
export const interruptionRefusal = (state: MeetingState): FloorRefusal | null =>
  state.floor.turns.some((turn) => isInterruption(turn) && turn.status.kind !== 'suspended')
    ? { code: 'floor.interruptedAlready' }
    : null;

/** Whether a turn can be interrupted as it stands. [FL17] */
export const isInterruptible = (turn: Turn): boolean =>
  (turn.status.kind === 'speaking' || turn.status.kind === 'paused') && !isInterruption(turn);

/** The turn that a point of order interrupts: the first intervention that is heard, if there is one. [SP14] */
export const interruptibleTurn = (state: MeetingState): Turn | undefined => {
  const heard = state.floor.turns.filter(isInterruptible);
  return heard.find(isIntervention) ?? heard.find(({ purpose }) => purpose.kind !== 'presiding');
};

/** Calls a seat to interrupt a turn, whose clock stands until the interruption is over. [FL17] */
export function interruptTurn(
  state: MeetingState,
  turn: Turn,
  called: { seat: Id; purpose: TurnPurpose; limitMs: number },
  context: Pick<Context, 'now' | 'commandId'>,
): Decision {
  const { now, commandId } = context;
  if (!isInterruptible(turn)) return refuse({ code: 'floor.notSpeaking' }); // [FL17]
  const late = timeRefusal(state, countedFor(state, called.seat, called.purpose), now);
  const problem = seatRefusal(state, called.seat) ?? late ?? interruptionRefusal(state);
  if (problem !== null) return refuse(problem);
  const events = call(state, context, called);
  if (turn.status.kind === 'paused') return happen(...events);
  return happen(...events, { type: 'floor.paused', turn: turn.id, usedMs: usedAt(turn, now), by: commandId });
}
