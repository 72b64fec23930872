import { isDone } from '../agenda/rules.ts';
import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { Keynote, KeynoteCommand, KeynoteEvent } from './schema.ts';

/** How many of the latest cues to one seat are kept. */
export const CUES_KEPT = 20;

/** The spotlight, the cues, and the time budget of the keynote. */
export function decideKeynote(
  state: MeetingState,
  command: KeynoteCommand,
  context: Context & { seat: Seat },
): Decision {
  switch (command.type) {
    case 'keynote.sendCue': {
      const turn = state.floor.turns.find(({ id }) => id === command.turn);
      if (turn === undefined) return refuse({ code: 'floor.unknownTurn' }); // [PE5]
      if (turn.status.kind === 'called' || turn.status.kind === 'suspended')
        return refuse({ code: 'keynote.nobodySpeaks' }); // [KE5]
      const { now: sentAt, commandId: id } = context;
      return happen({
        type: 'keynote.cueSent',
        cue: { id, turn: turn.id, seat: turn.seat, kind: command.kind, sentAt },
      });
    }
    case 'keynote.acknowledgeCue': {
      const cue = state.keynote.cues.find(({ id }) => id === command.cue);
      if (cue === undefined) return refuse({ code: 'keynote.unknownCue' }); // [PE5]
      if (cue.seat !== context.seat.id) return refuse({ code: 'keynote.cueNotYours' }); // [KE6]
      if (cue.acknowledgedAt !== null) return refuse({ code: 'keynote.cueAcknowledged' }); // [KE6]
      return happen({ type: 'keynote.cueAcknowledged', cue: cue.id, at: context.now });
    }
    case 'keynote.showCountdown':
      return happen({ type: 'keynote.countdownShown', to: command.to }); // [KE7]
    case 'keynote.introduce': {
      const item = state.agenda.items.find((other) => other.id === command.item);
      if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
      if (item.type !== 'keynote') return refuse({ code: 'keynote.notAKeynote' }); // [KE8]
      const introduction = command.introduction === null ? null : { text: command.introduction };
      return happen({ type: 'keynote.introduced', item: item.id, introduction });
    }
    case 'keynote.setSpotlight': {
      const unknown = command.seats.some((id) => !state.roster.seats.some((seat) => seat.id === id));
      if (unknown) return refuse({ code: 'keynote.unknownSeat' }); // [KE3]
      return happen({ type: 'keynote.spotlightSet', seats: [...new Set(command.seats)] });
    }
    case 'keynote.setBudget': {
      const item = state.agenda.items.find((other) => other.id === command.item);
      if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
      if (item.type !== 'keynote') return refuse({ code: 'keynote.notAKeynote' }); // [KE2]
      if (isDone(item)) return refuse({ code: 'agenda.itemDone' }); // [AG5]
      const running = state.floor.turns.filter(
        (turn) => turn.purpose.kind === 'keynote' && turn.purpose.item === item.id,
      );
      return happen(
        { type: 'keynote.budgetSet', item: item.id, budgetMs: command.budgetMs },
        ...running.map((turn): LoggedEvent => ({ type: 'floor.extended', turn: turn.id, limitMs: command.budgetMs })), // [KE2]
      );
    }
  }
}

/** The keynote slot after one of its events. */
export function evolveKeynote(keynote: Keynote, event: KeynoteEvent): Keynote {
  switch (event.type) {
    case 'keynote.cueSent': {
      // Counted seat by seat, so that what one seat is told changes nothing of what another sees. [VI4]
      const oldest = keynote.cues.filter(({ seat }) => seat === event.cue.seat).at(-CUES_KEPT);
      const kept = keynote.cues.filter((cue) => cue !== oldest);
      return { ...keynote, cues: [...kept, { ...event.cue, acknowledgedAt: null }] };
    }
    case 'keynote.cueAcknowledged': {
      const cues = keynote.cues.map((cue) => (cue.id === event.cue ? { ...cue, acknowledgedAt: event.at } : cue));
      return { ...keynote, cues };
    }
    case 'keynote.countdownShown':
      return { ...keynote, countdownFor: event.to };
    case 'keynote.introduced': {
      const { item, introduction } = event;
      const rest = keynote.introductions.filter((other) => other.item !== item);
      return { ...keynote, introductions: introduction === null ? rest : [...rest, { item, introduction }] };
    }
    case 'keynote.spotlightSet':
      return { ...keynote, spotlight: event.seats };
    case 'keynote.budgetSet':
      return {
        ...keynote,
        budgets: [
          ...keynote.budgets.filter((budget) => budget.item !== event.item),
          { item: event.item, budgetMs: event.budgetMs },
        ],
      };
  }
}

/** The keynote slot once a turn is taken: that of a keynote ends the introduction of its item. [KE8] */
export function begunIn({ floor, keynote }: MeetingState, id: Id): Keynote {
  const purpose = floor.turns.find((turn) => turn.id === id)?.purpose;
  if (purpose?.kind !== 'keynote' || keynote.begun.includes(purpose.item)) return keynote;
  return { ...keynote, begun: [...keynote.begun, purpose.item] };
}
