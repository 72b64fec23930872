import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { play, type Rules, rules } from '../testing/history.ts';
import { catches, everyState, everyStep, holds } from '../testing/holding.ts';
import { linksLeaveLists, partsAgree, responsesGo } from '../testing/laws.ts';
import { historyOf } from '../testing/moves.ts';
import { decide } from './meeting.ts';
import type { MeetingEvent } from './messages.ts';
import { memberById } from './roster/rules.ts';
import { entryById } from './speakers/entries.ts';
import type { MeetingState } from './state.ts';
import type { Id } from './words.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The rules with a bug: an event of which this holds changes nothing. */
const deafTo = (isUnheard: (event: MeetingEvent, state: MeetingState) => boolean): Rules => ({
  ...rules,
  evolve: (state, event) => (isUnheard(event, state) ? state : rules.evolve(state, event)),
});

const agrees = (with_: Rules) => everyState(({ state }) => partsAgree(state), with_);

const isInterposed = (state: MeetingState, entry: Id): boolean => entryById(state, entry)?.kind === 'interposed';

describe('laws of the list', () => {
  const debates = historyOf('list', [
    'speakers.requestFloor',
    'speakers.respond',
    'speakers.respond',
    'speakers.raisePointOfOrder',
    'speakers.accept',
    'speakers.call',
    'speakers.startTour',
    'speakers.pass',
    'floor.take',
    'floor.endTurn',
    'session.undo',
  ]);

  it('[SP3] [SP13] [TO3] an entry stands in a list once for each kind, and is called as long as its turn is', () => {
    fc.assert(
      fc.property(debates, (told) => {
        expect(agrees(rules)(told)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('planted bug: an interposed question that waits for who is done is caught', () => {
    const waits = deafTo(
      (event, state) =>
        event.type === 'speakers.entryMarked' && event.status === 'lapsed' && isInterposed(state, event.entry),
    );
    expect(catches(agrees(waits), debates)).toBe(true);
  });

  it('planted bug: a place in the tour that is passed and still called is caught', () => {
    const stays = deafTo((event) => event.type === 'floor.turnEnded' && event.reason === 'declined');
    expect(catches(agrees(stays), debates)).toBe(true);
  });

  it('planted bug: a decision that overlooks who waits already is caught', () => {
    const overlooks: Rules = {
      ...rules,
      decide: (state, command, context) => {
        const lists = state.speakers.lists.map((list) => ({ ...list, entries: [] }));
        const asks = command.type === 'speakers.requestFloor' || command.type === 'speakers.respond';
        return decide(asks ? { ...state, speakers: { ...state.speakers, lists } } : state, command, context);
      },
    };
    expect(catches(agrees(overlooks), debates)).toBe(true);
  });

  it('planted bug: a point of order without its category is caught', () => {
    const forgets: Rules = {
      ...rules,
      evolve: (state, event) =>
        rules.evolve(state, event.type === 'speakers.floorRequested' ? { ...event, category: null } : event),
    };
    expect(catches(agrees(forgets), debates)).toBe(true);
  });

  it('[SP13] nothing waits to respond once the next speaker is called', () => {
    holds(everyStep(responsesGo), 60);
    fc.assert(
      fc.property(debates, (told) => {
        expect(everyStep(responsesGo)(told)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('planted bug: a direct response that survives the next speaker is caught', () => {
    const survives = deafTo((event) => event.type === 'speakers.entryMarked' && event.status === 'lapsed');
    expect(catches((told) => play(told, { with: survives }).played.flatMap(responsesGo), debates)).toBe(true);
  });

  it('[SP18] a link that is lost or back, and a restart, cost nobody a place in a list', () => {
    holds(everyStep(linksLeaveLists), 60);
  });

  it('planted bug: a place that is lost with the link is caught', () => {
    const loses: Rules = {
      ...rules,
      evolve: (state, event) => {
        const next = rules.evolve(state, event);
        if (event.type !== 'roster.linkLost') return next;
        const seat = memberById(state, event.member)?.seat;
        const lists = next.speakers.lists.map((list) => ({
          ...list,
          entries: list.entries.filter((entry) => entry.seat !== seat),
        }));
        return { ...next, speakers: { ...next.speakers, lists } };
      },
    };
    expect(catches((told) => play(told, { with: loses }).played.flatMap(linksLeaveLists))).toBe(true);
  });
});
