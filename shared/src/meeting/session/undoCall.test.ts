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
  tour,
} from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { by, lost, pass, type Step, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';

const { chair, norway, iran, iranAide, india, pakistan, keynote } = members;

const undo: Command = { type: 'session.undo', of: 't2' };
const directed = by(chair, { type: 'floor.setMode', mode: 'directed' });
const waits = (entry: Id) => ({ type: 'speakers.entryMarked', entry, status: 'waiting', usedMs: 0 });
const takenBack = { type: 'floor.turnEnded', turn: 't2', reason: 'takenBack', usedMs: 0 };
const undone = { type: 'session.undone', of: 't2' };
const end = (turn: Id): Step => by(chair, { type: 'floor.endTurn', turn }, 'act');
const speaks = (entry: Id, member: Id): Step[] => [called(entry, 't2'), taken(member, 't2'), pass(3000), end('t2')];

/** Norway has spoken, two wait to respond, and Pakistan is called as the next: what to take back is t2. */
const next: readonly Step[] = [
  ...norwaySpeaks,
  by(iran, respond(), 'd1'),
  by(india, respond('clarification'), 'c1'),
  by(pakistan, request, 'e2'),
  ended('t1'),
  called('e2', 't2'),
];
/** The same in directed mode, while Norway still speaks, with an interposed question. */
const beside: readonly Step[] = [
  ...norwaySpeaks,
  directed,
  by(iran, respond('interposed'), 'i1'),
  by(india, respond(), 'd1'),
  by(pakistan, request, 'e2'),
  called('e2', 't2'),
];

describe('taking back the call of the next speaker', () => {
  it('[SE11] the responses that lapsed with it wait again where they were', () => {
    expect(entriesIn(tell(...next).state)).toEqual(['e1 done', 'c1 lapsed', 'd1 lapsed', 'e2 called']);
    const outcome = given(...next).when(undo, chair);
    outcome.happens(takenBack, waits('e2'), waits('c1'), waits('d1'), undone);
    expect(entriesIn(outcome.state)).toEqual(['e1 done', 'c1 waiting', 'd1 waiting', 'e2 waiting']);
    given(...beside)
      .when(undo, chair)
      .happens(takenBack, waits('e2'), waits('i1'), waits('d1'), undone);
  });

  it('[SE11] so it is with a floor that was given outside the list', () => {
    const gave = [...next.slice(0, -1), by(chair, { type: 'floor.give', seat: seats.keynote }, 't2')];
    given(...gave)
      .when(undo, chair)
      .happens(takenBack, waits('c1'), waits('d1'), undone);
  });

  it('[SE11] an interposed question not once its speaker is done', () => {
    given(...beside, ended('t1'))
      .when(undo, chair)
      .happens(takenBack, waits('e2'), waits('d1'), undone);
  });

  it('[SE11] not a response whose seat has asked anew meanwhile', () => {
    given(...beside, by(india, respond(), 'd2'))
      .when(undo, chair)
      .happens(takenBack, waits('e2'), waits('i1'), undone);
  });

  it('[SE11] nor one whose intervention another has followed meanwhile', () => {
    const give = by(chair, { type: 'floor.give', seat: seats.keynote }, 't3');
    given(...next.slice(0, -2), ended('t1'), directed, called('e2', 't2'), give)
      .when(undo, chair)
      .happens(takenBack, waits('e2'), undone);
    given(...next.slice(0, -2), ended('t1'), directed, called('e2', 't2'), give, taken(keynote, 't3'), ended('t3'))
      .when(undo, chair)
      .happens(takenBack, waits('e2'), undone);
  });

  it('[SE11] the call of a point of order, of a tour and of a response is taken back as well', () => {
    given(...norwaySpeaks, by(iran, raise(), 'o1'), pass(700), called('o1', 't2'))
      .when(undo, chair)
      .happens(takenBack, waits('o1'), { type: 'floor.resumed', turn: 't1', since: 700 }, undone);
    given(...debate, by(chair, tour('norway', 'iran'), 'r'), called('r-1', 't2'))
      .when(undo, chair)
      .happens(takenBack, waits('r-1'), undone);
    given(...next.slice(0, -1), called('d1', 't2'))
      .when(undo, chair)
      .happens(takenBack, waits('d1'), undone);
  });

  it('[SE11] who was not there was not called: there is nothing to take back', () => {
    given(
      ...debate,
      by(iran, request, 'e1'),
      lost(iran),
      lost(iranAide),
      by(chair, { type: 'speakers.call', entry: 'e1' }, 't2'),
    )
      .when(undo, chair)
      .isRefused('session.nothingToUndo');
  });

  it('[SE12] not once the place in a tour was let go, nor once the floor was taken', () => {
    const toured = [...debate, by(chair, tour('norway', 'iran'), 'r'), called('r-1', 't2')];
    for (const later of [by(norway, { type: 'speakers.pass', entry: 'r-1' }), taken(norway, 't2')])
      given(...toured, later)
        .when(undo, chair)
        .isRefused('session.nothingToUndo');
  });
});

describe('taking back the end of a turn from the list', () => {
  const act: Command = { type: 'session.undo', of: 'act' };

  it('[SE11] a response, a reply and a place in a tour are called again with what they have used', () => {
    const overs: Step[][] = [
      [...norwaySpeaks, by(iran, respond(), 'x'), ended('t1'), ...speaks('x', iran)],
      [
        ...debate,
        by(iran, { type: 'speakers.requestReply', item: 'i-discussion', topic: null }, 'x'),
        ...speaks('x', iran),
      ],
      [...debate, by(chair, tour('iran'), 'x'), ...speaks('x-1', iran)],
    ];
    for (const steps of overs)
      given(...steps)
        .when(act, chair, 't3')
        .happens(
          expect.objectContaining({ type: 'floor.called', turn: 't3', seat: seats.iran, usedMs: 3000 }),
          expect.objectContaining({ type: 'speakers.entryMarked', status: 'called' }),
          { type: 'session.undone', of: 'act' },
        );
  });

  it('[SE12] not once the seat has asked for the same anew, but for another it may', () => {
    const over = [...norwaySpeaks, pass(3000), end('t1')];
    given(...over, by(norway, request, 'e2'))
      .when(act, chair)
      .isRefused('session.undoOvertaken');
    given(...over, by(norway, raise(), 'o1'))
      .when(act, chair)
      .happensOf('floor.called', 'speakers.entryMarked', 'session.undone');
  });

  it('[SE11] [FL23] who had yielded to questions is asked whether it does so again', () => {
    const yielded = by(norway, { type: 'floor.yield', turn: 't1', to: { kind: 'questions' } });
    const { state } = tell(...norwaySpeaks, yielded, pass(3000), end('t1'), by(chair, act, 't3'));
    expect(state.floor.turns).toMatchObject([{ id: 't3', takesQuestions: false, screen: 'none' }]);
  });

  it('[SE11] an interruption is called again by hand', () => {
    const interrupts = [
      ...norwaySpeaks,
      by(iran, respond('clarification'), 'c1'),
      called('c1', 't2'),
      taken(iran, 't2'),
      end('t2'),
    ];
    given(...interrupts)
      .when(act, chair)
      .isRefused('session.nothingToUndo');
  });
});
