import { nextDeadlines } from '../meeting/deadlines.ts';
import { evolve } from '../meeting/evolve.ts';
import { decide, decideBySystem } from '../meeting/meeting.ts';
import type { Actor, Command, CommandType, Context, Decision, SystemCommand } from '../meeting/messages.ts';
import { permissions } from '../meeting/permissions.ts';
import { memberById, seatById } from '../meeting/roster/rules.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import { canaryOf, commandOf, nameCanaryOf } from './commands.ts';
import { noticeOf, revisionOf } from './desk.ts';
import { idsIn, type Picks, plausibleIds, wildIds } from './ids.ts';
import { type History, type Move, weighted } from './moves.ts';
import { sampleMeeting, seats } from './sample.ts';
import { starts } from './stages.ts';
import { contextOf, happened, type Story } from './story.ts';

/** The functions that a history is played with: the rules, or a broken form of them that a law has to catch. */
export type Rules = {
  decide: typeof decide;
  decideBySystem: typeof decideBySystem;
  evolve: typeof evolve;
};

/** The rules as they are. */
export const rules: Rules = { decide, decideBySystem, evolve };

/** One command of a history that was played: what was asked, what was decided, and the story on both sides. */
export type Played = {
  command: Command | SystemCommand;
  context: Context;
  decision: Decision;
  before: Story;
  after: Story;
};

/** Numbers drawn from one: the same choice draws the same numbers. */
function picksOf(choice: number): Picks {
  let seed = (choice * 2_654_435_761 + 1) % 4_294_967_296;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  return { next, oneOf: (from) => from[next(from.length)] };
}

const forOthers: readonly CommandType[] = [
  'speakers.respond',
  'questions.mark',
  'questions.vote',
  'questions.answerInWriting',
];

/** The seat whose the thing is that a command names, if it may give the command: often it alone may. */
function ownerOf({ floor, speakers, questions, slides, roster }: MeetingState, command: Command): Id | undefined {
  if (forOthers.includes(command.type)) return undefined;
  const holder = (turn: Id | null): Id | undefined => floor.turns.find(({ id }) => id === turn)?.seat;
  if ('turn' in command) return holder(command.turn);
  if ('document' in command) return roster.members.find(({ id }) => id === slides.shown?.driver)?.seat;
  if ('question' in command) return questions.questions.find(({ id }) => id === command.question)?.seat ?? undefined;
  if (!('entry' in command)) return undefined;
  const entry = speakers.lists.flatMap(({ entries }) => entries).find(({ id }) => id === command.entry);
  const isAnswered = command.type === 'speakers.accept' || command.type === 'speakers.decline';
  return isAnswered ? holder(entry?.turn ?? null) : entry?.seat;
}

/** Who may plausibly give that command: somebody of the roles, there already where the command wants that. */
function plausibleActor(state: MeetingState, command: Command, { next, oneOf }: Picks): Id {
  const { roles, presence } = permissions[command.type];
  const able = state.roster.members.filter(({ seat, presence: { status } }) => {
    const role = seatById(state, seat)?.role;
    const entitled = roles === 'everyone' || (role !== undefined && roles.includes(role));
    const there = status === 'admitted' || (presence === 'inside' && status === 'backstage');
    return entitled && (presence === 'entry' || there);
  });
  const owner = next(2) === 0 ? undefined : ownerOf(state, command);
  const own = oneOf(able.filter(({ seat }) => seat === owner));
  return (own ?? oneOf(able) ?? oneOf(state.roster.members))?.id ?? 'nobody';
}

/** The command with the text of a question marked as its seat's. */
const signed = (command: Command, state: MeetingState, member: Id): Command =>
  command.type === 'questions.submit'
    ? { ...command, text: canaryOf(memberById(state, member)?.seat ?? 'nobody') }
    : command;

const TRIES = 12;
const OTHER_TYPES = 4;

/** A command that the state has an occasion for, by somebody who may give it; of another type if that one has none. */
export function plausibleCommand(
  story: Story,
  type: CommandType,
  choice: number,
  { decide }: Pick<Rules, 'decide'> = rules,
): { command: Command; member: Id } {
  const picks = picksOf(choice);
  const draw = (ofType: CommandType): { command: Command; member: Id } => {
    const command = commandOf(ofType, plausibleIds(story.state, picks), picks);
    const member = plausibleActor(story.state, command, picks);
    return { command: signed(command, story.state, member), member };
  };
  const first = draw(type);
  const others = Array.from({ length: OTHER_TYPES }, () => picks.oneOf(weighted) ?? type);
  for (const tried of [type, ...others]) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const drawn = draw(tried);
      const context = contextOf(story, { kind: 'member', member: drawn.member });
      if ('events' in decide(story.state, drawn.command, context)) return drawn;
    }
  }
  return first;
}

/** A command with any ids, existing, foreign or invented, by anybody. */
export function wildCommand(story: Story, type: CommandType, choice: number): { command: Command; actor: Actor } {
  const picks = picksOf(choice);
  const member = picks.oneOf(idsIn(story.state)) ?? 'nobody';
  const command = signed(commandOf(type, wildIds(story.state, picks), picks), story.state, member);
  return { command, actor: picks.next(8) === 0 ? { kind: 'system' } : { kind: 'member', member } };
}

type Asked =
  | { by: 'person'; command: Command; actor: Actor }
  | { by: 'system'; command: SystemCommand }
  | { by: 'clock'; story: Story };

/** A document that has come: by somebody and for an item where that is plausible, now and then where it is not. */
function arrival({ roster, agenda }: MeetingState, choice: number, document: Id): SystemCommand {
  const { next, oneOf } = picksOf(choice);
  const item = oneOf(agenda.items);
  const able = roster.members.filter(
    ({ seat }) => seat === item?.speaker || [seats.chair, seats.moderator].some((manager) => manager === seat),
  );
  const member = next(6) === 0 ? oneOf(roster.members) : oneOf(able);
  return {
    type: 'documents.receive',
    member: member?.id ?? 'nobody',
    document,
    item: item?.id ?? 'nothing',
    use: next(3) === 0 ? 'paper' : 'slides',
    name: nameCanaryOf(document),
    pages: 1 + next(12),
    bytes: 1 + next(1_000_000),
  };
}

/** Whose link is lost or back: holders of the floor more often than others, and back who was lost. */
function linkCommand(
  { floor, roster }: MeetingState,
  { choice, lost }: { choice: number; lost: boolean },
): SystemCommand {
  const { oneOf } = picksOf(choice);
  const holding = floor.turns.flatMap(({ status }) => ('member' in status ? [status.member] : []));
  const all = roster.members.map(({ id }) => id);
  const away = roster.members.filter(({ presence }) => presence.status === 'disconnected').map(({ id }) => id);
  const from = lost ? [...all, ...holding, ...holding, ...holding, ...holding] : [...away, ...away, ...all.slice(0, 2)];
  return { type: lost ? 'roster.loseLink' : 'roster.restoreLink', member: oneOf(from) ?? 'nobody' };
}

function asked(story: Story, step: Exclude<Move, { kind: 'allBack' }>, with_: Rules): Asked {
  switch (step.kind) {
    case 'command': {
      const { command, member } = plausibleCommand(story, step.type, step.choice, with_);
      return { by: 'person', command, actor: { kind: 'member', member } };
    }
    case 'wild':
      return { by: 'person', ...wildCommand(story, step.type, step.choice) };
    case 'link':
      return { by: 'system', command: linkCommand(story.state, step) };
    case 'system':
      if (step.command !== 'session.create') return { by: 'system', command: { type: step.command } };
      return { by: 'system', command: sampleMeeting() };
    case 'document':
      return {
        by: 'system',
        command: arrival(story.state, step.choice, contextOf(story, { kind: 'system' }).commandId),
      };
    case 'desk':
      return { by: 'system', command: revisionOf(story.state, picksOf(step.choice), `c${story.commands + 1}`) };
    case 'notice':
      return { by: 'system', command: noticeOf(story.state, picksOf(step.choice)) };
    case 'time':
      return { by: 'clock', story: { ...story, now: story.now + step.ms, wall: story.wall + step.ms } };
    case 'wall':
      return { by: 'clock', story: { ...story, wall: story.wall + step.ms } };
  }
}

function ask(story: Story, what: Exclude<Asked, { by: 'clock' }>, { decide, decideBySystem, evolve }: Rules): Played {
  const context = contextOf(story, what.by === 'system' ? { kind: 'system' } : what.actor);
  const decision =
    what.by === 'system'
      ? decideBySystem(story.state, what.command, context)
      : decide(story.state, what.command, context);
  const events = 'events' in decision ? decision.events : [];
  const after = { ...happened(story, []), log: [...story.log, ...events], state: events.reduce(evolve, story.state) };
  return { command: what.command, context, decision, before: story, after };
}

/**
 * Plays a history, with a due deadline decided before each next command, as the meeting's host does. `see` gets the
 * state before anything is asked of it, so that a law may freeze it.
 */
export function play(
  { start, moves }: History,
  { with: with_ = rules, see = () => {} }: { with?: Rules; see?: (state: MeetingState) => void } = {},
): { story: Story; played: Played[] } {
  let story = starts[start];
  const played: Played[] = [];
  const go = (what: Exclude<Asked, { by: 'clock' }>): void => {
    see(story.state);
    const step = ask(story, what, with_);
    played.push(step);
    story = step.after;
  };
  for (const step of moves) {
    const { meeting, wall } = nextDeadlines(story.state);
    const due = (meeting !== null && meeting <= story.now) || (wall !== null && wall <= story.wall);
    if (due && step.kind !== 'time' && step.kind !== 'wall') go({ by: 'system', command: { type: 'session.alarm' } });
    if (step.kind === 'allBack') {
      for (const { id, presence } of story.state.roster.members)
        if (presence.status === 'disconnected')
          go({ by: 'system', command: { type: 'roster.restoreLink', member: id } });
      continue;
    }
    const what = asked(story, step, with_);
    if (what.by === 'clock') story = what.story;
    else go(what);
  }
  see(story.state);
  return { story, played };
}
