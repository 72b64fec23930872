import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaRefusalCode, Pulse } from '@track2/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MediaPlane, MediaRights } from './mediaPlane.ts';
import { MeetingMedia } from './meetingMedia.ts';
import { HandRights, Swapped, silentLog, workerBinary } from './testing/freshMeeting.ts';
import { SoundingClient } from './testing/soundingClient.ts';
import { WorkerPool } from './workerPool.ts';

const firstPort = 46_100;
const inside = ['ana', 'bob', 'cyr'];
const refusal = (code: MediaRefusalCode) => ({ ok: false, code });
const codec = { mimeType: 'audio/opus', payloadType: 100, clockRate: 48000, channels: 2 };
const garbage: Record<string, unknown>[] = [
  {},
  { codecs: 1, fingerprints: 1 },
  { codecs: [{}], fingerprints: [{}] },
  { codecs: [codec], encodings: 7, fingerprints: [{ algorithm: 'sha-256', value: {} }] },
  { codecs: [codec], encodings: [{ ssrc: 'x' }], fingerprints: [{ algorithm: {}, value: 'AA' }] },
  { codecs: [codec], encodings: [{ ssrc: 1 }], headerExtensions: [{ uri: {}, id: 'x' }], role: 'king' },
  { codecs: [{ ...codec, rtcpFeedback: [{ type: {} }] }], encodings: [{ ssrc: 1 }] },
  { codecs: [{ ...codec, parameters: { a: { b: 1 } } }], encodings: [{ ssrc: -1 }] },
  { codecs: [codec], encodings: [{ ssrc: 1 }], mid: { a: 1 }, rtcp: { cname: {} } },
  { codecs: [codec], encodings: [{}, {}, {}, {}] },
];
const silence = new HandRights(inside);
const anaSpeaks = new HandRights(inside, [['ana', 'microphone', 'turn1']]);

let pool: WorkerPool;
const open: { close(): void | Promise<void> }[] = [];

beforeAll(async () => {
  pool = await WorkerPool.create({
    workers: 1,
    firstPort,
    listenIp: '127.0.0.1',
    announcedAddress: null,
    workerBin: workerBinary(),
    log: silentLog,
  });
});
afterEach(async () => {
  for (const closing of open.splice(0).toReversed()) await closing.close();
  // A worker that a test has ended is back before the next one begins.
  await vi.waitUntil(() => pool.ready, 3000);
});
afterAll(() => pool.close());

type Meeting = { plane: MediaPlane; clients: SoundingClient[]; rights: Swapped; pulses: Map<string, Pulse[]> };

async function meet(first: MediaRights, wrap = (plane: MediaPlane) => plane): Promise<Meeting> {
  const rights = new Swapped(first);
  const clients: SoundingClient[] = [];
  const pulses = new Map<string, Pulse[]>();
  const media = await MeetingMedia.create({
    meeting: 'm1',
    pool,
    rights,
    push: (connection, push) => void clients.find(({ member }) => connection === `${member}-1`)?.push(push),
    pulse: (connection, pulse) => pulses.set(connection, [...(pulses.get(connection) ?? []), pulse]),
    log: silentLog,
  });
  open.push(media);
  const plane = wrap(media);
  for (const member of inside) {
    const client = new SoundingClient(plane, member);
    clients.push(client);
    open.push(client);
    await client.join();
  }
  return { plane, clients, rights, pulses };
}

/** A turn of the meeting as its host takes it. */
async function turn({ plane, rights }: Meeting, next: MediaRights): Promise<void> {
  await plane.cut(next);
  rights.now = next;
  plane.reconcile();
}

/** NOTE: libwebrtc answers getStats from a cache of 50 ms; what arrived before the cut must not count as after it. */
const statisticsSettle = () => sleep(80);

const heard = async (listener: SoundingClient, speaker: string): Promise<void> => {
  const before = await listener.packetsFrom(speaker);
  await vi.waitFor(async () => expect(await listener.packetsFrom(speaker)).toBeGreaterThan(before + 5), 3000);
};

describe('with a real worker', () => {
  test('a granted and intended microphone is heard, and after a cut not one more packet arrives', async () => {
    const meeting = await meet(silence);
    const [ana, bob, cyr] = meeting.clients as [SoundingClient, SoundingClient, SoundingClient];
    await ana.sound();
    await turn(meeting, anaSpeaks);
    expect(await ana.intend('microphone', true, 'turn1')).toMatchObject({ ok: true });
    await Promise.all([heard(bob, 'ana'), heard(cyr, 'ana')]);
    expect(ana.live?.microphone).toBe(true);

    await turn(meeting, silence);
    await statisticsSettle();
    expect(await Promise.all([bob.packetsDuring(400, 'ana'), cyr.packetsDuring(400, 'ana')])).toEqual([0, 0]);
    expect(ana.live?.microphone).toBe(false);
  });

  test('the oracle sees: with a plane that never cuts, packets go on arriving', async () => {
    const meeting = await meet(silence);
    const broken = { ...meeting, plane: { ...meeting.plane, cut: async () => {}, reconcile: () => {} } };
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await turn(meeting, anaSpeaks);
    await ana.intend('microphone', true, 'turn1');
    await heard(bob, 'ana');

    await turn(broken, silence);
    await statisticsSettle();
    expect(await bob.packetsDuring(400, 'ana')).toBeGreaterThan(0);
  });

  test('a grant of the same speaker later opens nothing without a new act', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await ana.intend('microphone', true, 'turn1');
    await heard(bob, 'ana');
    await turn(meeting, silence);
    await turn(meeting, new HandRights(inside, [['ana', 'microphone', 'turn2']]));
    await statisticsSettle();
    expect(await bob.packetsDuring(300, 'ana')).toBe(0);
    expect(await ana.intend('microphone', true, 'turn1')).toEqual({ ok: false, code: 'media.notGranted' });
    expect(await ana.intend('microphone', true, 'turn2')).toMatchObject({ ok: true });
    await heard(bob, 'ana');
  });

  test('a failed append restores what was cut, intent included', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await ana.intend('microphone', true, 'turn1');
    await heard(bob, 'ana');
    await meeting.plane.cut(silence);
    expect(await ana.intend('microphone', true, 'turn1')).toEqual({ ok: false, code: 'media.notGranted' });
    await statisticsSettle();
    expect(await bob.packetsDuring(200, 'ana')).toBe(0);
    meeting.plane.reconcile();
    await heard(bob, 'ana');
  });

  test('who leaves receives nothing more, the others do', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob, cyr] = meeting.clients as [SoundingClient, SoundingClient, SoundingClient];
    await ana.sound();
    await ana.intend('microphone', true, 'turn1');
    await Promise.all([heard(bob, 'ana'), heard(cyr, 'ana')]);
    const left = new HandRights(['ana', 'cyr'], [['ana', 'microphone', 'turn1']]);
    await turn(meeting, left);
    await statisticsSettle();
    const [toBob, toCyr] = await Promise.all([bob.packetsDuring(300, 'ana'), cyr.packetsDuring(300, 'ana')]);
    expect([toBob, toCyr > 0]).toEqual([0, true]);
    // Nothing of who has left stays on the router.
    await expect(bob.sound()).rejects.toThrow('media.unknownTransport');
  });

  test('a worker killed by -9 is replaced on its port, and the speaker is heard again', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await ana.intend('microphone', true, 'turn1');
    await heard(bob, 'ana');
    const killedAt = performance.now();
    process.kill(pool.pick().running?.worker.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(bob.pushes.at(-1)).toEqual({ kind: 'lost' }), { timeout: 3000, interval: 5 });
    for (const client of meeting.clients) client.close();
    await Promise.all(meeting.clients.map((client) => client.join()));
    await ana.sound();
    expect(await ana.intend('microphone', true, 'turn1')).toMatchObject({ ok: true });
    await heard(bob, 'ana');
    expect(performance.now() - killedAt).toBeLessThan(5000);
  });

  test('a worker that does not confirm a cut within 200 ms is killed, and the turn goes on', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await ana.intend('microphone', true, 'turn1');
    await heard(bob, 'ana');
    const { pid } = pool.pick().running?.worker ?? { pid: 0 };
    process.kill(pid, 'SIGSTOP');
    const startedAt = performance.now();
    await turn(meeting, silence);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(() => execFileSync('kill', ['-0', String(pid)], { stdio: 'ignore' })).toThrow('kill -0');
    await vi.waitFor(() => expect(bob.pushes.at(-1)).toEqual({ kind: 'lost' }), 3000);
  });

  test('levels go to those who hear, at most four a second, and name nobody who is silenced', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await ana.intend('microphone', true, 'turn1');
    await heard(bob, 'ana');
    await sleep(1000);
    const pulses = () => meeting.pulses.get('bob-1') ?? [];
    expect(pulses().length).toBeLessThanOrEqual(6);
    const anaAlone = { speaker: 'ana', levels: [{ member: 'ana', level: expect.any(Number) }] };
    await vi.waitFor(() => expect(pulses().at(-1)).toEqual(anaAlone), 3000);
    await turn(meeting, silence);
    await sleep(600);
    expect(meeting.pulses.get('bob-1')?.at(-1)).toEqual({ speaker: null, levels: [] });
  });

  test('media is offered over UDP and TCP on the port of the worker', async () => {
    const { clients } = await meet(anaSpeaks);
    const [ana] = clients as [SoundingClient];
    await ana.ask({ method: 'capabilities' });
    const { value } = (await ana.ask({ method: 'createTransport', direction: 'send' })) as { ok: true; value: object };
    expect(value).toMatchObject({
      iceCandidates: [
        { protocol: 'udp', port: firstPort },
        { protocol: 'tcp', port: firstPort, tcpType: 'passive' },
      ],
    });
  });

  test('what mediasoup cannot read is refused, one thing after another, and the worker serves on', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.ask({ method: 'capabilities' });
    const reply = await ana.ask({ method: 'createTransport', direction: 'send' });
    const transport = reply.ok && 'id' in reply.value ? reply.value.id : '';
    expect(await ana.ask({ method: 'createTransport', direction: 'send' })).toEqual(refusal('media.tooMany'));
    for (const dtlsParameters of garbage) {
      const answer = await ana.ask({ method: 'connectTransport', transport, dtlsParameters });
      expect(answer).toEqual(refusal('media.malformed'));
    }
    for (const rtpParameters of garbage) {
      const answer = await ana.ask({
        method: 'produce',
        transport,
        source: 'microphone',
        kind: 'audio',
        rtpParameters,
      });
      expect(answer).toEqual(refusal('media.malformed'));
    }
    for (const rtpCapabilities of garbage.filter((one) => Object.keys(one).length > 0)) {
      await ana.ask({ method: 'receive', rtpCapabilities });
    }
    await ana.join();
    await ana.sound();
    expect(await ana.intend('microphone', true, 'turn1')).toMatchObject({ ok: true });
    await heard(bob, 'ana');
  });

  test('asks for nothing in the name of a connection that is not the member’s own', async () => {
    const { plane } = await meet(anaSpeaks);
    const stranger = new SoundingClient(plane, 'ana', 'another-connection');
    expect(await stranger.ask({ method: 'capabilities' })).toEqual(refusal('media.unavailable'));
  });

  test('a microphone is not taken from somebody who is not inside, nor a second one from somebody who is', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await expect(ana.sound()).rejects.toThrow('media.tooMany');
    await turn(meeting, new HandRights(['ana', 'cyr']));
    await expect(bob.sound()).rejects.toThrow('media.unknownTransport');
  });

  test('whose socket is lost goes on being heard, and is told on return what was missed', async () => {
    const meeting = await meet(anaSpeaks);
    const [ana, bob] = meeting.clients as [SoundingClient, SoundingClient];
    await ana.sound();
    await ana.intend('microphone', true, 'turn1');
    await heard(bob, 'ana');
    meeting.plane.detach('ana', 'ana-1');
    meeting.plane.detach('bob', 'bob-1');
    await statisticsSettle();
    expect(await bob.packetsDuring(300, 'ana')).toBeGreaterThan(0);
    bob.pushes.splice(0);
    meeting.plane.attach('bob', 'bob-1');
    expect(bob.pushes.map(({ kind }) => kind)).toEqual(['consumer', 'own']);
  });
});
