import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { play, type Rules, rules } from '../testing/history.ts';
import { catches, everyState, everyStep, holds } from '../testing/holding.ts';
import { deepFreeze, sameJson, throughJson, withoutWall } from '../testing/json.ts';
import {
  alarmMakesProgress,
  grantsFollowTurns,
  partsAgree,
  placesHold,
  refusalsChangeNothing,
  replayEqualsLive,
  spokenTimeStays,
} from '../testing/laws.ts';
import { type History, history, historyOf } from '../testing/moves.ts';
import { forecast } from './agenda/forecast.ts';
import { nextDeadlines } from './deadlines.ts';
import { hears, mediaGrant } from './mediaGrant.ts';
import { decide } from './meeting.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The rules in a meeting without hard stops, which follow the wall clock. */
const withoutStops: Rules = {
  ...rules,
  decide: (state, command, context) =>
    command.type === 'agenda.setHardStop'
      ? { refusal: { code: 'agenda.stopPassed' } }
      : rules.decide(state, command, context),
};

/** The history with a wall clock that nobody sets. */
const withoutJumps = ({ start, moves }: History): History => ({
  start,
  moves: moves.filter(({ kind }) => kind !== 'wall'),
});

/** The grants with a bug: who is backstage speaks into the room. */
const openBackstage: typeof mediaGrant = (state, member) => {
  const grant = mediaGrant(state, member);
  const { microphone } = grant;
  return { ...grant, microphone: microphone && { ...microphone, audience: 'room' } };
};

/** The deadlines with a bug: a moment too early. */
const early: typeof nextDeadlines = (state) => {
  const { meeting, wall } = nextDeadlines(state);
  return { meeting: meeting === null ? null : meeting - 1, wall };
};

describe('laws of decisions', () => {
  it('decide never throws, and a refusal changes nothing', () => {
    holds((told) => refusalsChangeNothing(play(told, { see: deepFreeze }).played), 100);
  });

  it('[SE7] the log, read back and parsed, gives the state that was lived', () => {
    holds((told) => replayEqualsLive(play(told).story), 100);
  });

  it('a state is the same after a round trip through JSON', () => {
    holds(
      everyState(({ state }) => (sameJson(throughJson(state), state) ? [] : ['the round trip changed the state'])),
      40,
    );
  });

  it('[SE12] the parts of a state agree with each other, whatever is taken back', () => {
    holds(
      everyState(({ state }) => partsAgree(state)),
      100,
    );
  });

  it('planted bug: an act that can be taken back after something else has touched it is caught', () => {
    const keeps: Rules = {
      ...rules,
      evolve: (state, event) => {
        const next = rules.evolve(state, event);
        if (event.type === 'session.undone' || event.type === 'session.adjourned') return next;
        const dropped = state.session.acts.filter((act) => !next.session.acts.includes(act));
        return { ...next, session: { ...next.session, acts: [...dropped, ...next.session.acts] } };
      },
    };
    const rounds = historyOf('round', [
      'questions.callAsker',
      'questions.startAnswer',
      'questions.completeRound',
      'floor.take',
      'floor.endTurn',
      'session.undo',
    ]);
    expect(
      catches(
        everyState(({ state }) => partsAgree(state), keeps),
        rounds,
      ),
    ).toBe(true);
  });
});

describe('laws of the floor', () => {
  it('[FL1] [FL3] [FL15] never more holders than the mode has places, one turn for each seat, one presiding', () => {
    holds(
      everyState(({ state }) => placesHold(state)),
      100,
    );
  });

  it('planted bug: a decision that overlooks who holds the floor is caught', () => {
    const overlooks: Rules = {
      ...rules,
      decide: (state, command, context) =>
        decide({ ...state, floor: { ...state.floor, turns: state.floor.turns.slice(1) } }, command, context),
    };
    expect(catches(everyState(({ state }) => placesHold(state), overlooks))).toBe(true);
  });

  it('planted bug: a change of mode that ends no turn is caught', () => {
    const endsNothing: Rules = {
      ...rules,
      evolve: (state, event) =>
        event.type === 'floor.turnEnded' && event.reason === 'modeChanged' ? state : rules.evolve(state, event),
    };
    expect(catches(everyState(({ state }) => placesHold(state), endsNothing))).toBe(true);
  });

  it('[ME1] [ME3] [ME4] [ME6] a microphone belongs to a turn of that member, and outside there is nothing', () => {
    holds(
      everyState(({ state }) => grantsFollowTurns(state)),
      100,
    );
  });

  it('planted bug: what is sent backstage and comes into the room is caught', () => {
    const opens = { mediaGrant: openBackstage, hears };
    expect(catches(everyState(({ state }) => grantsFollowTurns(state, opens)))).toBe(true);
    const listens = { mediaGrant, hears: () => ['backstage', 'room'] as const };
    expect(catches(everyState(({ state }) => grantsFollowTurns(state, listens)))).toBe(true);
  });

  it('[SE8] an alarm at the next deadline, or at the next warning, makes progress', () => {
    holds(everyState(alarmMakesProgress), 100);
  });

  it('planted bug: a deadline at which nothing is due is caught', () => {
    expect(catches(everyState((story) => alarmMakesProgress(story, early)))).toBe(true);
  });

  it('[FL19] [SE13] no command gives a delegation back what it has spoken, or counts it twice', () => {
    holds(everyStep(spokenTimeStays), 100);
  });

  it('planted bug: a returned turn whose time is counted twice is caught', () => {
    const countsTwice: Rules = {
      ...rules,
      evolve: (state, event) => {
        const next = rules.evolve(state, event);
        const again = event.type === 'floor.called' && event.usedMs > 0;
        return again ? { ...next, floor: { ...next.floor, delegations: state.floor.delegations } } : next;
      },
    };
    expect(catches((told) => play(told, { with: countsTwice }).played.flatMap(spokenTimeStays))).toBe(true);
  });
});

describe('laws of the clocks', () => {
  it('[SE9] no step of the wall clock changes a deadline, or a state but for its readings of that clock', () => {
    holds((told) => {
      const [jumped, steady] = [play(told, { with: withoutStops }), play(withoutJumps(told), { with: withoutStops })];
      const deadlines = ({ played }: typeof jumped) => played.map(({ after }) => nextDeadlines(after.state));
      return [
        ...(sameJson(deadlines(jumped), deadlines(steady)) ? [] : ['a step of the wall clock moved a deadline']),
        ...(sameJson(withoutWall(jumped.story.log), withoutWall(steady.story.log)) ? [] : ['it decided something']),
        ...(sameJson(withoutWall(jumped.story.state), withoutWall(steady.story.state)) ? [] : ['it changed the state']),
      ];
    }, 80);
  });

  it('[AG9] an overrun of the current item moves the projected end by as much', () => {
    fc.assert(
      fc.property(history(), fc.nat({ max: 7_200_000 }), (told, overrun) => {
        const { state, wall } = play(told, { with: withoutStops }).story;
        const current = state.agenda.items.find(({ id }) => id === state.agenda.current);
        fc.pre(current?.started != null);
        const over = Math.max(
          wall,
          state.session.opened?.wall ?? 0,
          ...forecast(state, wall).rows.map(({ end }) => end),
        );
        expect(forecast(state, over + overrun).end - forecast(state, over).end).toBe(overrun);
      }),
      { numRuns: 60 },
    );
  });
});
