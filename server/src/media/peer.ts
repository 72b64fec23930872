import type {
  Grant,
  Id,
  IntentSource,
  MediaPush,
  MediaRefusalCode,
  MediaReply,
  MediaRequest,
  TrackSource,
} from '@track2/shared';
import { WorkerClosedError } from 'mediasoup/errors';
import { validateAndNormalizeRtpCapabilities } from 'mediasoup/ortc';
import type { RtpCapabilities, RtpParameters } from 'mediasoup/types';
import { readDtls } from './dtls.ts';
import { layerForWidth } from './routerOptions.ts';
import type { SfuConsumer, SfuTransport } from './sfu.ts';
import { Valve } from './valve.ts';
import { kindOf } from './wanted.ts';

type RequestOf<M extends MediaRequest['method']> = Extract<MediaRequest, { method: M }>;
type Direction = RequestOf<'createTransport'>['direction'];

/** A track that a member sends. */
export type Sent = { readonly id: string; readonly source: TrackSource; readonly valve: Valve };

/** A track that a viewer receives. */
export type Received = {
  readonly consumer: SfuConsumer;
  readonly valve: Valve;
  readonly producer: string;
  readonly from: Id;
  readonly source: TrackSource;
  /** The client has its receiving end ready; nothing is sent to it before. */
  ready: boolean;
  /** The simulcast layer asked for last. */
  layer: number | null;
};

/** Which of a member's own sources the worker forwards, as it confirmed. */
export type LiveFlags = Record<IntentSource, boolean>;

export const refused = (code: MediaRefusalCode): MediaReply => ({ ok: false, code });
export const done: MediaReply = { ok: true, value: { method: 'done' } };

const layersAtMost = 3;
const closedRemembered = 200;

/** mediasoup checks what clients send it and throws; that is the client's mistake unless the worker is gone. */
const refusalOf = (error: unknown): MediaReply =>
  refused(error instanceof WorkerClosedError ? 'media.unavailable' : 'media.malformed');

/**
 * One member's media from one `capabilities` request to the next: transports, tracks sent and received, intents.
 * It does what it is told; what may flow is the reconciler's. Closed by the meeting's media plane.
 */
export class Peer {
  readonly member: Id;
  /** At most one track for each source. */
  readonly sent = new Map<TrackSource, Sent>();
  /** By producer. `making` and `impossible` keep a consumer from being made twice, or tried for ever. */
  readonly received = new Map<string, Received | 'making' | 'impossible'>();
  /** The grant that each intent was stated for. */
  readonly intents = new Map<IntentSource, Grant>();
  readonly #openTransport: (direction: Direction) => Promise<SfuTransport>;
  readonly #transports = new Map<Direction, SfuTransport | 'opening'>();
  readonly #starting = new Set<TrackSource>();
  readonly #closedLately = new Set<string>();
  #rtpCapabilities: RtpCapabilities | null = null;
  #widths: ReadonlyMap<string, number> = new Map();
  #closed = false;

  constructor(member: Id, openTransport: (direction: Direction) => Promise<SfuTransport>) {
    this.member = member;
    this.#openTransport = openTransport;
  }

  /** The ids of its transports. */
  get transports(): string[] {
    return [...this.#transports.values()].flatMap((transport) => (transport === 'opening' ? [] : [transport.id]));
  }

  get canReceive(): boolean {
    return this.#rtpCapabilities !== null && this.#usable('receive') !== null;
  }

  /** The layer that fills the tile which shows this track, or null when no tile does. */
  layerFor(from: Id, source: TrackSource): number | null {
    const width = this.#widths.get(`${from} ${source}`) ?? 0;
    return width === 0 ? null : layerForWidth(width);
  }

  look({ tiles }: RequestOf<'view'>): void {
    this.#widths = new Map(tiles.map((tile) => [`${tile.member} ${tile.source}`, tile.width]));
  }

  async createTransport({ direction }: RequestOf<'createTransport'>): Promise<MediaReply> {
    if (this.#transports.has(direction)) return refused('media.tooMany');
    this.#transports.set(direction, 'opening');
    try {
      const transport = await this.#openTransport(direction);
      if (this.#closed) {
        transport.close();
        return refused('media.unavailable');
      }
      this.#transports.set(direction, transport);
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { ok: true, value: { method: 'createTransport', id, iceParameters, iceCandidates, dtlsParameters } };
    } catch {
      // The client has no part in it: the worker is gone, or has no room.
      this.#transports.delete(direction);
      return refused('media.unavailable');
    }
  }

  async connectTransport({ transport: id, dtlsParameters }: RequestOf<'connectTransport'>): Promise<MediaReply> {
    const transport = this.#transportById(id);
    if (transport === null) return refused('media.unknownTransport');
    const dtls = readDtls(dtlsParameters);
    if (dtls === null) return refused('media.malformed');
    try {
      await transport.connect({ dtlsParameters: dtls });
      return done;
    } catch (error) {
      return refusalOf(error);
    }
  }

  async restartIce({ transport: id }: RequestOf<'restartIce'>): Promise<MediaReply> {
    const transport = this.#transportById(id);
    if (transport === null) return refused('media.unknownTransport');
    try {
      return { ok: true, value: { method: 'restartIce', iceParameters: await transport.restartIce() } };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Takes a track in, paused. */
  async produce({ transport: id, source, kind, rtpParameters }: RequestOf<'produce'>): Promise<MediaReply> {
    const transport = this.#usable('send');
    if (transport?.id !== id) return refused('media.unknownTransport');
    if (kind !== kindOf(source)) return refused('media.malformed');
    const { encodings } = rtpParameters;
    if (Array.isArray(encodings) && encodings.length > layersAtMost) return refused('media.malformed');
    if (this.sent.has(source) || this.#starting.has(source)) return refused('media.tooMany');
    this.#starting.add(source);
    try {
      // The cast is mediasoup's to check: produce() validates every field and throws.
      const parameters = rtpParameters as unknown as RtpParameters;
      const producer = await transport.produce({ kind, rtpParameters: parameters, paused: true });
      const valve = new Valve(producer, 'shut');
      if (this.#closed) {
        valve.close();
        return refused('media.unavailable');
      }
      this.sent.set(source, { id: producer.id, source, valve });
      return { ok: true, value: { method: 'produce', id: producer.id } };
    } catch (error) {
      return refusalOf(error);
    } finally {
      this.#starting.delete(source);
    }
  }

  sentById(id: string): Sent | undefined {
    return [...this.sent.values()].find((sent) => sent.id === id);
  }

  receivedById(id: string): Received | undefined {
    return [...this.received.values()].find(
      (received): received is Received => typeof received === 'object' && received.consumer.id === id,
    );
  }

  /** Says what the client can decode. From here on consumers are made for it. */
  receive({ rtpCapabilities }: RequestOf<'receive'>): MediaReply {
    try {
      const capabilities = structuredClone(rtpCapabilities) as unknown as RtpCapabilities;
      validateAndNormalizeRtpCapabilities(capabilities);
      this.#rtpCapabilities = capabilities;
    } catch (error) {
      return refusalOf(error);
    }
    return done;
  }

  /** Makes the receiving side of somebody's track, paused. Null when this client cannot decode it or is gone. */
  async consume(sent: Sent, from: Id): Promise<Received | null> {
    const transport = this.#usable('receive');
    if (transport === null || this.#rtpCapabilities === null) return null;
    const rtpCapabilities = this.#rtpCapabilities;
    const consumer = await transport.consume({ producerId: sent.id, rtpCapabilities, paused: true });
    const valve = new Valve(consumer, 'shut');
    if (this.#closed) {
      valve.close();
      return null;
    }
    return { consumer, valve, producer: sent.id, from, source: sent.source, ready: false, layer: null };
  }

  /** A consumer that is no more; the client may have missed the news if its socket was being lost. */
  rememberClosed(consumer: string): void {
    this.#closedLately.add(consumer);
    const [oldest] = this.#closedLately;
    if (this.#closedLately.size > closedRemembered && oldest !== undefined) this.#closedLately.delete(oldest);
  }

  /** All that a client has to know which may have missed some: what it knows already changes nothing for it. */
  *news(): Generator<MediaPush> {
    for (const id of this.#closedLately) yield { kind: 'consumerClosed', id };
    for (const received of this.received.values()) if (typeof received === 'object') yield consumerPush(received);
    yield { kind: 'own', live: liveFlags(this) };
  }

  /** Its transports take every producer and consumer with them. Idempotent. */
  close(): void {
    this.#closed = true;
    for (const transport of this.#transports.values()) if (transport !== 'opening') transport.close();
    this.#transports.clear();
  }

  #usable(direction: Direction): SfuTransport | null {
    const transport = this.#transports.get(direction);
    return transport === undefined || transport === 'opening' ? null : transport;
  }

  #transportById(id: string): SfuTransport | null {
    return [this.#usable('send'), this.#usable('receive')].find((transport) => transport?.id === id) ?? null;
  }
}

export const consumerPush = ({ consumer, producer, from, source }: Received): MediaPush => ({
  kind: 'consumer',
  id: consumer.id,
  producer,
  member: from,
  source,
  mediaKind: kindOf(source),
  rtpParameters: consumer.rtpParameters,
});

export function liveFlags({ sent }: Pick<Peer, 'sent'>): LiveFlags {
  const isOpen = (source: IntentSource) => sent.get(source)?.valve.isOpen ?? false;
  return { microphone: isOpen('microphone'), camera: isOpen('camera'), screen: isOpen('screen') };
}
