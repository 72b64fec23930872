import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MediaPerson } from './support/mediaPerson.ts';
import { end, packetsReaching, Stage, speak } from './support/stage.ts';

vi.setConfig({ testTimeout: 30_000 });

const heardWithinMs = 5000;

let stage: Stage;
let chair: MediaPerson;

beforeEach(async () => {
  stage = await Stage.create();
  chair = await stage.open();
});
afterEach(() => stage.close());

/** What the chair sees, and how many turns the log holds. */
async function meetingNow() {
  const reply = await chair.person.sync(null);
  if (reply.kind !== 'snapshot') throw new Error('no snapshot');
  const { line, n, state } = reply.snapshot;
  const { meeting } = chair.person.entry;
  return { line, n, state, entries: (await stage.platform.storage.log.load(meeting.id)).entries.length };
}

const losses = ({ pushes }: MediaPerson) => pushes.filter(({ kind }) => kind === 'lost').length;

/** Resolves when all listeners hear the speaker; says after how many ms. */
async function heardByAll(speaker: MediaPerson, listeners: readonly MediaPerson[], since = 0): Promise<number> {
  await Promise.all(listeners.map((listener) => listener.hears(speaker)));
  return performance.now() - since;
}

/** Kills the media worker, or makes it hang, and waits for all to be told. */
async function strikeWorker(people: readonly MediaPerson[], signal: 'SIGKILL' | 'SIGSTOP' = 'SIGKILL'): Promise<void> {
  const before = new Map(people.map((person) => [person, losses(person)]));
  const pid = stage.platform.workerPid();
  process.kill(pid, signal);
  await Promise.all(people.map((person) => person.until(() => losses(person) > (before.get(person) ?? 0))));
  expect(stage.platform.workerPid()).not.toBe(pid);
  expect(stage.platform.workerPid()).toBeGreaterThan(0);
}

test('a media worker killed in mid-speech is replaced, the meeting stands, and this and the next speaker are heard', async () => {
  const [ana, bob, cyr] = [await stage.admit('ana'), await stage.admit('bob'), await stage.admit('cyr')];
  const everybody = [chair, ana, bob, cyr];
  const item = chair.person.state.agenda.current ?? '';
  await ana.hum();
  await bob.hum();
  await bob.person.act({ type: 'speakers.requestFloor', item, topic: null });
  const turn = await speak(chair, ana);
  await heardByAll(ana, [chair, bob, cyr]);

  const before = await meetingNow();
  const killedAt = performance.now();
  await strikeWorker(everybody);
  // The same grant lasts, so the speaker's client restates what its person meant.
  expect(await heardByAll(ana, [chair, bob, cyr], killedAt)).toBeLessThan(heardWithinMs);
  expect(await meetingNow()).toEqual(before);
  expect(await packetsReaching([chair, ana, cyr], bob)).toBe(0);

  await end(chair, turn);
  const entry = chair.person.state.speakers.lists[0]?.entries[0]?.id ?? '';
  await chair.person.act({ type: 'speakers.call', entry });
  await bob.person.until(() => bob.person.state.floor.turns.length > 0);
  const next = bob.person.state.floor.turns[0]?.id ?? '';
  const takenAt = performance.now();
  await bob.person.act({ type: 'floor.take', turn: next });
  await bob.intend('microphone', true, next);
  expect(await heardByAll(bob, [chair, ana, cyr], takenAt)).toBeLessThan(heardWithinMs);
  expect(await packetsReaching([chair, bob, cyr], ana)).toBe(0);
});

test('a speaker whose turn ends while the worker is being replaced is not heard afterwards', async () => {
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.hum();
  const turn = await speak(chair, ana);
  await bob.hears(ana);
  const killed = strikeWorker([chair, ana, bob]);
  await end(chair, turn);
  await killed;
  await ana.joined();
  expect(await ana.intend('microphone', true, turn)).toEqual({ ok: false, code: 'media.notGranted' });
  expect(await packetsReaching([chair, bob], ana)).toBe(0);
  await speak(chair, ana);
  await bob.hears(ana);
});

test('worker after worker dies, and media come back each time', async () => {
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.hum();
  await speak(chair, ana);
  await bob.hears(ana);
  for (const _ of [1, 2, 3]) {
    const killedAt = performance.now();
    await strikeWorker([chair, ana, bob]);
    expect(await heardByAll(ana, [chair, bob], killedAt)).toBeLessThan(heardWithinMs);
  }
});

test('a media worker that hangs is ended too, and the turns of the meeting wait for it no longer than that', async () => {
  const ana = await stage.admit('ana');
  await ana.hum();
  const turn = await speak(chair, ana);
  await chair.hears(ana);
  const struck = strikeWorker([chair, ana], 'SIGSTOP');
  const hangs = chair.ask(ana.link.secondOf('microphone', chair.link));
  await end(chair, turn);
  expect(await hangs).toEqual({ ok: false, code: 'media.unavailable' });
  await struck;
  await ana.joined();
  await speak(chair, ana);
  await chair.hears(ana);
});
