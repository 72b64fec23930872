import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { namedAtStart, type Played, play, type Rules, rules } from '../testing/history.ts';
import { deepFreeze, eachText, sameJson, throughJson, withoutWall } from '../testing/json.ts';
import {
  alarmMakesProgress,
  grantsFollowTurns,
  mirrorsFollow,
  partsAgree,
  placesHold,
  refusalsChangeNothing,
  replayEqualsLive,
  secretsAreKept,
  spokenTimeStays,
  type Violations,
} from '../testing/laws.ts';
import { type History, history } from '../testing/moves.ts';
import { sampleMeeting } from '../testing/sample.ts';
import { forecast } from './agenda/forecast.ts';
import { AgendaItemType, AttributionLevel, CameraPolicy } from './agenda/schema.ts';
import { nextDeadlines } from './deadlines.ts';
import { DocumentUse } from './documents/schema.ts';
import { FloorMode, ScreenLeave, TurnEnd, TurnPurpose } from './floor/schema.ts';
import { CountdownAudience, CueKind } from './keynote/schema.ts';
import { decide } from './meeting.ts';
import { LoggedEvent } from './messages.ts';
import { eventsFor, viewFor } from './projection.ts';
import { AnswerMark, QuestionStatus, RoundStatus } from './questions/schema.ts';
import { Undo } from './session/schema.ts';
import { QueueEntryStatus } from './speakers/schema.ts';
import { Id, LimitKind, MemberKind, Role } from './words.ts';

vi.setConfig({ testTimeout: 60_000 });

const projection = { eventsFor, viewFor };

/** Holds a law against random histories. */
const holds = (law: (told: History) => Violations, numRuns: number): void =>
  fc.assert(
    fc.property(history(), (told) => {
      expect(law(told)).toEqual([]);
    }),
    { numRuns },
  );

/** Whether the law catches a bug that was planted: it finds a history that breaks it. */
const catches = (law: (told: History) => Violations): boolean =>
  fc.check(
    fc.property(history(), (told) => law(told).length === 0),
    { numRuns: 300, endOnFailure: true },
  ).failed;

/** A law of states, held against each state of a history. */
const everyState =
  (law: (story: Played['after']) => Violations, played_with: Rules = rules) =>
  (told: History): Violations =>
    play(told, { with: played_with }).played.flatMap(({ after }) => law(after));

/** A law of commands, held against each of a history. */
const everyStep =
  (law: (step: Played) => Violations) =>
  (told: History): Violations =>
    play(told).played.flatMap(law);

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

  it('the parts of a state agree with each other', () => {
    holds(
      everyState(({ state }) => partsAgree(state)),
      100,
    );
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

  it('[ME1] [ME3] [ME4] a microphone belongs to a turn of that member, and outside there is nothing', () => {
    holds(
      everyState(({ state }) => grantsFollowTurns(state)),
      100,
    );
  });

  it('[SE8] an alarm at the next deadline, or at the next warning, makes progress', () => {
    holds(everyState(alarmMakesProgress), 100);
  });

  it('planted bug: a deadline at which nothing is due is caught', () => {
    const early: typeof nextDeadlines = (state) => {
      const { meeting, wall } = nextDeadlines(state);
      return { meeting: meeting === null ? null : meeting - 1, wall };
    };
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

describe('laws of sight', () => {
  it('[VI4] the mirror of every member follows the meeting', () => {
    holds(
      everyStep((step) => mirrorsFollow(step, projection)),
      100,
    );
  });

  it('planted bug: a projection that passes every event is caught by the law of mirrors', () => {
    const passesAll = { viewFor, eventsFor: (_: unknown, event: LoggedEvent) => [event] };
    expect(catches(everyStep((step) => mirrorsFollow(step, passesAll)))).toBe(true);
  });

  it('[VI2] [VI3] [VI6] [VI7] [VI8] neither view nor events hold what their viewer may not see', () => {
    holds(
      everyStep((step) => secretsAreKept(step, projection)),
      100,
    );
  });

  it('planted bug: events or views that hold too much are caught by their canaries', () => {
    const tellsAll = { viewFor, eventsFor: (_: unknown, event: LoggedEvent) => [event] };
    expect(catches(everyStep((step) => secretsAreKept(step, tellsAll)))).toBe(true);
    const tellsOf = (type: LoggedEvent['type']) => ({
      viewFor,
      eventsFor: (...[state, event, viewer]: Parameters<typeof eventsFor>) =>
        event.type === type ? [event] : eventsFor(state, event, viewer),
    });
    for (const type of ['agenda.noteSet', 'session.actRecorded', 'keynote.cueSent', 'documents.added'] as const)
      expect(catches(everyStep((step) => secretsAreKept(step, tellsOf(type))))).toBe(true);
    const showsAll = { viewFor: (state: Played['after']['state']) => state, eventsFor };
    expect(catches(everyStep((step) => secretsAreKept(step, showsAll)))).toBe(true);
  });
});

describe('laws of the log', () => {
  const fixedWords: { options: readonly string[] }[] = [
    AgendaItemType,
    AttributionLevel,
    CameraPolicy,
    FloorMode,
    TurnEnd,
    AnswerMark,
    QuestionStatus,
    RoundStatus,
    LimitKind,
    ScreenLeave,
    CueKind,
    CountdownAudience,
    DocumentUse,
    QueueEntryStatus,
    MemberKind,
    Role,
  ];
  const vocabulary = new Set([
    ...fixedWords.flatMap(({ options }) => options),
    ...[...TurnPurpose.def.options, ...Undo.def.options].flatMap(({ shape }) => [...shape.kind.def.values]),
  ] as string[]);
  const eventTypes = LoggedEvent.def.options.flatMap((event) => [...event.shape.type.def.values]);

  /** The keys under which a text stands in the log, with what it has to be. */
  const isInnocent = (path: readonly string[], text: string, ids: Set<string>): boolean => {
    const key = path.at(-1);
    if (path.includes('text')) return true;
    if (key === 'type' && path.length === 1) return (eventTypes as string[]).includes(text);
    if (key === 'timeZone') return /^[A-Za-z]+(\/[A-Za-z_]+)*$/.test(text);
    if (key === 'language') return /^[a-z]{2,3}$/.test(text);
    return vocabulary.has(text) || (ids.has(text) && Id.safeParse(text).success);
  };

  it('[SE10] every text of a logged event is an id, a fixed word or sealed, so that no name slips in', () => {
    const plan = sampleMeeting();
    const planned = [...plan.seats, ...plan.seats.flatMap(({ members }) => members), ...plan.agenda];
    const delegations = plan.seats.flatMap(({ delegation }) => delegation ?? []);
    holds((told) => {
      const { story, played } = play(told);
      const made = played.map(({ context }) => context.commandId);
      const ids = new Set([...planned.map(({ id }) => id), ...delegations, ...namedAtStart, ...made]);
      const suspect: Violations = [];
      for (const event of story.log)
        eachText(event, (text, path) => {
          if (!isInnocent(path, text, ids)) suspect.push(`${event.type}.${path.join('.')} is ${text}`);
        });
      return suspect;
    }, 60);
  });

  it('the histories reach every kind of event', () => {
    const told = fc.sample(history(), { numRuns: 150, seed: 9 });
    const seen = new Set(told.flatMap((one) => play(one).story.log.map(({ type }) => type)));
    expect([...eventTypes].filter((type) => !seen.has(type))).toEqual([]);
  });
});
