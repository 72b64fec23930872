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

const atDoor = historyOf('held', [
  'roster.remove',
  'roster.leave',
  'roster.enterLobby',
  'roster.admit',
  'roster.allowDevice',
  'roster.reportCheck',
  'lines.write',
]);
const chairing = historyOf('held', ['roster.handOverChair', 'roster.leave', 'roster.setRole']);

/** The rules with a bug: whom they removed they obey. */
const obeys: Rules = {
  ...rules,
  decide: (state, command, context) => {
    const decision = rules.decide(state, command, context);
    return 'refusal' in decision && decision.refusal.code === 'roster.removed' ? { events: [] } : decision;
  },
};

/** The rules with a bug: that event, of that role if it has one, changes nothing. */
const without = (ignored: LoggedEvent['type'], role?: string): Rules => ({
  ...rules,
  evolve: (state, event) =>
    event.type === ignored && (!('role' in event) || event.role === role) ? state : rules.evolve(state, event),
});

/** The step as if nobody were removed after it. */
const forgiven = (step: Played): Played => ({
  ...step,
  after: { ...step.after, state: { ...step.after.state, roster: { ...step.after.state.roster, members: [] } } },
});

const showsDoor: typeof viewFor = (state, viewer) => ({ ...viewFor(state, viewer), roster: state.roster });
const showsLines: typeof viewFor = (state, viewer) => ({ ...viewFor(state, viewer), lines: state.lines });

const tells = (broken: typeof projection): boolean =>
  catches(
    everyStep((step) => doorAndLinesAreKept(step, broken)),
    atDoor,
  );

const isCaught = (law: Parameters<typeof everyStep>[0]): boolean => catches(everyStep(law), atDoor);

describe('planted bugs', () => {
  it('a removed member who is obeyed, comes back or still hears is caught', () => {
    const hearsOn = { ...media, hears: () => ['room'] as const };
    expect(
      catches((told) => play(told, { with: obeys }).played.flatMap((step) => removedStayOut(step, media)), atDoor),
    ).toBe(true);
    expect(isCaught((step) => removedStayOut(step, hearsOn))).toBe(true);
    expect(isCaught((step) => removedStayOut(forgiven(step), media))).toBe(true);
  });

  it('a second chair, or one whom nobody misses, is caught', () => {
    for (const broken of [without('roster.roleSet', 'moderator'), without('roster.chairMissed')])
      expect(catches((told) => play(told, { with: broken }).played.flatMap(oneChair), chairing)).toBe(true);
  });

  it('a view or an event that tells of a line or of the door is caught', () => {
    for (const type of ['lines.written', 'roster.deviceAllowed', 'roster.equipmentChecked'] as const)
      expect(tells(tellsOf(type))).toBe(true);
    expect(tells({ eventsFor, viewFor: showsDoor })).toBe(true);
    expect(tells({ eventsFor, viewFor: showsLines })).toBe(true);
  });
});
