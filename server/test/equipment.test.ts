import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckProtocol, CheckReply } from '@track2/shared';
import type { Router, WebRtcServer, Worker } from 'mediasoup/types';
import { afterEach, expect, test, vi } from 'vitest';
import { testLimits } from '../src/equipment/equipment.ts';
import type { TestRouter } from '../src/equipment/loopback.ts';
import type { Person } from './person.ts';
import { askCheck, LoopbackRun } from './support/loopbackRun.ts';
import type { MediaPerson } from './support/mediaPerson.ts';
import { Stage } from './support/stage.ts';

vi.setConfig({ testTimeout: 30_000 });

const open: { close(): void | Promise<void> }[] = [];

afterEach(async () => {
  for (const closing of open.splice(0).toReversed()) await closing.close();
});

type Options = NonNullable<Parameters<typeof Stage.create>[0]>;
type Scene = { stage: Stage; chair: MediaPerson; guest: Person; worker: Worker };

/** A chair inside with media, and somebody whom nobody has let in, in the lobby or before it. */
async function begin(equipment: Options['equipment'] = {}, { lobby = true } = {}): Promise<Scene> {
  const stage = await Stage.create({ equipment });
  open.push(stage);
  const chair = await stage.open();
  const guest = await stage.platform.open('ana');
  open.push(guest);
  if (lobby) await guest.enterLobby();
  return { stage, chair, guest, worker: stage.platform.worker() };
}

async function run(person: Person, protocol: CheckProtocol): Promise<LoopbackRun> {
  const started = await LoopbackRun.start(person, protocol);
  open.push(started);
  return started;
}

/** What mediasoup's own tests look at; its types leave it out. */
const insideOf = (worker: Worker) =>
  worker as unknown as { routersForTesting: Set<Router>; webRtcServersForTesting: Set<WebRtcServer> };
const routersOf = (worker: Worker): Router[] => [...insideOf(worker).routersForTesting];

/** All objects that lie on the meeting's router, by their ids. */
async function onTheMeetingsRouter(worker: Worker): Promise<object> {
  const [meetings] = routersOf(worker);
  if (meetings === undefined) throw new Error('the meeting has no router');
  const { transportIds, rtpObserverIds, mapProducerIdConsumerIds, mapConsumerIdProducerId } = await meetings.dump();
  return { transportIds, rtpObserverIds, mapProducerIdConsumerIds, mapConsumerIdProducerId };
}

/** How many transports lie on the router of the tests. */
async function inTest(worker: Worker): Promise<number> {
  const [, ofTests] = routersOf(worker);
  return ofTests === undefined ? 0 : (await ofTests.dump()).transportIds.length;
}

const openTest = (person: Person) => askCheck(person, { method: 'open', protocol: 'udp' });

const done: CheckReply = { ok: true, value: { method: 'done' } };
const notOpen: CheckReply = { ok: false, code: 'check.notOpen' };
const malformed: CheckReply = { ok: false, code: 'check.malformed' };

test.each(['udp', 'tcp'] as const)('what somebody in the lobby sends over %s comes back', async (protocol) => {
  const { guest } = await begin();
  const loop = await run(guest, protocol);
  expect(loop.offered).toEqual([protocol]);
  await loop.hearsItself();
  expect(await loop.back()).toBeGreaterThan(0);
});

test('whoever has not come to the lobby yet can test, any day before', async () => {
  const { guest } = await begin({}, { lobby: false });
  const loop = await run(guest, 'udp');
  await loop.hearsItself();
  expect(await loop.back()).toBeGreaterThan(0);
});

test('nothing of a test lies on the router of the meeting, and nobody inside is told of it', async () => {
  const { chair, guest, worker } = await begin();
  const before = await onTheMeetingsRouter(worker);
  const told = [chair.pushes.length, chair.person.received.length];
  for (const protocol of ['udp', 'tcp'] as const) {
    await (await run(guest, protocol)).hearsItself();
    expect(await onTheMeetingsRouter(worker)).toEqual(before);
    expect(await inTest(worker)).toBe(2);
  }
  expect(await askCheck(guest, { method: 'close' })).toEqual(done);
  expect(await inTest(worker)).toBe(0);
  expect(await onTheMeetingsRouter(worker)).toEqual(before);
  expect([chair.pushes.length, chair.person.received.length]).toEqual(told);
});

test('control: tests on the router of the meeting are noticed', async () => {
  let scene: Scene | null = null;
  const openRouter = async (): Promise<TestRouter> => {
    if (scene === null) throw new Error('no test before the scene stands');
    const [router] = routersOf(scene.worker);
    const [webRtcServer] = insideOf(scene.worker).webRtcServersForTesting;
    if (router === undefined || webRtcServer === undefined) throw new Error('no meeting');
    return { router, webRtcServer };
  };
  scene = await begin({ openRouter });
  const before = await onTheMeetingsRouter(scene.worker);
  await (await run(scene.guest, 'udp')).hearsItself();
  expect(await onTheMeetingsRouter(scene.worker)).not.toEqual(before);
});

test('a test ends with its socket, with the next one, and by itself after its time', async () => {
  const lastsMs = 3000;
  const { guest, worker } = await begin({ limits: { ...testLimits, lastsMs } });
  const first = await run(guest, 'udp');
  const second = await run(guest, 'udp');
  expect(await inTest(worker)).toBe(2);
  expect(await askCheck(guest, { method: 'consume', producer: first.producer })).toEqual(notOpen);
  await sleep(lastsMs);
  expect(await inTest(worker)).toBe(0);
  expect(await askCheck(guest, { method: 'consume', producer: second.producer })).toEqual(notOpen);
  await run(guest, 'udp');
  guest.close();
  await vi.waitUntil(async () => (await inTest(worker)) === 0, 2000);
});

test('one person makes so many tests an hour and is told when to go on; others go on', async () => {
  const { stage, guest } = await begin({ limits: { ...testLimits, perHour: 2 } });
  const other = await stage.platform.open('bob');
  open.push(other);
  expect([(await openTest(guest)).ok, (await openTest(guest)).ok]).toEqual([true, true]);
  const third = await openTest(guest);
  if (third.ok || third.code !== 'check.tooOften') throw new Error(JSON.stringify(third));
  expect(third.afterSeconds).toBeGreaterThan(3500);
  expect(third.afterSeconds).toBeLessThanOrEqual(3600);
  // A new socket is no new person.
  await guest.connect();
  expect((await openTest(guest)).ok).toBe(false);
  expect((await openTest(other)).ok).toBe(true);
});

test('the node takes so many tests at once', async () => {
  const { stage, guest } = await begin({ limits: { ...testLimits, atOnce: 1 } });
  const other = await stage.platform.open('bob');
  open.push(other);
  expect((await openTest(guest)).ok).toBe(true);
  expect(await openTest(other)).toEqual({ ok: false, code: 'check.busy' });
  await askCheck(guest, { method: 'close' });
  expect((await openTest(other)).ok).toBe(true);
});

test('a test takes one sound and no picture, and gives back nothing but its own', async () => {
  const { stage, guest } = await begin();
  const other = await stage.platform.open('bob');
  open.push(other);
  const [own, theirs] = [await run(guest, 'udp'), await run(other, 'udp')];
  expect(await askCheck(guest, own.second)).toEqual(malformed);
  expect(await askCheck(guest, { method: 'consume', producer: own.producer })).toEqual(malformed);
  expect(await askCheck(guest, { method: 'consume', producer: theirs.producer })).toEqual(notOpen);
  expect(await askCheck(guest, theirs.second)).toEqual(notOpen);
  const { transport } = theirs.second as { transport: string };
  expect(await askCheck(guest, { method: 'connect', transport, dtlsParameters: {} })).toEqual(notOpen);
});

test('what makes no sense is refused and closes nobody', async () => {
  const { guest } = await begin();
  const opened = await askCheck(guest, { method: 'open', protocol: 'udp' });
  if (!opened.ok || opened.value.method !== 'open') throw new Error(JSON.stringify(opened));
  const transport = opened.value.send.id;
  const video = { codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }], encodings: [{ ssrc: 1 }] };
  const voice = { codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }] };
  for (const rtpParameters of [
    {},
    video,
    { ...voice, encodings: [{ ssrc: 'x' }] },
    { ...voice, encodings: [{}, {}] },
    { ...voice, encodings: [{ ssrc: 1 }], headerExtensions: [{ uri: {}, id: 'x' }] },
  ])
    expect(await askCheck(guest, { method: 'produce', transport, rtpParameters })).toEqual(malformed);
  for (const dtlsParameters of [{}, { fingerprints: [] }, { fingerprints: [{ algorithm: 'sha-256', value: {} }] }])
    expect(await askCheck(guest, { method: 'connect', transport, dtlsParameters })).toEqual(malformed);
  const ask = (request: unknown): Promise<CheckReply> => guest.socket.timeout(5000).emitWithAck('check', request);
  expect(await ask({ method: 'open', protocol: 'sctp' })).toEqual(malformed);
  expect(await ask(null)).toEqual(malformed);
  expect(await askCheck(guest, { method: 'close' })).toEqual(done);
  await (await run(guest, 'udp')).hearsItself();
});

test('after the death of the worker the next test has a router again', async () => {
  const { stage, guest, worker } = await begin();
  await (await run(guest, 'udp')).hearsItself();
  process.kill(worker.pid, 'SIGKILL');
  await vi.waitUntil(() => worker.died && stage.platform.workerPid() !== 0, 5000);
  await vi.waitUntil(async () => (await openTest(guest)).ok, 5000);
  const loop = await run(guest, 'udp');
  await loop.hearsItself();
  expect(await inTest(stage.platform.worker())).toBe(2);
});
