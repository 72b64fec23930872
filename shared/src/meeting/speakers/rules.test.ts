import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { listOf, placeOf } from './entries.ts';

const { chair, moderator, norway, iran, iranAide, india } = members;

const item = items.discussion;
const asks: Command = { type: 'speakers.requestFloor', item, topic: null };
const request = (member: Id, entry: Id): Step => by(member, asks, entry);
const close: Step = by(chair, { type: 'speakers.closeList', item });
const debate: Step[] = [...held(), started('discussion')];
const three: Step[] = [...debate, request(norway, 'e1'), request(iran, 'e2'), request(india, 'e3')];
const call = (entry: Id, turn: Id): Step => by(chair, { type: 'speakers.call', entry }, turn);

const order = ({ speakers }: MeetingState) => speakers.lists[0]?.entries.map(({ id }) => id);

const move = (entry: Id, before: Id | null): Command => ({ type: 'speakers.moveEntry', entry, before });

const placesAfter = (...steps: Step[]) => {
  const list = listOf(tell(...steps).state, item);
  return list && [norway, iran, india].map((member) => placeOf(list, member.replace('m-', 's-')));
};

describe('the list of speakers', () => {
  it('[SP1] opens with an item of debate, and by command with any other', () => {
    for (const name of ['qna', 'discussion'] as const)
      expect(listOf(tell(...held(), started(name)).state, items[name])?.status).toBe('open');
    const opening = given(...held(), started('opening'));
    expect(opening.state.speakers.lists).toEqual([]);
    opening
      .when({ type: 'speakers.openList', item: items.opening }, moderator)
      .happens({ type: 'speakers.listOpened', item: items.opening });
  });

  it('[SP2] takes requests for the current item while it is open', () => {
    given(...debate)
      .when({ type: 'speakers.requestFloor', item: items.qna, topic: null }, norway)
      .isRefused('speakers.itemNotCurrent');
    given(...debate, close)
      .when(asks, norway)
      .isRefused('speakers.listClosed');
    given(...held(), started('opening'))
      .when({ type: 'speakers.requestFloor', item: items.opening, topic: null }, norway)
      .isRefused('speakers.listClosed');
  });

  it('[SP2] [SP8] an item without a list takes no request, and has none to close', () => {
    const opening = [...held(), started('opening')];
    given(...opening)
      .when({ type: 'speakers.closeList', item: items.opening }, chair)
      .isRefused('speakers.listClosed');
    given(...opening)
      .when({ type: 'speakers.closeList', item: 'constructor' }, chair)
      .isRefused('agenda.unknownItem');
    const speaks = [
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(norway, { type: 'floor.take', turn: 't1' }),
    ];
    given(...opening, ...speaks)
      .when({ type: 'speakers.respond', turn: 't1', kind: 'directResponse', topic: null }, iran)
      .isRefused('speakers.listClosed');
    given(...debate)
      .when({ type: 'speakers.respond', turn: 't1', kind: 'directResponse', topic: null }, iran)
      .isRefused('speakers.interventionOver');
  });

  it('[SP4] [SP8] what happens to one list leaves the others as they are', () => {
    const qna = { type: 'speakers.requestFloor', item: items.qna, topic: null } as const;
    const before = [...held(), started('qna'), by(norway, qna, 'q1'), by(iran, qna, 'q2'), started('discussion')];
    const { lists } = tell(...before).state.speakers;
    const { state } = tell(
      ...before,
      request(norway, 'e1'),
      request(iran, 'e2'),
      by(norway, { type: 'speakers.withdraw', entry: 'e1' }),
      close,
      by(chair, {
        type: 'speakers.startTour',
        item,
        order: 'hand',
        seats: [seats.india],
        limitMs: 60_000,
      }),
    );
    expect(state.speakers.lists[0]).toEqual(lists[0]);
    expect(state.speakers.lists[1]).toMatchObject({ item, status: 'closed', tour: { order: 'hand' } });
    const closed = tell(...before, close, by(chair, { type: 'speakers.openList', item })).state;
    expect(closed.speakers.lists.map(({ status }) => status)).toEqual(['open', 'open']);
    const other = tell(
      ...before,
      close,
      started('closing'),
      by(chair, { type: 'speakers.openList', item: items.closing }),
    );
    expect(other.state.speakers.lists.map(({ status }) => status)).toEqual(['open', 'closed', 'open']);
  });

  it('[SP3] a second request of a seat that waits, is called or speaks is refused', () => {
    const waits = [...debate, request(iran, 'e1')];
    const isCalled = [...waits, call('e1', 't1')];
    const speaks = [...isCalled, by(iran, { type: 'floor.take', turn: 't1' })];
    for (const steps of [waits, isCalled, speaks])
      for (const member of [iran, iranAide])
        given(...steps)
          .when(asks, member)
          .isRefused('speakers.alreadyWaiting');
  });

  it('[SP4] a request goes to the end, with its topic sealed', () => {
    const outcome = given(...debate, request(norway, 'e1'), pass(300)).when({ ...asks, topic: 'Water' }, iran, 'e2');
    outcome.happens({
      type: 'speakers.floorRequested',
      entry: 'e2',
      item,
      seat: seats.iran,
      kind: 'intervention',
      category: null,
      turn: null,
      topic: { text: 'Water' },
      before: null,
      at: 300,
    });
    expect(order(outcome.state)).toEqual(['e1', 'e2']);
  });

  it('[SP5] an entry that waits is withdrawn by its seat, or declined by a manager', () => {
    for (const [member, status] of [
      [iran, 'withdrawn'],
      [iranAide, 'withdrawn'],
      [moderator, 'declined'],
    ] as const)
      given(...three)
        .when({ type: 'speakers.withdraw', entry: 'e2' }, member)
        .happens({ type: 'speakers.entryMarked', entry: 'e2', status, usedMs: 0 });
    given(...three)
      .when({ type: 'speakers.withdraw', entry: 'e2' }, norway)
      .isRefused('speakers.notYours');
    given(...three, call('e2', 't1'))
      .when({ type: 'speakers.withdraw', entry: 'e2' }, iran)
      .isRefused({ code: 'speakers.notWaiting', status: 'called' });
    given(...three, by(iran, { type: 'speakers.withdraw', entry: 'e2' }))
      .when(asks, iran)
      .happensOf('speakers.floorRequested');
  });

  it('[SP6] a manager calls any entry that waits, not the first alone', () => {
    given(...three)
      .when({ type: 'speakers.call', entry: 'e3' }, moderator, 't1')
      .happens(
        expect.objectContaining({
          type: 'floor.called',
          turn: 't1',
          seat: seats.india,
          purpose: { kind: 'intervention', entry: 'e3' },
          limitMs: 180_000,
        }),
        { type: 'speakers.entryMarked', entry: 'e3', status: 'called', usedMs: 0 },
      );
  });

  it('[SP6] as far as the floor has room, the seat is there and the item is current', () => {
    given(...three, call('e1', 't1'))
      .when({ type: 'speakers.call', entry: 'e2' }, chair)
      .isRefused('floor.heldByAnother');
    given(...three, call('e1', 't1'))
      .when({ type: 'speakers.call', entry: 'e1' }, chair)
      .isRefused('speakers.notWaiting');
    given(...three, started('closing'))
      .when({ type: 'speakers.call', entry: 'e1' }, chair)
      .isRefused('speakers.itemNotCurrent');
  });

  it('[SP7] a manager moves an entry that waits to the end or before another that waits', () => {
    expect(order(given(...three).when(move('e3', 'e1'), chair).state)).toEqual(['e3', 'e1', 'e2']);
    expect(order(given(...three).when(move('e1', null), chair).state)).toEqual(['e2', 'e3', 'e1']);
    given(...three)
      .when(move('e1', 'e1'), chair)
      .isRefused('speakers.notWaiting');
    given(...three)
      .when(move('e1', 'e-nothing'), chair)
      .isRefused('speakers.unknownEntry');
    given(...three, call('e1', 't1'))
      .when(move('e2', 'e1'), chair)
      .isRefused('speakers.notWaiting');
    given(...three, call('e1', 't1'))
      .when(move('e1', null), chair)
      .isRefused('speakers.notWaiting');
  });

  it('[SP8] closing keeps those who wait, and doing what is done is refused', () => {
    const { state, when } = given(...three, close);
    expect(state.speakers.lists[0]).toMatchObject({ status: 'closed', entries: [{}, {}, {}] });
    when({ type: 'speakers.call', entry: 'e1' }, chair).happensOf('floor.called', 'speakers.entryMarked');
    when({ type: 'speakers.closeList', item }, chair).isRefused('speakers.listClosed');
    when({ type: 'speakers.openList', item }, chair).happens({ type: 'speakers.listOpened', item });
    given(...three)
      .when({ type: 'speakers.openList', item }, chair)
      .isRefused('speakers.listOpen');
    given(...three)
      .when({ type: 'speakers.closeList', item: items.qna }, chair)
      .isRefused('speakers.itemNotCurrent');
  });

  it('[SP9] who has spoken stays as done with the time used, and may request again', () => {
    const spoke = [...three, call('e1', 't1'), by(norway, { type: 'floor.take', turn: 't1' }), pass(9000)];
    given(...spoke)
      .when({ type: 'floor.endTurn', turn: 't1' }, norway)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'ended', usedMs: 9000 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'done', usedMs: 9000 },
      );
    given(...spoke, by(norway, { type: 'floor.endTurn', turn: 't1' }))
      .when(asks, norway)
      .happensOf('speakers.floorRequested');
  });

  it('[SP10] the place is counted among those who wait', () => {
    expect(placesAfter(...three)).toEqual([1, 2, 3]);
    expect(placesAfter(...three, call('e1', 't1'))).toEqual([null, 1, 2]);
    expect(placesAfter(...three, by(iran, { type: 'speakers.withdraw', entry: 'e2' }))).toEqual([1, null, 2]);
  });
});
