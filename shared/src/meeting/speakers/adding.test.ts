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
  tour,
} from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, pass, type Step, started } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';

const { chair, moderator, norway, iran, india, operator } = members;
const item = items.discussion;

const three: readonly Step[] = [
  ...debate,
  by(norway, request, 'e1'),
  by(iran, request, 'e2'),
  by(india, request, 'e3'),
];
const add = (seat: Id, before: Id | null = null): Command => ({ type: 'speakers.add', item, seat, before });
const again = (entry: Id): Command => ({ type: 'speakers.addAgain', entry });

describe('adding to the list', () => {
  it('[SP17] a manager puts a seat where it wants it, on a closed list too, and where there is none', () => {
    given(...three, listClosed, pass(50))
      .when(add(seats.pakistan, 'e2'), moderator, 'e4')
      .happens({
        type: 'speakers.floorRequested',
        entry: 'e4',
        item,
        seat: seats.pakistan,
        kind: 'intervention',
        category: null,
        turn: null,
        topic: null,
        before: 'e2',
        at: 50,
      });
    expect(entriesIn(given(...three).when(add(seats.pakistan), chair, 'e4').state).at(-1)).toBe('e4 waiting');
    expect(entriesIn(given(...three).when(add(seats.pakistan, 'e1'), chair, 'e4').state)[0]).toBe('e4 waiting');
    given(...held(), started('opening'))
      .when({ type: 'speakers.add', item: items.opening, seat: seats.norway, before: null }, chair)
      .happensOf('speakers.floorRequested');
  });

  it('[SP17] also a seat that asks for nothing by itself, and none that waits', () => {
    given(...three)
      .when(add(seats.observer), chair)
      .happensOf('speakers.floorRequested');
    given(...three)
      .when(add(seats.norway), chair)
      .isRefused('speakers.alreadyWaiting');
    given(...three, by(india, raise(), 'o1'), by(india, { type: 'speakers.withdraw', entry: 'e3' }))
      .when(add(seats.india), chair)
      .happensOf('speakers.floorRequested');
  });

  it('[SP17] of the current item, before one that waits there', () => {
    given(...three, started('closing'))
      .when(add(seats.pakistan), chair)
      .isRefused('speakers.itemNotCurrent');
    given(...three)
      .when(add('constructor'), chair)
      .isRefused('floor.unknownSeat');
    given(...three)
      .when(add(seats.pakistan, 'constructor'), chair)
      .isRefused('speakers.unknownEntry');
    given(...held(), started('opening'))
      .when({ type: 'speakers.add', item: items.opening, seat: seats.norway, before: 'e1' }, chair)
      .isRefused('speakers.unknownEntry');
    given(...three, called('e1', 't1'))
      .when(add(seats.pakistan, 'e1'), chair)
      .isRefused({ code: 'speakers.notWaiting', status: 'called' });
    given(...three)
      .when(add(seats.pakistan), operator)
      .isRefused('role.required');
  });

  it('[SP17] who has spoken, or was taken from the list, is put before all who wait', () => {
    const spoke = [...three, called('e1', 't1'), taken(norway, 't1'), pass(5), ended('t1')];
    const outcome = given(...spoke).when(again('e1'), moderator, 'e4');
    outcome.happens({
      type: 'speakers.floorRequested',
      entry: 'e4',
      item,
      seat: seats.norway,
      kind: 'intervention',
      category: null,
      turn: null,
      topic: null,
      before: 'e2',
      at: 5,
    });
    expect(entriesIn(outcome.state)).toEqual(['e1 done', 'e4 waiting', 'e2 waiting', 'e3 waiting']);
    for (const member of [norway, chair])
      given(...three, by(member, { type: 'speakers.withdraw', entry: 'e1' }))
        .when(again('e1'), chair)
        .happens(expect.objectContaining({ before: 'e2' }));
    given(...debate, by(norway, request, 'e1'), by(norway, { type: 'speakers.withdraw', entry: 'e1' }))
      .when(again('e1'), chair)
      .happens(expect.objectContaining({ before: null }));
  });

  it('[SP17] a response comes again as an intervention, a place in a tour as one', () => {
    const responded = [
      ...norwaySpeaks,
      by(iran, respond(), 'd1'),
      ended('t1'),
      called('d1', 't2'),
      taken(iran, 't2'),
      ended('t2'),
    ];
    given(...responded)
      .when(again('d1'), chair)
      .happens(expect.objectContaining({ seat: seats.iran, kind: 'intervention', turn: null }));
    const toured = [
      ...debate,
      by(chair, tour('iran', 'india'), 'r'),
      called('r-1', 't1'),
      taken(iran, 't1'),
      ended('t1'),
    ];
    given(...toured)
      .when(again('r-1'), chair)
      .happens(expect.objectContaining({ seat: seats.iran, kind: 'tour', before: 'r-2' }));
  });

  it('[SP17] not while it waits, is called or speaks, nor twice, nor in another item', () => {
    const called1 = [...three, called('e1', 't1')];
    for (const steps of [three, called1, [...called1, taken(norway, 't1')]])
      given(...steps)
        .when(again('e1'), chair)
        .isRefused('speakers.waitsAnyway');
    const withdrawn = [...three, by(norway, { type: 'speakers.withdraw', entry: 'e1' })];
    given(...withdrawn, by(chair, again('e1')))
      .when(again('e1'), moderator)
      .isRefused('speakers.alreadyWaiting');
    given(...withdrawn, started('closing'))
      .when(again('e1'), chair)
      .isRefused('speakers.itemNotCurrent');
    given(...withdrawn)
      .when(again('constructor'), chair)
      .isRefused('speakers.unknownEntry');
  });
});
