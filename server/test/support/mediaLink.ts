import wrtc from '@roamhq/wrtc';
import type { MediaPush, MediaReply, MediaRequest, MediaValue, TrackSource } from '@track2/shared';
import { Device } from 'mediasoup-client';
import type { Consumer, Producer, ProducerOptions, RtpParameters, Transport } from 'mediasoup-client/types';

Object.assign(globalThis, {
  RTCPeerConnection: wrtc.RTCPeerConnection,
  RTCSessionDescription: wrtc.RTCSessionDescription,
  RTCIceCandidate: wrtc.RTCIceCandidate,
  MediaStream: wrtc.MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
});

type ValueOf<M extends MediaValue['method']> = Extract<MediaValue, { method: M }>;
type Direction = 'send' | 'receive';
type TransportSetup = Parameters<Device['createSendTransport']>[0];
/** What tells somebody that a track is there to be received. */
export type Incoming = Extract<MediaPush, { kind: 'consumer' }>;
export type Track = NonNullable<ProducerOptions['track']>;

/** Which of the server's addresses a client can reach: a firewall lets TCP alone through. */
export type Network = 'open' | 'tcpOnly';

export type MediaLinkOptions = {
  ask(request: MediaRequest): Promise<MediaReply>;
  network: Network;
  onTrack(from: Incoming, consumer: Consumer): void;
};

/** As the client in the browser sends a camera. */
const cameraLayers: ProducerOptions = {
  encodings: [
    { scaleResolutionDownBy: 4, maxBitrate: 120_000 },
    { scaleResolutionDownBy: 2, maxBitrate: 350_000 },
    { scaleResolutionDownBy: 1, maxBitrate: 900_000 },
  ],
  codecOptions: { videoGoogleStartBitrate: 1500 },
};

/** The media plane turned a request away. */
export class MediaRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Device and transports of one person, by libwebrtc: real ICE, DTLS-SRTP, Opus and VP8. Lasts from one `capabilities`
 * request to the next, as in the browser. Closed by its person.
 */
export class MediaLink {
  readonly #options: MediaLinkOptions;
  readonly #device: Device;
  readonly #transports = new Map<Direction, Transport>();
  readonly #producers = new Map<TrackSource, Producer>();
  readonly #consumers = new Map<string, Consumer | 'opening'>();

  static async open(options: MediaLinkOptions): Promise<MediaLink> {
    const { rtpCapabilities } = answered('capabilities', await options.ask({ method: 'capabilities' }));
    const device = await Device.factory({ handlerName: 'Chrome111' });
    await device.load({ routerRtpCapabilities: rtpCapabilities });
    const link = new MediaLink(options, device);
    await link.#openTransport('send');
    await link.#openTransport('receive');
    return link;
  }

  private constructor(options: MediaLinkOptions, device: Device) {
    this.#options = options;
    this.#device = device;
  }

  /** From here on the server announces what there is to receive. */
  async listen(): Promise<void> {
    await this.#done({ method: 'receive', rtpCapabilities: this.#device.recvRtpCapabilities });
  }

  async take(incoming: Incoming): Promise<void> {
    const known = this.#consumers.get(incoming.id);
    if (known === 'opening') return;
    if (known === undefined) {
      this.#consumers.set(incoming.id, 'opening');
      const consumer = await this.#transport('receive').consume({
        id: incoming.id,
        producerId: incoming.producer,
        kind: incoming.mediaKind,
        rtpParameters: incoming.rtpParameters as RtpParameters,
      });
      // Announced and taken back while it was being opened.
      if (!this.#consumers.has(incoming.id)) {
        consumer.close();
        return;
      }
      this.#consumers.set(incoming.id, consumer);
      this.#options.onTrack(incoming, consumer);
    }
    await this.#options.ask({ method: 'consumerReady', consumer: incoming.id });
  }

  drop(id: string): void {
    const consumer = this.#consumers.get(id);
    if (typeof consumer === 'object') consumer.close();
    this.#consumers.delete(id);
  }

  /** Sends a track from here on. Rejects with the server's refusal. */
  async send(source: TrackSource, track: Track): Promise<Producer> {
    const producer = await this.#transport('send').produce({
      ...(source === 'camera' ? structuredClone(cameraLayers) : {}),
      track,
      stopTracks: false,
      appData: { source },
    });
    this.#producers.set(source, producer);
    return producer;
  }

  producer(source: TrackSource): Producer {
    const producer = this.#producers.get(source);
    if (producer === undefined) throw new Error(`sends no ${source}`);
    return producer;
  }

  /** The request by which a second track of that source would be sent beside the first, or on another's transport. */
  secondOf(source: TrackSource, on: MediaLink = this): Extract<MediaRequest, { method: 'produce' }> {
    const { kind, rtpParameters } = this.producer(source);
    const encodings = rtpParameters.encodings?.map((one) => ({ ...one, ssrc: 1_234_567 }));
    const second = { ...rtpParameters, mid: '99', encodings };
    return { method: 'produce', transport: on.#transport('send').id, source, kind, rtpParameters: second };
  }

  /** After a lost socket: seeks the way anew and says which consumers stand. */
  async resume(): Promise<void> {
    for (const transport of this.#transports.values()) {
      const reply = await this.#options.ask({ method: 'restartIce', transport: transport.id });
      await transport.restartIce({ iceParameters: answered('restartIce', reply).iceParameters as never });
    }
    for (const id of this.#consumers.keys()) await this.#options.ask({ method: 'consumerReady', consumer: id });
  }

  /** Packets received so far, by SSRC. */
  async arrived(): Promise<Map<number, number>> {
    const counts = new Map<number, number>();
    for (const stat of (await this.#transport('receive').getStats()).values()) {
      if (stat.type === 'inbound-rtp') counts.set(stat.ssrc, stat.packetsReceived);
    }
    return counts;
  }

  /** How much has left so far: packets of sound, or pictures (in the layer that has sent most of them). */
  async sent(kind: 'audio' | 'video'): Promise<number> {
    let most = 0;
    for (const stat of (await this.#transport('send').getStats()).values()) {
      if (stat.type !== 'outbound-rtp' || stat.kind !== kind) continue;
      most = Math.max(most, kind === 'audio' ? stat.packetsSent : stat.framesSent);
    }
    return most;
  }

  /** By which protocol each transport's packets go. */
  async protocols(): Promise<string[]> {
    return Promise.all(
      [...this.#transports.values()].map(async (transport) => {
        const stats = [...(await transport.getStats()).values()];
        const { selectedCandidatePairId } = stats.find(({ type }) => type === 'transport') ?? {};
        const pair = stats.find(({ id }) => id === selectedCandidatePairId);
        return stats.find(({ id }) => id === pair?.localCandidateId)?.protocol ?? 'none';
      }),
    );
  }

  close(): void {
    for (const transport of this.#transports.values()) transport.close();
  }

  #transport(direction: Direction): Transport {
    const transport = this.#transports.get(direction);
    if (transport === undefined) throw new Error('not open');
    return transport;
  }

  async #openTransport(direction: Direction): Promise<void> {
    const reply = await this.#options.ask({ method: 'createTransport', direction });
    const { method: _, ...offered } = answered('createTransport', reply);
    // The protocol leaves mediasoup's own objects opaque; mediasoup checks them.
    const setup = offered as TransportSetup;
    if (this.#options.network === 'tcpOnly') {
      setup.iceCandidates = setup.iceCandidates.filter(({ protocol }) => protocol === 'tcp');
    }
    const transport =
      direction === 'send' ? this.#device.createSendTransport(setup) : this.#device.createRecvTransport(setup);
    transport.on('connect', ({ dtlsParameters }, callback, errback) => {
      this.#done({ method: 'connectTransport', transport: transport.id, dtlsParameters }).then(callback, errback);
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, callback, errback) => {
      const source = appData.source as TrackSource;
      this.#options
        .ask({ method: 'produce', transport: transport.id, source, kind, rtpParameters })
        .then((reply) => callback({ id: answered('produce', reply).id }))
        .catch(errback);
    });
    this.#transports.set(direction, transport);
  }

  async #done(request: MediaRequest): Promise<void> {
    answered('done', await this.#options.ask(request));
  }
}

function answered<M extends MediaValue['method']>(method: M, reply: MediaReply): ValueOf<M> {
  if (!reply.ok) throw new MediaRefused(reply.code);
  if (reply.value.method !== method) throw new Error(`answered with ${reply.value.method}`);
  return reply.value as ValueOf<M>;
}
