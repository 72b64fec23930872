import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell } from '../../testing/story.ts';
import type { Id } from '../words.ts';

const { chair, keynote, norway, iran } = members;

const second: Step = by(
  chair,
  {
    type: 'agenda.addItem',
    before: null,
    parent: null,
    itemType: 'keynote',
    title: { en: 'A second keynote' },
    attribution: 'chathamHouse',
    plannedMs: 600_000,
    cameras: 'all',
    speaker: seats.iran,
    limit: 'soft',
  },
  'i-second',
);
const speaks = (seat: Id, member: Id, turn: Id): Step[] => [
  by(chair, { type: 'floor.give', seat }, turn),
  by(member, { type: 'floor.take', turn }),
];
const cue = (turn: Id, id: Id): Step => by(chair, { type: 'keynote.sendCue', turn, kind: 'wrapUp' }, id);
const budget = (item: Id, budgetMs: number) => by(chair, { type: 'keynote.setBudget', item, budgetMs });
const introduce = (item: Id, en: string) => by(chair, { type: 'keynote.introduce', item, introduction: { en } });
const directed: Step = by(chair, { type: 'floor.setMode', mode: 'directed' });
/** The keynote speaks as t1, and Norway beside it as t2. */
const both: Step[] = [
  ...held(),
  started('keynote'),
  directed,
  ...speaks(seats.keynote, keynote, 't1'),
  ...speaks(seats.norway, norway, 't2'),
];

describe('two keynotes in one meeting', () => {
  it('[KE2] [KE8] have each a budget and an introduction of their own', () => {
    const { state } = tell(
      ...held(),
      second,
      budget(items.keynote, 900_000),
      budget('i-second', 300_000),
      introduce(items.keynote, 'First'),
      introduce('i-second', 'Second'),
    );
    expect(state.keynote.budgets).toEqual([
      { item: items.keynote, budgetMs: 900_000 },
      { item: 'i-second', budgetMs: 300_000 },
    ]);
    expect(state.keynote.introductions.map(({ item }) => item)).toEqual([items.keynote, 'i-second']);
    given(...held(), second, budget(items.keynote, 900_000), by(chair, { type: 'agenda.startItem', item: 'i-second' }))
      .when({ type: 'floor.give', seat: seats.iran }, chair)
      .happens(expect.objectContaining({ purpose: { kind: 'keynote', item: 'i-second' }, limitMs: 600_000 }));
  });

  it('[KE8] are introduced each until its own is taken', () => {
    const secondBegun = [by(chair, { type: 'agenda.startItem', item: 'i-second' }), ...speaks(seats.iran, iran, 't3')];
    expect(tell(...held(), second, ...secondBegun).state.keynote.begun).toEqual(['i-second']);
    expect(tell(...both, second).state.keynote.begun).toEqual([items.keynote]);
    const again = [by(chair, { type: 'floor.endTurn', turn: 't1' }), ...speaks(seats.keynote, keynote, 't4')];
    expect(tell(...both, ...again).state.keynote.begun).toEqual([items.keynote]);
  });
});

describe('a keynote beside another turn', () => {
  it('[KE2] its budget moves its own limit alone', () => {
    given(...both)
      .when({ type: 'keynote.setBudget', item: items.keynote, budgetMs: 600_000 }, chair)
      .happens(
        { type: 'keynote.budgetSet', item: items.keynote, budgetMs: 600_000 },
        { type: 'floor.extended', turn: 't1', limitMs: 600_000 },
      );
    given(...both, second)
      .when({ type: 'keynote.setBudget', item: 'i-second', budgetMs: 600_000 }, chair)
      .happensOf('keynote.budgetSet');
    given(...both)
      .when({ type: 'keynote.setBudget', item: 'constructor', budgetMs: 600_000 }, chair)
      .isRefused('agenda.unknownItem');
  });

  it('[KE6] of two cues the one that is named is acknowledged', () => {
    const { state } = tell(
      ...both,
      cue('t1', 'c1'),
      cue('t2', 'c2'),
      pass(500),
      by(norway, { type: 'keynote.acknowledgeCue', cue: 'c2' }),
    );
    expect(state.keynote.cues.map(({ id, acknowledgedAt }) => [id, acknowledgedAt])).toEqual([
      ['c1', null],
      ['c2', 500],
    ]);
  });
});
