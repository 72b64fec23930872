import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { by, held, lost, pass, type Step, tell } from '../../testing/story.ts';
import { defaultPolicy, type Limits } from '../session/schema.ts';
import type { LimitKind } from '../words.ts';
import { closesAt, spokenBy } from './clocks.ts';
import { turnById } from './turns.ts';

const { chair, moderator, norway, iran } = members;

const give = (seat: keyof typeof seats, turn: string): Step =>
  by(chair, { type: 'floor.give', seat: seats[seat] }, turn);
const take = (member: string, turn: string): Step => by(member, { type: 'floor.take', turn });
const budget = (delegation: string, budgetMs: number): Step =>
  by(chair, { type: 'floor.setBudget', delegation, budgetMs });

/** Norway (of Oslo, t1) and Iran (of Tehran, t2) speak beside each other, Iran for a minute less. */
const both = (delegation: LimitKind = 'soft', hard: Partial<Limits> = {}): Step[] => [
  ...held({ limits: { ...defaultPolicy.limits, delegation, ...hard } }),
  by(chair, { type: 'floor.setMode', mode: 'directed' }),
  give('norway', 't1'),
  give('iran', 't2'),
  take(norway, 't1'),
  pass(60_000),
  take(iran, 't2'),
  pass(30_000),
];
const spoken = (...steps: Step[]): number[] => {
  const { state, now } = tell(...steps);
  return ['d-oslo', 'd-tehran', 'd-delhi'].map((delegation) => spokenBy(state, delegation, now));
};
const closes = (turn: string, ...steps: Step[]) => {
  const { state } = tell(...steps);
  const found = turnById(state, turn);
  return found && closesAt(state, found);
};
const ends = (turn: string): Step => by(chair, { type: 'floor.endTurn', turn });

describe('two delegations that speak', () => {
  it('[FL19] are counted each for itself, while they speak and when they have spoken', () => {
    expect(spoken(...both())).toEqual([90_000, 30_000, 0]);
    expect(spoken(...both(), ends('t1'), pass(10_000))).toEqual([90_000, 40_000, 0]);
    expect(spoken(...both(), ends('t1'), ends('t2'), pass(10_000))).toEqual([90_000, 30_000, 0]);
    expect(spoken(...both(), budget('d-tehran', 60_000), ends('t2'), ends('t1'))).toEqual([90_000, 30_000, 0]);
  });

  it('[FL19] what one has spent closes nobody of the other', () => {
    const spent = [...both('hard'), budget('d-oslo', 100_000)];
    // Ten seconds are left, and the grace.
    expect(closes('t1', ...spent)).toBe(90_000 + 10_000 + 15_000);
    expect(closes('t2', ...spent)).toBeNull();
    expect(closes('t2', ...spent, budget('d-tehran', 100_000))).toBe(90_000 + 70_000 + 15_000);
  });

  it('[FL19] of two with a budget the spent one is given the floor no more, the other is', () => {
    const budgets = [budget('d-oslo', 90_000), budget('d-tehran', 90_000), ends('t1'), ends('t2')];
    given(...both('hard'), ...budgets)
      .when({ type: 'floor.give', seat: seats.norway }, chair)
      .isRefused('floor.budgetSpent');
    given(...both('hard'), ...budgets)
      .when({ type: 'floor.give', seat: seats.iran }, chair)
      .happensOf('floor.called');
    given(...both('soft'), ...budgets)
      .when({ type: 'floor.give', seat: seats.norway }, chair)
      .happensOf('floor.called');
  });

  it('[FL19] a turn that stands does not use up what its delegation has', () => {
    const spent = [...both('hard'), budget('d-oslo', 100_000)];
    expect(closes('t1', ...spent, by(chair, { type: 'floor.pause', turn: 't1' }))).toBeNull();
    expect(closes('t1', ...spent, lost(norway))).toBeNull();
  });

  it('[FL19] a turn of no delegation answers to no budget', () => {
    const alone = [...both('hard'), give('moderator', 't3'), take(moderator, 't3'), pass(600_000)];
    expect(turnById(tell(...alone).state, 't3')?.delegation).toBeNull();
    expect(closes('t3', ...alone, budget('d-oslo', 60_000))).toBeNull();
    expect(tell(...alone, ends('t3')).state.floor.delegations).toEqual([]);
  });

  it('[FL16] a soft limit of the turn closes nothing, whatever the others have', () => {
    expect(closes('t1', ...both('soft'))).toBeNull();
    expect(closes('t1', ...both('soft', { turn: 'hard' }))).toBe(180_000 + 15_000);
  });
});
