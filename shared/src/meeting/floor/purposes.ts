import type { Id } from '../words.ts';
import type { Turn, TurnPurpose } from './schema.ts';

/** The entry of the list that a turn was called from, or null when it came from none. */
export const entryOf = (purpose: TurnPurpose): Id | null => ('entry' in purpose ? purpose.entry : null);

/** The turn that a turn interrupts, or null when it interrupts none. [FL17] */
export const interruptedBy = (purpose: TurnPurpose): Id | null => ('turn' in purpose ? purpose.turn : null);

/** Whether the turn interrupts another, in a place of its own. [FL17] */
export const isInterruption = ({ purpose }: Pick<Turn, 'purpose'>): boolean => interruptedBy(purpose) !== null;

const asides: readonly TurnPurpose['kind'][] = [
  'directResponse',
  'interposed',
  'clarification',
  'pointOfOrder',
  'presiding',
  'open',
];

/** Whether it is an intervention of its own, to which others respond, rather than a response or procedure. [SP13] */
export const isIntervention = ({ purpose }: Pick<Turn, 'purpose'>): boolean => !asides.includes(purpose.kind);
