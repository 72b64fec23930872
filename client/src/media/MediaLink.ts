import type {
  IntentSource,
  MediaPush,
  MediaRefusalCode,
  MediaReply,
  MediaRequest,
  MediaValue,
  TrackSource,
} from '@track2/shared';
import type { Consumer, Device, Producer, ProducerOptions, Transport } from 'mediasoup-client/types';

type ValueOf<M extends MediaValue['method']> = Extract<MediaValue, { method: M }>;
type Incoming = Extract<MediaPush, { kind: 'consumer' }>;
type TransportSetup = Parameters<Device['createSendTransport']>[0];

export type MediaLinkOptions = {
  request(request: MediaRequest): Promise<MediaReply>;
  /** A track arrives. */
  onTrack(from: Incoming, track: MediaStreamTrack): void;
  onTrackGone(consumer: string): void;
  /** A track was announced and cannot be received here. */
  onUnreceived(): void;
  /** The server no longer has what this link stands on: a new one is needed. */
  onBroken(): void;
  /** Whether packets get through: false while a lost path is being sought anew. */
  onFlow(flows: boolean): void;
};

/** The media plane turned a request away. */
export class MediaRefused extends Error {
  override readonly name = 'MediaRefused';
  readonly code: MediaRefusalCode;
  constructor(request: MediaRequest['method'], code: MediaRefusalCode) {
    super(`${request}: ${code}`);
    this.code = code;
  }
}

/** Waits between attempts to find the way again, in ms. */
const pauses = [0, 1000, 2000, 4000, 8000] as const;
/** `disconnected` often mends itself within this time. */
const MENDS_ITSELF_MS = 1500;

const produced: Readonly<Record<TrackSource, ProducerOptions>> = {
  microphone: { codecOptions: { opusFec: true, opusDtx: true, opusStereo: false } },
  screenAudio: { codecOptions: { opusFec: true, opusDtx: true, opusStereo: true } },
  camera: {
    encodings: [
      { scaleResolutionDownBy: 4, maxBitrate: 120_000 },
      { scaleResolutionDownBy: 2, maxBitrate: 350_000 },
      { scaleResolutionDownBy: 1, maxBitrate: 900_000 },
    ],
  },
  screen: { encodings: [{ maxBitrate: 1_500_000 }] },
};

/**
 * One peer at the media plane: a device, a transport for each direction, what is sent and what is received. It
 * lasts from one `capabilities` request to the next and holds no captured track: those outlive it.
 */
export class MediaLink {
  readonly #options: MediaLinkOptions;
  readonly #device: Device;
  readonly #send: Transport;
  readonly #receive: Transport;
  readonly #producers = new Map<TrackSource, Producer>();
  readonly #consumers = new Map<string, Consumer | 'opening' | 'gone'>();
  readonly #mending = new Set<Transport>();
  #closed = false;

  static async open(options: MediaLinkOptions): Promise<MediaLink> {
    // Loaded when somebody enters, so that the first page stays small.
    const { Device } = await import('mediasoup-client');
    const { rtpCapabilities } = await ask(options, 'capabilities', { method: 'capabilities' });
    const device = await Device.factory();
    // The protocol leaves mediasoup's own objects opaque; mediasoup checks them.
    await device.load({ routerRtpCapabilities: rtpCapabilities });
    const { method: _send, ...send } = await ask(options, 'createTransport', {
      method: 'createTransport',
      direction: 'send',
    });
    const { method: _receive, ...receive } = await ask(options, 'createTransport', {
      method: 'createTransport',
      direction: 'receive',
    });
    return new MediaLink(options, device, {
      send: device.createSendTransport(send as TransportSetup),
      receive: device.createRecvTransport(receive as TransportSetup),
    });
  }

  private constructor(options: MediaLinkOptions, device: Device, transports: { send: Transport; receive: Transport }) {
    this.#options = options;
    this.#device = device;
    this.#send = transports.send;
    this.#receive = transports.receive;
    for (const transport of [this.#send, this.#receive]) this.#serve(transport);
  }

  /** From here on the server announces what there is to receive, through {@link take}. */
  async listen(): Promise<void> {
    await this.#ask('done', {
      method: 'receive',
      rtpCapabilities: this.#device.recvRtpCapabilities as unknown as Record<string, unknown>,
    });
  }

  /** Opens the receiving end of an announced track, then says so. */
  async take(incoming: Incoming): Promise<void> {
    if (this.#consumers.has(incoming.id)) return;
    this.#consumers.set(incoming.id, 'opening');
    try {
      const consumer = await this.#receive.consume({
        id: incoming.id,
        producerId: incoming.producer,
        kind: incoming.mediaKind,
        rtpParameters: incoming.rtpParameters as Consumer['rtpParameters'],
      });
      if (this.#closed || this.#consumers.get(incoming.id) === 'gone') {
        this.#consumers.delete(incoming.id);
        consumer.close();
        return;
      }
      this.#consumers.set(incoming.id, consumer);
      this.#options.onTrack(incoming, consumer.track);
    } catch {
      if (!this.#closed && this.#consumers.get(incoming.id) !== 'gone') this.#options.onUnreceived();
      this.#consumers.delete(incoming.id);
      return;
    }
    await this.#ready(incoming.id);
  }

  /** The server closed this track. */
  drop(id: string): void {
    const consumer = this.#consumers.get(id);
    if (consumer === 'opening') this.#consumers.set(id, 'gone');
    if (typeof consumer !== 'object') return;
    this.#consumers.delete(id);
    consumer.close();
    this.#options.onTrackGone(id);
  }

  /** Sends this track as that source, in place of the one before. */
  async send(source: TrackSource, track: MediaStreamTrack): Promise<void> {
    const producer = this.#producers.get(source);
    if (producer !== undefined) return producer.replaceTrack({ track });
    const made = await this.#send.produce({
      ...produced[source],
      track,
      // The tracks and whether they are enabled are the gate's, never mediasoup's.
      stopTracks: false,
      disableTrackOnPause: false,
      appData: { source },
    });
    this.#producers.set(source, made);
  }

  /** Sends nothing as that source; the way stays open for the next track. */
  async rest(source: TrackSource): Promise<void> {
    await this.#producers.get(source)?.replaceTrack({ track: null });
  }

  /** Ends that source. */
  async end(source: TrackSource): Promise<void> {
    const producer = this.#producers.get(source);
    if (producer === undefined) return;
    this.#producers.delete(source);
    producer.close();
    await this.#options.request({ method: 'closeProducer', producer: producer.id });
  }

  async intend(source: IntentSource, on: boolean, grant: string): Promise<void> {
    await this.#ask('done', { method: 'intent', source, on, grant });
  }

  /** After a lost connection: seeks the way anew on both transports and takes up what was announced meanwhile. */
  async resume(): Promise<void> {
    await Promise.all([this.#restartIce(this.#send), this.#restartIce(this.#receive)]);
    const open = [...this.#consumers].filter(([, consumer]) => typeof consumer === 'object');
    await Promise.all(open.map(([id]) => this.#ready(id)));
  }

  /** The server's end is closed by the next `capabilities` request, or when the person leaves. */
  close(): void {
    this.#closed = true;
    this.#send.close();
    this.#receive.close();
    this.#producers.clear();
    this.#consumers.clear();
  }

  #serve(transport: Transport): void {
    transport.on('connect', ({ dtlsParameters }, callback, errback) => {
      this.#ask('done', { method: 'connectTransport', transport: transport.id, dtlsParameters }).then(
        callback,
        errback,
      );
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, callback, errback) => {
      this.#ask('produce', {
        method: 'produce',
        transport: transport.id,
        source: appData.source as TrackSource,
        kind,
        rtpParameters: rtpParameters as unknown as Record<string, unknown>,
      }).then(callback, errback);
    });
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') this.#tellFlow();
      if (state === 'disconnected' || state === 'failed') void this.#mend(transport);
    });
  }

  /** Tries until packets get through again: with each try the server offers its addresses anew. */
  async #mend(transport: Transport): Promise<void> {
    if (this.#mending.has(transport)) return;
    this.#mending.add(transport);
    const isBroken = (): boolean => !this.#closed && isDown(transport);
    if (transport.connectionState === 'disconnected') await sleep(MENDS_ITSELF_MS);
    for (let attempt = 0; isBroken(); attempt += 1) {
      this.#tellFlow();
      await sleep(pauses[Math.min(attempt, pauses.length - 1)] ?? 0);
      try {
        if (isBroken()) await this.#restartIce(transport);
      } catch (error) {
        if (error instanceof MediaRefused) {
          if (!this.#closed) this.#options.onBroken();
          break;
        }
        // No connection to ask through; the next attempt, or `resume` once it is back.
      }
      await sleep(MENDS_ITSELF_MS);
    }
    this.#mending.delete(transport);
  }

  #tellFlow(): void {
    this.#options.onFlow(!isDown(this.#send) && !isDown(this.#receive));
  }

  async #restartIce(transport: Transport): Promise<void> {
    const { iceParameters } = await this.#ask('restartIce', { method: 'restartIce', transport: transport.id });
    if (!this.#closed) await transport.restartIce({ iceParameters: iceParameters as TransportSetup['iceParameters'] });
  }

  async #ready(consumer: string): Promise<void> {
    // Unheard when the connection is lost or the track gone: said again in `resume`, or not needed.
    await this.#options.request({ method: 'consumerReady', consumer }).catch(() => {});
  }

  #ask<M extends MediaValue['method']>(method: M, request: MediaRequest): Promise<ValueOf<M>> {
    return ask(this.#options, method, request);
  }
}

const isDown = ({ connectionState }: Transport): boolean =>
  connectionState === 'disconnected' || connectionState === 'failed';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks and gives the value that belongs to the method, or throws {@link MediaRefused}. */
async function ask<M extends MediaValue['method']>(
  options: MediaLinkOptions,
  method: M,
  request: MediaRequest,
): Promise<ValueOf<M>> {
  const reply = await options.request(request);
  if (!reply.ok) throw new MediaRefused(request.method, reply.code);
  if (reply.value.method !== method) throw new MediaRefused(request.method, 'media.malformed');
  return reply.value as ValueOf<M>;
}
