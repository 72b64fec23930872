import type { Turn, TurnStatus } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { dueReading, secondsLeft, shownSeconds, turnClock } from './turnClock.ts';

const turnWith = (status: TurnStatus, changes: Partial<Turn> = {}): Turn => ({
  id: 't1',
  seat: 's1',
  purpose: { kind: 'intervention', entry: 'e1' },
  limitMs: 180_000,
  warnMs: 30_000,
  limit: 'soft',
  graceMs: 30_000,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
  usedMs: 0,
  lostMs: 0,
  status,
  ...changes,
});

const speaking: TurnStatus = { kind: 'speaking', member: 'm1', since: 10_000 };

describe('the clock of a turn', () => {
  it('counts down from the limit while the holder speaks', () => {
    expect(turnClock(turnWith(speaking), 70_000)).toEqual({
      kind: 'within',
      leftMs: 120_000,
      usedMs: 60_000,
      limitMs: 180_000,
      motion: 'running',
    });
  });

  it('adds what was used before the clock last started', () => {
    expect(turnClock(turnWith(speaking, { usedMs: 100_000 }), 20_000)).toMatchObject({ leftMs: 70_000 });
  });

  it('warns once less than the warning time is left, not at it', () => {
    expect(turnClock(turnWith(speaking), 160_000).kind).toBe('within');
    expect(turnClock(turnWith(speaking), 160_001).kind).toBe('warning');
  });

  it('counts up in overtime', () => {
    expect(turnClock(turnWith(speaking), 190_000)).toMatchObject({ kind: 'overtime', overMs: 0 });
    expect(turnClock(turnWith(speaking), 202_400)).toMatchObject({ kind: 'overtime', overMs: 12_400 });
  });

  it('tells the time used where there is no limit', () => {
    expect(turnClock(turnWith(speaking, { limitMs: null }), 75_000)).toEqual({
      kind: 'unlimited',
      usedMs: 65_000,
      motion: 'running',
    });
  });

  it.each([
    [{ kind: 'paused', member: 'm1', by: null }, 'paused'],
    [{ kind: 'paused', member: 'm1', by: 't2' }, 'interrupted'],
    [{ kind: 'lost', member: 'm1', since: 20_000, until: 35_000, clock: 'running', by: null }, 'lost'],
    [{ kind: 'suspended', member: 'm1' }, 'suspended'],
  ] satisfies [TurnStatus, string][])('stands still in %o', (status, motion) => {
    const turn = turnWith(status, { usedMs: 60_000 });
    expect(turnClock(turn, 1_000_000)).toMatchObject({ leftMs: 120_000, motion });
  });

  it('counts down to the end of a call and stops at zero', () => {
    const called = turnWith({ kind: 'called', answerBy: 20_000 });
    expect(turnClock(called, 5_000)).toEqual({ kind: 'called', leftMs: 15_000 });
    expect(turnClock(called, 25_000)).toEqual({ kind: 'called', leftMs: 0 });
  });

  it('never runs backwards when the estimate of now lies before the start', () => {
    expect(turnClock(turnWith(speaking), 9_900)).toMatchObject({ usedMs: 0, leftMs: 180_000 });
  });
});

describe('the seconds a clock writes', () => {
  it('are rounded up in a countdown and down in a count up', () => {
    expect(shownSeconds(turnClock(turnWith(speaking), 10_001))).toBe(180);
    expect(shownSeconds(turnClock(turnWith(speaking), 189_999))).toBe(1);
    expect(shownSeconds(turnClock(turnWith(speaking), 191_999))).toBe(1);
  });
});

describe('the reading of a clock', () => {
  it('falls due at two minutes, thirty seconds and zero alone', () => {
    expect(dueReading(121, 120)).toBe(120);
    expect(dueReading(120, 119)).toBeNull();
    expect(dueReading(31, 30)).toBe(30);
    expect(dueReading(1, 0)).toBe(0);
    expect(dueReading(0, 0)).toBeNull();
  });

  it('skips what a sleeping tab missed and keeps the latest', () => {
    expect(dueReading(150, 20)).toBe(30);
    expect(dueReading(150, 0)).toBe(0);
  });

  it('starts anew when the chair gives more time', () => {
    expect(dueReading(10, 70)).toBeNull();
    expect(dueReading(70, 30)).toBe(30);
  });

  it('counts nothing where nothing counts down', () => {
    expect(secondsLeft(turnClock(turnWith(speaking, { limitMs: null }), 75_000))).toBeNull();
    expect(secondsLeft(turnClock(turnWith({ kind: 'called', answerBy: 20_000 }), 5_000))).toBeNull();
    expect(secondsLeft(turnClock(turnWith(speaking), 500_000))).toBe(0);
  });
});
