import { describe, expect, it, vi } from 'vitest';
import { type Played, play, type Rules, rules } from '../testing/history.ts';
import { catches, everyStep, holds } from '../testing/holding.ts';
import { doorAndLinesAreKept, oneChair, removedStayOut } from '../testing/lawsOfRoster.ts';
import { historyOf } from '../testing/moves.ts';
import * as media from './mediaGrant.ts';
import type { LoggedEvent } from './messages.ts';
import { eventsFor, viewFor } from './projection.ts';

vi.setConfig({ testTimeout: 60_000 });

const projection = { eventsFor, viewFor };
const tellsOf = (type: LoggedEvent['type']): typeof projection => ({
  viewFor,
  eventsFor: (...[state, event, viewer]) => (event.type === type ? [event] : eventsFor(state, event, viewer)),
});

describe('laws of the roster', () => {
  it('[RO17] [RO22] [RO23] [VI10] [LI3] removed is removed, one seat has the chair, the door and the lines keep theirs', () => {
    holds(
      everyStep((step) => [
        ...removedStayOut(step, media),
        ...oneChair(step),
        ...doorAndLinesAreKept(step, projection),
      ]),
      70,
    );
  });
});

describe('planted bugs', () => {
  const atDoor = historyOf('held', [
    'roster.remove',
    'roster.leave',
    'roster.enterLobby',
    'roster.admit',
    'roster.allowDevice',
    'roster.reportCheck',
    'lines.write',
  ]);
  const removals = (with_: Rules): boolean =>
    catches((told) => play(told, { with: with_ }).played.flatMap((step) => removedStayOut(step, media)), atDoor);

  it('a removed member who is obeyed, comes back or still hears is caught', () => {
    const obeys: Rules = {
      ...rules,
      decide: (state, command, context) => {
        const decision = rules.decide(state, command, context);
        return 'refusal' in decision && decision.refusal.code === 'roster.removed' ? { events: [] } : decision;
      },
    };
    expect(removals(obeys)).toBe(true);
    const hearsOn = { ...media, hears: () => ['room'] as const };
    expect(
      catches(
        everyStep((step) => removedStayOut(step, hearsOn)),
        atDoor,
      ),
    ).toBe(true);
    const returns = (step: Played): Played => ({
      ...step,
      after: { ...step.after, state: { ...step.after.state, roster: { ...step.after.state.roster, members: [] } } },
    });
    expect(
      catches(
        everyStep((step) => removedStayOut(returns(step), media)),
        atDoor,
      ),
    ).toBe(true);
  });

  it('a second chair, or one whom nobody misses, is caught', () => {
    const roles = historyOf('held', ['roster.handOverChair', 'roster.leave', 'roster.setRole']);
    const without = (ignored: LoggedEvent['type'], role?: string): Rules => ({
      ...rules,
      evolve: (state, event) =>
        event.type === ignored && (!('role' in event) || event.role === role) ? state : rules.evolve(state, event),
    });
    for (const broken of [without('roster.roleSet', 'moderator'), without('roster.chairMissed')])
      expect(catches((told) => play(told, { with: broken }).played.flatMap(oneChair), roles)).toBe(true);
  });

  it('a view or an event that tells of a line or of the door is caught', () => {
    const isCaught = (broken: typeof projection): boolean =>
      catches(
        everyStep((step) => doorAndLinesAreKept(step, broken)),
        atDoor,
      );
    for (const type of ['lines.written', 'roster.deviceAllowed', 'roster.equipmentChecked'] as const)
      expect(isCaught(tellsOf(type))).toBe(true);
    const showsDoor: typeof viewFor = (state, viewer) => ({ ...viewFor(state, viewer), roster: state.roster });
    expect(isCaught({ eventsFor, viewFor: showsDoor })).toBe(true);
    const showsLines: typeof viewFor = (state, viewer) => ({ ...viewFor(state, viewer), lines: state.lines });
    expect(isCaught({ eventsFor, viewFor: showsLines })).toBe(true);
  });
});
