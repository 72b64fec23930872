import { describe, expect, it } from 'vitest';
import {
  called,
  debate,
  ended,
  entriesIn,
  listClosed,
  norwaySpeaks,
  raise,
  request,
  respond,
  taken,
} from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { by, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import { turnById } from '../floor/turns.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';

const { chair, moderator, norway, iran, iranAide, india, pakistan } = members;

const accept: Command = { type: 'speakers.accept', entry: 'i1' };
const decline: Command = { type: 'speakers.decline', entry: 'i1' };
const call = (entry: Id): Command => ({ type: 'speakers.call', entry });
const toQuestions = by(norway, { type: 'floor.yield', turn: 't1', to: { kind: 'questions' } });
const asked: readonly Step[] = [...norwaySpeaks, by(iran, respond('interposed'), 'i1'), pass(4000)];
const interrupts = (kind: 'interposed' | 'clarification' | 'pointOfOrder', entry: Id, seat: Id) => [
  expect.objectContaining({ type: 'floor.called', turn: 't2', seat, purpose: { kind, turn: 't1', entry } }),
  { type: 'floor.paused', turn: 't1', usedMs: 4000, by: 't2' },
  { type: 'speakers.entryMarked', entry, status: 'called', usedMs: 0 },
];
const interrupted = (...steps: Step[]) => turnById(tell(...steps, called('o1', 't9')).state, 't9')?.purpose;
const absent = (entry: Id) => ({ type: 'speakers.entryMarked', entry, status: 'absent', usedMs: 0 });

describe('an interposed question', () => {
  it('[SP14] is called as its speaker accepts it, and the clock of the intervention stands meanwhile', () => {
    const accepted = given(...asked).when(accept, norway, 't2');
    accepted.happens(...interrupts('interposed', 'i1', seats.iran));
    expect(turnById(accepted.state, 't2')).toMatchObject({ limitMs: 90_000, delegation: 'd-tehran' });
    const spoken = [...asked, by(norway, accept, 't2'), taken(iran, 't2'), pass(3000)];
    given(...spoken)
      .when({ type: 'floor.endTurn', turn: 't2' }, iran)
      .happens(
        { type: 'floor.turnEnded', turn: 't2', reason: 'ended', usedMs: 3000 },
        { type: 'speakers.entryMarked', entry: 'i1', status: 'done', usedMs: 3000 },
        { type: 'floor.resumed', turn: 't1', since: 7000 },
      );
  });

  it('[SP14] is declined by its speaker, and by nobody else accepted or declined', () => {
    given(...asked)
      .when(decline, norway)
      .happens({ type: 'speakers.entryMarked', entry: 'i1', status: 'declined', usedMs: 0 });
    for (const command of [accept, decline])
      for (const member of [chair, iran, india])
        given(...asked)
          .when(command, member)
          .isRefused('floor.notYours');
    for (const command of [accept, decline])
      given(...asked, by(norway, decline))
        .when(command, norway)
        .isRefused({ code: 'speakers.notWaiting', status: 'declined' });
  });

  it('[SP14] nothing else is accepted or declined', () => {
    const other = [...norwaySpeaks, by(iran, respond('clarification'), 'i1')];
    for (const command of [accept, decline])
      given(...other)
        .when(command, norway)
        .isRefused('speakers.notInterposed');
  });

  it('[SP14] is called by a manager once its speaker has yielded to questions', () => {
    given(...asked)
      .when(call('i1'), chair)
      .isRefused('speakers.notAccepted');
    given(...asked, toQuestions)
      .when(call('i1'), moderator, 't2')
      .happens(...interrupts('interposed', 'i1', seats.iran));
  });

  it('[SP14] waits while its speaker is not heard, or is interrupted already', () => {
    given(...asked, toQuestions, lost(norway))
      .when(call('i1'), chair)
      .isRefused('floor.notSpeaking');
    const interrupted = [...asked, toQuestions, by(india, raise(), 'o1'), called('o1', 't3')];
    given(...interrupted)
      .when(call('i1'), chair)
      .isRefused('floor.interruptedAlready');
    given(...interrupted)
      .when(accept, norway)
      .isRefused('floor.interruptedAlready');
  });

  it('[SP14] a speaker whom a manager paused stays paused behind it', () => {
    const paused = [...asked, by(chair, { type: 'floor.pause', turn: 't1' })];
    given(...paused)
      .when(accept, norway)
      .happensOf('floor.called', 'speakers.entryMarked');
    given(...paused, by(norway, accept, 't2'))
      .when({ type: 'floor.endTurn', turn: 't2' }, chair)
      .happensOf('floor.turnEnded', 'speakers.entryMarked');
  });

  it('[SP13] has nobody to be put to when its turn is over', () => {
    const left = [
      ...asked,
      ended('t1'),
      { type: 'speakers.entryMarked', entry: 'i1', status: 'waiting', usedMs: 0 } as const,
    ];
    for (const [command, member] of [
      [accept, norway],
      [decline, norway],
      [call('i1'), chair],
    ] as const)
      given(...left)
        .when(command, member)
        .isRefused('speakers.interventionOver');
  });
});

describe('a point of order', () => {
  const raised: readonly Step[] = [...norwaySpeaks, listClosed, by(india, raise('hearing'), 'o1'), pass(4000)];

  it('[SP14] interrupts the intervention that is heard, on a closed list too, and stops its clock', () => {
    given(...raised)
      .when(call('o1'), moderator, 't2')
      .happens(...interrupts('pointOfOrder', 'o1', seats.india));
    expect(turnById(tell(...raised, called('o1', 't2')).state, 't2')).toMatchObject({
      limitMs: 90_000,
      limit: 'soft',
      delegation: null,
    });
  });

  it('[SP14] of several it interrupts an intervention rather than a response, and never the presiding microphone', () => {
    const directed = by(chair, { type: 'floor.setMode', mode: 'directed' });
    const responds = [
      ...norwaySpeaks,
      by(iran, respond(), 'd1'),
      directed,
      ended('t1'),
      called('d1', 't2'),
      taken(iran, 't2'),
    ];
    const give = by(chair, { type: 'floor.give', seat: seats.pakistan }, 't3');
    const both = [...responds, give, taken(pakistan, 't3'), by(india, raise(), 'o1')];
    expect(interrupted(...both)).toEqual({ kind: 'pointOfOrder', turn: 't3', entry: 'o1' });
    expect(interrupted(...responds, by(india, raise(), 'o1'))).toEqual({
      kind: 'pointOfOrder',
      turn: 't2',
      entry: 'o1',
    });
    const presiding = by(moderator, { type: 'floor.takeMicrophone' }, 't0');
    expect(interrupted(...debate, presiding, by(india, raise(), 'o1'))).toEqual({
      kind: 'pointOfOrder',
      turn: null,
      entry: 'o1',
    });
    expect(interrupted(...debate, presiding, ...norwaySpeaks.slice(debate.length), by(india, raise(), 'o1'))).toEqual({
      kind: 'pointOfOrder',
      turn: 't1',
      entry: 'o1',
    });
  });

  it('[SP14] takes a place of the floor when nobody speaks', () => {
    given(...debate, by(india, raise(), 'o1'))
      .when(call('o1'), chair, 't1')
      .happens(
        expect.objectContaining({ type: 'floor.called', purpose: { kind: 'pointOfOrder', turn: null, entry: 'o1' } }),
        { type: 'speakers.entryMarked', entry: 'o1', status: 'called', usedMs: 0 },
      );
    given(...debate, by(india, raise(), 'o1'), by(chair, { type: 'floor.give', seat: seats.norway }, 't1'))
      .when(call('o1'), chair)
      .isRefused({ code: 'floor.heldByAnother', seat: seats.norway });
  });

  it('[SP14] one at a time, and not against the seat itself', () => {
    given(...raised, by(iran, raise('motion'), 'o2'), called('o1', 't2'))
      .when(call('o2'), chair)
      .isRefused('floor.interruptedAlready');
    given(...raised, by(norway, raise('motion'), 'o2'))
      .when(call('o2'), chair)
      .isRefused('floor.seatHasTurn');
  });

  it('[SP14] declined or unanswered it waits, and the intervention goes on', () => {
    const waits = { type: 'speakers.entryMarked', entry: 'o1', status: 'waiting', usedMs: 0 };
    given(...raised, called('o1', 't2'), pass(1000))
      .when({ type: 'floor.decline', turn: 't2' }, india)
      .happens({ type: 'floor.turnEnded', turn: 't2', reason: 'declined', usedMs: 0 }, waits, {
        type: 'floor.resumed',
        turn: 't1',
        since: 5000,
      });
    expect(entriesIn(tell(...raised, called('o1', 't2'), wait(20_000)).state)).toEqual(['e1 speaking', 'o1 absent']);
  });
});

describe('a clarification', () => {
  const asks: readonly Step[] = [...norwaySpeaks, by(iran, respond('clarification'), 'c1'), pass(4000)];

  it('[SP14] interrupts the turn that it is about, without being accepted', () => {
    given(...asks)
      .when(call('c1'), chair, 't2')
      .happens(...interrupts('clarification', 'c1', seats.iran));
  });

  it('[SP14] takes a place of the floor when that turn is over', () => {
    given(...asks, ended('t1'))
      .when(call('c1'), chair, 't2')
      .happens(
        expect.objectContaining({ type: 'floor.called', purpose: { kind: 'clarification', turn: null, entry: 'c1' } }),
        { type: 'speakers.entryMarked', entry: 'c1', status: 'called', usedMs: 0 },
      );
  });

  it('[SP14] a direct response waits for its turn to be over', () => {
    given(...norwaySpeaks, by(iran, respond(), 'd1'))
      .when(call('d1'), chair)
      .isRefused({ code: 'floor.heldByAnother', seat: seats.norway });
  });
});

describe('whoever interrupts and is not there', () => {
  const gone = [lost(iran), lost(iranAide)];

  it('[SP18] is marked absent and goes one place down, and the intervention goes on', () => {
    given(...asked, by(india, request, 'e2'), ...gone)
      .when(accept, norway)
      .happens(absent('i1'), { type: 'speakers.entryMoved', entry: 'i1', before: null });
    given(...norwaySpeaks, by(iran, raise(), 'o1'), by(india, raise('motion'), 'o2'), ...gone)
      .when(call('o1'), chair)
      .happens(absent('o1'), { type: 'speakers.entryMoved', entry: 'o1', before: null });
  });

  it('[SP18] but not while another interrupts or nobody can be interrupted', () => {
    given(...asked, by(india, raise(), 'o1'), called('o1', 't2'), ...gone)
      .when(accept, norway)
      .isRefused('floor.interruptedAlready');
    given(...asked, toQuestions, lost(norway), ...gone)
      .when(call('i1'), chair)
      .isRefused('floor.notSpeaking');
  });
});

it('[SP6] an entry is called or accepted in the current item alone', () => {
  const waits = { type: 'speakers.entryMarked', entry: 'i1', status: 'waiting', usedMs: 0 } as const;
  const left = [...asked, by(india, request, 'e2'), ended('t1'), waits, started('closing')];
  given(...left)
    .when(accept, norway)
    .isRefused('speakers.itemNotCurrent');
  given(...left)
    .when(call('e2'), chair)
    .isRefused('speakers.itemNotCurrent');
});
