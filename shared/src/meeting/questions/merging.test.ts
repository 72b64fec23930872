import { describe, expect, it } from 'vitest';
import {
  accept,
  answers,
  chairs,
  closeRound,
  collects,
  complete,
  dismiss,
  four,
  isClosed,
  mark,
  merge,
  openRound,
  statusOf,
} from '../../testing/asking.ts';
import { given } from '../../testing/given.ts';
import { members } from '../../testing/sample.ts';
import { by, pass, type Step, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { questionById, roundById } from './pool.ts';

const { chair, moderator } = members;

const merges = (question: Id, into: Id): Command => ({ type: 'questions.merge', question, into });
const restore = (question: Id): Step => chairs({ type: 'questions.restore', question });
const undo = (of: Id): Command => ({ type: 'session.undo', of });

describe('merging questions', () => {
  it('[QU20] takes one that was not asked into another, and says into which', () => {
    given(...four)
      .when(merges('q1', 'q2'), moderator)
      .happens({ type: 'questions.merged', question: 'q1', into: 'q2' });
    const { state } = tell(...four, merge('q1', 'q2'));
    expect(questionById(state, 'q1')).toMatchObject({ status: 'merged', mergedInto: 'q2' });
    expect(questionById(state, 'q2')).toMatchObject({ status: 'submitted', mergedInto: null });
  });

  it('[QU20] takes it out of the round that collects', () => {
    const { state } = tell(...collects, merge('q1', 'q2'));
    expect(roundById(state, 'r1')?.questions).toEqual(['q2']);
  });

  it('[QU20] takes a deferred one too, and none that is being asked', () => {
    const { state } = tell(...answers, complete('r1'), merge('q1', 'q3'));
    expect(statusOf(state, 'q1', 'q2')).toEqual(['merged', 'deferred']);
    for (const steps of [isClosed, [...answers, mark('q1', 'answered')]])
      given(...steps)
        .when(merges('q1', 'q3'), chair)
        .isRefused('questions.alreadyAsked');
  });

  it('[QU20] goes into one that is submitted or public, in whatever state', () => {
    const answered = [...answers, mark('q1', 'answered'), mark('q2', 'partlyAnswered')];
    for (const [into, ...steps] of [
      ['q2', ...four],
      ['q2', ...four, ...accept('q2')],
      ['q2', ...isClosed],
      ['q1', ...answered],
      ['q2', ...answered],
    ] as [Id, ...Step[]][])
      given(...steps)
        .when(merges('q3', into), chair)
        .happensOf('questions.merged');
  });

  it('[QU20] goes into no other: none that is dismissed, withdrawn or merged, not itself, and none that is not there', () => {
    const gone: Step[] = [dismiss('q2'), by(members.iran, { type: 'questions.withdraw', question: 'q2' })];
    for (const step of [...gone, merge('q2', 'q3')])
      given(...four, step)
        .when(merges('q1', 'q2'), chair)
        .isRefused('questions.mergeTarget');
    given(...four)
      .when(merges('q1', 'q1'), chair)
      .isRefused('questions.mergeTarget');
    given(...four)
      .when(merges('q1', 'q9'), chair)
      .isRefused('questions.unknownQuestion');
  });

  it('[QU20] [QU5] a chain of them comes apart link by link', () => {
    const chain = [...four, merge('q1', 'q2'), merge('q2', 'q3')];
    const { state } = tell(...chain);
    expect([questionById(state, 'q1')?.mergedInto, questionById(state, 'q2')?.mergedInto]).toEqual(['q2', 'q3']);
    const apart = tell(...chain, restore('q2')).state;
    expect(questionById(apart, 'q2')).toMatchObject({ status: 'submitted', mergedInto: null });
    expect(questionById(apart, 'q1')).toMatchObject({ status: 'merged', mergedInto: 'q2' });
    expect(statusOf(tell(...chain, restore('q2'), restore('q1')).state, 'q1', 'q2')).toEqual([
      'submitted',
      'submitted',
    ]);
  });

  it('[SE11] is taken back to where the question stood, for a while', () => {
    const merged = [...collects, chairs(merges('q1', 'q2'), 'act')];
    given(...merged)
      .when(undo('act'), chair)
      .happens(
        { type: 'questions.returned', question: 'q1', status: 'inRound', round: 'r1' },
        { type: 'session.undone', of: 'act' },
      );
    const { state } = given(...merged).when(undo('act'), chair);
    expect(questionById(state, 'q1')).toMatchObject({ status: 'inRound', mergedInto: null });
    expect(roundById(state, 'r1')?.questions).toEqual(['q2', 'q1']);
    given(...merged, pass(10_001))
      .when(undo('act'), chair)
      .isRefused('session.undoTooLate');
    given(...merged, restore('q1'))
      .when(undo('act'), chair)
      .isRefused('session.nothingToUndo');
  });

  it('[SE11] a question that no round had waits again', () => {
    const told = [...four, ...accept('q1'), chairs(merges('q1', 'q2'), 'act')];
    given(...told, openRound('r1'), ...accept('q3'), closeRound('r1'))
      .when(undo('act'), chair)
      .happens(
        { type: 'questions.returned', question: 'q1', status: 'accepted', round: null },
        { type: 'session.undone', of: 'act' },
      );
  });
});
