import { describe, expect, it } from 'vitest';
import {
  accept,
  answers,
  callAsker,
  chairs,
  complete,
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
import { held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import { roundById } from './pool.ts';

const { chair, norway, iran, india } = members;

const readsOut: Command = { type: 'questions.readOut', question: 'q1' };
const suspended: Step[] = [callAsker('q1', 't1'), take(norway, 't1'), lost(norway), wait(15_000)];

describe('completing a round', () => {
  const completes: Command = { type: 'questions.completeRound', round: 'r1' };

  it('[QU12] defers what is unmarked and ends the turns of the round', () => {
    given(...answers, mark('q1', 'answered'), pass(700))
      .when(completes, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't9', reason: 'ended', usedMs: 700 },
        { type: 'questions.blockHeld', round: 'r1', usedMs: 700 },
        { type: 'questions.roundCompleted', round: 'r1', deferred: ['q2'] },
      );
    given(...isClosed)
      .when(completes, chair)
      .isRefused('questions.roundNotAnswering');
    given(...isClosed, startAnswer('r1', 't9'))
      .when(completes, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't9', reason: 'takenBack', usedMs: 0 },
        { type: 'questions.roundCompleted', round: 'r1', deferred: ['q1', 'q2'] },
      );
    const { state } = tell(...isClosed, chairs(readsOut), startAnswer('r1', 't9'), complete('r1'));
    expect(statusOf(state, 'q1', 'q2', 'q3')).toEqual(['deferred', 'deferred', 'submitted']);
    expect(roundById(state, 'r1')?.status).toBe('completed');
  });

  it('[QU12] leaves the turns of others', () => {
    const beside = [
      chairs({ type: 'floor.setMode', mode: 'directed' }),
      chairs({ type: 'floor.give', seat: seats.india }, 't2'),
      take(india, 't2'),
    ];
    const { state } = tell(...answers, ...beside, complete('r1'));
    expect(state.floor.turns.map(({ id }) => id)).toEqual(['t2']);
  });

  it('[QU12] an asker who is suspended does not come back into it', () => {
    const { state } = tell(...isClosed, ...suspended, startAnswer('r1', 't9'), complete('r1'));
    expect(state.floor.turns).toEqual([]);
    expect(statusOf(state, 'q1')).toEqual(['deferred']);
  });

  it('[QU12] a question that a newer round has taken stays in that round', () => {
    const { state } = tell(...answers, mark('q1', 'deferred'), openRound('r2'), complete('r1'));
    expect(roundById(state, 'r2')?.questions).toEqual(['q1']);
    expect(statusOf(state, 'q1', 'q2')).toEqual(['inRound', 'deferred']);
  });

  it('[QU15] comes with the end of its item, so that an empty one holds up none to come', () => {
    given(...four, openRound('r1'))
      .when({ type: 'agenda.closeItem', item: items.qna }, chair)
      .happens(
        { type: 'questions.roundCompleted', round: 'r1', deferred: [] },
        expect.objectContaining({ type: 'agenda.itemClosed' }),
      );
    const { state } = tell(...isClosed, started('closing'));
    expect(roundById(state, 'r1')?.status).toBe('completed');
    expect(statusOf(state, 'q1', 'q2')).toEqual(['deferred', 'deferred']);
  });

  it('[QU15] comes with the dropping of its item before it began, and leaves the rounds of others', () => {
    given(...held(), submit(norway, 'q1'), openRound('r1'), ...accept('q1'))
      .when({ type: 'agenda.dropItem', item: items.qna }, chair)
      .happens(
        { type: 'questions.roundCompleted', round: 'r1', deferred: ['q1'] },
        { type: 'agenda.itemDropped', item: items.qna },
      );
    given(...held(), submit(iran, 'q1'), openRound('r1'), ...accept('q1'))
      .when({ type: 'agenda.skipItem', item: items.keynote }, chair)
      .happensOf('agenda.itemSkipped');
  });

  it('[SE11] [QU15] is taken back with the end of its item: the round stands as it stood', () => {
    const closed = chairs({ type: 'agenda.closeItem', item: items.qna }, 'act');
    const undo: Command = { type: 'session.undo', of: 'act' };
    const { state } = given(...isClosed, chairs(readsOut), closed).when(undo, chair);
    expect(roundById(state, 'r1')).toMatchObject({ status: 'closed', questions: ['q1', 'q2'] });
    expect(statusOf(state, 'q1', 'q2')).toEqual(['asked', 'inRound']);
    // What a newer round of another item has taken meanwhile is its own.
    const newer = chairs({ type: 'questions.openRound', item: items.keynote }, 'r2');
    given(...answers, mark('q1', 'deferred'), newer, closed)
      .when(undo, chair)
      .happens(
        expect.objectContaining({ type: 'agenda.itemReopened' }),
        expect.objectContaining({ type: 'agenda.itemStarted' }),
        {
          type: 'questions.roundReturned',
          round: 'r1',
          status: 'answering',
          questions: [{ question: 'q2', status: 'inRound' }],
        },
        { type: 'session.undone', of: 'act' },
      );
  });
});
