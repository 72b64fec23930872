import { decide } from '../../meeting/meeting.ts';
import type { Actor, CommandType, Decision } from '../../meeting/messages.ts';
import { type Permission, type Permissions, permissions } from '../../meeting/permissions.ts';
import type { Presence } from '../../meeting/roster/schema.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Id, Role } from '../../meeting/words.ts';
import { deepFreeze } from '../json.ts';
import { contextOf, type Story, tell } from '../story.ts';
import { actor, another, type Scene, type SceneOf, scenes } from './scenes.ts';
import { scenesOfFloor } from './scenesOfFloor.ts';
import { scenesOfQuestions } from './scenesOfQuestions.ts';
import { type Outcome, oracle, type Place, type Row, type Stage, type Who } from './table.ts';

const allScenes: Readonly<Record<CommandType, SceneOf>> = { ...scenes, ...scenesOfFloor, ...scenesOfQuestions };

/** Whose the thing is that a command names: never of this meeting if `foreign` or `forged`, and past if `stale`. */
export type Whose = 'own' | 'other' | 'foreign' | 'forged' | 'stale';

/** Where the rules and the oracle part. */
export type Difference = { command: CommandType; who: Who; whose: Whose | 'nobody'; expected: string; decided: string };

const lost = (from: 'inLobby' | 'admitted' | 'backstage'): Presence => ({
  status: 'disconnected',
  from,
  called: false,
  since: 0,
});
const presences: Readonly<Record<Place, Presence>> = {
  invited: { status: 'invited' },
  lobby: { status: 'inLobby' },
  room: { status: 'admitted' },
  backstage: { status: 'backstage', called: false },
  left: { status: 'left' },
  removed: { status: 'removed' },
  lobbyLost: lost('inLobby'),
  roomLost: lost('admitted'),
  backstageLost: lost('backstage'),
};
const roles: readonly Role[] = [
  'convener',
  'chair',
  'moderator',
  'keynote',
  'discussant',
  'participant',
  'observer',
  'rapporteur',
  'interpreter',
  'operator',
];
const stages: readonly Stage[] = ['planned', 'open', 'adjourned'];

/** Everybody whom the actor may be: each role, everywhere, before, in and after the meeting. */
const everyWho: readonly Who[] = roles.flatMap((role) =>
  (Object.keys(presences) as Place[]).flatMap((place) => stages.map((stage) => ({ role, place, stage }))),
);

/** The state in which the actor has that role, is there, and the meeting stands so. */
const stateFor = (state: MeetingState, { role, place, stage }: Who): MeetingState => ({
  ...state,
  session: { ...state.session, status: stage },
  roster: {
    ...state.roster,
    seats: state.roster.seats.map((seat) => (seat.id === actor.seat ? { ...seat, role } : seat)),
    members: state.roster.members.map((member) =>
      member.id === actor.member ? { ...member, presence: presences[place] } : member,
    ),
  },
});

/** What is to come of it: the person first, then the place, then the moment, and then the thing. */
function expectedOf({ roles: given, where, when, ...things }: Row, who: Who, whose: Whose): Outcome {
  const { role, place, stage } = who;
  if (place === 'removed') return 'roster.removed';
  if (!given.includes(role)) return 'role.required';
  const isInside = place === 'room' || place === 'backstage';
  if (where !== 'anywhere' && !isInside) return 'presence.required';
  if (where === 'room' && place === 'backstage') return 'presence.backstage';
  if (when !== 'always' && stage === 'adjourned') return 'session.adjourned';
  if (when === 'open' && stage === 'planned') return 'session.notOpen';
  const outcome = things[whose === 'foreign' || whose === 'forged' ? 'unknown' : whose] ?? 'yes';
  return typeof outcome === 'function' ? outcome(who) : outcome;
}

/** Another meeting names its things by other ids; those forged mean something to the language or name another thing. */
const idsFor: Readonly<Record<'foreign' | 'forged', readonly Id[]>> = {
  foreign: ['of-another-meeting'],
  forged: ['constructor', ''],
};

/** A thing to name, in the story in which it is so. */
type Named = { whose: Whose; story: Story; id: Id; asks: Scene['asks'] };

function* toldThings(type: CommandType): Generator<Named> {
  const row = oracle[type];
  const own = allScenes[type](actor);
  const { asks } = own;
  const story = tell(...own.after);
  yield { whose: 'own', story, id: own.id ?? '', asks };
  if (row.other !== undefined) {
    const other = allScenes[type](another);
    yield { whose: 'other', story: tell(...other.after), id: other.id ?? '', asks: other.asks };
  }
  if (row.unknown !== undefined) {
    // What the story does hold, but is a thing of another kind.
    const astray = own.id === actor.member || own.id === actor.seat ? 'i-opening' : actor.member;
    for (const whose of ['foreign', 'forged'] as const)
      for (const id of whose === 'forged' ? [...idsFor.forged, astray] : idsFor.foreign)
        yield { whose, story, id, asks };
  }
  if (own.over !== undefined)
    yield { whose: 'stale', story: tell(...own.after, ...own.over), id: own.past ?? own.id ?? '', asks };
}

const told = new Map<CommandType, readonly Named[]>();

/** The things that a command may name, each in its story, which is told once. */
function thingsOf(type: CommandType): readonly Named[] {
  const things = told.get(type) ?? [...toldThings(type)];
  told.set(type, things);
  return things;
}

const decidedAs = (decision: Decision): string => ('events' in decision ? 'yes' : decision.refusal.code);

/** Nobody on the roster, a seat in place of a member, a member of another meeting, and the platform itself. */
const strangers: readonly Actor[] = [
  { kind: 'member', member: 'constructor' },
  { kind: 'member', member: actor.seat },
  { kind: 'member', member: 'of-another-meeting' },
  { kind: 'system' },
];

/** Every case of a command, with what was to come of it and what was decided. */
function* casesOf(type: CommandType, table: Permissions): Generator<Difference> {
  const row = oracle[type];
  const states = new Map<Story, readonly MeetingState[]>();
  for (const { whose, story, id, asks } of thingsOf(type)) {
    const command = asks(id);
    // Frozen, as a refusal must leave everything as it was.
    const inState = states.get(story) ?? everyWho.map((who) => deepFreeze(stateFor(story.state, who)));
    states.set(story, inState);
    const context = contextOf(story, { kind: 'member', member: actor.member });
    for (const [at, who] of everyWho.entries()) {
      const decided = decidedAs(decide(inState[at] ?? story.state, command, context, table));
      yield { command: type, who, whose, expected: expectedOf(row, who, whose), decided };
    }
    for (const stranger of whose === 'own' ? strangers : [])
      for (const stage of stages) {
        const who: Who = { role: 'chair', place: 'room', stage };
        const decision = decide(stateFor(story.state, who), command, contextOf(story, stranger), table);
        yield { command: type, who, whose: 'nobody', expected: 'actor.unknown', decided: decidedAs(decision) };
      }
  }
}

const differs = ({ expected, decided }: Difference): boolean => expected !== decided;

const commandTypes = Object.keys(oracle) as CommandType[];

/** How many cases there are. */
export const caseCount = (): number =>
  commandTypes
    .map((type) => thingsOf(type).length * everyWho.length + strangers.length * stages.length)
    .reduce((sum, cases) => sum + cases, 0);

/** Every command by every role from everywhere, before, in and after the meeting, about every kind of thing. */
export function tryAll(): { cases: number; differences: Difference[] } {
  const differences: Difference[] = [];
  let cases = 0;
  for (const type of commandTypes)
    for (const one of casesOf(type, permissions)) {
      cases += 1;
      if (differs(one)) differences.push(one);
    }
  return { cases, differences };
}

// One of those that speak, and may give most commands that name somebody's things.
const speaks: Who = { role: 'participant', place: 'room', stage: 'open' };
const manages: Who = { ...speaks, role: 'chair' };

/** Refusals that say whose the thing is; others say how it stands. */
const saysOwn: readonly string[] = [
  'roster.yourself',
  'roster.chairsSeat',
  'roster.roleHeld',
  'speakers.ownIntervention',
  'questions.ownQuestion',
  'slides.alreadyDriver',
  'lines.toYourself',
];
const saysAnothers: readonly string[] = [
  'floor.notYours',
  'speakers.notYours',
  'questions.notYours',
  'documents.notYours',
  'keynote.cueNotYours',
  'slides.notDriver',
  'slides.mayNotPresent',
  'questions.notRespondent',
  'role.required',
];

/** Whose things a command may name, as the rules decide it: what the column `of` of the permissions says beforehand. */
export function ownershipOf(type: CommandType): Permission['of'] {
  const things = thingsOf(type);
  const given = oracle[type].roles;
  const ask = (whose: Whose, who: Who): string => {
    const thing = things.find((one) => one.whose === whose);
    if (thing === undefined || !given.includes(who.role)) return 'yes';
    const context = contextOf(thing.story, { kind: 'member', member: actor.member });
    return decidedAs(decide(stateFor(thing.story.state, who), thing.asks(thing.id), context));
  };
  if (!things.some(({ whose }) => whose === 'other')) return 'anything';
  const who = given.includes('participant') ? speaks : manages;
  if (saysOwn.includes(ask('own', who))) return 'others';
  if (!saysAnothers.includes(ask('other', speaks))) return 'anything';
  return ask('other', manages) === 'yes' ? 'ownOrManaged' : 'own';
}

const opened: Permission = { ...permissions['roster.leave'] };

function hasDifference(cases: Iterable<Difference>): boolean {
  for (const one of cases) if (differs(one)) return true;
  return false;
}

/** The commands of which the oracle would not notice that their row was opened to everybody, everywhere, always. */
export const blindSpots = (): CommandType[] =>
  commandTypes.filter((type) => {
    const { roles: given, where, when } = oracle[type];
    const isOpen = given.length === roles.length && where === 'anywhere' && when === 'always';
    return !isOpen && !hasDifference(casesOf(type, { ...permissions, [type]: opened }));
  });
