import type { Id, MediaPush, MediaReply, MediaRequest } from '@track2/shared';
import type { Router } from 'mediasoup/types';
import { GhostWatch } from './ghostWatch.ts';
import { Levels, type Voice } from './levels.ts';
import type { MediaPlane, MediaPlaneOptions } from './mediaPlane.ts';
import { done, Peer, refused } from './peer.ts';
import { Reconciler } from './reconciler.ts';
import { incomingBitsPerSecond, routerOptions, transportOptions } from './routerOptions.ts';
import type { SfuTransport } from './sfu.ts';
import { isLive } from './wanted.ts';
import type { MediaWorker, WorkerChange, WorkerPool } from './workerPool.ts';

/** The router and what listens in on it, or nothing while the worker is being replaced. */
type Running = { router: Router; levels: Levels };

type PeerRequest = Exclude<MediaRequest, { method: 'capabilities' }>;

/**
 * The media of one meeting on mediasoup: one router on one worker.
 *
 * A client starts with `capabilities`, which makes it a new peer and closes the transports of the one before; a
 * lost socket does not. After the loss of a socket it takes up its transports again (`restartIce` on each), and
 * starts anew when the answer is `media.unknownTransport` or when it is told `lost`.
 *
 * Closes: the meeting's host closes this, this closes its peers and its router, the router everything on it. When
 * the worker dies all of it is gone at once; the clients are told when there is a router again.
 */
export class MeetingMedia implements MediaPlane {
  readonly #options: MediaPlaneOptions;
  readonly #worker: MediaWorker;
  readonly #peers = new Map<Id, Peer>();
  readonly #connections = new Map<Id, string>();
  readonly #reconciler: Reconciler;
  readonly #unwatch: () => void;
  readonly #ghosts: GhostWatch;
  #running: Running | null = null;
  #closed = false;

  static async create(options: MediaPlaneOptions & { pool: WorkerPool }): Promise<MeetingMedia> {
    const media = new MeetingMedia(options, options.pool.pick());
    await media.#open();
    return media;
  }

  private constructor(options: MediaPlaneOptions, worker: MediaWorker) {
    this.#options = options;
    this.#worker = worker;
    this.#reconciler = new Reconciler({
      peers: this.#peers,
      rights: options.rights,
      push: (member, push) => this.#push(member, push),
      kill: () => worker.kill(),
      log: options.log,
    });
    this.#unwatch = worker.watch((change) => this.#onWorker(change));
    this.#ghosts = new GhostWatch({
      transports: async () => (await this.#running?.router.dump())?.transportIds ?? null,
      onRoster: () => this.#transportsInside(),
      kill: () => worker.kill(),
      log: options.log,
    });
  }

  attach(member: Id, connection: string): void {
    this.#connections.set(member, connection);
    const peer = this.#peers.get(member);
    if (peer) for (const push of peer.news()) this.#push(member, push);
    // Nothing is left of what this client may still hold, after a restart of this process or of the worker.
    else this.#push(member, { kind: 'lost' });
  }

  detach(member: Id, connection: string): void {
    if (this.#connections.get(member) !== connection) return;
    this.#connections.delete(member);
    this.#dropStrangers();
  }

  async request(member: Id, connection: string, request: MediaRequest): Promise<MediaReply> {
    if (this.#connections.get(member) !== connection) return refused('media.unavailable');
    if (this.#running === null) return refused('media.unavailable');
    if (request.method === 'capabilities') {
      // The lobby has no media: no transport, and nothing of the worker's, for somebody who may never be admitted.
      return this.#isInside(member) ? this.#begin(member, this.#running.router) : refused('media.notInside');
    }
    const peer = this.#peers.get(member);
    if (peer === undefined) return refused('media.unknownTransport');
    return this.#answer(peer, request);
  }

  cut(next: MediaPlaneOptions['rights']): Promise<void> {
    return this.#reconciler.cut(next);
  }

  reconcile(): void {
    if (this.#closed) return;
    this.#dropStrangers();
    this.#reconciler.follow();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#unwatch();
    this.#ghosts.close();
    for (const peer of this.#peers.values()) this.#reconciler.retire(peer);
    this.#peers.clear();
    this.#connections.clear();
    await this.#reconciler.confirmed();
    this.#running?.router.close();
    this.#running = null;
  }

  #begin(member: Id, router: Router): MediaReply {
    const before = this.#peers.get(member);
    if (before) this.#reconciler.retire(before);
    this.#peers.set(member, new Peer(member, (direction) => this.#openTransport(direction)));
    if (before) this.#reconciler.nudge();
    return { ok: true, value: { method: 'capabilities', rtpCapabilities: router.rtpCapabilities } };
  }

  async #answer(peer: Peer, request: PeerRequest): Promise<MediaReply> {
    switch (request.method) {
      case 'createTransport':
        return this.#then(await peer.createTransport(request));
      case 'connectTransport':
        return peer.connectTransport(request);
      case 'restartIce':
        return peer.restartIce(request);
      case 'produce':
        return this.#produce(peer, request);
      case 'closeProducer':
        return this.#closeProducer(peer, request.producer);
      case 'intent':
        return this.#intend(peer, request);
      case 'receive':
        return this.#then(peer.receive(request));
      case 'view':
        peer.look(request);
        return this.#then(done);
      case 'consumerReady': {
        const received = peer.receivedById(request.consumer);
        if (received === undefined) return refused('media.unknownConsumer');
        received.ready = true;
        return this.#then(done);
      }
    }
  }

  #then(reply: MediaReply): MediaReply {
    if (reply.ok) this.#reconciler.nudge();
    return reply;
  }

  async #produce(peer: Peer, request: Extract<MediaRequest, { method: 'produce' }>): Promise<MediaReply> {
    if (!this.#isInside(peer.member)) return refused('media.notInside');
    const reply = await peer.produce(request);
    if (reply.ok && reply.value.method === 'produce') {
      if (request.source === 'microphone') await this.#measure(reply.value.id);
      this.#reconciler.nudge();
    }
    return reply;
  }

  async #measure(producer: string): Promise<void> {
    try {
      await this.#running?.levels.add(producer);
    } catch (error) {
      // Closed again at once, or the worker is gone. Nobody is the less heard for a missing level.
      this.#options.log.debug({ err: error }, 'no level for a microphone');
    }
  }

  async #closeProducer(peer: Peer, id: string): Promise<MediaReply> {
    const sent = peer.sentById(id);
    if (sent === undefined) return refused('media.unknownProducer');
    // Its intent ends with it: what the client sends in its place waits for a new one.
    if (sent.source !== 'screenAudio') peer.intents.delete(sent.source);
    peer.sent.delete(sent.source);
    await this.#reconciler.stop(sent);
    return this.#then(done);
  }

  async #intend(peer: Peer, { source, on, grant: named }: Extract<MediaRequest, { method: 'intent' }>) {
    if (!on) {
      // Whatever grant it names: nobody is kept from falling silent, inside a turn neither.
      peer.intents.delete(source);
      this.#reconciler.nudge();
      await this.#reconciler.confirmed();
      return done;
    }
    const grant = this.#reconciler.rights.grant(peer.member)[source];
    if (grant === null || grant.id !== named) return refused('media.notGranted');
    peer.intents.set(source, grant);
    return this.#then(done);
  }

  #isInside(member: Id): boolean {
    return this.#reconciler.rights.hears(member).length > 0;
  }

  #transportsInside(): ReadonlySet<string> {
    const inside = [...this.#peers.values()].filter(({ member }) => this.#isInside(member));
    return new Set(inside.flatMap(({ transports }) => transports));
  }

  /** Closes the media of members who are not inside: the router has nothing but what the roster shows. */
  #dropStrangers(): void {
    for (const [member, peer] of this.#peers) {
      if (this.#isInside(member)) continue;
      this.#reconciler.retire(peer);
      this.#peers.delete(member);
    }
  }

  async #openTransport(direction: 'send' | 'receive'): Promise<SfuTransport> {
    const { webRtcServer } = this.#worker.running ?? {};
    if (this.#running === null || webRtcServer === undefined) throw new Error('the media worker is being replaced');
    const transport = await this.#running.router.createWebRtcTransport({ ...transportOptions, webRtcServer });
    if (direction === 'send') await transport.setMaxIncomingBitrate(incomingBitsPerSecond);
    return transport;
  }

  #onWorker(change: WorkerChange): void {
    const { log, meeting } = this.#options;
    if (change === 'lost') {
      log.warn({ meeting }, 'media lost');
      this.#running = null;
      for (const peer of this.#peers.values()) peer.close();
      this.#peers.clear();
      return;
    }
    this.#open().then(
      () => {
        log.info({ meeting }, 'media rebuilt');
        for (const member of this.#connections.keys()) this.#push(member, { kind: 'lost' });
      },
      // The worker died once more; `back` comes again.
      (error: unknown) => log.error({ err: error, meeting }, 'media not rebuilt'),
    );
  }

  async #open(): Promise<void> {
    const worker = this.#worker.running?.worker;
    if (worker === undefined) return;
    const router = await worker.createRouter(routerOptions);
    const levels = await Levels.create(router, {
      voiceOf: (producer) => this.#voiceOf(producer),
      send: (pulseFor) => {
        for (const [member, connection] of this.#connections) {
          const hears = this.#reconciler.rights.hears(member);
          const pulse = hears.length > 0 ? pulseFor(member, hears) : null;
          if (pulse !== null) this.#options.pulse(connection, pulse);
        }
      },
    });
    if (this.#closed) router.close();
    else this.#running = { router, levels };
  }

  #voiceOf(producer: string): Voice | null {
    for (const { member, sent, intents } of this.#peers.values()) {
      if (sent.get('microphone')?.id !== producer) continue;
      const grant = this.#reconciler.rights.grant(member);
      return grant.microphone && isLive(grant, intents, 'microphone')
        ? { member, audience: grant.microphone.audience }
        : null;
    }
    return null;
  }

  #push(member: Id, push: MediaPush): void {
    const connection = this.#connections.get(member);
    if (connection !== undefined) this.#options.push(connection, push);
  }
}
