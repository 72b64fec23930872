import { insideRefusalsText } from './insideRefusals.ts';
import { timesText } from './times.ts';

/** The words of the meeting that are loaded right after its page: why it refuses, and what opens at a press. */
export const afterwards = { ...insideRefusalsText, ...timesText } as const;
