import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats, startsAt } from '../../testing/sample.ts';
import { by, created, held, pass, type Step, started } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { itemById, MOST_ITEMS } from './rules.ts';
import type { AgendaItemType } from './schema.ts';

const { chair, norway, iran } = members;

const addition = (itemType: AgendaItemType, before: Id | null = null, speaker: Id | null = null): Command => ({
  type: 'agenda.addItem',
  before,
  parent: null,
  limit: 'soft',
  itemType,
  title: { en: 'A further item' },
  attribution: 'chathamHouse',
  plannedMs: 300_000,
  cameras: 'all',
  speaker,
});

const order = ({ agenda }: MeetingState): Id[] => agenda.items.map(({ id }) => id);
const closed = (item: Id): Step => by(chair, { type: 'agenda.closeItem', item });

const move = (before: Id | null): Command => ({ type: 'agenda.moveItem', item: items.qna, before, parent: null });

const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });

describe('the agenda', () => {
  it('[AG1] an unknown item is refused', () => {
    for (const type of ['agenda.startItem', 'agenda.closeItem', 'agenda.dropItem', 'speakers.closeList'] as const)
      given(...held())
        .when({ type, item: 'i-nothing' }, chair)
        .isRefused('agenda.unknownItem');
  });

  it('[AG2] an item begins with the floor mode of its type', () => {
    expect(given(...held(), started('keynote')).state.floor.mode).toBe('presentation');
    expect(given(...held(), started('keynote'), started('qna')).state.floor.mode).toBe('moderated');
    const corridor = [
      by(chair, addition('corridor'), 'i-corridor'),
      by(chair, { type: 'agenda.startItem', item: 'i-corridor' }),
    ];
    expect(given(...held(), ...corridor).state.floor.mode).toBe('open');
  });

  it('[AG3] starting an item closes the current one, whose turns end with it', () => {
    const { state, ...outcome } = given(
      ...held(),
      started('opening'),
      by(chair, { type: 'floor.takeMicrophone' }, 't1'),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't2'),
      pass(3000),
    ).when({ type: 'agenda.startItem', item: items.discussion }, chair);
    const moment = { at: 3000, wall: startsAt + 3000 };
    outcome.happens(
      { type: 'floor.turnEnded', turn: 't2', reason: 'itemClosed', usedMs: 0 },
      { type: 'floor.turnEnded', turn: 't1', reason: 'itemClosed', usedMs: 3000 },
      { type: 'agenda.itemClosed', item: items.opening, moment },
      { type: 'agenda.itemStarted', item: items.discussion, moment },
      { type: 'keynote.spotlightSet', seats: [] },
      { type: 'speakers.listOpened', item: items.discussion },
    );
    expect(state.agenda.current).toBe(items.discussion);
  });

  it('[AG3] between items a turn goes on into the item that starts, as far as its mode has a place', () => {
    given(...held(), by(chair, { type: 'floor.takeMicrophone' }, 't1'))
      .when({ type: 'agenda.startItem', item: items.opening }, chair)
      .happensOf('agenda.itemStarted', 'keynote.spotlightSet');
  });

  it('[AG4] only the current item can be closed', () => {
    given(...held(), started('opening'))
      .when({ type: 'agenda.closeItem', item: items.qna }, chair)
      .isRefused('agenda.itemNotCurrent');
    given(...held(), started('opening'))
      .when({ type: 'agenda.closeItem', item: items.opening }, chair)
      .happensOf('agenda.itemClosed');
  });

  it('[AG5] what is closed stays as it is', () => {
    const after = [...held(), started('opening'), closed(items.opening)];
    const item = items.opening;
    for (const type of ['agenda.startItem', 'agenda.dropItem', 'agenda.changeItem'] as const)
      given(...after)
        .when({ type, item }, chair)
        .isRefused('agenda.itemDone');
    given(...after)
      .when({ type: 'agenda.moveItem', item, before: null, parent: null }, chair)
      .isRefused('agenda.itemDone');
  });

  it('[AG5] the current item can be changed, but not started again, moved or dropped', () => {
    const during = [...held(), started('opening')];
    const item = items.opening;
    given(...during)
      .when({ type: 'agenda.startItem', item }, chair)
      .isRefused('agenda.itemCurrent');
    given(...during)
      .when({ type: 'agenda.dropItem', item }, chair)
      .isRefused('agenda.itemCurrent');
    given(...during)
      .when({ type: 'agenda.moveItem', item, before: null, parent: null }, chair)
      .isRefused('agenda.itemCurrent');
    given(...during)
      .when({ type: 'agenda.changeItem', item, plannedMs: 60_000 }, chair)
      .happensOf('agenda.itemChanged');
  });

  it('[AG6] an item is placed at the end or before one that is still planned, and not before itself', () => {
    const during = given(...held(), started('opening'));
    expect(order(during.when(move(null), chair).state).at(-1)).toBe(items.qna);
    expect(order(during.when(move(items.keynote), chair).state).slice(1, 3)).toEqual([items.qna, items.keynote]);
    during.when(move(items.opening), chair).isRefused('agenda.placeTaken');
    during.when(move(items.qna), chair).isRefused('agenda.placeTaken');
    during.when(move('i-nothing'), chair).isRefused('agenda.unknownItem');
    during.when(addition('break', items.opening), chair).isRefused('agenda.placeTaken');
    expect(order(during.when(addition('break', items.keynote), chair, 'i-break').state)[1]).toBe('i-break');
  });

  it('[AG7] an added item takes its id from its command, and its speaker is a seat or nobody', () => {
    const { state } = given(created(), ...held().slice(1)).when(addition('qna', null, seats.norway), chair, 'i-new');
    expect(itemById(state, 'i-new')).toEqual({
      id: 'i-new',
      type: 'qna',
      title: { text: { en: 'A further item' } },
      attribution: 'chathamHouse',
      plannedMs: 300_000,
      cameras: 'all',
      speaker: seats.norway,
      parent: null,
      limit: 'soft',
      status: 'planned',
      started: null,
      ended: null,
      since: null,
      heldMs: 0,
      note: null,
    });
    given(...held())
      .when(addition('qna', null, 'constructor'), chair)
      .isRefused('floor.unknownSeat');
  });

  it('[AG8] an agenda has at most 60 items', () => {
    const further = Array.from({ length: MOST_ITEMS - 6 }, () => by(chair, addition('break')));
    given(...held(), ...further)
      .when(addition('break'), chair)
      .happensOf('agenda.itemAdded');
    given(...held(), ...further, by(chair, addition('break')))
      .when(addition('break'), chair)
      .isRefused('agenda.full');
  });

  it('[AG10] a live edit changes what it names and leaves the rest as it was', () => {
    const before = given(...held(), started('opening'));
    const { state } = before.when(
      { type: 'agenda.changeItem', item: items.opening, title: { fa: 'گشایش' }, cameras: 'floorOnly' },
      chair,
    );
    expect(itemById(state, items.opening)).toEqual({
      ...itemById(before.state, items.opening),
      title: { text: { fa: 'گشایش' } },
      cameras: 'floorOnly',
    });
    // An event that was parsed may hold keys without a value.
    const bare = given(...held(), { type: 'agenda.itemChanged', item: items.opening, title: undefined });
    expect(itemById(bare.state, items.opening)).toEqual(itemById(given(...held()).state, items.opening));
  });

  it('an item can be dropped while it is planned, and the others close up', () => {
    expect(order(given(...held(), by(chair, { type: 'agenda.dropItem', item: items.qna })).state)).toEqual([
      items.opening,
      items.keynote,
      items.discussion,
      items.closing,
    ]);
  });

  it('[FL9] an item that starts between items ends the turns that its mode has no place for', () => {
    given(
      ...held(),
      by(chair, { type: 'floor.setMode', mode: 'directed' }),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(chair, { type: 'floor.give', seat: seats.iran }, 't2'),
      take(norway, 't1'),
      take(iran, 't2'),
    )
      .when({ type: 'agenda.startItem', item: items.opening }, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't2', reason: 'modeChanged', usedMs: 0 },
        expect.objectContaining({ type: 'agenda.itemStarted' }),
        { type: 'keynote.spotlightSet', seats: [] },
        { type: 'floor.modeSet', mode: 'moderated' },
      );
  });
});
