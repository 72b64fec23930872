import { describe, expect, it } from 'vitest';
import {
  accept,
  answers,
  carry,
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
} from '../../testing/asking.ts';
import { given } from '../../testing/given.ts';
import { members } from '../../testing/sample.ts';
import { type Step, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { questionById, roundById } from './pool.ts';
import type { Leftover } from './schema.ts';

const { chair, moderator } = members;

const moves = (question: Id, before: Id | null): Command => ({ type: 'questions.move', question, before });
const takes = (question: Id, round: Id = 'r1'): Command => ({ type: 'questions.takeIntoRound', question, round });
const putsBack = (question: Id): Command => ({ type: 'questions.putBack', question });
const resizes = (size: number): Command => ({ type: 'questions.setRoundSize', round: 'r1', size });
const carries = (question: Id, to: Leftover): Command => ({ type: 'questions.carry', question, to });
const orderOf = (...steps: readonly Step[]) => tell(...steps).state.questions.questions.map(({ id }) => id);

/** q1 is deferred, q2 answered in part, q3 accepted, and round r1 completed. */
const leftOver: readonly Step[] = [...answers, mark('q2', 'partlyAnswered'), complete('r1'), ...accept('q3')];

/** What the next round takes of these, after more steps. */
const taken = (...steps: Step[]) => roundById(tell(...leftOver, ...steps, openRound('r2')).state, 'r2')?.questions;

describe('moving a question', () => {
  it('[QU22] within its round until that is answered', () => {
    const three = [...collects, ...accept('q3')];
    given(...three)
      .when(moves('q3', 'q1'), moderator)
      .happens({ type: 'questions.moved', question: 'q3', before: 'q1', round: 'r1' });
    const inRound = (...steps: Step[]) => roundById(tell(...three, ...steps).state, 'r1')?.questions;
    expect(inRound(chairs(moves('q3', 'q1')))).toEqual(['q3', 'q1', 'q2']);
    expect(inRound(chairs(moves('q1', 'q3')))).toEqual(['q2', 'q1', 'q3']);
    expect(inRound(chairs(moves('q1', null)))).toEqual(['q2', 'q3', 'q1']);
    expect(inRound(closeRound('r1'), chairs(moves('q3', 'q2')))).toEqual(['q1', 'q3', 'q2']);
    expect(orderOf(...three, chairs(moves('q3', 'q1')))).toEqual(['q1', 'q2', 'q3', 'q4']);
  });

  it('[QU22] there before another of the round alone, and not once it is answered', () => {
    for (const before of ['q1', 'q3'])
      given(...collects)
        .when(moves('q1', before), chair)
        .isRefused('questions.notInRound');
    given(...answers)
      .when(moves('q2', 'q1'), chair)
      .isRefused('questions.notInRound');
    given(...collects)
      .when(moves('q1', 'q9'), chair)
      .isRefused('questions.unknownQuestion');
  });

  it('[QU22] among those that wait, also past those that do not', () => {
    const waiting = [...four, ...accept('q1', 'q3', 'q4')];
    given(...waiting)
      .when(moves('q4', 'q1'), chair)
      .happens({ type: 'questions.moved', question: 'q4', before: 'q1', round: null });
    expect(orderOf(...waiting, chairs(moves('q4', 'q1')))).toEqual(['q4', 'q1', 'q2', 'q3']);
    expect(orderOf(...waiting, chairs(moves('q1', 'q4')))).toEqual(['q2', 'q3', 'q1', 'q4']);
    expect(orderOf(...waiting, chairs(moves('q1', null)))).toEqual(['q2', 'q3', 'q4', 'q1']);
    const { state } = tell(...waiting, chairs(moves('q4', 'q1')), openRound('r1'));
    expect(roundById(state, 'r1')?.questions).toEqual(['q4', 'q1', 'q3']);
  });

  it('[QU22] not where it does not wait, and not before one that does not, or itself', () => {
    const waiting = [...four, ...accept('q1')];
    for (const [question, before] of [
      ['q1', 'q2'],
      ['q2', 'q1'],
      ['q1', 'q1'],
      ['q2', null],
    ] as const)
      given(...waiting)
        .when(moves(question, before), chair)
        .isRefused('questions.notWaiting');
  });
});

describe('what a round collects', () => {
  it('[QU16] it is given another size, down to what it holds', () => {
    const { state, ...outcome } = given(...collects).when(resizes(2), moderator);
    outcome.happens({ type: 'questions.roundResized', round: 'r1', size: 2 });
    expect(roundById(state, 'r1')).toMatchObject({ size: 2, status: 'collecting', questions: ['q1', 'q2'] });
    given(...collects)
      .when(resizes(1), chair)
      .isRefused({ code: 'questions.roundHolds', held: 2 });
    given(...isClosed)
      .when(resizes(4), chair)
      .isRefused('questions.roundNotCollecting');
    given(...collects, chairs(resizes(2)), ...accept('q3'))
      .when({ type: 'questions.accept', question: 'q4' }, chair)
      .happens({ type: 'questions.accepted', question: 'q4', round: null });
  });

  it('[QU16] it takes one that waits, as far as it has room', () => {
    const full = [...four, openRound('r1', 1), ...accept('q1', 'q2')];
    given(...full)
      .when(takes('q2'), chair)
      .isRefused({ code: 'questions.roundFull', size: 1 });
    const { state, ...outcome } = given(...full, chairs(resizes(2))).when(takes('q2'), chair);
    outcome.happens({ type: 'questions.accepted', question: 'q2', round: 'r1' });
    expect(roundById(state, 'r1')?.questions).toEqual(['q1', 'q2']);
    expect(statusOf(state, 'q2')).toEqual(['inRound']);
  });

  it('[QU16] only one that waits, and only while it collects', () => {
    for (const question of ['q1', 'q3'])
      given(...collects)
        .when(takes(question), chair)
        .isRefused('questions.notWaiting');
    given(...isClosed, ...accept('q3'))
      .when(takes('q3'), chair)
      .isRefused('questions.roundNotCollecting');
    given(...isClosed, ...accept('q3'))
      .when(takes('q3', 'r9'), chair)
      .isRefused('questions.unknownRound');
  });

  it('[QU16] it puts one back among those that wait', () => {
    const { state, ...outcome } = given(...collects).when(putsBack('q1'), moderator);
    outcome.happens({ type: 'questions.putBack', question: 'q1' });
    expect(statusOf(state, 'q1', 'q2')).toEqual(['accepted', 'inRound']);
    expect(roundById(state, 'r1')?.questions).toEqual(['q2']);
    for (const steps of [four, isClosed, leftOver])
      given(...steps)
        .when(putsBack('q1'), chair)
        .isRefused('questions.notInRound');
  });

  it('[QU16] one that an earlier round had left over is left over again', () => {
    const { state } = tell(...leftOver, openRound('r2'), chairs(putsBack('q1')), chairs(putsBack('q3')));
    expect(statusOf(state, 'q1', 'q3')).toEqual(['deferred', 'accepted']);
    expect(roundById(state, 'r1')?.questions).toEqual(['q1', 'q2']);
    expect(roundById(state, 'r2')?.questions).toEqual([]);
  });
});

describe('what is left of a question', () => {
  it('[QU23] is sent to the next round, to a reply in writing or to the next meeting', () => {
    for (const question of ['q1', 'q2', 'q3'])
      for (const to of ['nextRound', 'writtenReply', 'nextMeeting'] as const) {
        const { state, ...outcome } = given(...leftOver).when(carries(question, to), moderator);
        outcome.happens({ type: 'questions.carried', question, to });
        expect(questionById(state, question)?.left).toBe(to);
      }
    for (const steps of [four, isClosed, [...answers, mark('q1', 'answered')]])
      given(...steps)
        .when(carries('q1', 'nextRound'), chair)
        .isRefused('questions.notWaiting');
  });

  it('[QU23] [QU14] a round takes what is sent to the next, and what was never sent', () => {
    expect(taken()).toEqual(['q1', 'q3']);
    expect(taken(carry('q2', 'nextRound'))).toEqual(['q1', 'q2', 'q3']);
    expect(taken(carry('q1', 'nextRound'))).toEqual(['q1', 'q3']);
    for (const away of ['writtenReply', 'nextMeeting'] as const) {
      expect(taken(carry('q1', away), carry('q2', away), carry('q3', away))).toEqual([]);
      expect(taken(carry('q1', away), carry('q1', 'nextRound'))).toEqual(['q1', 'q3']);
    }
  });

  it('[QU23] what a round has taken is sent nowhere any more', () => {
    const { state } = tell(...leftOver, carry('q2', 'nextRound'), openRound('r2'));
    expect(questionById(state, 'q2')).toMatchObject({ status: 'inRound', left: null });
    const byHand = [...leftOver, openRound('r2'), carry('q2', 'nextRound'), chairs(takes('q2', 'r2'))];
    expect(questionById(tell(...byHand).state, 'q2')).toMatchObject({ status: 'inRound', left: null });
  });

  it('[QU23] what is sent elsewhere is not taken by hand either', () => {
    for (const away of ['writtenReply', 'nextMeeting'] as const)
      given(...leftOver, openRound('r2'), carry('q2', away))
        .when(takes('q2', 'r2'), chair)
        .isRefused('questions.notWaiting');
    given(...leftOver, openRound('r2'))
      .when(takes('q2', 'r2'), chair)
      .isRefused('questions.notWaiting');
  });

  it('[QU23] [QU5] what was dismissed and restored is sent nowhere', () => {
    const { state } = tell(
      ...leftOver,
      carry('q1', 'nextMeeting'),
      chairs({ type: 'questions.dismiss', question: 'q1' }),
      chairs({ type: 'questions.restore', question: 'q1' }),
    );
    expect(questionById(state, 'q1')).toMatchObject({ status: 'submitted', left: null });
  });

  it('[QU23] [QU11] a question that is marked in part and sent on may still be marked anew in its round', () => {
    const sent = [...answers, mark('q1', 'partlyAnswered'), carry('q1', 'nextRound')];
    const { state } = tell(
      ...sent,
      mark('q1', 'answered'),
      end('t9'),
      startAnswer('r1', 't10'),
      complete('r1'),
      openRound('r2'),
    );
    expect(statusOf(state, 'q1', 'q2')).toEqual(['answered', 'inRound']);
  });
});
