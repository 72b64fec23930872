import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats.ts';
import { clockChange, meantTime, sameClock } from './zones.ts';

const minute = 60_000;
const hour = 60 * minute;
const { time } = formatsFor('en', 'gregorian', () => '');
// Vienna puts its clocks on on 29 March 2026 at 02:00 (01:00 UTC), and back on 25 October at 03:00 (01:00 UTC).
const spring = Date.UTC(2026, 2, 29, 1);
const autumn = Date.UTC(2026, 9, 25, 1);

const shown = (wall: number): string[] =>
  ['Europe/Vienna', 'Asia/Tehran', 'America/New_York'].map((zone) => time(wall, zone));
const at = (hours: number, minutes: number): number => hours * 60 + minutes;

describe('the clocks of two zones', () => {
  it('are one clock only where they show the same time at every moment', () => {
    const summer = Date.UTC(2020, 4, 28, 12);
    expect(sameClock('Europe/Vienna', 'Europe/Berlin', [summer])).toBe(true);
    expect(sameClock('Europe/Vienna', 'Asia/Kabul', [summer])).toBe(false);
    // Accra and London part in the middle of the meeting.
    expect(sameClock('Africa/Accra', 'Europe/London', [spring - hour])).toBe(true);
    expect(sameClock('Africa/Accra', 'Europe/London', [spring - hour, spring + hour])).toBe(false);
  });

  it('are right before and after a change in one of them', () => {
    expect(shown(spring - minute)).toEqual(['01:59', '04:29', '20:59']);
    expect(shown(spring)).toEqual(['03:00', '04:30', '21:00']);
    expect(shown(autumn - minute)).toEqual(['02:59', '04:29', '20:59']);
    expect(shown(autumn)).toEqual(['02:00', '04:30', '21:00']);
  });
});

describe('a change of the clocks', () => {
  it('is found to the second between two moments', () => {
    expect(clockChange('Europe/Vienna', spring - 40 * minute, spring + hour)).toEqual({ at: spring, byMs: hour });
    expect(clockChange('Europe/Vienna', autumn - hour, autumn + 3 * minute)).toEqual({ at: autumn, byMs: -hour });
    expect(clockChange('America/New_York', Date.UTC(2026, 10, 1, 5), Date.UTC(2026, 10, 1, 8))).toEqual({
      at: Date.UTC(2026, 10, 1, 6),
      byMs: -hour,
    });
  });

  it('is none where the clocks run on', () => {
    expect(clockChange('Asia/Tehran', spring - hour, spring + hour)).toBeNull();
    expect(clockChange('Europe/Vienna', spring, spring + hour)).toBeNull();
  });
});

describe('a time of day', () => {
  it('is the next such moment on the clocks of the zone, over midnight too', () => {
    const noon = Date.UTC(2020, 4, 28, 10);
    expect(meantTime('Europe/Vienna', at(15, 10), noon)).toEqual({ kind: 'once', at: Date.UTC(2020, 4, 28, 13, 10) });
    expect(meantTime('Europe/Vienna', at(0, 30), noon)).toEqual({ kind: 'once', at: Date.UTC(2020, 4, 28, 22, 30) });
    expect(meantTime('Asia/Tehran', at(14, 30), noon)).toEqual({ kind: 'once', at: noon + 24 * hour });
  });

  it('counts with the offset after the change where it lies behind it', () => {
    expect(meantTime('Europe/Vienna', at(3, 30), spring - hour)).toEqual({ kind: 'once', at: spring + 30 * minute });
    expect(meantTime('Europe/Vienna', at(1, 30), spring - hour)).toEqual({ kind: 'once', at: spring - 30 * minute });
  });

  it('that the clocks pass over that day does not exist', () => {
    expect(meantTime('Europe/Vienna', at(2, 30), spring - hour)).toEqual({ kind: 'skipped' });
    expect(meantTime('America/New_York', at(2, 15), Date.UTC(2026, 2, 8, 5))).toEqual({ kind: 'skipped' });
  });

  it('that comes twice is the first of the two that is still ahead', () => {
    const first = autumn - 30 * minute;
    expect(meantTime('Europe/Vienna', at(2, 30), autumn - 2 * hour)).toEqual({ kind: 'twice', at: first });
    expect(meantTime('Europe/Vienna', at(2, 30), first)).toEqual({ kind: 'once', at: first + hour });
  });
});
