import type { Command, LoggedEvent } from '@track2/shared';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HostStage } from './testing/hostStage.ts';

const minute = 60_000;
/** Once a second, and a little for the turn itself. */
const lookMs = 1100;

let stage: HostStage;
beforeEach(async () => {
  vi.useFakeTimers();
  stage = await HostStage.create();
});
afterEach(async () => {
  await stage.host.close();
  vi.useRealTimers();
});

type Warned = Extract<LoggedEvent, { type: 'agenda.hardStopWarned' }>;

const stepWall = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

const setStop = (inMinutes: number, item: string | null = null): Command => ({
  type: 'agenda.setHardStop',
  stop: null,
  item,
  at: Date.now() + inMinutes * minute,
  label: { en: 'The minister leaves' },
});

/** The warnings so far, in minutes ahead. */
async function warnings(): Promise<number[]> {
  const events = (await stage.entries()).flatMap((entry) => entry.events);
  return events
    .filter((event): event is Warned => event.type === 'agenda.hardStopWarned')
    .map(({ minutes }) => minutes);
}

/** The meeting goes on, somebody speaks, and in 30 minutes the minister leaves. */
async function discussUntilAStop(): Promise<void> {
  await stage.discuss();
  await stage.giveFloor();
  await stage.act('chair', setStop(30));
}

test('[AG16] [SE8] a hard stop warns 10 and 3 minutes ahead and as it is reached, once each, and cuts nobody', async () => {
  await discussUntilAStop();
  for (const [waitMs, warned] of [
    [20 * minute - 1000, []],
    [1000 + lookMs, [10]],
    [7 * minute, [10, 3]],
    [3 * minute, [10, 3, 0]],
    [20 * minute, [10, 3, 0]],
  ] as const) {
    await vi.advanceTimersByTimeAsync(waitMs);
    expect(await warnings()).toEqual(warned);
    expect((await stage.turn())?.status.kind).toBe('speaking');
  }
});

test('[AG16] a wall clock that is set forward warns within a second, of what it has passed the latest alone', async () => {
  await discussUntilAStop();
  stepWall(20 * minute);
  expect(await warnings()).toEqual([]);
  await vi.advanceTimersByTimeAsync(lookMs);
  expect(await warnings()).toEqual([10]);
  stepWall(60 * minute);
  await vi.advanceTimersByTimeAsync(lookMs);
  expect(await warnings()).toEqual([10, 0]);
  expect((await stage.turn())?.status.kind).toBe('speaking');
});

test('[AG16] a wall clock that is set back repeats no warning, and gives the next when the clock is there again', async () => {
  await discussUntilAStop();
  await vi.advanceTimersByTimeAsync(20 * minute + lookMs);
  stepWall(-10 * minute);
  await vi.advanceTimersByTimeAsync(16 * minute);
  expect(await warnings()).toEqual([10]);
  await vi.advanceTimersByTimeAsync(minute + lookMs);
  expect(await warnings()).toEqual([10, 3]);
});

test('[AG16] after a kill the warnings go on where they were, however far the wall clock went on meanwhile', async () => {
  await discussUntilAStop();
  await vi.advanceTimersByTimeAsync(20 * minute + lookMs);
  const killed = stage.host;
  const backAt = Date.now() + 7 * minute;
  // NOTE: this sets the wall clock back to where it began.
  vi.clearAllTimers();
  vi.setSystemTime(backAt);
  await stage.start();
  await vi.advanceTimersByTimeAsync(lookMs);
  expect(await warnings()).toEqual([10, 3]);
  await vi.advanceTimersByTimeAsync(3 * minute);
  expect(await warnings()).toEqual([10, 3, 0]);
  await killed.close();
});

test('[AG16] before the meeting opens a hard stop warns as well', async () => {
  await stage.attach('chair');
  await stage.act('chair', { type: 'roster.enterLobby', ruleVersion: 1 });
  await stage.act('chair', setStop(5));
  await vi.advanceTimersByTimeAsync(2 * minute + lookMs);
  expect((await warnings()).at(-1)).toBe(3);
});

test('while nothing is due, looking at the wall clock takes no turn and writes nothing', async () => {
  await discussUntilAStop();
  await vi.advanceTimersByTimeAsync(1);
  stage.steps.length = 0;
  const before = (await stage.entries()).length;
  await vi.advanceTimersByTimeAsync(19 * minute);
  expect([stage.steps, (await stage.entries()).length]).toEqual([[], before]);
});
