import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Played, play } from '../testing/history.ts';
import { catches, everyStep, holds } from '../testing/holding.ts';
import { eachText } from '../testing/json.ts';
import type { Violations } from '../testing/laws.ts';
import { authorsAreKept, mirrorsFollow, secretsAreKept } from '../testing/lawsOfSight.ts';
import { history, historyOf } from '../testing/moves.ts';
import { sampleMeeting } from '../testing/sample.ts';
import { namedAtStart } from '../testing/stages.ts';
import { AgendaItemType, AttributionLevel, CameraPolicy } from './agenda/schema.ts';
import { DocumentUse } from './documents/schema.ts';
import { FloorMode, ScreenLeave, TurnEnd, TurnPurpose } from './floor/schema.ts';
import { CountdownAudience, CueKind } from './keynote/schema.ts';
import { type CommandType, LoggedEvent } from './messages.ts';
import { eventsFor, viewFor } from './projection.ts';
import { AnswerMark, Leftover, QuestionStatus, RoundStatus } from './questions/schema.ts';
import { EquipmentResult } from './roster/schema.ts';
import { Undo, Visibility } from './session/schema.ts';
import { OrderCategory, QueueEntryKind, QueueEntryStatus, TourOrder } from './speakers/schema.ts';
import type { MeetingState } from './state.ts';
import { Id, LimitKind, MemberKind, Role } from './words.ts';

vi.setConfig({ testTimeout: 120_000 });

const projection = { eventsFor, viewFor };

/** The projection with a bug: it tells everybody of that event. */
const tellsOf = (type: LoggedEvent['type']) => ({
  viewFor,
  eventsFor: (...[state, event, viewer]: Parameters<typeof eventsFor>) =>
    event.type === type ? [event] : eventsFor(state, event, viewer),
});

describe('laws of sight', () => {
  it('[VI4] the mirror of every member follows the meeting', () => {
    holds(
      everyStep((step) => mirrorsFollow(step, projection)),
      80,
    );
  });

  it('planted bug: a projection that passes every event is caught by the law of mirrors', () => {
    const passesAll = { viewFor, eventsFor: (_: unknown, event: LoggedEvent) => [event] };
    expect(catches(everyStep((step) => mirrorsFollow(step, passesAll)))).toBe(true);
  });

  it('[VI2] [VI3] [VI6] [VI7] [VI8] neither view nor events hold what their viewer may not see', () => {
    holds(
      everyStep((step) => secretsAreKept(step, projection)),
      70,
    );
  });

  it('planted bug: events or views that hold too much are caught by their canaries', () => {
    const tellsAll = { viewFor, eventsFor: (_: unknown, event: LoggedEvent) => [event] };
    expect(catches(everyStep((step) => secretsAreKept(step, tellsAll)))).toBe(true);
    for (const type of ['agenda.noteSet', 'session.actRecorded', 'keynote.cueSent', 'documents.added'] as const)
      expect(catches(everyStep((step) => secretsAreKept(step, tellsOf(type))))).toBe(true);
    const showsAll = { viewFor: (state: Played['after']['state']) => state, eventsFor };
    expect(catches(everyStep((step) => secretsAreKept(step, showsAll)))).toBe(true);
  });
});

/** A question as the meeting holds it, whoever looks. */
const inFull = (state: MeetingState, id: string) => state.questions.questions.find((one) => one.id === id);

const leaksInView: typeof viewFor = (state, viewer) => {
  const view = viewFor(state, viewer);
  const questions = view.questions.questions.map((one) => inFull(state, one.id) ?? one);
  return { ...view, questions: { ...view.questions, questions } };
};

const leaksAsReveal: typeof eventsFor = (state, event, viewer) =>
  eventsFor(state, event, viewer).map((sent) =>
    sent.type === 'questions.revealed' ? { ...sent, question: inFull(state, sent.question.id) ?? sent.question } : sent,
  );

describe('the law of authors', () => {
  it('[VI9] neither view nor events tell whose an anonymous question is, or who votes', () => {
    holds(
      everyStep((step) => authorsAreKept(step, projection)),
      40,
    );
  });

  const asked = historyOf('round', ['questions.submit', 'questions.accept', 'questions.vote', 'floor.give']);
  const isCaught = (broken: typeof projection): boolean =>
    catches(
      everyStep((step) => authorsAreKept(step, broken)),
      asked,
    );

  it('planted bugs: a view, a revealed question or a vote that tells more is caught', () => {
    expect(isCaught({ eventsFor, viewFor: leaksInView })).toBe(true);
    expect(isCaught({ eventsFor: leaksAsReveal, viewFor })).toBe(true);
    expect(isCaught(tellsOf('questions.voted'))).toBe(true);
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
    QueueEntryKind,
    OrderCategory,
    TourOrder,
    Leftover,
    MemberKind,
    Role,
    Visibility,
  ];
  const vocabulary = new Set([
    ...fixedWords.flatMap(({ options }) => options),
    'alone',
    'accompanied',
    ...Object.values(EquipmentResult.shape).flatMap((part) => ('options' in part ? part.options : [])),
    ...[...TurnPurpose.def.options, ...Undo.def.options].flatMap(({ shape }) => [...shape.kind.def.values]),
  ] as string[]);
  const eventTypes = LoggedEvent.def.options.flatMap((event) => [...event.shape.type.def.values]);

  /** The keys under which a text stands in the log, with what it has to be. */
  const isInnocent = (path: readonly string[], text: string, ids: Set<string>): boolean => {
    const key = path.at(-1);
    if (path.includes('text')) return true;
    if (key === 'type' && path.length === 1) return (eventTypes as string[]).includes(text);
    if (key === 'timeZone') return /^[A-Za-z]+(\/[A-Za-z_]+)*$/.test(text);
    // The places of a tour are made by one command, and numbered.
    if (/-\d+$/.test(text) && ids.has(text.replace(/-\d+$/, ''))) return true;
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
    const talk: CommandType[] = [
      'roster.leave',
      'slides.askToDrive',
      'slides.turnPage',
      'keynote.sendCue',
      'keynote.acknowledgeCue',
    ];
    const told = [
      ...fc.sample(history(), { numRuns: 200, seed: 9 }),
      ...fc.sample(historyOf('keynote', talk), { numRuns: 20, seed: 9 }),
    ];
    const seen = new Set(told.flatMap((one) => play(one).story.log.map(({ type }) => type)));
    expect([...eventTypes].filter((type) => !seen.has(type))).toEqual([]);
  });
});
