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
  four,
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
import { back, by, held, lost, type Step, started, tell, wait } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { roundById } from './pool.ts';

const { chair, moderator, norway, keynote } = members;

const opens = (size?: number): Command => ({
  type: 'questions.openRound',
  item: items.qna,
  ...(size === undefined ? {} : { size }),
});
const callsAsker: Command = { type: 'questions.callAsker', question: 'q1' };
const readsOut: Command = { type: 'questions.readOut', question: 'q1' };
const marks = (question: Id): Command => ({ type: 'questions.mark', question, mark: 'answered' });
const suspended: Step[] = [callAsker('q1', 't1'), take(norway, 't1'), lost(norway), wait(15_000)];

describe('opening and closing a round', () => {
  it('[QU6] is for an item that takes questions and is not over, one at a time', () => {
    given(...four)
      .when(opens(), chair, 'r1')
      .happens({ type: 'questions.roundOpened', round: 'r1', item: items.qna, number: 1, size: 3, questions: [] });
    given(...four, openRound('r1'))
      .when(opens(), chair)
      .isRefused('questions.roundStillOpen');
    given(...four)
      .when({ type: 'questions.openRound', item: items.discussion }, chair)
      .isRefused('questions.itemTakesNone');
    given(...four)
      .when({ type: 'questions.openRound', item: 'i-nothing' }, chair)
      .isRefused('agenda.unknownItem');
    given(...four, started('discussion'))
      .when(opens(), chair)
      .isRefused('questions.itemTakesNone');
    given(...answers)
      .when(opens(), chair)
      .happensOf('questions.roundOpened');
  });

  it('[QU6] it collects as many as is said, or as the policy says', () => {
    const { state } = given(...four, ...accept('q1', 'q2', 'q3')).when(opens(2), moderator, 'r1');
    expect(roundById(state, 'r1')).toEqual({
      id: 'r1',
      item: items.qna,
      number: 1,
      size: 2,
      status: 'collecting',
      questions: ['q1', 'q2'],
      usedMs: 0,
    });
    expect(statusOf(state, 'q1', 'q2', 'q3')).toEqual(['inRound', 'inRound', 'accepted']);
  });

  it('[QU7] it is closed when it has a question', () => {
    given(...collects)
      .when({ type: 'questions.closeRound', round: 'r1' }, moderator)
      .happens({ type: 'questions.roundClosed', round: 'r1' });
    given(...four, openRound('r1'))
      .when({ type: 'questions.closeRound', round: 'r1' }, chair)
      .isRefused('questions.roundEmpty');
    given(...isClosed)
      .when({ type: 'questions.closeRound', round: 'r1' }, chair)
      .isRefused('questions.roundNotCollecting');
    given(...four)
      .when({ type: 'questions.closeRound', round: 'r9' }, chair)
      .isRefused('questions.unknownRound');
  });

  it('[QU14] the next round takes what an earlier one left over first, then the accepted, each in their order', () => {
    const { state } = tell(
      ...four,
      ...accept('q1'),
      openRound('r1'),
      ...accept('q4', 'q3'),
      closeRound('r1'),
      submit(norway, 'q5'),
      ...accept('q5', 'q2'),
      startAnswer('r1', 't9'),
      mark('q1', 'answered'),
      complete('r1'),
      openRound('r2'),
    );
    expect(roundById(state, 'r2')).toMatchObject({ number: 2, questions: ['q3', 'q4', 'q2'] });
    expect(roundById(state, 'r1')).toMatchObject({ number: 1, status: 'completed', questions: ['q1', 'q4', 'q3'] });
    expect(statusOf(state, 'q5')).toEqual(['accepted']);
  });
});

describe('asking the questions of a round', () => {
  it('[QU8] calls their askers once it is closed', () => {
    given(...collects)
      .when(callsAsker, chair)
      .isRefused('questions.roundStillOpen');
    given(...isClosed)
      .when(callsAsker, chair, 't1')
      .happens(
        expect.objectContaining({
          type: 'floor.called',
          seat: seats.norway,
          purpose: { kind: 'question', question: 'q1' },
          limitMs: 90_000,
        }),
      );
    given(...isClosed, lost(norway))
      .when(callsAsker, chair)
      .isRefused('floor.seatAbsent');
    given(...isClosed, callAsker('q1', 't1'), take(norway, 't1'), end('t1'))
      .when(callsAsker, chair)
      .isRefused('questions.notInRound');
    given(...isClosed)
      .when({ type: 'questions.callAsker', question: 'q3' }, chair)
      .isRefused('questions.notInRound');
  });

  it('[QU9] a question whose asker has spoken is asked, one whose call was not answered is not', () => {
    given(...isClosed, callAsker('q1', 't1'), take(norway, 't1'))
      .when({ type: 'floor.endTurn', turn: 't1' }, norway)
      .happensOf('floor.turnEnded', 'questions.asked');
    expect(statusOf(tell(...isClosed, callAsker('q1', 't1'), wait(20_000)).state, 'q1')).toEqual(['inRound']);
  });

  it('[QU9] a question that is marked already stays as it is marked', () => {
    given(...isClosed, ...suspended, back(norway), startAnswer('r1', 't9'), mark('q1', 'answered'))
      .when({ type: 'floor.endTurn', turn: 't1' }, chair)
      .happensOf('floor.turnEnded');
  });

  it('[QU21] or reads them out, which is asking them', () => {
    const { state, ...outcome } = given(...isClosed).when(readsOut, moderator);
    outcome.happens({ type: 'questions.asked', question: 'q1' });
    expect(statusOf(state, 'q1', 'q2')).toEqual(['asked', 'inRound']);
    given(...collects)
      .when(readsOut, chair)
      .isRefused('questions.roundStillOpen');
    given(...isClosed, chairs(readsOut))
      .when(readsOut, chair)
      .isRefused('questions.notInRound');
    given(...isClosed)
      .when({ type: 'questions.readOut', question: 'q3' }, chair)
      .isRefused('questions.notInRound');
  });

  it('[QU21] an anonymous one is only read out', () => {
    const asked = [...held(), started('qna'), submit(norway, 'q1', { anonymous: true }), ...accept('q1')];
    const closed = [...asked, openRound('r1'), closeRound('r1')];
    given(...closed)
      .when(callsAsker, chair)
      .isRefused('questions.askerAnonymous');
    given(...closed)
      .when(readsOut, chair)
      .happensOf('questions.asked');
  });

  it('[QU21] one without a text is only voiced', () => {
    const asked = [...held(), started('qna'), submit(norway, 'q1', { live: true, text: null }), ...accept('q1')];
    const closed = [...asked, openRound('r1'), closeRound('r1')];
    given(...closed)
      .when(readsOut, chair)
      .isRefused('questions.nothingToRead');
    given(...closed)
      .when(callsAsker, chair)
      .happensOf('floor.called');
  });
});

describe('marking the questions of a round', () => {
  it('[QU11] is done while it is answered, and anew', () => {
    const { state } = tell(...answers, mark('q1', 'deferred'), mark('q1', 'partlyAnswered'), mark('q2', 'answered'));
    expect(statusOf(state, 'q1', 'q2')).toEqual(['partlyAnswered', 'answered']);
    given(...answers, mark('q1', 'answered'))
      .when({ type: 'questions.mark', question: 'q1', mark: 'deferred' }, moderator)
      .happens({ type: 'questions.marked', question: 'q1', mark: 'deferred' });
    const asked = [...isClosed, chairs(readsOut), startAnswer('r1', 't9')];
    given(...asked)
      .when(marks('q1'), chair)
      .happensOf('questions.marked');
    given(...isClosed)
      .when(marks('q1'), chair)
      .isRefused('questions.roundNotAnswering');
    given(...answers, complete('r1'))
      .when(marks('q1'), chair)
      .isRefused('questions.roundNotAnswering');
    given(...answers)
      .when(marks('q3'), chair)
      .isRefused('questions.roundNotAnswering');
  });

  it('[QU11] by managers, and by whoever answers that round', () => {
    given(...answers)
      .when(marks('q1'), keynote)
      .happensOf('questions.marked');
    given(...answers)
      .when(marks('q1'), norway)
      .isRefused({ code: 'role.required', roles: ['chair', 'moderator'] });
    given(...answers, end('t9'))
      .when(marks('q1'), keynote)
      .isRefused('role.required');
    const asks = [...isClosed, ...suspended, back(norway), startAnswer('r1', 't9')];
    given(...asks)
      .when(marks('q1'), norway)
      .isRefused('role.required');
    const second = [...answers, ...accept('q3'), openRound('r2'), closeRound('r2')];
    given(...second)
      .when(marks('q3'), keynote)
      .isRefused('role.required');
  });

  it('[QU11] one that was taken out of the round is none of its cards', () => {
    for (const out of ['questions.dismiss', 'questions.withdraw'] as const)
      given(
        ...answers,
        mark('q1', 'deferred'),
        by(out === 'questions.dismiss' ? chair : norway, { type: out, question: 'q1' }),
      )
        .when(marks('q1'), chair)
        .isRefused('questions.notInRound');
  });
});
