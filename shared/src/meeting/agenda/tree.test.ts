import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members } from '../../testing/sample.ts';
import { by, held, type Step, started, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { heightOf, levelOf, numbersOf } from './tree.ts';

const { chair } = members;

const part = (parent: Id | null, before: Id | null = null): Extract<Command, { type: 'agenda.addItem' }> => ({
  type: 'agenda.addItem',
  before,
  parent,
  itemType: 'break',
  title: { en: 'A part' },
  attribution: 'chathamHouse',
  plannedMs: 300_000,
  cameras: 'all',
  speaker: null,
  limit: 'soft',
});
const added = (id: Id, parent: Id | null, before: Id | null = null): Step => by(chair, part(parent, before), id);
const move = (item: Id, parent: Id | null, before: Id | null = null): Command => ({
  type: 'agenda.moveItem',
  item,
  before,
  parent,
});

const numbered = ({ agenda }: MeetingState): string[] =>
  agenda.items.map(({ id }) => `${numbersOf(agenda.items).get(id)} ${id}`);

/** Questions with two parts, the first of which has one of its own. */
const nested: Step[] = [...held(), added('i-a', items.qna), added('i-b', items.qna), added('i-a1', 'i-a')];

describe('the tree of the agenda', () => {
  it('[AG11] items are numbered by their place among the parts of one parent', () => {
    expect(numbered(tell(...nested).state)).toEqual([
      '1 i-opening',
      '2 i-keynote',
      '3 i-qna',
      '3.1 i-a',
      '3.1.1 i-a1',
      '3.2 i-b',
      '4 i-discussion',
      '5 i-closing',
    ]);
  });

  it('[AG11] has at most three levels, counted with what is moved', () => {
    const { state, when } = given(...nested);
    const item = state.agenda.items.find(({ id }) => id === 'i-a1');
    expect(item && levelOf(state.agenda.items, item)).toBe(3);
    expect(heightOf(state.agenda.items, items.qna)).toBe(3);
    when(part('i-a1'), chair).isRefused('agenda.tooDeep');
    when(move('i-a', items.closing), chair).happensOf('agenda.itemMoved');
    when(move('i-a', 'i-b'), chair).isRefused('agenda.tooDeep');
    when(move(items.qna, items.closing), chair).isRefused('agenda.tooDeep');
  });

  it('[AG11] nothing is a part of itself, or of what is not there', () => {
    given(...nested)
      .when(move(items.qna, 'i-a1'), chair)
      .isRefused('agenda.placeTaken');
    given(...nested)
      .when(move(items.qna, items.qna), chair)
      .isRefused('agenda.placeTaken');
    given(...nested)
      .when(part('constructor'), chair)
      .isRefused('agenda.unknownItem');
  });

  it('[AG11] what has parts is not dropped, and can be once they are gone', () => {
    given(...nested)
      .when({ type: 'agenda.dropItem', item: 'i-a' }, chair)
      .isRefused('agenda.hasParts');
    given(...nested, by(chair, { type: 'agenda.dropItem', item: 'i-a1' }))
      .when({ type: 'agenda.dropItem', item: 'i-a' }, chair)
      .happensOf('agenda.itemDropped');
  });

  it('[AG6] an item moves with its parts, behind the last part of its parent or before another part', () => {
    expect(numbered(given(...nested).when(move('i-a', null), chair).state).slice(2)).toEqual([
      '3 i-qna',
      '3.1 i-b',
      '4 i-discussion',
      '5 i-closing',
      '6 i-a',
      '6.1 i-a1',
    ]);
    expect(numbered(given(...nested).when(move('i-b', items.qna, 'i-a'), chair).state).slice(2, 6)).toEqual([
      '3 i-qna',
      '3.1 i-b',
      '3.2 i-a',
      '3.2.1 i-a1',
    ]);
    expect(numbered(given(...nested).when(move(items.qna, null, items.opening), chair).state).slice(0, 5)).toEqual([
      '1 i-qna',
      '1.1 i-a',
      '1.1.1 i-a1',
      '1.2 i-b',
      '2 i-opening',
    ]);
    expect(numbered(given(...nested).when(part('i-a'), chair, 'i-a2').state).slice(3, 6)).toEqual([
      '3.1 i-a',
      '3.1.1 i-a1',
      '3.1.2 i-a2',
    ]);
    expect(numbered(given(...nested).when(part(items.qna, 'i-b'), chair, 'i-ab').state).slice(4, 7)).toEqual([
      '3.1.1 i-a1',
      '3.2 i-ab',
      '3.3 i-b',
    ]);
  });

  it('[AG6] the part that it comes before has to be one of that parent', () => {
    given(...nested)
      .when(move('i-b', null, 'i-a'), chair)
      .isRefused('agenda.placeTaken');
    given(...nested)
      .when(part(null, 'i-a'), chair)
      .isRefused('agenda.placeTaken');
  });

  it('[AG5] [AG6] what is current or done keeps its place as a part too', () => {
    const startedPart = [...nested, by(chair, { type: 'agenda.startItem', item: 'i-a' })];
    given(...startedPart)
      .when(move(items.qna, null), chair)
      .isRefused('agenda.itemCurrent');
    given(...startedPart)
      .when({ type: 'agenda.skipItem', item: items.qna }, chair)
      .isRefused('agenda.itemCurrent');
    given(...startedPart, by(chair, { type: 'agenda.closeItem', item: 'i-a' }))
      .when(move(items.qna, null), chair)
      .isRefused('agenda.itemDone');
  });

  it('[AG3] a part is started like any item, also when the item that it belongs to is closed by that', () => {
    given(...nested, started('qna'))
      .when({ type: 'agenda.startItem', item: 'i-a' }, chair)
      .happensOf('agenda.itemClosed', 'agenda.itemStarted', 'keynote.spotlightSet');
    given(...nested, started('qna'), by(chair, { type: 'agenda.startItem', item: 'i-a' }))
      .when(part(items.qna), chair)
      .happensOf('agenda.itemAdded');
  });

  it('[AG12] an item is skipped with its parts that are not done', () => {
    given(
      ...nested,
      by(chair, { type: 'agenda.startItem', item: 'i-a' }),
      by(chair, { type: 'agenda.closeItem', item: 'i-a' }),
    )
      .when({ type: 'agenda.skipItem', item: items.qna }, chair)
      .happens(
        { type: 'agenda.itemSkipped', item: items.qna },
        { type: 'agenda.itemSkipped', item: 'i-a1' },
        { type: 'agenda.itemSkipped', item: 'i-b' },
      );
  });
});
