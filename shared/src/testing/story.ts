import { nextDeadlines } from '../meeting/deadlines.ts';
import { evolve } from '../meeting/evolve.ts';
import { decide, decideBySystem } from '../meeting/meeting.ts';
import type { Actor, Command, Context, Decision, LoggedEvent, SystemCommand } from '../meeting/messages.ts';
import { memberById } from '../meeting/roster/rules.ts';
import { initialState } from '../meeting/session/rules.ts';
import type { Policy } from '../meeting/session/schema.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import { items, members, sampleMeeting, startsAt } from './sample.ts';

/** A meeting as far as it has been told: its state, the log it came from, and both clocks. */
export type Story = Readonly<{
  state: MeetingState;
  log: readonly LoggedEvent[];
  now: number;
  wall: number;
  /** How many commands were given: the id of the next is made of it. */
  commands: number;
}>;

/** One step of a story. A logged event is a step too: it simply happens. */
export type Step = LoggedEvent | ((story: Story) => Story);

/** A story in which nothing has happened yet. */
export const beginning: Story = { state: initialState, log: [], now: 0, wall: startsAt, commands: 0 };

/** The context of the next command of a story; `id` names what the command makes. */
export const contextOf = (story: Story, actor: Actor, id: Id = `c${story.commands + 1}`): Context => ({
  now: story.now,
  wall: story.wall,
  actor,
  commandId: id,
});

/** The story after these events. */
export const happened = (story: Story, events: readonly LoggedEvent[]): Story => ({
  ...story,
  state: events.reduce(evolve, story.state),
  log: [...story.log, ...events],
  commands: story.commands + 1,
});

function follow(story: Story, type: string, decision: Decision): Story {
  if ('refusal' in decision) throw new Error(`a story cannot go on: ${type} is refused: ${decision.refusal.code}`);
  return happened(story, decision.events);
}

/** A person gives a command that must be accepted; `id` names what it makes (a turn, an entry, a round...). */
export const by =
  (member: Id, command: Command, id?: Id) =>
  (story: Story): Story =>
    follow(story, command.type, decide(story.state, command, contextOf(story, { kind: 'member', member }, id)));

/** The platform itself asks something. */
export const system =
  (command: SystemCommand) =>
  (story: Story): Story =>
    follow(story, command.type, decideBySystem(story.state, command, contextOf(story, { kind: 'system' })));

/** Time passes and nobody looks at what is due. */
export const pass =
  (ms: number) =>
  (story: Story): Story => ({ ...story, now: story.now + ms, wall: story.wall + ms });

/** More alarms than this fall due at one moment only when an alarm leaves its own deadline where it is. */
const MOST_ALARMS = 100;

/** Time passes, and what falls due is decided at its moment, as the meeting's host does. */
export const wait =
  (ms: number, alarms = 0) =>
  (story: Story): Story => {
    const { meeting, wall } = nextDeadlines(story.state);
    const waits = [meeting === null ? [] : [meeting - story.now], wall === null ? [] : [wall - story.wall]].flat();
    const until = Math.max(0, Math.min(...waits));
    if (until > ms) return pass(ms)(story);
    if (alarms > MOST_ALARMS) throw new Error('a story cannot go on: the alarms of one moment do not end');
    return wait(ms - until, until === 0 ? alarms + 1 : 0)(system({ type: 'session.alarm' })(pass(until)(story)));
  };

/** The wall clock is set, forward or back; meeting time does not notice. */
export const wallJumps =
  (ms: number) =>
  (story: Story): Story => ({ ...story, wall: story.wall + ms });

/** The story that these steps tell from the beginning. */
export const tell = (...steps: readonly Step[]): Story =>
  steps.reduce<Story>((story, step) => (typeof step === 'function' ? step(story) : happened(story, [step])), beginning);

/** The sample meeting is created. */
export const created = (policy?: Partial<Policy>): Step => system(sampleMeeting(policy));

/** A member enters, and is admitted by the chair where that is needed. */
export const enter =
  (member: Id) =>
  (story: Story): Story => {
    const entered = by(member, { type: 'roster.enterLobby', ruleVersion: story.state.session.ruleVersion })(story);
    return memberById(entered.state, member)?.presence.status === 'admitted'
      ? entered
      : by(members.chair, { type: 'roster.admit', member })(entered);
  };

/** Everybody enters and is admitted, the chair first. */
export const everybodyInside: Step = (story) =>
  story.state.roster.members.reduce((before, { id }) => enter(id)(before), story);

/** The chair opens the meeting. */
export const opened: Step = by(members.chair, { type: 'session.open' });

/** The sample meeting with everybody inside and open. */
export const held = (policy?: Partial<Policy>): readonly Step[] => [created(policy), everybodyInside, opened];

/** The chair starts an item of the sample meeting. */
export const started = (name: keyof typeof items): Step =>
  by(members.chair, { type: 'agenda.startItem', item: items[name] });

/** The server has received a document and kept it: nine slides of the keynote, if nothing else is said. */
export const received = (
  document: Id,
  member: Id,
  {
    item = items.keynote,
    use = 'slides',
    name = `${document}.pdf`,
  }: { item?: Id; use?: 'paper' | 'slides'; name?: string } = {},
): Step => system({ type: 'documents.receive', member, document, item, use, name, pages: 9, bytes: 90_000 });

/** A member's link is lost. */
export const lost = (member: Id): Step => system({ type: 'roster.loseLink', member });

/** A member's link is back. */
export const back = (member: Id): Step => system({ type: 'roster.restoreLink', member });
