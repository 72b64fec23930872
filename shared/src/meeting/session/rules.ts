import { agendaOf } from '../agenda/rules.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { rosterOf } from '../roster/rules.ts';
import type { MeetingState } from '../state.ts';
import { defaultPolicy, type SessionCommand, type SessionEvent } from './schema.ts';

/** A meeting before its first event. */
export const initialState: MeetingState = {
  session: {
    status: 'planned',
    startsAt: 0,
    timeZone: 'UTC',
    ruleVersion: 0,
    policy: defaultPolicy,
    opened: null,
    adjourned: null,
  },
  roster: { seats: [], members: [] },
  agenda: { items: [], current: null },
  floor: { mode: 'moderated', turns: [] },
  speakers: { lists: [] },
  questions: { questions: [], rounds: [] },
  keynote: { spotlight: [], budgets: [] },
};

/** Opening and adjourning. What the meeting holds ends with `closeAll`. */
export function decideSession(
  state: MeetingState,
  command: SessionCommand,
  { now, wall, closeAll }: Context & { closeAll: () => LoggedEvent[] },
): Decision {
  const moment = { at: now, wall };
  switch (command.type) {
    case 'session.open':
      if (state.session.status === 'open') return refuse({ code: 'session.alreadyOpen' }); // [SE2]
      return happen({ type: 'session.opened', moment });
    case 'session.adjourn':
      return happen(...closeAll(), { type: 'session.adjourned', moment }); // [SE4]
  }
}

/** The meeting after one of the session's own events. */
export function evolveSession(state: MeetingState, event: SessionEvent): MeetingState {
  switch (event.type) {
    case 'session.created': {
      const { startsAt, timeZone, ruleVersion, policy, seats, agenda } = event;
      return {
        ...initialState,
        session: { ...initialState.session, startsAt, timeZone, ruleVersion, policy },
        roster: rosterOf(seats),
        agenda: agendaOf(agenda),
      };
    }
    case 'session.opened':
      return { ...state, session: { ...state.session, status: 'open', opened: event.moment } };
    case 'session.adjourned':
      return {
        ...state,
        session: { ...state.session, status: 'adjourned', adjourned: event.moment },
        keynote: { ...state.keynote, spotlight: [] },
      };
    case 'session.takenOver':
      return state;
  }
}
