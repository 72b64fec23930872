import * as z from 'zod/mini';
import { Id, Moment, SealedText } from '../words.ts';

export const LinesCommands = [
  z.strictObject({
    type: z.literal('lines.write'),
    /** The member it is for; null for the chair and those who moderate. */
    to: z.nullable(Id),
    text: z.string().check(z.minLength(1), z.maxLength(1000)),
  }),
] as const;

const Line = z.object({
  id: Id,
  from: Id,
  to: z.nullable(Id),
  /** Whether it belongs to the line to the chair: all who run the meeting read it then. */
  chairs: z.boolean(),
  text: SealedText,
  moment: Moment,
});

/** One thing written: to the chair, by the chair, or between two members where the meeting allows it. */
export type Line = z.infer<typeof Line>;

export const LinesEvents = [z.object({ type: z.literal('lines.written'), line: Line })] as const;

export type LinesRefusal =
  | { code: 'lines.chatOff' }
  | { code: 'lines.outside' }
  | { code: 'lines.recipientAway' }
  | { code: 'lines.toYourself' }
  | { code: 'lines.full' };

/** What was written in this meeting, the latest last. */
export type Lines = { lines: Line[] };

export type LinesCommand = z.infer<(typeof LinesCommands)[number]>;
export type LinesEvent = z.infer<(typeof LinesEvents)[number]>;
