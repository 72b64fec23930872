import { NotFoundError } from 'mediasoup/errors';
import { describe, expect, test } from 'vitest';
import { FakeSwitch } from './testing/fakeSfu.ts';
import { Valve } from './valve.ts';

describe('a valve', () => {
  test('shut while its opening is not confirmed is told to the worker all the same, and last', async () => {
    const target = new FakeSwitch();
    const valve = new Valve(target, 'shut');
    const opening = valve.open();
    const shutting = valve.shut();
    expect(target.calls).toEqual(['resume', 'pause']);
    target.answer();
    await opening;
    expect(valve.isOpen).toBe(false);
    target.answer();
    await shutting;
    expect(valve.mayFlow).toBe(false);
  });

  test('opened while its shutting is not confirmed is not taken for silent when that is confirmed', async () => {
    const target = new FakeSwitch();
    const valve = new Valve(target, 'open');
    const shutting = valve.shut();
    const opening = valve.open();
    target.answer();
    await shutting;
    expect(valve.mayFlow).toBe(true);
    target.answer();
    await opening;
    expect(valve.isOpen).toBe(true);
  });

  test('shut twice asks the worker once, and both wait for the same answer', async () => {
    const target = new FakeSwitch();
    const valve = new Valve(target, 'open');
    const [first, second] = [valve.shut(), valve.shut()];
    expect(target.calls).toEqual(['pause']);
    target.answer();
    await Promise.all([first, second]);
  });

  test('a pause that fails closes the producer, and is confirmed once the worker no longer knows it', async () => {
    const target = new FakeSwitch();
    const valve = new Valve(target, 'open');
    const shutting = valve.shut();
    target.answer(new Error('no'));
    await Promise.resolve();
    expect(target.calls).toEqual(['pause', 'close', 'pause']);
    target.answer(new NotFoundError('gone'));
    await shutting;
    expect([valve.isClosed, valve.mayFlow]).toEqual([true, false]);
  });

  test('one that can be neither paused nor closed is not confirmed', async () => {
    const target = new FakeSwitch();
    const valve = new Valve(target, 'open');
    const shutting = valve.shut();
    target.answer(new Error('no'));
    await Promise.resolve();
    target.answer(new Error('no again'));
    await expect(shutting).rejects.toThrow('no again');
  });

  test('one that is gone is shut', async () => {
    const target = new FakeSwitch();
    const valve = new Valve(target, 'open');
    const shutting = valve.shut();
    target.answer(new NotFoundError('gone'));
    await shutting;
    expect(valve.mayFlow).toBe(false);
  });
});
