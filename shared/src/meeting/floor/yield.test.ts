import { describe, expect, it } from 'vitest';
import {
  called,
  debate,
  ended,
  entriesIn,
  norwaySpeaks,
  raise,
  request,
  respond,
  taken,
} from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { by, held, lost, pass, type Step, started, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { turnById } from './turns.ts';

const { chair, moderator, keynote, norway, iran, iranAide, india, pakistan } = members;

type To = Extract<Command, { type: 'floor.yield' }>['to'];
const yielding = (to: To, turn: Id = 't1'): Command => ({ type: 'floor.yield', turn, to });
const toChair = yielding({ kind: 'chair' });
const toQuestions = yielding({ kind: 'questions' });
const toIran = yielding({ kind: 'seat', seat: seats.iran });
const all = [toChair, toQuestions, toIran];
/** Norway has spoken for 50 of its 180 seconds. */
const speaking: readonly Step[] = [...norwaySpeaks, pass(50_000)];
const ends = [
  { type: 'floor.turnEnded', turn: 't1', reason: 'yielded', usedMs: 50_000 },
  { type: 'speakers.entryMarked', entry: 'e1', status: 'done', usedMs: 50_000 },
];
const lapsed = (entry: Id) => ({ type: 'speakers.entryMarked', entry, status: 'lapsed', usedMs: 0 });
const gave = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);

describe('yielding what is left of the time', () => {
  it('[FL23] to the chair ends the turn', () => {
    given(...speaking)
      .when(toChair, norway)
      .happens(...ends);
  });

  it('[FL23] to questions goes on, and lets interposed questions in without acceptance', () => {
    const outcome = given(...speaking).when(toQuestions, norway);
    outcome.happens({ type: 'floor.yieldedToQuestions', turn: 't1' });
    expect(turnById(outcome.state, 't1')).toMatchObject({ takesQuestions: true, status: { kind: 'speaking' } });
    expect(turnById(tell(...speaking).state, 't1')?.takesQuestions).toBe(false);
    given(...speaking, by(norway, toQuestions))
      .when(toQuestions, norway)
      .isRefused('floor.yieldedAlready');
    given(...speaking, by(norway, toQuestions))
      .when(toChair, norway)
      .happens(...ends);
  });

  it('[FL23] to another seat calls that seat with what is left, in the same place', () => {
    const outcome = given(...speaking).when(toIran, norway, 't2');
    outcome.happens(
      ...ends,
      expect.objectContaining({
        type: 'floor.called',
        turn: 't2',
        seat: seats.iran,
        purpose: { kind: 'yielded', from: seats.norway },
        limitMs: 130_000,
        usedMs: 0,
        delegation: 'd-tehran',
        answerBy: 70_000,
      }),
    );
    expect(outcome.state.floor.turns.map(({ id }) => id)).toEqual(['t2']);
  });

  it('[FL23] a part of a millisecond is not yielded', () => {
    given(...norwaySpeaks, pass(50_000.5))
      .when(toIran, norway)
      .happens(expect.anything(), expect.anything(), expect.objectContaining({ limitMs: 129_999 }));
    for (const to of all)
      given(...norwaySpeaks, pass(179_999.5))
        .when(to, norway)
        .isRefused('floor.nothingToYield');
  });

  it('[FL23] [SP13] the yielded turn is an intervention: each response that waits lapses once', () => {
    const asked = [...speaking, by(iran, respond('interposed'), 'i1'), by(india, respond(), 'd1')];
    given(...asked)
      .when(toIran, norway)
      .happens(...ends, lapsed('i1'), lapsed('d1'), expect.objectContaining({ type: 'floor.called' }));
    given(...asked)
      .when(toChair, norway)
      .happens(...ends, lapsed('i1'));
  });

  it('[FL23] by the seat of the turn alone, whichever member of it', () => {
    for (const to of all) {
      for (const member of [chair, moderator, iran])
        given(...speaking)
          .when(to, member)
          .isRefused('floor.notYours');
      given(...speaking)
        .when({ ...to, turn: 'constructor' } as Command, norway)
        .isRefused('floor.unknownTurn');
    }
    const iranSpeaks = [...debate, by(iran, request, 'e1'), called('e1', 't1'), taken(iran, 't1')];
    given(...iranSpeaks)
      .when(toChair, iranAide)
      .happensOf('floor.turnEnded', 'speakers.entryMarked');
  });

  it('[FL23] of a turn that speaks or is paused', () => {
    const paused = [...speaking, by(chair, { type: 'floor.pause', turn: 't1' }), pass(400_000)];
    given(...paused)
      .when(toChair, norway)
      .happens(...ends);
    for (const to of all)
      given(...debate, by(norway, request, 'e1'), called('e1', 't1'))
        .when(to, norway)
        .isRefused('floor.notSpeaking');
    const iranSpeaks = [...debate, by(iran, request, 'e1'), called('e1', 't1'), taken(iran, 't1'), lost(iran)];
    given(...iranSpeaks)
      .when(toChair, iranAide)
      .isRefused('floor.notSpeaking');
  });

  it('[FL23] not where nothing is left, there is no limit, or the turn is an interruption', () => {
    for (const to of all) {
      given(...norwaySpeaks, pass(180_000))
        .when(to, norway)
        .isRefused('floor.nothingToYield');
      given(
        ...held(),
        by(chair, { type: 'floor.setMode', mode: 'open' }),
        by(norway, { type: 'floor.takeMicrophone' }, 't1'),
      )
        .when(to, norway)
        .isRefused('floor.nothingToYield');
      const interrupting = [...norwaySpeaks, by(india, raise(), 'o1'), called('o1', 't2'), taken(india, 't2')];
      given(...interrupting)
        .when({ ...to, turn: 't2' } as Command, india)
        .isRefused('floor.nothingToYield');
    }
    given(...norwaySpeaks, pass(179_999))
      .when(toIran, norway)
      .happens(expect.anything(), expect.anything(), expect.objectContaining({ limitMs: 1 }));
  });

  it('[FL23] to a seat that is there, has no turn and has time', () => {
    given(...speaking)
      .when(yielding({ kind: 'seat', seat: 'constructor' }), norway)
      .isRefused('floor.unknownSeat');
    given(...speaking)
      .when(yielding({ kind: 'seat', seat: seats.norway }), norway)
      .isRefused('floor.seatHasTurn');
    given(...speaking, lost(iran), lost(iranAide))
      .when(toIran, norway)
      .isRefused('floor.seatAbsent');
    const limits = { turn: 'soft', question: 'soft', answer: 'soft', keynote: 'soft', delegation: 'hard' } as const;
    const spent = by(chair, { type: 'floor.setBudget', delegation: 'd-tehran', budgetMs: 0 });
    given(...held({ limits }), started('discussion'), ...norwaySpeaks.slice(debate.length), spent)
      .when(toIran, norway)
      .isRefused('floor.budgetSpent');
  });

  it('[FL23] an invited speaker and a keynote yield too, and who got the rest may yield it on', () => {
    given(...held(), gave(seats.norway, 't1'), taken(norway, 't1'), pass(10))
      .when(toIran, norway)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'yielded', usedMs: 10 },
        expect.objectContaining({ limitMs: 179_990 }),
      );
    given(...held(), started('keynote'), gave(seats.keynote, 't1'), taken(keynote, 't1'))
      .when(toIran, keynote)
      .happens(expect.anything(), expect.objectContaining({ limitMs: 1_200_000 }));
    given(...speaking, by(norway, toIran, 't2'), taken(iran, 't2'), pass(30_000))
      .when(yielding({ kind: 'seat', seat: seats.pakistan }, 't2'), iran)
      .happens(
        { type: 'floor.turnEnded', turn: 't2', reason: 'yielded', usedMs: 30_000 },
        expect.objectContaining({
          seat: seats.pakistan,
          purpose: { kind: 'yielded', from: seats.iran },
          limitMs: 100_000,
        }),
      );
  });

  it('[FL19] [FL23] what the other seat speaks of it is its own time', () => {
    const { state } = tell(...speaking, by(norway, toIran, 't2'), taken(iran, 't2'), pass(30_000), ended('t2'));
    expect(state.floor.delegations).toEqual([
      { delegation: 'd-oslo', budgetMs: null, usedMs: 50_000 },
      { delegation: 'd-tehran', budgetMs: null, usedMs: 30_000 },
    ]);
  });

  it('[FL23] the interposed question that it is interrupted by goes on', () => {
    const interrupted = [
      ...speaking,
      by(pakistan, respond('interposed'), 'i1'),
      by(norway, { type: 'speakers.accept', entry: 'i1' }, 't2'),
    ];
    const { state } = given(...interrupted).when(toChair, norway);
    expect(state.floor.turns.map(({ id }) => id)).toEqual(['t2']);
    expect(entriesIn(state)).toEqual(['e1 done', 'i1 called']);
  });
});
