import type { Id, MediaPush } from '@track2/shared';
import type { BaseLogger } from 'pino';
import type { MediaRights } from './mediaPlane.ts';
import { consumerPush, type LiveFlags, liveFlags, type Peer, type Received, type Sent } from './peer.ts';
import { isGone, type Valve } from './valve.ts';
import {
  grantedAs,
  isLive,
  isSameGrant,
  kindOf,
  type RightsNow,
  rightsNow,
  type WantedConsumer,
  wantedConsumer,
  whatBothAllow,
} from './wanted.ts';

export type ReconcilerOptions = {
  /** The members' media, by member. Added to and taken from by the media plane. */
  peers: ReadonlyMap<Id, Peer>;
  rights: MediaRights;
  push(member: Id, push: MediaPush): void;
  /** Ends the worker; resolves when it is dead. */
  kill(): Promise<void>;
  log: BaseLogger;
};

/** A cut that the worker has not confirmed in this time is made by ending the worker. */
export const cutTakesAtMostMs = 200;

/**
 * How many permissive calls are with the worker at a time. A cut never waits behind more than these, however
 * many cameras are being shown to however many viewers at that moment.
 */
const callsAtOnce = 16;

type Step = { order: number; run(): Promise<void> };

/**
 * Makes mediasoup agree with the rights, by comparing what should be with what is, whatever happened last.
 *
 * - What must stop is stopped in the very call that learns of it, never queued (`#shutNow`).
 * - What may start is planned anew after each wait and called in the same stretch in which it was planned
 *   (`#pass`). So nothing planned before a cut is called after it: a cut needs no queue to clear.
 *
 * Lives as long as its media plane and holds nothing to close.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  /** Every stop that the worker has not confirmed yet, of peers that are gone too. */
  readonly #unconfirmed = new Set<Promise<void>>();
  readonly #told = new WeakMap<Peer, LiveFlags>();
  /** What a cut allows, until the state that it was made for is swapped in or given up. */
  #cut: MediaRights | null = null;
  #passing = false;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
  }

  /** What is allowed at this moment: by the state, and by the next state while a cut is in force. */
  get rights(): MediaRights {
    return this.#cut ?? this.#options.rights;
  }

  /** Withholds what `next` withholds, from this call on. Resolves when nothing of it can leave any more. */
  cut(next: MediaRights): Promise<void> {
    this.#cut = whatBothAllow(this.rights, next);
    this.#shutNow();
    return this.confirmed();
  }

  /** The state is another one, or stays after all: ends intents whose grant ended, and follows. */
  follow(): void {
    this.#cut = null;
    const { peers, rights } = this.#options;
    for (const peer of peers.values()) {
      const grant = rights.grant(peer.member);
      for (const [source, intended] of peer.intents) {
        if (!isSameGrant(grant[source], intended)) peer.intents.delete(source);
      }
    }
    this.nudge();
  }

  /** Something else than the state changed: a track, an intent, a tile. */
  nudge(): void {
    this.#shutNow();
    void this.confirmed(); // not awaited: it rejects never, and ends the worker by itself when it must
    if (!this.#passing) void this.#pass(); // likewise
  }

  /** Ends a track that is no longer among what its peer sends. */
  async stop({ valve }: Sent): Promise<void> {
    this.#shut(valve);
    await this.confirmed();
    valve.close();
  }

  /** Stops what a peer sends before it is closed, so that a cut right after has something to wait for. */
  retire(peer: Peer): void {
    for (const { valve } of peer.sent.values()) this.#shut(valve);
    peer.close();
  }

  /** Resolves when the worker has confirmed every stop asked so far, or is dead. */
  async confirmed(): Promise<void> {
    if (this.#unconfirmed.size === 0) return;
    const stopped = Promise.all(this.#unconfirmed).then(() => true as const);
    const late = Promise.withResolvers<false>();
    const timer = setTimeout(() => late.resolve(false), cutTakesAtMostMs);
    try {
      if (await Promise.race([stopped, late.promise])) return;
      this.#options.log.error('media worker did not confirm a cut in time');
    } catch (error) {
      // Neither paused nor closed as far as anybody knows; the boundary where media fails closed.
      this.#options.log.error({ err: error }, 'media worker refused a cut');
    } finally {
      clearTimeout(timer);
    }
    this.#unconfirmed.clear();
    await this.#options.kill();
  }

  #shut(valve: Valve): void {
    if (!valve.mayFlow) return;
    const confirmation = valve.shut();
    if (this.#unconfirmed.has(confirmation)) return;
    this.#unconfirmed.add(confirmation);
    const forget = () => this.#unconfirmed.delete(confirmation);
    void confirmation.then(forget, forget); // a failure is told to whoever waits in `confirmed`
  }

  /**
   * Stops every source that is not live, and every viewer who may not receive one that is. A viewer's end of a
   * source that stops as a whole is left to the pass: one call stops it for all.
   */
  #shutNow(): void {
    const { peers } = this.#options;
    const now = rightsNow(this.rights, peers.keys());
    for (const peer of peers.values()) {
      for (const sent of peer.sent.values()) if (!isLiveNow(now, peer, sent)) this.#shut(sent.valve);
    }
    for (const [viewer, owner, sent] of pairs(peers)) {
      const received = viewer.received.get(sent.id);
      if (typeof received !== 'object' || !received.valve.mayFlow || !sent.valve.isOpening) continue;
      if (!wantedNow(now, viewer, owner, sent).flows) this.#shut(received.valve);
    }
  }

  async #pass(): Promise<void> {
    this.#passing = true;
    try {
      for (;;) {
        const steps = this.#plan();
        this.#tellOwn();
        if (steps.length === 0) return;
        await Promise.all(steps.slice(0, callsAtOnce).map((step) => step.run()));
      }
    } catch (error) {
      // The boundary where media fails closed: nobody knows what flows, so nothing may.
      this.#options.log.error({ err: error }, 'media could not follow the state');
      void this.#options.kill(); // `lost` tells the clients
    } finally {
      this.#passing = false;
    }
  }

  /** The calls that are missing, in the order of their worth: voices before pictures, listening before speaking. */
  #plan(): Step[] {
    const { peers } = this.#options;
    const now = rightsNow(this.rights, peers.keys());
    const steps: Step[] = [];
    for (const peer of peers.values()) {
      this.#dropClosed(peer);
      for (const { valve, ...sent } of peer.sent.values()) {
        if (!isLiveNow(now, peer, sent) || valve.isOpening) continue;
        steps.push({ order: kindOf(sent.source) === 'audio' ? 2 : 5, run: () => valve.open() });
      }
    }
    for (const [viewer, owner, sent] of pairs(peers)) {
      const step = this.#stepFor(viewer, owner, sent, wantedNow(now, viewer, owner, sent));
      if (step !== null) steps.push(step);
    }
    return steps.toSorted((a, b) => a.order - b.order);
  }

  #stepFor(viewer: Peer, owner: Peer, sent: Sent, wanted: WantedConsumer): Step | null {
    const received = viewer.received.get(sent.id);
    const isAudio = kindOf(sent.source) === 'audio';
    if (received === undefined) {
      if (!wanted.made || !viewer.canReceive) return null;
      return { order: isAudio ? 3 : 6, run: () => this.#make(viewer, owner, sent) };
    }
    if (typeof received !== 'object') return null;
    const { valve } = received;
    if (!wanted.kept) return { order: 8, run: () => this.#unmake(viewer, received) };
    const layer = isAudio ? null : viewer.layerFor(owner.member, sent.source);
    const shows = isAudio || layer !== null;
    if (wanted.flows && received.ready && shows) {
      if (layer !== null && layer !== received.layer) return { order: 4, run: () => setLayer(received, layer) };
      return valve.isOpening ? null : { order: isAudio ? 1 : 4, run: () => valve.open() };
    }
    return valve.isOpening ? { order: 7, run: () => this.#settle(valve) } : null;
  }

  async #make(viewer: Peer, owner: Peer, sent: Sent): Promise<void> {
    viewer.received.set(sent.id, 'making');
    let received: Received | null = null;
    try {
      received = await viewer.consume(sent, owner.member);
    } catch (error) {
      // Its producer or its transport went away meanwhile, or this client cannot decode the track.
      if (!isGone(error)) this.#options.log.warn({ err: error, member: viewer.member }, 'no consumer');
    }
    viewer.received.set(sent.id, received ?? 'impossible');
    if (received !== null) this.#options.push(viewer.member, consumerPush(received));
  }

  async #unmake(viewer: Peer, received: Received): Promise<void> {
    await this.#settle(received.valve);
    received.valve.close();
    this.#forget(viewer, received);
  }

  /** Shuts under the same watch as a cut, and waits, so that tidying up does not crowd the worker either. */
  async #settle(valve: Valve): Promise<void> {
    this.#shut(valve);
    await this.confirmed();
  }

  #forget(viewer: Peer, received: Received): void {
    viewer.received.delete(received.producer);
    viewer.rememberClosed(received.consumer.id);
    this.#options.push(viewer.member, { kind: 'consumerClosed', id: received.consumer.id });
  }

  /** Takes out what closed by itself: tracks that could not be switched, and the viewers' ends of tracks that ended. */
  #dropClosed(peer: Peer): void {
    for (const sent of peer.sent.values()) if (sent.valve.isClosed) peer.sent.delete(sent.source);
    for (const [producer, received] of peer.received) {
      const owner = typeof received === 'object' ? this.#options.peers.get(received.from) : undefined;
      if (typeof received !== 'object') {
        if (received === 'impossible' && !this.#isSent(producer)) peer.received.delete(producer);
      } else if (received.valve.isClosed || owner?.sentById(producer) === undefined) {
        received.valve.close();
        this.#forget(peer, received);
      }
    }
  }

  #isSent(producer: string): boolean {
    return [...this.#options.peers.values()].some((peer) => peer.sentById(producer) !== undefined);
  }

  /** Tells each client which of its own sources is forwarded, when that changed. */
  #tellOwn(): void {
    for (const peer of this.#options.peers.values()) {
      const live = liveFlags(peer);
      const told = this.#told.get(peer) ?? { microphone: false, camera: false, screen: false };
      if (live.microphone === told.microphone && live.camera === told.camera && live.screen === told.screen) continue;
      this.#told.set(peer, live);
      this.#options.push(peer.member, { kind: 'own', live });
    }
  }
}

function* pairs(peers: ReadonlyMap<Id, Peer>): Generator<[viewer: Peer, owner: Peer, sent: Sent]> {
  for (const viewer of peers.values()) {
    for (const owner of peers.values()) {
      if (owner === viewer) continue;
      for (const sent of owner.sent.values()) yield [viewer, owner, sent];
    }
  }
}

function isLiveNow(now: RightsNow, peer: Peer, { source }: Pick<Sent, 'source'>): boolean {
  const rights = now.get(peer.member);
  return rights !== undefined && isLive(rights.grant, peer.intents, source);
}

function wantedNow(now: RightsNow, viewer: Peer, owner: Peer, sent: Sent): WantedConsumer {
  return wantedConsumer({
    source: sent.source,
    live: isLiveNow(now, owner, sent),
    grant: now.get(owner.member)?.grant[grantedAs(sent.source)] ?? null,
    hears: now.get(viewer.member)?.hears ?? [],
  });
}

async function setLayer(received: Received, layer: number): Promise<void> {
  received.layer = layer;
  try {
    await received.consumer.setPreferredLayers({ spatialLayer: layer });
  } catch (error) {
    // A consumer that went away meanwhile needs no layer.
    if (!isGone(error)) throw error;
  }
}
