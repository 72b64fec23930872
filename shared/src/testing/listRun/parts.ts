import { nextDeadlines } from '../../meeting/deadlines.ts';
import { evolve } from '../../meeting/evolve.ts';
import { decide, decideBySystem } from '../../meeting/meeting.ts';

/** The functions of the rules that lists and rounds hang on: as they are, or with a bug planted. */
export type Parts = Readonly<{
  decide: typeof decide;
  decideBySystem: typeof decideBySystem;
  evolve: typeof evolve;
  nextDeadlines: typeof nextDeadlines;
}>;

/** The parts as they are. */
export const parts: Parts = { decide, decideBySystem, evolve, nextDeadlines };
