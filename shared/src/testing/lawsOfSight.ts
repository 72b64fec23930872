import { isOpenDocument } from '../meeting/documents/rules.ts';
import { evolve } from '../meeting/evolve.ts';
import type { LoggedEvent, MeetingEvent } from '../meeting/messages.ts';
import type { eventsFor, Sight, viewFor } from '../meeting/projection.ts';
import { seesAnew, sightOf } from '../meeting/projection.ts';
import { isPublic } from '../meeting/questions/pool.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import { canaryOf, nameCanaryOf, noteCanary } from './commands.ts';
import type { Played } from './history.ts';
import { eachObject, eachText, sameJson } from './json.ts';
import type { Violations } from './laws.ts';

/** The two functions that a viewer's mirror is made of: as they are, or a broken form. */
export type Projection = { eventsFor: typeof eventsFor; viewFor: typeof viewFor };

/** Each event of a command, with the state on both sides. */
export function* eventByEvent({ before, decision }: Played): Generator<[MeetingState, LoggedEvent, MeetingState]> {
  let state = before.state;
  for (const event of 'events' in decision ? decision.events : []) {
    const next = evolve(state, event);
    yield [state, event, next];
    state = next;
  }
}

/** Within a line of sight, folding the events for a viewer over the view before gives the view after. */
export function mirrorsFollow(step: Played, { eventsFor, viewFor }: Projection): Violations {
  const broken: Violations = [];
  for (const [before, event, after] of eventByEvent(step)) {
    // A meeting is created before it has viewers.
    if (event.type === 'session.created') continue;
    for (const { id } of after.roster.members) {
      if (seesAnew(before, after, id)) continue;
      const mirror = eventsFor(before, event, id).reduce<MeetingState>(evolve, viewFor(before, id));
      if (!sameJson(mirror, viewFor(after, id))) broken.push(`after ${event.type} the mirror of ${id} differs`);
    }
  }
  return broken;
}

const seatOf = (state: MeetingState, member: Id): Id | undefined =>
  state.roster.members.find(({ id }) => id === member)?.seat;

/** The cues and the slides that a viewer at the table may not know of, by their ids, and the names of such slides. */
function forbiddenBeside({ keynote, documents }: MeetingState, own: Id | undefined): { ids: Id[]; texts: string[] } {
  const cues = keynote.cues.filter(({ seat }) => seat !== own);
  const others = documents.documents.filter(({ seat }) => seat !== own);
  const hidden = others.filter((document) => !isOpenDocument(document));
  const names = hidden.map(({ id }) => nameCanaryOf(id));
  return { ids: [...cues, ...hidden].map(({ id }) => id), texts: [...names, noteCanary] };
}

/**
 * What a viewer at the table may not read: the questions of other seats that are not public, notes, cues to other seats
 * and their slides before they are presented.
 */
function forbiddenAtTable(state: MeetingState, viewer: Id): { ids: Set<Id>; canaries: Set<string> } {
  const own = seatOf(state, viewer);
  const beside = forbiddenBeside(state, own);
  const others = state.questions.questions.filter(({ seat }) => seat !== own);
  const hidden = others.filter(({ status }) => !isPublic(status));
  // A text may be read once a question with it is public: seats repeat theirs.
  const open = new Set(others.filter(({ status }) => isPublic(status)).map(({ seat }) => canaryOf(seat ?? 'nobody')));
  const canaries = hidden.map(({ seat }) => canaryOf(seat ?? 'nobody')).filter((canary) => !open.has(canary));
  return {
    ids: new Set([...hidden.map(({ id }) => id), ...beside.ids]),
    canaries: new Set([...canaries, ...beside.texts]),
  };
}

/** What somebody at the threshold may not read: any other id of the meeting. */
function forbiddenAtThreshold(state: MeetingState, viewer: Id): Set<string> {
  const own = [viewer, seatOf(state, viewer)];
  const { roster, agenda, questions, speakers, floor } = state;
  const ids = [...roster.members, ...roster.seats, ...agenda.items, ...questions.questions, ...questions.rounds]
    .map(({ id }) => id)
    .concat(
      speakers.lists.flatMap(({ entries }) => entries.map(({ id }) => id)),
      floor.turns.map(({ id }) => id),
    );
  return new Set(ids.filter((id) => !own.includes(id)));
}

function secretsIn(sent: unknown, state: MeetingState, viewer: Id, sight: Sight): Violations {
  const broken: Violations = [];
  if (sight === 'threshold') {
    const forbidden = forbiddenAtThreshold(state, viewer);
    eachText(sent, (text, path) => {
      // Who writes to somebody at the threshold, or is written to, is named by a bare id.
      if (forbidden.has(text) && !path.some((key) => key === 'line' || key === 'lines'))
        broken.push(`${viewer} at the threshold reads ${text}`);
    });
  }
  if (sight === 'table') {
    const { ids, canaries } = forbiddenAtTable(state, viewer);
    eachText(sent, (text, path) => {
      if (canaries.has(text)) broken.push(`${viewer} reads the ${text}`);
      // The round that a dismissed question once stood in goes on naming its bare id, and so may its concealment.
      if (path.at(-1) === 'id' && ids.has(text)) broken.push(`${viewer} is shown ${text}`);
      if (path.at(-2) === 'acts' || path.includes('undo')) broken.push(`${viewer} sees what can be taken back`);
    });
  }
  return broken;
}

const reveals: ReadonlySet<MeetingEvent['type']> = new Set([
  'questions.revealed',
  'questions.concealed',
  'documents.revealed',
]);

/** Neither view nor events hold what their viewer may not see: as the questions stood before and after alike. */
export function secretsAreKept(step: Played, { eventsFor, viewFor }: Projection): Violations {
  const broken: Violations = [];
  const { state } = step.after;
  for (const { id } of state.roster.members)
    broken.push(...secretsIn(viewFor(state, id), state, id, sightOf(state, id)));
  for (const [before, event, after] of eventByEvent(step)) {
    for (const { id } of after.roster.members) {
      const sight = sightOf(after, id);
      if (seesAnew(before, after, id)) continue;
      const sent: MeetingEvent[] = eventsFor(before, event, id);
      // What an event reveals is public from now on; what it conceals was public until now.
      if (!sent.some(({ type }) => reveals.has(type))) broken.push(...secretsIn(sent, before, id, sight));
      broken.push(...secretsIn(sent, after, id, sight));
    }
  }
  return broken;
}

/** Where somebody is told whose an anonymous question is, or who votes for one. */
function authorsIn(sent: unknown, { questions: { questions } }: MeetingState, own: Id | undefined): Violations {
  const others = questions.filter(({ anonymous, seat }) => anonymous && seat !== own);
  const askers = new Map<unknown, Id | null>(others.map(({ id, seat }) => [id, seat]));
  const broken: Violations = [];
  eachObject(sent, (part) => {
    const about = [part.id, part.question, (part.purpose as { question?: unknown } | undefined)?.question];
    const asker = about.map((id) => askers.get(id)).find((seat) => seat != null);
    if (asker !== undefined)
      eachText(part, (text, [key]) => {
        // It may happen to be for the seat that asks it.
        if (text === asker && key !== 'addressee') broken.push(`${own} is told that ${asker} asks`);
      });
    const voters = part.type === 'questions.voted' ? [part.seat] : Array.isArray(part.voters) ? part.voters : [];
    if (voters.some((voter) => voter !== null && voter !== own)) broken.push(`${own} is told who votes`);
  });
  return broken;
}

/** Neither view nor events tell a viewer at the table whose an anonymous question is, or who votes for one. */
export function authorsAreKept(step: Played, { eventsFor, viewFor }: Projection): Violations {
  const { decision, after } = step;
  if (!('events' in decision && decision.events.some(({ type }) => /^(questions|floor)\./.test(type)))) return [];
  const atTable = after.state.roster.members.filter(({ id }) => sightOf(after.state, id) === 'table');
  const broken = atTable.flatMap(({ id, seat }) => authorsIn(viewFor(after.state, id), after.state, seat));
  for (const [before, event, next] of eventByEvent(step))
    for (const { id, seat } of atTable) broken.push(...authorsIn(eventsFor(before, event, id), next, seat));
  return broken;
}
