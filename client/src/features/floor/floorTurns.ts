import { type Floor, isInterruption, type Turn } from '@track2/shared';

/** The turns as the floor bar shows them: one large, the others as lines. */
export type FloorTurns = { main: Turn | null; others: Turn[] };

const isHeard = (turn: Turn): boolean =>
  turn.status.kind === 'speaking' || turn.status.kind === 'paused' || turn.status.kind === 'lost';

/**
 * How much a turn is what the room listens to. Who interrupts is heard in place of who is interrupted; the chair who says a sentence in between does not take the large
 * place from the speaker, and a call does not take it from somebody who is heard.
 */
function weight(turn: Turn): number {
  if (isHeard(turn)) return turn.purpose.kind === 'presiding' ? 2 : isInterruption(turn) ? 4 : 3;
  return turn.status.kind === 'called' ? 1 : 0;
}

/** The turn that the room listens to, and the rest in the order in which they were called. */
export function floorTurns(floor: Floor): FloorTurns {
  let main: Turn | null = null;
  for (const turn of floor.turns) {
    if (main === null || weight(turn) > weight(main)) main = turn;
  }
  return { main, others: floor.turns.filter((turn) => turn !== main) };
}
