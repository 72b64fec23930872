import { type Decision, happen, type LoggedEvent } from '../../meeting/messages.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { type Parts, parts } from './parts.ts';

type Asked = { type: string };

/** The rules with events that are rewritten, or left out, before they happen. */
function rewritten(rewrite: (event: LoggedEvent, asked: Asked, state: MeetingState) => LoggedEvent[]): Partial<Parts> {
  const through = (state: MeetingState, asked: Asked, decision: Decision): Decision =>
    'refusal' in decision ? decision : happen(...decision.events.flatMap((event) => rewrite(event, asked, state)));
  return {
    decide: (state, command, context) => through(state, command, parts.decide(state, command, context)),
    decideBySystem: (state, command, context) => through(state, command, parts.decideBySystem(state, command, context)),
  };
}

/** The rules deciding on a state that is bent for commands of that type. */
const bentFor = (type: string, bend: (state: MeetingState) => MeetingState): Partial<Parts> => ({
  decide: (state, command, context) => parts.decide(command.type === type ? bend(state) : state, command, context),
});

const withLists = (
  state: MeetingState,
  change: (list: MeetingState['speakers']['lists'][number]) => MeetingState['speakers']['lists'][number],
): MeetingState => ({ ...state, speakers: { ...state.speakers, lists: state.speakers.lists.map(change) } });

const placeLost = rewritten((event, _, state) => {
  if (event.type !== 'roster.linkRestored') return [event];
  const seat = state.roster.members.find(({ id }) => id === event.member)?.seat;
  const own = state.speakers.lists.flatMap(({ entries }) => entries).filter((entry) => entry.seat === seat);
  const waiting = own.find(({ status }) => status === 'waiting');
  return waiting === undefined ? [event] : [event, { type: 'speakers.entryMoved', entry: waiting.id, before: null }];
});

const calledTwice: Partial<Parts> = {
  decide: (state, command, context) => {
    if (command.type !== 'speakers.call') return parts.decide(state, command, context);
    const waiting = withLists(state, (list) => ({
      ...list,
      entries: list.entries.map((entry) =>
        entry.id === command.entry && entry.status === 'called' ? { ...entry, status: 'waiting' } : entry,
      ),
    }));
    const floor = { ...state.floor, turns: [] };
    const isCalled = state.speakers.lists.some(({ entries }) =>
      entries.some(({ id, status }) => id === command.entry && status === 'called'),
    );
    return parts.decide(isCalled ? { ...waiting, floor } : state, command, context);
  },
};

const marksAs = (status: string, instead: 'waiting' | 'withdrawn' | null): Partial<Parts> =>
  rewritten((event) => {
    if (event.type !== 'speakers.entryMarked' || event.status !== status) return [event];
    return instead === null ? [] : [{ ...event, status: instead }];
  });

const undecided = (type: LoggedEvent['type']): Partial<Parts> =>
  rewritten((event) => (event.type === type ? [] : [event]));

/** Bugs planted into the rules, each with the words in which the model or a law finds it. */
export const bugs: Readonly<Record<string, { broken: Partial<Parts>; found: RegExp }>> = {
  'the place is lost on reconnect': { broken: placeLost, found: /list of/ },
  'a two-finger survives the next speaker': { broken: marksAs('lapsed', null), found: /list of|respond/ },
  'a closed list accepts': {
    broken: bentFor('speakers.requestFloor', (state) => withLists(state, (list) => ({ ...list, status: 'open' }))),
    found: /request: the model refuses/,
  },
  'one entry is called twice': { broken: calledTwice, found: /call: the model refuses|called twice/ },
  'a point of order goes to the end': {
    broken: rewritten((event) => [
      event.type === 'speakers.floorRequested' && event.kind === 'pointOfOrder' ? { ...event, before: null } : event,
    ]),
    found: /list of/,
  },
  'who is absent is lost': { broken: marksAs('absent', 'withdrawn'), found: /list of/ },
  'who is absent keeps the place': {
    broken: rewritten((event, { type }) =>
      type === 'speakers.call' && event.type === 'speakers.entryMoved' ? [] : [event],
    ),
    found: /list of/,
  },
  'an interposed question comes in without its speaker': {
    broken: bentFor('speakers.call', (state) => ({
      ...state,
      floor: { ...state.floor, turns: state.floor.turns.map((turn) => ({ ...turn, takesQuestions: true })) },
    })),
    found: /call: the model refuses/,
  },
  'responses have no cap': {
    broken: bentFor('speakers.respond', (state) => ({
      ...state,
      session: { ...state.session, policy: { ...state.session.policy, maxResponses: 99 } },
    })),
    found: /respond: the model refuses/,
  },
  'who passed is gone': { broken: marksAs('passed', 'withdrawn'), found: /list of/ },
  'who comes back speaks next': {
    broken: rewritten((event, { type }, state) => {
      if (type !== 'speakers.comeBack' || event.type !== 'speakers.entryMoved') return [event];
      const list = state.speakers.lists.find(({ entries }) => entries.some(({ id }) => id === event.entry));
      return [{ ...event, before: list?.entries[0]?.id ?? null }];
    }),
    found: /list of/,
  },
  'the clock runs on in an interruption': { broken: undecided('floor.paused'), found: /turns/ },
  'the floor is kept by whoever yields': {
    broken: rewritten((event, { type }) => (type === 'floor.yield' && event.type === 'floor.turnEnded' ? [] : [event])),
    found: /turns/,
  },
  'mute all but the floor leaves others': {
    broken: rewritten((event, { type }) =>
      type === 'floor.setMode' && event.type === 'floor.turnEnded' ? [] : [event],
    ),
    found: /turns/,
  },
  'a merged question stays in its round': {
    broken: {
      evolve: (state, event) => {
        const next = parts.evolve(state, event);
        return event.type === 'questions.merged'
          ? { ...next, questions: { ...next.questions, rounds: state.questions.rounds } }
          : next;
      },
    },
    found: /stands in a round|rounds/,
  },
  'the next round takes what was sent elsewhere': {
    broken: bentFor('questions.openRound', (state) => ({
      ...state,
      questions: {
        ...state.questions,
        questions: state.questions.questions.map((question) => ({ ...question, left: null })),
      },
    })),
    found: /questions|rounds/,
  },
  'the next round takes new questions first': {
    broken: rewritten((event, _, state) => {
      if (event.type !== 'questions.roundOpened') return [event];
      const isNew = (id: string): boolean =>
        state.questions.questions.find((question) => question.id === id)?.status === 'accepted';
      const inOrder = [...event.questions.filter(isNew), ...event.questions.filter((id) => !isNew(id))];
      return [{ ...event, questions: inOrder }];
    }),
    found: /rounds/,
  },
  'an anonymous asker is called': {
    broken: bentFor('questions.callAsker', (state) => ({
      ...state,
      questions: {
        ...state.questions,
        questions: state.questions.questions.map((question) => ({ ...question, anonymous: false })),
      },
    })),
    found: /callAsker: the model refuses/,
  },
  'a restart forgets where a request stands': {
    broken: {
      evolve: (state, event) =>
        event.type === 'session.takenOver'
          ? withLists(parts.evolve(state, event), (list) => ({
              ...list,
              entries: list.entries.map((entry) =>
                entry.status === 'deferred' ? { ...entry, status: 'waiting' } : entry,
              ),
            }))
          : parts.evolve(state, event),
    },
    found: /list of/,
  },
};
