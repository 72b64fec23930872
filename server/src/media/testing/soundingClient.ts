import { setTimeout as sleep } from 'node:timers/promises';
import wrtc from '@roamhq/wrtc';
import type { Id, IntentSource, MediaPush, MediaReply, MediaRequest, MediaValue } from '@track2/shared';
import { Device } from 'mediasoup-client';
import type { Consumer, RtpParameters, Transport } from 'mediasoup-client/types';
import type { MediaPlane } from '../mediaPlane.ts';

Object.assign(globalThis, {
  RTCPeerConnection: wrtc.RTCPeerConnection,
  RTCSessionDescription: wrtc.RTCSessionDescription,
  RTCIceCandidate: wrtc.RTCIceCandidate,
  MediaStream: wrtc.MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
});

type ValueOf<M extends MediaValue['method']> = Extract<MediaValue, { method: M }>;

/** A real WebRTC client, in this process, that talks to the media plane without a socket. Closed by its test. */
export class SoundingClient {
  readonly member: Id;
  readonly pushes: MediaPush[] = [];
  readonly consumers = new Map<string, Consumer>();
  readonly #plane: MediaPlane;
  readonly #connection: string;
  readonly #source = new wrtc.nonstandard.RTCAudioSource();
  /** By SSRC; kept when the receiving end is closed and its statistics with it. */
  readonly #arrived = new Map<number, number>();
  #transports: { send: Transport; receive: Transport } | null = null;
  #device: Device | null = null;
  #sound: NodeJS.Timeout | null = null;
  #phase = 0;

  constructor(plane: MediaPlane, member: Id, connection = `${member}-1`) {
    this.#plane = plane;
    this.member = member;
    this.#connection = connection;
  }

  ask(request: MediaRequest): Promise<MediaReply> {
    return this.#plane.request(this.member, this.#connection, request);
  }

  async join(): Promise<void> {
    this.#plane.attach(this.member, this.#connection);
    const { rtpCapabilities } = await this.#value('capabilities', { method: 'capabilities' });
    this.#device = await Device.factory({ handlerName: 'Chrome111' });
    await this.#device.load({ routerRtpCapabilities: rtpCapabilities });
    this.#transports = { send: await this.#transport('send'), receive: await this.#transport('receive') };
    await this.ask({ method: 'receive', rtpCapabilities: this.#device.recvRtpCapabilities });
  }

  /** Takes a push as the browser's client does: opens its receiving end, then says so. */
  async push(push: MediaPush): Promise<void> {
    this.pushes.push(push);
    if (push.kind === 'consumerClosed') this.consumers.get(push.id)?.close();
    if (push.kind === 'consumerClosed') this.consumers.delete(push.id);
    const transports = this.#transports;
    if (push.kind !== 'consumer' || this.consumers.has(push.id) || transports === null) return;
    try {
      await this.#take(push, transports.receive);
    } catch (error) {
      // What is under way when a client is closed ends with it.
      if (this.#transports === transports) throw error;
    }
  }

  async #take(push: Extract<MediaPush, { kind: 'consumer' }>, receive: Transport): Promise<void> {
    const consumer = await receive.consume({
      id: push.id,
      producerId: push.producer,
      kind: push.mediaKind,
      rtpParameters: push.rtpParameters as never,
    });
    this.consumers.set(push.id, consumer);
    await this.ask({ method: 'consumerReady', consumer: push.id });
  }

  /** Sends sound from here on and never stops by itself. */
  async sound(): Promise<string> {
    const track = this.#source.createTrack();
    const producer = await this.#transports?.send.produce({ track, appData: { source: 'microphone' } });
    this.#sound = setInterval(() => this.#emit(), 10);
    return producer?.id ?? '';
  }

  intend(source: IntentSource, on: boolean, grant: string): Promise<MediaReply> {
    return this.ask({ method: 'intent', source, on, grant });
  }

  /** Packets of that member that have arrived here so far. */
  async packetsFrom(member: Id): Promise<number> {
    for (const stat of (await this.#transports?.receive.getStats())?.values() ?? []) {
      if (stat.type === 'inbound-rtp') this.#arrived.set(stat.ssrc, stat.packetsReceived);
    }
    const mine = this.pushes.flatMap((push) => (push.kind === 'consumer' && push.member === member ? [push] : []));
    const ssrcs = new Set(mine.map((push) => (push.rtpParameters as RtpParameters).encodings?.[0]?.ssrc ?? 0));
    return [...ssrcs].reduce((sum, ssrc) => sum + (this.#arrived.get(ssrc) ?? 0), 0);
  }

  /** How many packets of that member arrive in the time given. */
  async packetsDuring(ms: number, member: Id): Promise<number> {
    const before = await this.packetsFrom(member);
    await sleep(ms);
    return (await this.packetsFrom(member)) - before;
  }

  get live(): Record<IntentSource, boolean> | undefined {
    return this.pushes.filter((push) => push.kind === 'own').at(-1)?.live;
  }

  close(): void {
    if (this.#sound) clearInterval(this.#sound);
    this.#transports?.send.close();
    this.#transports?.receive.close();
    this.#transports = null;
  }

  async #transport(direction: 'send' | 'receive'): Promise<Transport> {
    const { method: _, ...options } = await this.#value('createTransport', { method: 'createTransport', direction });
    const transport =
      direction === 'send'
        ? this.#device?.createSendTransport(options as never)
        : this.#device?.createRecvTransport(options as never);
    if (!transport) throw new Error('no device');
    transport.on('connect', ({ dtlsParameters }, callback, errback) => {
      const request = { method: 'connectTransport', transport: transport.id, dtlsParameters } as const;
      this.#value('done', request as never).then(() => callback(), errback);
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, callback, errback) => {
      const { source } = appData as { source: 'microphone' };
      const request = { method: 'produce', transport: transport.id, source, kind, rtpParameters } as const;
      this.#value('produce', request as never).then(({ id }) => callback({ id }), errback);
    });
    return transport;
  }

  async #value<M extends MediaValue['method']>(method: M, request: MediaRequest): Promise<ValueOf<M>> {
    const reply = await this.ask(request);
    if (!reply.ok || reply.value.method !== method) throw new Error(`${request.method}: ${JSON.stringify(reply)}`);
    return reply.value as ValueOf<M>;
  }

  #emit(): void {
    const samples = new Int16Array(480);
    for (let i = 0; i < samples.length; i++) samples[i] = 8000 * Math.sin((this.#phase++ * 2 * Math.PI * 440) / 48000);
    this.#source.onData({ samples, sampleRate: 48000, bitsPerSample: 16, channelCount: 1, numberOfFrames: 480 });
  }
}
