import * as z from 'zod/mini';
import { Duration, Id, MeetingTime, SealedWords, Words } from '../words.ts';

/** What those who run the meeting can tell a speaker without a word being heard. */
export const CueKind = z.enum([
  'fiveMinutes',
  'twoMinutes',
  'wrapUp',
  'slower',
  'closerToMicrophone',
  'nextSlide',
  'questionComing',
]);
export type CueKind = z.infer<typeof CueKind>;

/** Who sees the countdown of a keynote: the speaker and those who run the meeting, or everyone. */
export const CountdownAudience = z.enum(['speaker', 'everyone']);
export type CountdownAudience = z.infer<typeof CountdownAudience>;

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
  z.strictObject({ type: z.literal('keynote.sendCue'), turn: Id, kind: CueKind }),
  z.strictObject({ type: z.literal('keynote.acknowledgeCue'), cue: Id }),
  z.strictObject({ type: z.literal('keynote.showCountdown'), to: CountdownAudience }),
  z.strictObject({
    type: z.literal('keynote.introduce'),
    item: Id,
    /** Null takes the introduction away. */
    introduction: z.nullable(Words),
  }),
] as const;

const CueSent = z.object({ id: Id, turn: Id, seat: Id, kind: CueKind, sentAt: MeetingTime });

export const KeynoteEvents = [
  z.object({ type: z.literal('keynote.spotlightSet'), seats: z.array(Id) }),
  z.object({ type: z.literal('keynote.budgetSet'), item: Id, budgetMs: Duration }),
  z.object({ type: z.literal('keynote.cueSent'), cue: CueSent }),
  z.object({ type: z.literal('keynote.cueAcknowledged'), cue: Id, at: MeetingTime }),
  z.object({ type: z.literal('keynote.countdownShown'), to: CountdownAudience }),
  z.object({ type: z.literal('keynote.introduced'), item: Id, introduction: z.nullable(SealedWords) }),
] as const;

export type KeynoteRefusal =
  | { code: 'keynote.unknownSeat' }
  | { code: 'keynote.notAKeynote' }
  | { code: 'keynote.nobodySpeaks' }
  | { code: 'keynote.unknownCue' }
  | { code: 'keynote.cueNotYours' }
  | { code: 'keynote.cueAcknowledged' };

/** A cue to the seat that speaks. Seen by that seat and those who run the meeting. */
export type Cue = z.infer<typeof CueSent> & { acknowledgedAt: MeetingTime | null };

/**
 * The keynote slot: who is in the spotlight, the time budget of each keynote item that has one of its own, the
 * introduction of its speaker, the latest cues, and who sees the countdown.
 */
export type Keynote = {
  spotlight: Id[];
  budgets: { item: Id; budgetMs: number }[];
  introductions: { item: Id; introduction: SealedWords }[];
  cues: Cue[];
  /** The keynote items whose turn has been taken: their introduction has been given. */
  begun: Id[];
  countdownFor: CountdownAudience;
};

export type KeynoteCommand = z.infer<(typeof KeynoteCommands)[number]>;
export type KeynoteEvent = z.infer<(typeof KeynoteEvents)[number]>;
