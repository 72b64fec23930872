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
import { items, members, seats } from '../../testing/sample.ts';
import { by, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import { turnById } from '../floor/turns.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { holdsOrWaits, listOf } from './entries.ts';

const { chair, moderator, norway, iran, iranAide, india } = members;
const item = items.discussion;

const letGo = (entry: Id): Command => ({ type: 'speakers.pass', entry });
const comeBack = (entry: Id): Command => ({ type: 'speakers.comeBack', entry });
const endTour: Command = { type: 'speakers.endTour', item };
const marked = (entry: Id, status: string) => ({ type: 'speakers.entryMarked', entry, status, usedMs: 0 });
/** A tour of three: Norway r-1, Iran r-2, India r-3. */
const toured: readonly Step[] = [...debate, by(chair, tour('norway', 'iran', 'india'), 'r')];
const passed = (member: Id, entry: Id): Step => by(member, letGo(entry));
const left = (...steps: Step[]) =>
  listOf(tell(...toured, ...steps).state, item)
    ?.entries.filter(holdsOrWaits)
    .map(({ id }) => id);

describe('a tour de table', () => {
  it('[TO1] [TO2] puts the seats into the list in the order given, each once, with one time for all', () => {
    const seen = given(...debate, pass(70)).when(
      {
        type: 'speakers.startTour',
        item,
        order: 'delegation',
        seats: [seats.iran, seats.norway, seats.iran],
        limitMs: 90_000,
      },
      moderator,
      'r',
    );
    const place = (entry: Id, seat: Id) => ({
      type: 'speakers.floorRequested',
      entry,
      item,
      seat,
      kind: 'tour',
      category: null,
      topic: null,
      turn: null,
      before: null,
      at: 70,
    });
    seen.happens(
      { type: 'speakers.tourStarted', item, order: 'delegation', limitMs: 90_000 },
      place('r-1', seats.iran),
      place('r-2', seats.norway),
    );
    expect(listOf(seen.state, item)).toMatchObject({ status: 'open', tour: { order: 'delegation', limitMs: 90_000 } });
    const { state } = tell(
      ...debate,
      by(chair, { ...tour('norway', 'iran'), limitMs: 45_000 } as Command, 'r'),
      called('r-1', 't1'),
      ended('t1'),
      called('r-2', 't2'),
    );
    expect(turnById(state, 't2')).toMatchObject({ seat: seats.iran, limitMs: 45_000 });
  });

  it('[TO1] goes before whoever asks for the floor beside it, and behind what belongs to the intervention and points of order', () => {
    const asked = [
      ...norwaySpeaks,
      by(iran, request, 'e2'),
      by(india, { type: 'speakers.requestReply', item, topic: null }, 'p1'),
      by(india, respond(), 'd1'),
      by(iran, raise('motion'), 'o1'),
      by(chair, tour('iran', 'india'), 'r'),
    ];
    expect(entriesIn(tell(...asked, by(india, request, 'e3')).state)).toEqual([
      'e1 speaking',
      'o1 waiting',
      'd1 waiting',
      'r-1 waiting',
      'r-2 waiting',
      'e2 waiting',
      'p1 waiting',
      'e3 waiting',
    ]);
  });

  it('[TO1] of the current item, with seats of the meeting, and one at a time', () => {
    given(...debate, started('closing'))
      .when(tour('norway'), chair)
      .isRefused('speakers.itemNotCurrent');
    given(...debate)
      .when({ ...tour('norway'), seats: [seats.norway, 'constructor'] } as Command, chair)
      .isRefused('floor.unknownSeat');
    const last = [...debate, by(chair, tour('norway'), 'r')];
    const under = [last, [...last, called('r-1', 't1')], [...last, called('r-1', 't1'), taken(norway, 't1')]];
    for (const steps of under)
      given(...steps)
        .when(tour('iran'), moderator)
        .isRefused('speakers.tourUnderWay');
    for (const over of [
      [called('r-1', 't1'), taken(norway, 't1'), ended('t1')],
      [passed(norway, 'r-1')],
      [by(norway, { type: 'speakers.withdraw', entry: 'r-1' })],
      [by(chair, endTour)],
    ] as Step[][])
      given(...last, ...over, by(iran, request, 'e1'))
        .when(tour('norway', 'iran'), moderator)
        .happensOf('speakers.tourStarted', 'speakers.floorRequested', 'speakers.floorRequested');
  });

  it('[TO1] in an item without a list it makes one', () => {
    const opening = [
      ...debate,
      started('qna'),
      by(chair, { type: 'agenda.closeItem', item: items.qna }),
      started('opening'),
    ];
    const { state } = given(...opening).when({ ...tour('norway'), item: items.opening } as Command, chair, 'r');
    expect(listOf(state, items.opening)).toMatchObject({ status: 'closed', tour: { order: 'seat', limitMs: 60_000 } });
    expect(listOf(state, items.opening)?.entries).toMatchObject([{ id: 'r-1', kind: 'tour' }]);
  });

  it('[TO1] the places of a long command id are named by ids that fit', () => {
    const { state } = given(...debate).when(tour('norway', 'iran'), chair, 'x'.repeat(64));
    expect(listOf(state, item)?.entries.map(({ id }) => id)).toEqual([`${'x'.repeat(60)}-1`, `${'x'.repeat(60)}-2`]);
  });

  it('[SP3] a seat of the tour may ask for the floor beside it', () => {
    given(...toured)
      .when(request, norway)
      .happensOf('speakers.floorRequested');
  });
});

describe('passing and coming back', () => {
  it('[TO3] a seat, or a manager for it, lets its place go by while it waits', () => {
    for (const member of [iran, iranAide, moderator])
      given(...toured)
        .when(letGo('r-2'), member)
        .happens(marked('r-2', 'passed'));
    given(...toured)
      .when(letGo('r-2'), norway)
      .isRefused('speakers.notYours');
    given(...toured, by(norway, { type: 'speakers.defer', entry: 'r-1' }))
      .when(letGo('r-1'), norway)
      .happens(marked('r-1', 'passed'));
  });

  it('[TO3] called, the call is over with it, and the next can be called', () => {
    const outcome = given(...toured, called('r-1', 't1'), pass(800)).when(letGo('r-1'), norway);
    outcome.happens({ type: 'floor.turnEnded', turn: 't1', reason: 'declined', usedMs: 0 }, marked('r-1', 'passed'));
    expect(entriesIn(outcome.state)).toEqual(['r-1 passed', 'r-2 waiting', 'r-3 waiting']);
    given(...toured, called('r-1', 't1'), passed(chair, 'r-1'))
      .when({ type: 'speakers.call', entry: 'r-2' }, chair)
      .happensOf('floor.called', 'speakers.entryMarked');
  });

  it('[TO3] no other call ends with it', () => {
    const directed = by(chair, { type: 'floor.setMode', mode: 'directed' });
    given(...toured, directed, called('r-1', 't1'), called('r-2', 't2'))
      .when(letGo('r-2'), iran)
      .happens({ type: 'floor.turnEnded', turn: 't2', reason: 'declined', usedMs: 0 }, marked('r-2', 'passed'));
  });

  it('[TO3] who speaks, has spoken or passed does not pass, and only a tour is passed', () => {
    const speaks = [...toured, called('r-1', 't1'), taken(norway, 't1')];
    given(...speaks)
      .when(letGo('r-1'), norway)
      .isRefused({ code: 'speakers.notWaiting', status: 'speaking' });
    given(...speaks, ended('t1'))
      .when(letGo('r-1'), norway)
      .isRefused({ code: 'speakers.notWaiting', status: 'done' });
    given(...toured, passed(norway, 'r-1'))
      .when(letGo('r-1'), norway)
      .isRefused({ code: 'speakers.notWaiting', status: 'passed' });
    given(...debate, by(norway, request, 'e1'))
      .when(letGo('e1'), norway)
      .isRefused('speakers.noTour');
  });

  it('[TO4] who passed comes back behind the rest of the tour, before who asks beside it', () => {
    const beside = [...toured, by(india, request, 'e1'), passed(norway, 'r-1')];
    for (const member of [norway, chair])
      given(...beside)
        .when(comeBack('r-1'), member)
        .happens(marked('r-1', 'waiting'), { type: 'speakers.entryMoved', entry: 'r-1', before: 'e1' });
    expect(entriesIn(given(...beside).when(comeBack('r-1'), norway).state)).toEqual([
      'r-2 waiting',
      'r-3 waiting',
      'r-1 waiting',
      'e1 waiting',
    ]);
    given(...beside)
      .when(comeBack('r-1'), iran)
      .isRefused('speakers.notYours');
  });

  it('[TO4] behind the rest also where a manager has put another before it', () => {
    const mixed = [
      ...toured,
      by(india, request, 'e1'),
      by(chair, { type: 'speakers.moveEntry', entry: 'e1', before: 'r-2' }),
    ];
    expect(entriesIn(given(...mixed, passed(norway, 'r-1')).when(comeBack('r-1'), norway).state)).toEqual([
      'e1 waiting',
      'r-2 waiting',
      'r-3 waiting',
      'r-1 waiting',
    ]);
  });

  it('[TO4] when the others have spoken it is the first again', () => {
    const alone = [
      ...debate,
      by(chair, tour('norway', 'iran'), 'r'),
      passed(norway, 'r-1'),
      called('r-2', 't2'),
      taken(iran, 't2'),
      ended('t2'),
    ];
    given(...alone, by(india, request, 'e1'))
      .when(comeBack('r-1'), norway)
      .happens(marked('r-1', 'waiting'), { type: 'speakers.entryMoved', entry: 'r-1', before: 'e1' });
    given(...alone)
      .when(comeBack('r-1'), norway)
      .happens(marked('r-1', 'waiting'), { type: 'speakers.entryMoved', entry: 'r-1', before: null });
  });

  it('[TO4] nobody comes back who has not passed, or who waits in a tour anyway', () => {
    given(...toured)
      .when(comeBack('r-1'), norway)
      .isRefused('speakers.notPassed');
    given(...toured, passed(norway, 'r-1'), by(chair, { type: 'speakers.addAgain', entry: 'r-1' }))
      .when(comeBack('r-1'), norway)
      .isRefused('speakers.alreadyWaiting');
  });
});

describe('the end of a tour, and who is left', () => {
  it('[TO5] what still waits lapses, and who speaks speaks on', () => {
    const under = [...toured, called('r-1', 't1'), taken(norway, 't1'), by(iran, request, 'e1')];
    const outcome = given(...under).when(endTour, moderator);
    outcome.happens(marked('r-2', 'lapsed'), marked('r-3', 'lapsed'));
    expect(entriesIn(outcome.state)).toEqual(['r-1 speaking', 'r-2 lapsed', 'r-3 lapsed', 'e1 waiting']);
    given(...under, by(chair, endTour))
      .when(endTour, moderator)
      .isRefused('speakers.noTour');
    given(...debate, by(norway, request, 'e1'))
      .when(endTour, chair)
      .isRefused('speakers.noTour');
  });

  it('[TO5] who was absent or deferred has lapsed too, who passed has not', () => {
    const missing = [
      ...toured,
      by(norway, { type: 'speakers.defer', entry: 'r-1' }),
      passed(iran, 'r-2'),
      lost(india),
      by(chair, { type: 'speakers.call', entry: 'r-3' }),
    ];
    given(...missing)
      .when(endTour, chair)
      .happens(marked('r-1', 'lapsed'), marked('r-3', 'lapsed'));
  });

  it('[TO1] who is left waits, is called or speaks', () => {
    expect(left()).toEqual(['r-1', 'r-2', 'r-3']);
    expect(left(called('r-1', 't1'))).toEqual(['r-1', 'r-2', 'r-3']);
    expect(left(called('r-1', 't1'), taken(norway, 't1'), passed(iran, 'r-2'))).toEqual(['r-1', 'r-3']);
    expect(left(by(norway, { type: 'speakers.defer', entry: 'r-1' }), called('r-2', 't1'), wait(20_000))).toEqual([
      'r-1',
      'r-2',
      'r-3',
    ]);
  });

  it('[SP18] an absent seat of the tour goes one place down and is called later', () => {
    const away = [...toured, lost(norway), by(chair, { type: 'speakers.call', entry: 'r-1' })];
    expect(entriesIn(tell(...away).state)).toEqual(['r-2 waiting', 'r-1 absent', 'r-3 waiting']);
    given(...away)
      .when(letGo('r-1'), moderator)
      .happens(marked('r-1', 'passed'));
  });
});
