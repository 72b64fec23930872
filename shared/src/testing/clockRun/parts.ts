import { nextDeadlines } from '../../meeting/deadlines.ts';
import { evolve } from '../../meeting/evolve.ts';
import { spokenBy, usedAt } from '../../meeting/floor/clocks.ts';
import { mediaGrant } from '../../meeting/mediaGrant.ts';
import { decide, decideBySystem } from '../../meeting/meeting.ts';

/** The functions of the rules that the clocks hang on: as they are, or with a bug planted. */
export type Parts = Readonly<{
  decide: typeof decide;
  decideBySystem: typeof decideBySystem;
  evolve: typeof evolve;
  nextDeadlines: typeof nextDeadlines;
  mediaGrant: typeof mediaGrant;
  usedAt: typeof usedAt;
  spokenBy: typeof spokenBy;
}>;

/** The parts as they are. */
export const parts: Parts = { decide, decideBySystem, evolve, nextDeadlines, mediaGrant, usedAt, spokenBy };
