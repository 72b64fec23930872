import * as z from 'zod/mini';
import { AgendaCommands, AgendaEvents, type AgendaRefusal } from './agenda/schema.ts';
import { DocumentsCommands, DocumentsEvents, type DocumentsRefusal, DocumentsReveals } from './documents/schema.ts';
import { FloorCommands, FloorEvents, type FloorRefusal } from './floor/schema.ts';
import { KeynoteCommands, KeynoteEvents, type KeynoteRefusal } from './keynote/schema.ts';
import { LinesCommands, LinesEvents, type LinesRefusal } from './lines/schema.ts';
import { QuestionsCommands, QuestionsEvents, type QuestionsRefusal, QuestionsReveals } from './questions/schema.ts';
import { RosterCommands, RosterEvents, type RosterRefusal } from './roster/schema.ts';
import { SessionCommands, SessionEvents, type SessionRefusal, SystemCommands } from './session/schema.ts';
import { SlidesCommands, SlidesEvents, type SlidesRefusal } from './slides/schema.ts';
import { SpeakersCommands, SpeakersEvents, type SpeakersRefusal } from './speakers/schema.ts';
import type { Id, MeetingTime, Role, WallTime } from './words.ts';

export { happen, refuse } from './decision.ts';

/** What a person can ask of the meeting. Each names by id what the person saw. */
export const Command = z.discriminatedUnion('type', [
  ...SessionCommands,
  ...RosterCommands,
  ...AgendaCommands,
  ...FloorCommands,
  ...SpeakersCommands,
  ...QuestionsCommands,
  ...KeynoteCommands,
  ...DocumentsCommands,
  ...SlidesCommands,
  ...LinesCommands,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];

/** What the platform itself asks of the meeting: never accepted from a wire. */
export const SystemCommand = z.discriminatedUnion('type', SystemCommands);
export type SystemCommand = z.infer<typeof SystemCommand>;

/** What happened, as the log keeps it. */
export const LoggedEvent = z.discriminatedUnion('type', [
  ...SessionEvents,
  ...RosterEvents,
  ...AgendaEvents,
  ...FloorEvents,
  ...SpeakersEvents,
  ...QuestionsEvents,
  ...KeynoteEvents,
  ...DocumentsEvents,
  ...SlidesEvents,
  ...LinesEvents,
]);
export type LoggedEvent = z.infer<typeof LoggedEvent>;

/** What the projection adds for one viewer: something comes into sight or goes out of it. Never logged. */
export const RevealEvent = z.discriminatedUnion('type', [...QuestionsReveals, ...DocumentsReveals]);
export type RevealEvent = z.infer<typeof RevealEvent>;

/** Whatever `evolve` folds: a logged event, or a reveal made for one viewer. */
export type MeetingEvent = LoggedEvent | RevealEvent;

/** Why a command is refused: a fact about the meeting, shown to the person in the person's language. */
export type Refusal =
  | { code: 'role.required'; roles: Role[] }
  | { code: 'presence.required' }
  | { code: 'presence.backstage' }
  | { code: 'actor.unknown' }
  | SessionRefusal
  | RosterRefusal
  | AgendaRefusal
  | FloorRefusal
  | SpeakersRefusal
  | QuestionsRefusal
  | KeynoteRefusal
  | DocumentsRefusal
  | SlidesRefusal
  | LinesRefusal;
export type RefusalCode = Refusal['code'];

/** Who acts: a member, whose seat follows from the roster, or the platform itself. */
export type Actor = { kind: 'member'; member: Id } | { kind: 'system' };

/** All that comes into a decision from outside: the time on both clocks, the actor, and an id for what is new. */
export type Context = { now: MeetingTime; wall: WallTime; actor: Actor; commandId: Id };

/** The outcome of a command: what happens, or why nothing does. */
export type Decision = { events: LoggedEvent[] } | { refusal: Refusal };
