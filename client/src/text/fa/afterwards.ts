import { insideRefusalsText } from './insideRefusals.ts';
import { timesText } from './times.ts';

/** The words of the meeting that are loaded right after its page, in Persian. */
export const afterwards = { ...insideRefusalsText, ...timesText } as const;
