import { describe, expect, it } from 'vitest';
import { betterEstimate, type ClockEstimate, meetingTimeAt, sampleOf, wallTimeAt } from './clock.ts';

const HOUR = 3_600_000;
// The server's truth: its meeting time and wall time at each moment of the client's performance.now().
const truth = (moment: number) => ({ at: 5000 + moment, wall: 1_600_000_000_000 + moment });

/** A sample of which the way there takes `there` and the way back `back` milliseconds. */
function sample(asked: number, there: number, back: number): ClockEstimate {
  const { at, wall } = truth(asked + there);
  return sampleOf({ at, wall: Math.round(wall) }, asked, asked + there + back);
}

describe('the estimate of the meeting time', () => {
  it('is at most 250 ms wrong after a minute in which no timer ran', () => {
    const estimate = sample(1000, 380, 20);
    const later = 61_400;
    expect(Math.abs(meetingTimeAt(estimate, later) - truth(later).at)).toBeLessThanOrEqual(250);
  });

  it('does not read the clock of the device, which may be an hour off', () => {
    const original = Date.now;
    Date.now = () => original() - HOUR;
    try {
      const estimate = sample(1000, 30, 30);
      expect(meetingTimeAt(estimate, 61_000)).toBeCloseTo(truth(61_000).at);
      expect(Math.abs(wallTimeAt(estimate, 61_000) - truth(61_000).wall)).toBeLessThanOrEqual(1);
    } finally {
      Date.now = original;
    }
  });

  it('keeps the sample with the least round trip', () => {
    const quick = sample(0, 10, 10);
    const slow = sample(15_000, 400, 20);
    expect(betterEstimate(quick, slow)).toBe(quick);
    expect(betterEstimate(slow, sample(30_000, 5, 5))).not.toBe(slow);
  });

  it('lets a good sample grow old', () => {
    const quick = sample(0, 10, 10);
    const later = sample(20 * 60_000, 40, 40);
    expect(betterEstimate(quick, later)).toBe(later);
  });

  it('believes a sample that contradicts what was known: meeting time stood still meanwhile', () => {
    const known = sample(0, 10, 10);
    const { at, wall } = truth(15_000);
    const after = sampleOf({ at: at - 8000, wall }, 14_900, 15_100);
    expect(betterEstimate(known, after)).toBe(after);
  });

  it('is within half of the round trip, however the way is divided', () => {
    for (const there of [0, 60, 120]) {
      const estimate = sample(500, there, 120 - there);
      expect(Math.abs(meetingTimeAt(estimate, 9000) - truth(9000).at)).toBeLessThanOrEqual(60);
    }
  });
});
