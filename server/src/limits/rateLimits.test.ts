import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RateLimits, standardAllowances } from './rateLimits.ts';

let limits: RateLimits;
let exceeded: string[];

// The library reads the machine's clock and its timers; both are ours here.
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  exceeded = [];
  limits = new RateLimits(standardAllowances, (what) => exceeded.push(what));
});
afterEach(() => {
  vi.useRealTimers();
});

const times = async <T>(count: number, ask: (index: number) => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (let index = 0; index < count; index++) answers.push(await ask(index));
  return answers;
};

const passed = (waits: readonly (number | null)[]): number => waits.filter((wait) => wait === null).length;

describe('commands', () => {
  it('of a chair who admits sixty people at once all pass', async () => {
    expect(passed(await times(60, () => limits.command('m', 'chair')))).toBe(60);
  });

  it('of a member who floods are refused with the seconds to wait, which are enough', async () => {
    const waits = await times(500, () => limits.command('m', 'a'));
    expect(passed(waits)).toBe(120);
    expect(waits.at(-1)).toBe(4);
    vi.advanceTimersByTime(2500);
    expect(await limits.command('m', 'a')).toBe(2);
    vi.advanceTimersByTime(2000);
    expect(await limits.command('m', 'a')).toBeNull();
    expect(exceeded).toEqual(['memberCommands']);
  });

  it('that were refused take nothing from the others in the meeting', async () => {
    await times(100_000, () => limits.command('m', 'a'));
    const waits = await times(59, (index) => limits.command('m', `b${index}`));
    expect(passed(waits)).toBe(59);
  });

  it('of a whole meeting are held to a sum, and another meeting notices nothing', async () => {
    const waits = await times(1300, (index) => limits.command('m', `b${index % 60}`));
    expect(passed(waits)).toBe(1200);
    expect(exceeded).toEqual(['meetingCommands']);
    expect(await limits.command('n', 'c')).toBeNull();
  });
});

describe('secrets', () => {
  let evaluated: number;
  beforeEach(() => {
    evaluated = 0;
  });
  const guess = (address: string, right = false) =>
    limits.guess(
      address,
      async () => {
        evaluated += 1;
        // Time passes while the store looks it up.
        await Promise.resolve();
        return right;
      },
      (outcome) => !outcome,
    );

  it('are looked up until twenty were wrong, then not for an hour, right or wrong', async () => {
    const answers = await times(1000, () => guess('198.51.100.7'));
    expect(evaluated).toBe(20);
    expect(answers.at(-1)).toEqual({ wait: 3600 });
    expect(await guess('198.51.100.7', true)).toEqual({ wait: 3600 });
    vi.advanceTimersByTime(3_600_000);
    expect(await guess('198.51.100.7', true)).toEqual({ outcome: true });
    expect(exceeded).toEqual(['wrongSecrets']);
  });

  it('that come all at once are looked up one after another, so that not one more than twenty is', async () => {
    await Promise.all(Array.from({ length: 500 }, () => guess('198.51.100.7')));
    expect(evaluated).toBe(20);
  });

  it('that are right never count: sixty people enter from one address', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => guess('198.51.100.7', true)));
    expect(answers).toEqual(answers.map(() => ({ outcome: true })));
  });

  it('of one network do not shut out another', async () => {
    await times(30, (index) => guess(`2001:db8:0:1::${index}`));
    expect(evaluated).toBe(20);
    expect(await guess('2001:db8:0:2::1')).toEqual({ outcome: false });
  });

  it('whose evaluation fails are not counted, and the next is evaluated', async () => {
    const fault = limits.guess('a', () => Promise.reject(new Error('the store is away')), Boolean);
    await expect(fault).rejects.toThrow('the store is away');
    expect(await guess('a', true)).toEqual({ outcome: true });
  });
});

describe('entries', () => {
  it('of a full house behind one address pass again and again', async () => {
    expect(passed(await times(600, () => limits.entryFrom('198.51.100.7')))).toBe(600);
    expect(await limits.entryFrom('198.51.100.7')).toBe(60);
    expect(await limits.entryFrom('198.51.100.8')).toBeNull();
  });

  it('with a session are counted by it alone', async () => {
    expect(passed(await times(300, () => limits.entryWith('one')))).toBe(240);
    expect(await limits.entryWith('two')).toBeNull();
  });
});

it('what a socket asks besides commands has an allowance of its own', async () => {
  expect(passed(await times(1100, () => limits.request('a')))).toBe(1000);
  expect(await limits.command('m', 'a')).toBeNull();
});
