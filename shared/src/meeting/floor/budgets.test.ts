import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { by, created, enter, held, pass, type Step, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';

const { chair, moderator, norway, rapporteur } = members;

const DAY_MS = 86_400_000;
const set = (delegation: string, budgetMs: number | null): Step =>
  by(chair, { type: 'floor.setBudget', delegation, budgetMs });
const topUp = (delegation: string, byMs: number): Command => ({ type: 'floor.topUp', delegation, byMs });
const shareOut = (from: string, ...to: string[]): Command => ({ type: 'floor.shareOut', from, to });
const budget = (delegation: string, budgetMs: number) => ({ type: 'floor.budgetSet', delegation, budgetMs });
const norwaySpeaks = [
  by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
  by(norway, { type: 'floor.take', turn: 't1' }),
];
const three: readonly Step[] = [...held(), set('d-oslo', 600_000), set('d-tehran', 60_000), set('d-delhi', 30_000)];

describe('topping a budget up', () => {
  it('[FL24] adds to what a delegation has, by a manager', () => {
    for (const member of [chair, moderator])
      given(...three)
        .when(topUp('d-oslo', 60_000), member)
        .happens(budget('d-oslo', 660_000));
    given(...three)
      .when(topUp('d-oslo', 60_000), rapporteur)
      .isRefused('role.required');
  });

  it('[FL24] up to a day, whatever is spent, and before the meeting opens', () => {
    given(...three, set('d-oslo', DAY_MS - 1000))
      .when(topUp('d-oslo', 60_000), chair)
      .happens(budget('d-oslo', DAY_MS));
    given(...three, ...norwaySpeaks, pass(900_000))
      .when(topUp('d-oslo', 60_000), chair)
      .happens(budget('d-oslo', 660_000));
    given(created(), enter(chair), set('d-oslo', 1000))
      .when(topUp('d-oslo', 60_000), chair)
      .happens(budget('d-oslo', 61_000));
  });

  it('[FL24] who has no budget has no limit to raise, and who has nothing left has', () => {
    given(...held())
      .when(topUp('d-oslo', 60_000), chair)
      .isRefused('floor.noBudget');
    given(...held(), set('d-oslo', 600_000), set('d-oslo', null))
      .when(topUp('d-oslo', 60_000), chair)
      .isRefused('floor.noBudget');
    given(...held(), set('d-oslo', 0))
      .when(topUp('d-oslo', 60_000), chair)
      .happens(budget('d-oslo', 60_000));
    given(...three)
      .when(topUp('constructor', 60_000), chair)
      .isRefused('floor.unknownDelegation');
  });
});

describe('sharing out what is left', () => {
  it('[FL24] in equal parts among others, the remainder staying with it', () => {
    given(...three, ...norwaySpeaks, pass(99_999))
      .when(shareOut('d-oslo', 'd-tehran', 'd-delhi'), moderator)
      .happens(budget('d-oslo', 100_000), budget('d-tehran', 310_000), budget('d-delhi', 280_000));
    given(...three)
      .when(shareOut('d-delhi', 'd-tehran'), chair)
      .happens(budget('d-delhi', 0), budget('d-tehran', 90_000));
  });

  it('[FL24] leaves what is spoken, in turns that are over and in those that run', () => {
    const over = [...three, ...norwaySpeaks, pass(200_000), by(chair, { type: 'floor.endTurn', turn: 't1' })];
    given(...over)
      .when(shareOut('d-oslo', 'd-tehran'), chair)
      .happens(budget('d-oslo', 200_000), budget('d-tehran', 460_000));
    const { state } = tell(...over, by(chair, shareOut('d-oslo', 'd-tehran')));
    expect(state.floor.delegations).toContainEqual({ delegation: 'd-oslo', budgetMs: 200_000, usedMs: 200_000 });
  });

  it('[FL24] each gets one part, named once or twice, and not the one it comes from', () => {
    given(...three)
      .when(shareOut('d-oslo', 'd-tehran', 'd-oslo', 'd-tehran', 'd-delhi'), chair)
      .happens(budget('d-oslo', 0), budget('d-tehran', 360_000), budget('d-delhi', 330_000));
  });

  it('[FL24] up to a day for each', () => {
    given(...three, set('d-tehran', DAY_MS - 1000))
      .when(shareOut('d-oslo', 'd-tehran', 'd-delhi'), chair)
      .happens(budget('d-oslo', 0), budget('d-tehran', DAY_MS), budget('d-delhi', 330_000));
  });

  it('[FL24] only where something is left for each', () => {
    given(...three, ...norwaySpeaks, pass(600_000))
      .when(shareOut('d-oslo', 'd-tehran'), chair)
      .isRefused('floor.nothingLeft');
    given(...three, ...norwaySpeaks, pass(700_000))
      .when(shareOut('d-oslo', 'd-tehran'), chair)
      .isRefused('floor.nothingLeft');
    given(...three, set('d-oslo', 1))
      .when(shareOut('d-oslo', 'd-tehran', 'd-delhi'), chair)
      .isRefused('floor.nothingLeft');
    given(...three, set('d-oslo', 2))
      .when(shareOut('d-oslo', 'd-tehran', 'd-delhi'), chair)
      .happens(budget('d-oslo', 0), budget('d-tehran', 60_001), budget('d-delhi', 30_001));
    given(...three)
      .when(shareOut('d-oslo', 'd-oslo'), chair)
      .isRefused('floor.nothingLeft');
  });

  it('[FL24] among delegations that have a budget', () => {
    given(...three)
      .when(shareOut('d-islamabad', 'd-oslo'), chair)
      .isRefused('floor.noBudget');
    given(...three)
      .when(shareOut('d-oslo', 'd-tehran', 'd-islamabad'), chair)
      .isRefused('floor.noBudget');
    given(...held())
      .when(shareOut('d-oslo', 'd-tehran'), chair)
      .isRefused('floor.noBudget');
    for (const [from, to] of [
      ['constructor', 'd-oslo'],
      ['d-oslo', 'constructor'],
    ] as const)
      given(...three)
        .when(shareOut(from, to), chair)
        .isRefused('floor.unknownDelegation');
  });
});
