import { isDone } from '../meeting/agenda/rules.ts';
import { MOST_LEVELS } from '../meeting/agenda/tree.ts';
import { nextDeadlines } from '../meeting/deadlines.ts';
import { evolve } from '../meeting/evolve.ts';
import { spokenBy } from '../meeting/floor/clocks.ts';
import { entryOf, interruptedBy, isInterruption, isIntervention } from '../meeting/floor/purposes.ts';
import type { Turn } from '../meeting/floor/schema.ts';
import { placesIn, placesTaken } from '../meeting/floor/turns.ts';
import * as media from '../meeting/mediaGrant.ts';
import { decideBySystem } from '../meeting/meeting.ts';
import { LoggedEvent } from '../meeting/messages.ts';
import { isBackstage, isInRoom } from '../meeting/roster/rules.ts';
import type { Member } from '../meeting/roster/schema.ts';
import { initialState } from '../meeting/session/rules.ts';
import { holdsOrWaits, isResponse, isWaiting } from '../meeting/speakers/entries.ts';
import type { QueueEntry } from '../meeting/speakers/schema.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import type { Played } from './history.ts';
import { sameJson, throughJson } from './json.ts';
import type { Story } from './story.ts';

/** What breaks a law, in a sentence; an empty list when it holds. */
export type Violations = string[];

const unless = (holds: boolean, violation: string): Violations => (holds ? [] : [violation]);

/** A refusal comes without events and leaves the state the very same. */
export const refusalsChangeNothing = (played: readonly Played[]): Violations =>
  played.flatMap(({ command, decision, before, after }) =>
    unless('events' in decision || before.state === after.state, `a refused ${command.type} changed the state`),
  );

/** The log, read back from JSON and parsed, gives the state that was lived. */
export function replayEqualsLive({ log, state }: Story): Violations {
  const replayed = log.map((event) => LoggedEvent.parse(throughJson(event))).reduce(evolve, initialState);
  return unless(sameJson(replayed, state), 'the replay of the log differs from the state that was lived');
}

/** The places of the mode, the presiding microphone, the one interruption, one turn for each seat and one microphone. */
export function placesHold(state: MeetingState): Violations {
  const { floor, roster, session } = state;
  const places = placesIn(floor.mode, session.policy);
  const presiding = floor.turns.filter(
    ({ purpose, status }) => purpose.kind === 'presiding' && status.kind !== 'suspended',
  );
  const interrupting = floor.turns.filter((turn) => isInterruption(turn) && turn.status.kind !== 'suspended');
  const seats = floor.turns.map(({ seat }) => seat);
  const open = roster.members.filter(({ id }) => media.mediaGrant(state, id).microphone?.audience === 'room');
  return [
    ...unless(placesTaken(floor).length <= places, `more than ${places} turns in mode ${floor.mode}`),
    ...unless(presiding.length <= 1, 'two presiding microphones'),
    ...unless(interrupting.length <= 1, 'two interruptions'),
    ...unless(new Set(seats).size === seats.length, 'two turns of one seat'),
    ...unless(new Set(open.map(({ seat }) => seat)).size === open.length, 'two microphones of one seat'),
    ...unless(open.length <= places + 2, `${open.length} microphones in mode ${floor.mode}`),
  ];
}

/** What a member may hear, by where the member is. */
function audiencesOf(state: MeetingState, member: Member): readonly string[] {
  if (state.session.status === 'adjourned') return [];
  if (isBackstage(member)) return ['backstage', 'room'];
  return isInRoom(member) ? ['room'] : [];
}

/** The two functions that the media follow: as they are, or a broken form. */
export type Media = Pick<typeof media, 'mediaGrant' | 'hears'>;

/**
 * A microphone of the room is granted to the member who holds a turn, and to nobody else; a screen only with leave;
 * backstage everything goes backstage, and outside and afterwards nothing goes anywhere.
 */
export const grantsFollowTurns = (state: MeetingState, { mediaGrant, hears }: Media = media): Violations =>
  state.roster.members.flatMap((member) => {
    const grant = mediaGrant(state, member.id);
    const turn = state.floor.turns.find(({ id }) => id === grant.microphone?.id);
    const carries = turn?.seat === member.seat && ['speaking', 'paused', 'lost'].includes(turn.status.kind);
    const holds = carries && 'member' in turn.status && turn.status.member === member.id;
    const audiences = audiencesOf(state, member);
    const sent = Object.values(grant).flatMap((source) => (source === null ? [] : [source.audience]));
    const toRoom = grant.microphone?.audience === 'room';
    return [
      ...unless(!toRoom || holds, `${member.id} has a microphone without a turn`),
      ...unless(
        grant.screen === null || (holds && turn.screen === 'allowed'),
        `${member.id} has a screen without leave`,
      ),
      ...unless(
        sent.every((audience) => audience === audiences[0]),
        `${member.id} may send to those who are elsewhere`,
      ),
      ...unless(sameJson(hears(state, member.id), audiences), `${member.id} hears what is elsewhere`),
    ];
  });

/** Every part of the agenda stands behind its parent, with nothing of another branch between, on three levels. */
function partsFollowParents({ agenda: { items } }: MeetingState): Violations {
  const above: Id[] = [];
  return items.flatMap((item) => {
    const depth = item.parent === null ? 0 : above.indexOf(item.parent) + 1;
    const follows = item.parent === null || depth > 0;
    above.splice(depth, above.length, item.id);
    return [
      ...unless(follows, `${item.id} stands apart from its parent`),
      ...unless(depth < MOST_LEVELS, `${item.id} is too deep`),
      ...unless((item.since !== null) === (item.status === 'active'), `the clock of ${item.id} says otherwise`),
    ];
  });
}

function documentsAndSlidesAgree({ agenda, documents, slides: { shown }, roster }: MeetingState): Violations {
  const inRoom = (id: Id): boolean => roster.members.some((member) => member.id === id && isInRoom(member));
  const document = documents.documents.find(({ id }) => id === shown?.document);
  const people = [...(shown?.asking ?? []), ...(shown?.driver == null ? [] : [shown.driver])];
  return [
    ...documents.documents.flatMap(({ id, item }) =>
      unless(
        agenda.items.some((other) => other.id === item),
        `document ${id} outlives its item`,
      ),
    ),
    ...unless(shown === null || (document?.shown === true && shown.page <= document.pages), 'no such slides'),
    ...unless(people.every(inRoom), 'who drives the slides or asks to is not in the room'),
    ...unless(new Set(people).size === people.length, 'somebody drives and asks to, or asks twice'),
  ];
}

/** How an entry stands, from what the turns say that were called from it. */
const calledOrSpeaks = (turns: readonly Turn[]): string[] =>
  turns.map(({ status }) => (status.kind === 'called' ? 'called' : 'speaking'));

/** What an entry says of itself, and of the turns that it belongs to and was called with. */
function entryAgrees({ floor }: MeetingState, entry: QueueEntry): Violations {
  const { id, seat, kind, category, turn, status } = entry;
  const own = floor.turns.filter(({ purpose }) => entryOf(purpose) === id);
  const says = status === 'called' || status === 'speaking' ? [status] : [];
  const to = floor.turns.find((other) => other.id === turn);
  return [
    ...unless(sameJson(calledOrSpeaks(own), says), `entry ${id} is ${status}, its turn says otherwise`),
    ...unless(
      own.every((other) => other.seat === seat),
      `entry ${id} is called with a turn of another seat`,
    ),
    ...unless((category !== null) === (kind === 'pointOfOrder'), `${kind} ${id} has the category ${category}`),
    ...unless((turn !== null) === isResponse(entry), `${kind} ${id} belongs to the turn ${turn}`),
    ...unless(kind !== 'interposed' || !isWaiting(entry) || to !== undefined, `question ${id} waits for nobody`),
    ...unless(to === undefined || isIntervention(to), `${kind} ${id} belongs to what is no intervention`),
    ...unless(to === undefined || to.seat !== seat, `${kind} ${id} responds to its own seat`),
    ...unless(status !== 'lapsed' || isResponse(entry) || kind === 'tour', `${kind} ${id} has lapsed`),
    ...unless(status !== 'passed' || kind === 'tour', `${kind} ${id} has passed`),
  ];
}

/** The lists, the turns that were called from them and those that their entries belong to. */
function listsAndTurnsAgree(state: MeetingState): Violations {
  const { agenda, floor, session, speakers } = state;
  const ids = speakers.lists.flatMap(({ entries }) => entries.map(({ id }) => id));
  return [
    ...unless(new Set(ids).size === ids.length, 'an entry stands in the lists twice'),
    ...speakers.lists.flatMap((list) => {
      const alive = list.entries.filter(holdsOrWaits).map(({ seat, kind }) => `${seat} ${kind}`);
      const toured = list.entries.some(({ kind }) => kind === 'tour');
      return [
        ...unless(new Set(alive).size === alive.length, 'a seat stands in a list twice with one kind'),
        ...unless(!toured || list.tour !== null, `the list of ${list.item} has places of no tour`),
        ...list.entries.flatMap((entry) => entryAgrees(state, entry)),
      ];
    }),
    ...floor.turns.flatMap(({ id, purpose, takesQuestions, limitMs }) => {
      const entry = entryOf(purpose);
      return [
        ...unless(entry === null || ids.includes(entry), `no list has entry ${entry}`),
        ...unless(interruptedBy(purpose) !== id, `turn ${id} interrupts itself`),
        ...unless(!takesQuestions || limitMs !== null, `turn ${id} has no time to yield`),
      ];
    }),
    ...unless(
      speakers.heard === null || agenda.items.some(({ id }) => id === speakers.heard?.item),
      'what was heard last belongs to no item',
    ),
    ...unless(session.status !== 'adjourned' || floor.turns.length === 0, 'somebody speaks after the end'),
  ];
}

/** What the parts of a state say of each other. */
export function partsAgree(state: MeetingState): Violations {
  const { agenda, questions } = state;
  const active = agenda.items.filter(({ status }) => status === 'active').map(({ id }) => id);
  const running = questions.rounds.filter(({ status }) => status !== 'completed');
  return [
    ...partsFollowParents(state),
    ...documentsAndSlidesAgree(state),
    ...unless(active.length <= 1 && (active[0] ?? null) === agenda.current, 'the current item is not the active one'),
    ...listsAndTurnsAgree(state),
    ...unless(running.filter(({ status }) => status === 'collecting').length <= 1, 'two rounds collect'),
    ...running.flatMap((round) => [
      ...unless(round.questions.length <= round.size, `round ${round.id} has too many questions`),
      ...unless(
        agenda.items.some((item) => item.id === round.item && !isDone(item)),
        `round ${round.id} outlives its item`,
      ),
    ]),
    ...questions.questions.flatMap(({ id, status }) => {
      const newest = questions.rounds.findLast((round) => round.questions.includes(id));
      const stands = newest !== undefined && newest.status !== 'completed';
      return unless(status !== 'inRound' || stands, `question ${id} is in a round that is over`);
    }),
  ];
}

/** At its deadline the alarm brings the meeting on: that deadline is gone, and so is the warning that was due. */
export function alarmMakesProgress(
  { state, now, wall }: Story,
  deadlines: typeof nextDeadlines = nextDeadlines,
): Violations {
  const afterAlarm = (context: { now: number; wall: number }): ReturnType<typeof nextDeadlines> => {
    const actor = { kind: 'system' } as const;
    const decision = decideBySystem(state, { type: 'session.alarm' }, { ...context, actor, commandId: 'alarm' });
    return deadlines(('events' in decision ? decision.events : []).reduce(evolve, state));
  };
  const due = deadlines(state);
  const next = due.meeting === null ? null : afterAlarm({ now: Math.max(now, due.meeting), wall }).meeting;
  const nextWall = due.wall === null ? null : afterAlarm({ now, wall: Math.max(wall, due.wall) }).wall;
  return [
    ...unless(next === null || next > (due.meeting ?? 0), `the deadline ${due.meeting} is due again after its alarm`),
    ...unless(nextWall === null || nextWall > (due.wall ?? 0), `the warning at ${due.wall} is due again`),
  ];
}

/** Time counts up alone: no event gives a delegation back what it has spoken. */
export function spokenTimeStays({ before, after }: Played): Violations {
  const delegations = new Set(after.state.roster.seats.flatMap(({ delegation }) => delegation ?? []));
  return [...delegations].flatMap((delegation) => {
    const was = spokenBy(before.state, delegation, before.now);
    const is = spokenBy(after.state, delegation, after.now);
    // Shares of a millisecond are added up in another order.
    return unless(Math.abs(is - was) < 0.001, `${delegation} had spoken ${was} ms, and then ${is} ms`);
  });
}

/** With the call of an intervention nothing waits any more to respond to the one before. */
export function responsesGo({ command, decision, after }: Played): Violations {
  const events = 'events' in decision ? decision.events : [];
  // A floor that is returned is that of the one before.
  const next = events.some((event) => event.type === 'floor.called' && isIntervention(event));
  if (!next || command.type === 'session.undo') return [];
  const left = after.state.speakers.lists.flatMap(({ entries }) => entries.filter(isResponse).filter(isWaiting));
  return left.map(({ id }) => `response ${id} survives the call of the next speaker`);
}

/** A link that is lost or back, and a new home of the meeting, leave every list as it is. */
export const linksLeaveLists = ({ command, before, after }: Played): Violations =>
  unless(
    !['roster.loseLink', 'roster.restoreLink', 'session.takeOver'].includes(command.type) ||
      sameJson(before.state.speakers, after.state.speakers),
    `${command.type} changed a list of speakers`,
  );
