import type { Id, MediaPush, TrackSource } from '@track2/shared';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { MediaRights } from './mediaPlane.ts';
import { Peer } from './peer.ts';
import { Reconciler } from './reconciler.ts';
import { FakeTransport } from './testing/fakeSfu.ts';
import { HandRights, Swapped, silentLog } from './testing/freshMeeting.ts';
import { kindOf } from './wanted.ts';

type Joined = { peer: Peer; send: FakeTransport; receive: FakeTransport };

function meet(first: MediaRights) {
  const rights = new Swapped(first);
  const peers = new Map<Id, Peer>();
  const pushes: (MediaPush & { to: Id })[] = [];
  const kill = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const push = (to: Id, pushed: MediaPush) => void pushes.push({ ...pushed, to });
  const reconciler = new Reconciler({ peers, rights, push, kill, log: silentLog });
  return { rights, peers, pushes, kill, reconciler };
}

async function join(peers: Map<Id, Peer>, member: Id, prompt = true): Promise<Joined> {
  const [send, receive] = [new FakeTransport({ prompt }), new FakeTransport()];
  const peer = new Peer(member, async (direction) => (direction === 'send' ? send : receive));
  await peer.createTransport({ method: 'createTransport', direction: 'send' });
  await peer.createTransport({ method: 'createTransport', direction: 'receive' });
  peer.receive({ method: 'receive', rtpCapabilities: {} });
  peers.set(member, peer);
  return { peer, send, receive };
}

async function produce({ peer, send }: Joined, source: TrackSource = 'microphone') {
  const request = { method: 'produce', transport: send.id, source, kind: kindOf(source), rtpParameters: {} } as const;
  expect(await peer.produce(request)).toMatchObject({ ok: true });
  const producer = send.producers.at(-1);
  if (!producer) throw new Error('nothing produced');
  return producer;
}

const intend = (peer: Peer, source: 'microphone' | 'camera' | 'screen', id: string) =>
  peer.intents.set(source, { id, audience: 'room' });
const settled = () => vi.waitFor(() => new Promise((resolve) => setImmediate(resolve)));
const holders = Array.from({ length: 40 }, (_, index) => `m${index}`);
const allMayShow = new HandRights(
  holders,
  holders.map((member) => [member, 'camera', 'camera']),
);

afterEach(() => void vi.useRealTimers());

describe('the reconciler', () => {
  test('a source is forwarded when grant and intent name the same, and only then', async () => {
    const { reconciler, peers } = meet(new HandRights(['ana'], [['ana', 'microphone', 'turn1']]));
    const ana = await join(peers, 'ana');
    const producer = await produce(ana);
    reconciler.nudge();
    expect(producer.flows).toBe(false);
    intend(ana.peer, 'microphone', 'turn0');
    reconciler.nudge();
    expect(producer.flows).toBe(false);
    intend(ana.peer, 'microphone', 'turn1');
    reconciler.nudge();
    expect(producer.flows).toBe(true);
  });

  test('a cut overtakes openings that are planned but not called', async () => {
    const { reconciler, peers } = meet(allMayShow);
    const joined = await Promise.all(holders.map((member) => join(peers, member, false)));
    const producers = await Promise.all(joined.map((one) => produce(one, 'camera')));
    for (const { peer } of joined) intend(peer, 'camera', 'camera');
    reconciler.nudge();
    const called = producers.filter(({ calls }) => calls.length > 0);
    expect(called.length).toBeLessThan(holders.length);

    const cut = reconciler.cut(new HandRights(holders));
    expect(called.every(({ calls }) => calls.at(-1) === 'pause')).toBe(true);
    for (const producer of called) for (const _ of ['resume', 'pause']) producer.answer();
    await cut;
    await settled();
    expect(producers.some(({ flows }) => flows)).toBe(false);
    expect(producers.filter(({ calls }) => calls.length > 0)).toEqual(called);
  });

  test('between a cut and the swap only what both states allow may start', async () => {
    const { reconciler, peers, rights } = meet(new HandRights(['ana', 'bob'], [['ana', 'microphone', 'turn1']]));
    const [ana, bob] = [await join(peers, 'ana'), await join(peers, 'bob')];
    const [fromAna, fromBob] = [await produce(ana), await produce(bob)];
    const next = new HandRights(['ana', 'bob'], [['bob', 'microphone', 'turn2']]);
    await reconciler.cut(next);
    intend(ana.peer, 'microphone', 'turn1');
    intend(bob.peer, 'microphone', 'turn2');
    reconciler.nudge();
    expect([fromAna.flows, fromBob.flows]).toEqual([false, false]);
    rights.now = next;
    reconciler.follow();
    expect([fromAna.flows, fromBob.flows]).toEqual([false, true]);
    expect(ana.peer.intents.size).toBe(0);
  });

  test('a cut that the worker does not confirm in 200 ms kills it, and resolves', async () => {
    vi.useFakeTimers();
    const { reconciler, peers, kill } = meet(new HandRights(['ana'], [['ana', 'microphone', 'turn1']]));
    const ana = await join(peers, 'ana', false);
    const producer = await produce(ana);
    intend(ana.peer, 'microphone', 'turn1');
    reconciler.nudge();
    producer.answer();
    const cut = reconciler.cut(new HandRights(['ana']));
    await vi.advanceTimersByTimeAsync(199);
    expect(kill).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await cut;
    expect(kill).toHaveBeenCalledOnce();
  });

  test('a cut waits for what a peer sent that was replaced just before', async () => {
    const { reconciler, peers } = meet(new HandRights(['ana'], [['ana', 'microphone', 'turn1']]));
    const ana = await join(peers, 'ana', false);
    const producer = await produce(ana);
    intend(ana.peer, 'microphone', 'turn1');
    reconciler.nudge();
    producer.answer();
    await settled();
    reconciler.retire(ana.peer);
    peers.clear();
    let isCut = false;
    const cut = reconciler.cut(new HandRights(['ana'])).then(() => (isCut = true));
    await settled();
    expect(isCut).toBe(false);
    producer.answer();
    await cut;
  });

  test('a failing pause closes the producer, and its viewers lose their ends', async () => {
    const { reconciler, peers, pushes } = meet(new HandRights(['ana', 'bob'], [['ana', 'microphone', 'turn1']]));
    const [ana] = [await join(peers, 'ana', false), await join(peers, 'bob')];
    const producer = await produce(ana);
    intend(ana.peer, 'microphone', 'turn1');
    reconciler.nudge();
    producer.answer();
    await vi.waitFor(() => expect(pushes).toContainEqual(expect.objectContaining({ to: 'bob', kind: 'consumer' })));
    const cut = reconciler.cut(new HandRights(['ana', 'bob']));
    producer.answer(new Error('no'));
    await settled();
    producer.answer();
    await cut;
    reconciler.follow();
    expect(ana.peer.sent.size).toBe(0);
    expect(pushes).toContainEqual(expect.objectContaining({ to: 'bob', kind: 'consumerClosed' }));
  });

  test('pictures go where a tile shows them, in the layer that fills it, and nowhere else', async () => {
    const grants = new HandRights(['ana', 'bob'], [['ana', 'camera', 'camera']]);
    const { reconciler, peers, rights } = meet(grants);
    const [ana, bob] = [await join(peers, 'ana'), await join(peers, 'bob')];
    await produce(ana, 'camera');
    reconciler.nudge();
    await settled();
    expect(bob.receive.consumers.size).toBe(0);
    intend(ana.peer, 'camera', 'camera');
    reconciler.nudge();
    await settled();
    const [[producer, consumer] = []] = bob.receive.consumers;
    const received = bob.peer.received.get(producer ?? '');
    if (!consumer || typeof received !== 'object') throw new Error('nothing received');
    received.ready = true;
    reconciler.nudge();
    await settled();
    expect(consumer.flows).toBe(false);
    const look = (width: number) =>
      bob.peer.look({ method: 'view', tiles: width ? [{ member: 'ana', source: 'camera', width }] : [] });
    for (const width of [200, 1200]) {
      look(width);
      reconciler.nudge();
      await settled();
    }
    expect([consumer.flows, consumer.layers]).toEqual([true, [0, 2]]);
    look(0);
    reconciler.nudge();
    await settled();
    expect(consumer.flows).toBe(false);
    rights.now = new HandRights(['ana', 'bob']);
    reconciler.follow();
    await vi.waitFor(() => expect(bob.peer.received.size).toBe(0));
  });

  test('a microphone is received where its audience is, from the room to backstage and back', async () => {
    const inside = ['ana', 'bob', ['cyr', ['backstage', 'room']]] as const;
    const inRoom = new HandRights(inside, [['ana', 'microphone', 'turn1']]);
    const { reconciler, peers, rights } = meet(inRoom);
    const [ana, bob, cyr] = [await join(peers, 'ana'), await join(peers, 'bob'), await join(peers, 'cyr')];
    await produce(ana);
    const follow = async (next: MediaRights) => {
      await reconciler.cut(next);
      rights.now = next;
      reconciler.follow();
      await settled();
      return [bob, cyr].map(({ peer }) => peer.received.size);
    };
    expect(await follow(inRoom)).toEqual([1, 1]);
    expect(await follow(new HandRights(inside))).toEqual([1, 1]);
    expect(await follow(new HandRights(inside, [['ana', 'microphone', 'turn1', 'backstage']]))).toEqual([0, 1]);
    expect(await follow(new HandRights(inside))).toEqual([0, 1]);
    expect(await follow(inRoom)).toEqual([1, 1]);
  });

  test('the same leave for another audience is a cut, and its intent ends', async () => {
    const inside = ['ana', 'bob', ['cyr', ['backstage', 'room']]] as const;
    const { reconciler, peers, rights } = meet(new HandRights(inside, [['ana', 'microphone', 'one']]));
    const ana = await join(peers, 'ana');
    const producer = await produce(ana);
    intend(ana.peer, 'microphone', 'one');
    reconciler.nudge();
    expect(producer.flows).toBe(true);
    const next = new HandRights(inside, [['ana', 'microphone', 'one', 'backstage']]);
    await reconciler.cut(next);
    expect(producer.flows).toBe(false);
    rights.now = next;
    reconciler.follow();
    await settled();
    expect([producer.flows, ana.peer.intents.size]).toEqual([false, 0]);
  });

  test('a voice under the name of a camera is refused', async () => {
    const { peers } = meet(new HandRights(['ana']));
    const { peer, send } = await join(peers, 'ana');
    const forged = {
      method: 'produce',
      transport: send.id,
      source: 'camera',
      kind: 'audio',
      rtpParameters: {},
    } as const;
    expect(await peer.produce(forged)).toEqual({ ok: false, code: 'media.malformed' });
  });

  test('forty cameras for forty viewers are opened a few calls at a time, all of them in the end', async () => {
    const { reconciler, peers, pushes } = meet(allMayShow);
    const joined = await Promise.all(holders.map((member) => join(peers, member)));
    await Promise.all(joined.map((one) => produce(one, 'camera')));
    for (const { peer } of joined) intend(peer, 'camera', 'camera');
    reconciler.nudge();
    await vi.waitFor(() => expect(pushes.filter(({ kind }) => kind === 'consumer')).toHaveLength(40 * 39), 5000);
  });
});
