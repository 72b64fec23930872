import { agendaOf } from '../agenda/evolve.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { rosterOf } from '../roster/rules.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { defaultPolicy } from './policy.ts';
import { evolveRevised } from './revise.ts';
import type { Policy, SessionCommand, SessionEvent } from './schema.ts';
import { undo } from './undo.ts';

/** A meeting before its first event. */
export const initialState: MeetingState = {
  session: {
    status: 'planned',
    startsAt: 0,
    timeZone: 'UTC',
    ruleVersion: 0,
    revision: 0,
    policy: defaultPolicy,
    opened: null,
    adjourned: null,
    acts: [],
  },
  roster: { seats: [], members: [], locked: false, chair: { status: 'there' } },
  agenda: { items: [], current: null, hardStops: [] },
  floor: { mode: 'moderated', turns: [], delegations: [] },
  speakers: { lists: [], heard: null },
  questions: { questions: [], rounds: [] },
  keynote: { spotlight: [], budgets: [], introductions: [], cues: [], begun: [], countdownFor: 'speaker' },
  documents: { documents: [] },
  slides: { shown: null },
  lines: { lines: [] },
};

// A parsed command may carry a key with the value undefined, which changes nothing.
const named = (changes: object): object =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

function policyWith(policy: Policy, change: Extract<SessionCommand, { type: 'session.changePolicy' }>): Policy {
  const { type: _, limits, ...lengths } = change;
  return { ...policy, ...named(lengths), limits: { ...policy.limits, ...named(limits ?? {}) } };
}

/** Opening and adjourning, the policy, and taking back. What the meeting holds ends with `closeAll`. */
export function decideSession(
  state: MeetingState,
  command: SessionCommand,
  { closeAll, suspend, ...context }: Context & { closeAll: () => LoggedEvent[]; suspend: (item: Id) => LoggedEvent[] },
): Decision {
  const moment = { at: context.now, wall: context.wall };
  switch (command.type) {
    case 'session.open':
      if (state.session.status === 'open') return refuse({ code: 'session.alreadyOpen' }); // [SE2]
      return happen({ type: 'session.opened', moment });
    case 'session.adjourn':
      return happen(...closeAll(), { type: 'session.adjourned', moment }); // [SE4]
    case 'session.changePolicy':
      return happen({ type: 'session.policyChanged', policy: policyWith(state.session.policy, command) }); // [SE14]
    case 'session.undo':
      return undo(state, command.of, { ...context, suspend });
  }
}

/** The meeting after one of the session's own events. */
export function evolveSession(state: MeetingState, event: SessionEvent): MeetingState {
  switch (event.type) {
    case 'session.created': {
      const { startsAt, timeZone, ruleVersion, policy, seats, agenda, hardStops, budgets } = event;
      return {
        ...initialState,
        session: { ...initialState.session, startsAt, timeZone, ruleVersion, policy },
        roster: rosterOf(seats, initialState.roster),
        agenda: agendaOf(agenda, hardStops),
        floor: { ...initialState.floor, delegations: budgets.map((budget) => ({ ...budget, usedMs: 0 })) },
      };
    }
    case 'session.opened':
      return { ...state, session: { ...state.session, status: 'open', opened: event.moment } };
    case 'session.adjourned':
    case 'session.cancelled': // [SE18]
      return {
        ...state,
        session: { ...state.session, status: 'adjourned', adjourned: event.moment },
        keynote: { ...state.keynote, spotlight: [] },
      };
    case 'session.revised':
      return evolveRevised(state, event); // [SE15]
    case 'session.policyChanged':
      return { ...state, session: { ...state.session, policy: event.policy } };
    // `evolve` keeps the acts themselves, as every event may touch one.
    case 'session.actRecorded':
    case 'session.undone':
    case 'session.takenOver':
      return state;
  }
}
