import * as z from 'zod/mini';
import { AgendaItemPlan, HardStopPlan } from '../agenda/schema.ts';
import { DocumentsSystemCommands } from '../documents/schema.ts';
import { Budget, FloorMode, TurnTerms } from '../floor/schema.ts';
import { QuestionStatus, RoundStatus } from '../questions/schema.ts';
import { RosterSystemCommands, SeatPlan } from '../roster/schema.ts';
import { Duration, Id, LimitKind, MeetingTime, Moment, WallTime } from '../words.ts';

export { defaultPolicy } from './policy.ts';

/** What the end of its time means, clock by clock. */
export const Limits = z.object({
  /** Interventions, invited turns and interposed questions. */
  turn: LimitKind,
  /** An asker who voices a question. */
  question: LimitKind,
  answer: LimitKind,
  keynote: LimitKind,
  /** The time of a whole delegation. */
  delegation: LimitKind,
});
export type Limits = z.infer<typeof Limits>;

/**
 * What those who do not run the meeting read of each other: names, delegations alone, or how many there are. Who
 * presides, moderates, gives the keynote, interprets or operates is named always, as nobody listens unseen.
 */
export const Visibility = z.enum(['names', 'delegations', 'counts']);
export type Visibility = z.infer<typeof Visibility>;

/** The lengths and counts that the convener chooses for a meeting. */
export const Policy = z.object({
  /** Speaking time of one intervention. */
  turnMs: Duration,
  /** How long before the end a clock warns. */
  warnMs: Duration,
  /** How long a microphone stays open after a hard limit. */
  graceMs: Duration,
  limits: Limits,
  /** Time of one answer block. */
  answerMs: Duration,
  /** Time of one asker to voice a question. */
  questionMs: Duration,
  /** How long a called seat has to take the floor. */
  callMs: Duration,
  /** How long a lost link keeps floor and media, in sum for one turn of speech. */
  lostLinkMs: Duration,
  /** Questions collected in one round. */
  questionsPerRound: z.int().check(z.minimum(1), z.maximum(20)),
  /** Microphones that may be open at once in an open discussion. */
  maxOpenMicrophones: z.int().check(z.minimum(1), z.maximum(20)),
  /** Seats that may hold the floor at once in directed mode. */
  maxDirectedHolders: z.int().check(z.minimum(1), z.maximum(20)),
  /** Direct responses that may wait for one intervention. */
  maxResponses: z.int().check(z.minimum(0), z.maximum(10)),
  /** Time of a direct response and of a clarification. */
  responseMs: Duration,
  /** Time of a right of reply. */
  replyMs: Duration,
  /** Whether questions may be voted up. */
  upvotes: z.boolean(),
  /** Whether respondents may answer any question in writing. */
  typedAnswers: z.boolean(),
  visibility: Visibility,
  /** Whether two members may write to each other, past the chair. */
  chat: z.boolean(),
});
export type Policy = z.infer<typeof Policy>;

export const SessionCommands = [
  z.strictObject({ type: z.literal('session.open') }),
  z.strictObject({ type: z.literal('session.adjourn') }),
  z.strictObject({
    type: z.literal('session.changePolicy'),
    turnMs: z.optional(Duration.check(z.minimum(10_000))),
    questionMs: z.optional(Duration.check(z.minimum(10_000))),
    answerMs: z.optional(Duration.check(z.minimum(10_000))),
    warnMs: z.optional(Duration),
    graceMs: z.optional(Duration.check(z.maximum(300_000))),
    limits: z.optional(z.partial(Limits)),
    questionsPerRound: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
    maxResponses: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
    responseMs: z.optional(Duration.check(z.minimum(10_000))),
    replyMs: z.optional(Duration.check(z.minimum(10_000))),
    upvotes: z.optional(z.boolean()),
    typedAnswers: z.optional(z.boolean()),
    visibility: z.optional(Visibility),
    chat: z.optional(z.boolean()),
  }),
  /** Takes back what the command of that id did. */
  z.strictObject({ type: z.literal('session.undo'), of: Id }),
] as const;

const RoundBefore = z.object({
  round: Id,
  status: RoundStatus,
  questions: z.array(z.object({ question: Id, status: QuestionStatus })),
});

/** What it takes to take an act back: how things stood before it. */
export const Undo = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    turn: Id,
    /** The responses that lapsed as the next speaker was called. */
    lapsed: z.array(Id),
  }),
  z.object({
    kind: z.literal('turnEnd'),
    turn: z.object({ id: Id, ...TurnTerms.shape }),
    /** Where the question that the turn voiced stood, or null. */
    question: z.nullable(z.object({ question: Id, status: QuestionStatus, round: z.nullable(Id) })),
  }),
  z.object({ kind: z.literal('dismissal'), question: Id, status: QuestionStatus, round: z.nullable(Id) }),
  z.object({
    kind: z.literal('close'),
    item: Id,
    /** The item that was started in its place, or null. */
    started: z.nullable(Id),
    /** What the start of that other item changed. */
    mode: FloorMode,
    spotlight: z.array(Id),
    rounds: z.array(RoundBefore),
  }),
]);
export type Undo = z.infer<typeof Undo>;

/** An act that can be taken back for a while, as long as nothing else touches what it concerned. */
export const UndoableAct = z.object({
  /** The id of the command. */
  id: Id,
  until: MeetingTime,
  /** The ids that a later event must not name. */
  touches: z.array(Id),
  undo: Undo,
});
export type UndoableAct = z.infer<typeof UndoableAct>;

/** All of a meeting that is planned, but for its seats. */
const Plan = z.object({
  startsAt: WallTime,
  timeZone: z.string().check(z.maxLength(64)),
  ruleVersion: z.int(),
  policy: Policy,
  agenda: z.array(AgendaItemPlan),
  hardStops: z.array(HardStopPlan),
  budgets: z.array(Budget),
});
export type Plan = z.infer<typeof Plan>;

/** Commands that no person sends: the loader, the desk, the alarm, the gateway and a new home do. */
export const SystemCommands = [
  z.strictObject({ type: z.literal('session.create'), ...Plan.shape, seats: z.array(SeatPlan) }),
  /** What the convener has changed at the desk; the plan is null when the seats alone have changed. */
  z.strictObject({ type: z.literal('session.revise'), plan: z.nullable(Plan), seats: z.array(SeatPlan) }),
  z.strictObject({ type: z.literal('session.cancel') }),
  z.strictObject({ type: z.literal('session.alarm') }),
  z.strictObject({ type: z.literal('session.takeOver') }),
  z.strictObject({ type: z.literal('roster.loseLink'), member: Id }),
  z.strictObject({ type: z.literal('roster.restoreLink'), member: Id }),
  ...RosterSystemCommands,
  ...DocumentsSystemCommands,
] as const;

export const SessionEvents = [
  z.object({ type: z.literal('session.created'), ...Plan.shape, seats: z.array(SeatPlan) }),
  z.object({ type: z.literal('session.revised'), plan: z.nullable(Plan), seats: z.array(SeatPlan) }),
  z.object({ type: z.literal('session.cancelled'), moment: Moment }),
  z.object({ type: z.literal('session.opened'), moment: Moment }),
  z.object({ type: z.literal('session.adjourned'), moment: Moment }),
  z.object({ type: z.literal('session.takenOver') }),
  z.object({ type: z.literal('session.policyChanged'), policy: Policy }),
  z.object({ type: z.literal('session.actRecorded'), act: UndoableAct }),
  z.object({ type: z.literal('session.undone'), of: Id }),
] as const;

export type SessionRefusal =
  | { code: 'session.alreadyOpen' }
  | { code: 'session.notOpen' }
  | { code: 'session.adjourned' }
  | { code: 'session.alreadyCreated' }
  | { code: 'session.seatEntered'; seat: Id }
  | { code: 'session.itemHeld'; item: Id }
  | { code: 'session.nothingToUndo' }
  | { code: 'session.undoTooLate' }
  | { code: 'session.undoOvertaken' };

/** Whether the meeting is yet to open, is held, or is over. */
export type Session = {
  status: 'planned' | 'open' | 'adjourned';
  startsAt: WallTime;
  /** IANA name of the meeting's own time zone. */
  timeZone: string;
  /** The version of the rule that members accept on entry. */
  ruleVersion: number;
  policy: Policy;
  opened: Moment | null;
  /** The end; of a meeting that was never opened, when it was cancelled. */
  adjourned: Moment | null;
  /** How often the convener has changed the plan; with each change everybody sees everything anew. */
  revision: number;
  /** What can be taken back now, the latest last; empty for all but those who run the meeting. */
  acts: UndoableAct[];
};

/** One of the platform's own commands. */
export type SystemCommandOf<T extends string> = Extract<z.infer<(typeof SystemCommands)[number]>, { type: T }>;

export type SessionCommand = z.infer<(typeof SessionCommands)[number]>;
export type SessionEvent = z.infer<(typeof SessionEvents)[number]>;
