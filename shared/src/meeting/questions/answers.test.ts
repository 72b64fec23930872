import { describe, expect, it } from 'vitest';
import {
  accept,
  answers,
  callAsker,
  chairs,
  closeRound,
  collects,
  complete,
  end,
  isClosed,
  mark,
  openRound,
  startAnswer,
  statusOf,
  submit,
  take,
} from '../../testing/asking.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { roundById } from './pool.ts';

const { chair, moderator, keynote, norway, pakistan } = members;

const starts = (seat?: Id, round: Id = 'r1'): Command => ({
  type: 'questions.startAnswer',
  round,
  ...(seat === undefined ? {} : { seat }),
});
const called = (details: object) => expect.objectContaining({ type: 'floor.called', ...details });

/** A round of one question for Pakistan's seat. */
const forPakistan: Step[] = [
  ...held(),
  started('qna'),
  submit(norway, 'q1', { addressee: seats.pakistan }),
  submit(norway, 'q2'),
  ...accept('q1', 'q2'),
  openRound('r1'),
  closeRound('r1'),
];

describe('answering a round', () => {
  it('[QU10] calls the seat that answers for the item, once it is closed', () => {
    given(...isClosed)
      .when(starts(), moderator, 't9')
      .happens(
        { type: 'questions.answerStarted', round: 'r1' },
        called({
          turn: 't9',
          seat: seats.keynote,
          purpose: { kind: 'answer', round: 'r1' },
          limitMs: 600_000,
          usedMs: 0,
        }),
      );
    given(...collects)
      .when(starts(), chair)
      .isRefused('questions.roundNotClosed');
    given(...answers, complete('r1'))
      .when(starts(), chair)
      .isRefused('questions.roundNotClosed');
    given(...isClosed, callAsker('q1', 't1'))
      .when(starts(), chair)
      .isRefused('floor.heldByAnother');
    given(...isClosed)
      .when(starts(undefined, 'r9'), chair)
      .isRefused('questions.unknownRound');
  });

  it('[QU10] or a seat that a question of the round is for, and no other', () => {
    given(...forPakistan)
      .when(starts(seats.pakistan), chair)
      .happens({ type: 'questions.answerStarted', round: 'r1' }, called({ seat: seats.pakistan }));
    given(...forPakistan)
      .when(starts(seats.keynote), chair)
      .happens({ type: 'questions.answerStarted', round: 'r1' }, called({ seat: seats.keynote }));
    for (const steps of [forPakistan, isClosed])
      given(...steps)
        .when(starts(seats.india), chair)
        .isRefused('questions.notRespondent');
  });

  it('[QU10] nobody answers for an item without a speaker, unless a question is for a seat', () => {
    const itemOf = chairs(
      {
        type: 'agenda.addItem',
        before: null,
        parent: null,
        limit: 'soft',
        itemType: 'qna',
        title: { en: 'More questions' },
        attribution: 'onRecord',
        plannedMs: 60_000,
        cameras: 'all',
        speaker: null,
      },
      'i-more',
    );
    const opened = chairs({ type: 'questions.openRound', item: 'i-more' }, 'r1');
    const asked = [submit(norway, 'q1', { addressee: seats.pakistan }), ...accept('q1')];
    const closed = [...held(), itemOf, ...asked, opened, closeRound('r1')];
    given(...closed)
      .when(starts(), chair)
      .isRefused('questions.noRespondent');
    given(...closed)
      .when(starts(seats.pakistan), chair)
      .happensOf('questions.answerStarted', 'floor.called');
  });

  it('[QU13] the end of its turn does not complete it, and the clock goes on in the next', () => {
    const { state, when } = given(...answers, pass(4000), end('t9'));
    expect(roundById(state, 'r1')).toMatchObject({ status: 'answering', usedMs: 4000 });
    when(starts(), chair).happens(called({ usedMs: 4000, limitMs: 600_000 }));
    given(...answers)
      .when({ type: 'floor.endTurn', turn: 't9' }, keynote)
      .happensOf('floor.turnEnded');
    given(...answers, pass(4000))
      .when({ type: 'floor.endTurn', turn: 't9' }, keynote)
      .happens(
        { type: 'floor.turnEnded', turn: 't9', reason: 'ended', usedMs: 4000 },
        { type: 'questions.blockHeld', round: 'r1', usedMs: 4000 },
      );
  });

  it('[QU13] a second seat goes on with the time that the first has used', () => {
    const first = [...forPakistan, startAnswer('r1', 't9'), take(keynote, 't9'), pass(4000), end('t9')];
    given(...first)
      .when(starts(seats.pakistan), chair)
      .happens(called({ seat: seats.pakistan, usedMs: 4000, limitMs: 600_000 }));
    const second = [...first, startAnswer('r1', 't10', seats.pakistan), take(pakistan, 't10'), pass(6000)];
    const { state } = tell(...second, end('t10'));
    expect(roundById(state, 'r1')?.usedMs).toBe(10_000);
    given(...second)
      .when({ type: 'questions.mark', question: 'q2', mark: 'answered' }, pakistan)
      .happensOf('questions.marked');
  });

  it('[QU13] it goes on for a minute at least', () => {
    const late = [...answers, pass(599_000), end('t9')];
    given(...late)
      .when(starts(), chair)
      .happens(called({ usedMs: 599_000, limitMs: 659_000 }));
    given(...answers, pass(540_000.5), end('t9'))
      .when(starts(), chair)
      .happens(called({ usedMs: 540_000.5, limitMs: 600_001 }));
    const shorter = chairs({ type: 'session.changePolicy', answerMs: 30_000 });
    given(...isClosed, shorter)
      .when(starts(), chair)
      .happens({ type: 'questions.answerStarted', round: 'r1' }, called({ limitMs: 30_000 }));
  });

  it('[QU13] one seat answers at a time, also where the floor has room for two or the first is suspended', () => {
    const directed = chairs({ type: 'floor.setMode', mode: 'directed' });
    const first = [...forPakistan, directed, startAnswer('r1', 't9'), take(keynote, 't9')];
    for (const steps of [first, [...first, lost(keynote), wait(15_000)]])
      given(...steps)
        .when(starts(seats.pakistan), chair)
        .isRefused({ code: 'floor.heldByAnother', seat: seats.keynote });
    given(...first)
      .when(starts(), chair)
      .isRefused('floor.seatHasTurn');
    const other = [
      ...forPakistan,
      directed,
      chairs({ type: 'floor.give', seat: seats.keynote }, 't8'),
      take(keynote, 't8'),
    ];
    given(...other)
      .when(starts(seats.pakistan), chair)
      .happensOf('questions.answerStarted', 'floor.called');
  });

  it('[QU13] the clock of another round is its own', () => {
    const second = [...answers, pass(4000), end('t9'), ...accept('q3'), openRound('r2'), closeRound('r2')];
    const { state, ...outcome } = given(...second).when(starts(undefined, 'r2'), chair);
    outcome.happens({ type: 'questions.answerStarted', round: 'r2' }, called({ usedMs: 0 }));
    expect(state.questions.rounds.map(({ usedMs }) => usedMs)).toEqual([4000, 0]);
  });
});

describe('taking back the end of an answer', () => {
  const ended = [...answers, pass(4000), end('t9', 'act')];
  const undo: Command = { type: 'session.undo', of: 'act' };

  it('[SE11] [QU13] it goes on with the clock as it stands', () => {
    given(...ended)
      .when(undo, chair, 't10')
      .happens(called({ turn: 't10', seat: seats.keynote, usedMs: 4000, limitMs: 600_000 }), {
        type: 'session.undone',
        of: 'act',
      });
    const { state } = tell(...ended, chairs(undo, 't10'), take(keynote, 't10'), pass(1000), end('t10'));
    expect(roundById(state, 'r1')?.usedMs).toBe(5000);
    expect(roundById(tell(...ended, chairs(undo, 't10'), wait(20_000)).state, 'r1')?.usedMs).toBe(4000);
  });

  it('[SE12] [QU13] not once another was called for the round, or the round is completed', () => {
    for (const step of [startAnswer('r1', 't10'), complete('r1')])
      given(...ended, step)
        .when(undo, chair)
        .isRefused('session.nothingToUndo');
    given(...ended, mark('q1', 'answered'))
      .when(undo, chair)
      .happensOf('floor.called', 'session.undone');
  });

  it('[SE12] the call of one who answers leaves the round answered when it is taken back', () => {
    const { state } = tell(...isClosed, startAnswer('r1', 't9'), chairs({ type: 'session.undo', of: 't9' }));
    expect(roundById(state, 'r1')?.status).toBe('answering');
    expect(statusOf(state, 'q1')).toEqual(['inRound']);
    expect(state.agenda.current).toBe(items.qna);
  });
});
