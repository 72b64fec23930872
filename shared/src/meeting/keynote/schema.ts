import * as z from 'zod/mini';
import { Duration, Id } from '../words.ts';

export const KeynoteCommands = [
  z.strictObject({
    type: z.literal('keynote.setSpotlight'),
    seats: z.array(Id).check(z.maxLength(3)),
  }),
  z.strictObject({
    type: z.literal('keynote.setBudget'),
    item: Id,
    budgetMs: Duration.check(z.minimum(60_000)),
  }),
] as const;

export const KeynoteEvents = [
  z.object({ type: z.literal('keynote.spotlightSet'), seats: z.array(Id) }),
  z.object({ type: z.literal('keynote.budgetSet'), item: Id, budgetMs: Duration }),
] as const;

export type KeynoteRefusal = { code: 'keynote.unknownSeat' } | { code: 'keynote.notAKeynote' };

/** The keynote slot: who is in the spotlight, and the time budget of each keynote item that has one of its own. */
export type Keynote = { spotlight: Id[]; budgets: { item: Id; budgetMs: number }[] };

export type KeynoteCommand = z.infer<(typeof KeynoteCommands)[number]>;
export type KeynoteEvent = z.infer<(typeof KeynoteEvents)[number]>;
