import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Keynote, KeynoteCommand, KeynoteEvent } from './schema.ts';

/** The spotlight, and the time budget of the keynote. */
export function decideKeynote(state: MeetingState, command: KeynoteCommand, _context: Context): Decision {
  switch (command.type) {
    case 'keynote.setSpotlight': {
      const unknown = command.seats.some((id) => !state.roster.seats.some((seat) => seat.id === id));
      if (unknown) return refuse({ code: 'keynote.unknownSeat' }); // [KE3]
      return happen({ type: 'keynote.spotlightSet', seats: [...new Set(command.seats)] });
    }
    case 'keynote.setBudget': {
      const item = state.agenda.items.find((other) => other.id === command.item);
      if (item === undefined) return refuse({ code: 'agenda.unknownItem' }); // [AG1]
      if (item.type !== 'keynote') return refuse({ code: 'keynote.notAKeynote' }); // [KE2]
      if (item.status === 'closed') return refuse({ code: 'agenda.itemDone' }); // [AG5]
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
