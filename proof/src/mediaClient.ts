import wrtc from '@roamhq/wrtc';
import type { MediaRequest, MediaValue, TrackSource } from '@track2/shared';
import { Device } from 'mediasoup-client';
import type { Producer, RtpParameters, Transport } from 'mediasoup-client/types';
import type { Person } from './person.ts';

Object.assign(globalThis, {
  RTCPeerConnection: wrtc.RTCPeerConnection,
  RTCSessionDescription: wrtc.RTCSessionDescription,
  RTCIceCandidate: wrtc.RTCIceCandidate,
  MediaStream: wrtc.MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
});

type ValueOf<M extends MediaValue['method']> = Extract<MediaValue, { method: M }>;
export type Receives = (ssrc: number, member: string) => void;

const sampleRate = 48_000;
const samplesInTenMs = sampleRate / 100;
const toneHz = 440;

export const ssrcsOf = ({ encodings = [] }: RtpParameters): number[] =>
  encodings.flatMap(({ ssrc }) => (ssrc === undefined ? [] : [ssrc]));

/** The media of one person: real UDP, DTLS-SRTP and Opus by libwebrtc. Lives and ends with its process. */
export class MediaClient {
  readonly #person: Person;
  readonly #device: Device;
  readonly #sound = new wrtc.nonstandard.RTCAudioSource();
  #send: Transport | null = null;
  #phase = 0;

  static async join(person: Person, receives: Receives): Promise<MediaClient> {
    const device = await Device.factory({ handlerName: 'Chrome111' });
    const client = new MediaClient(person, device);
    const { rtpCapabilities } = await client.#value('capabilities', { method: 'capabilities' });
    await device.load({ routerRtpCapabilities: rtpCapabilities });
    client.#send = await client.#transport('send');
    const receive = await client.#transport('receive');
    person.socket.on('media', (push) => {
      if (push.kind !== 'consumer') return;
      const { id, producer: producerId, mediaKind: kind, member } = push;
      const rtpParameters = push.rtpParameters as RtpParameters;
      for (const ssrc of ssrcsOf(rtpParameters)) receives(ssrc, member);
      receive.consume({ id, producerId, kind, rtpParameters }).then(
        () => person.media({ method: 'consumerReady', consumer: id }),
        (error: unknown) => process.stderr.write(`peer: no consumer: ${String(error)}\n`),
      );
    });
    await person.media({ method: 'receive', rtpCapabilities: device.recvRtpCapabilities });
    return client;
  }

  private constructor(person: Person, device: Device) {
    this.#person = person;
    this.#device = device;
  }

  /** A tone from here on, whether anybody is to hear it or not. */
  sound(): void {
    setInterval(() => this.#emit(), 10);
  }

  /** Sends the tone under that name. Rejects with the server's refusal. */
  async produce(source: TrackSource): Promise<Producer> {
    if (this.#send === null) throw new Error('not joined');
    const track = this.#sound.createTrack();
    // As many packets as Opus allows: the denser they are, the sharper is what is measured with them.
    return this.#send.produce({ track, stopTracks: false, codecOptions: { opusPtime: 10 }, appData: { source } });
  }

  /** Asks for a second track of the same name beside the first, on which the tone could be sent as well. */
  async producesAgain(first: Producer | null): Promise<boolean> {
    if (this.#send === null || first === null) throw new Error('not joined');
    const { encodings = [], ...rest } = first.rtpParameters;
    const rtpParameters = { ...rest, mid: '99', encodings: encodings.map((one) => ({ ...one, ssrc: 1_234_567 })) };
    const source = first.appData.source as TrackSource;
    const transport = this.#send.id;
    const reply = await this.#person.media({ method: 'produce', transport, source, kind: first.kind, rtpParameters });
    return reply.ok;
  }

  async #transport(direction: 'send' | 'receive'): Promise<Transport> {
    const { method: _, ...options } = await this.#value('createTransport', { method: 'createTransport', direction });
    // mediasoup's own parameters, passed through as the wire's `object`.
    const parameters = options as unknown as Parameters<Device['createSendTransport']>[0];
    const transport =
      direction === 'send'
        ? this.#device.createSendTransport(parameters)
        : this.#device.createRecvTransport(parameters);
    transport.on('connect', ({ dtlsParameters }, callback, errback) => {
      this.#value('done', { method: 'connectTransport', transport: transport.id, dtlsParameters }).then(
        () => callback(),
        errback,
      );
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, callback, errback) => {
      const source = appData.source as TrackSource;
      this.#value('produce', { method: 'produce', transport: transport.id, source, kind, rtpParameters }).then(
        ({ id }) => callback({ id }),
        errback,
      );
    });
    return transport;
  }

  async #value<M extends MediaValue['method']>(method: M, request: MediaRequest): Promise<ValueOf<M>> {
    const reply = await this.#person.media(request);
    if (!reply.ok) throw new Error(reply.code);
    if (reply.value.method !== method) throw new Error(`${request.method} answered with ${reply.value.method}`);
    return reply.value as ValueOf<M>;
  }

  #emit(): void {
    const samples = new Int16Array(samplesInTenMs);
    for (let i = 0; i < samples.length; i++) {
      samples[i] = 8000 * Math.sin((this.#phase++ * 2 * Math.PI * toneHz) / sampleRate);
    }
    this.#sound.onData({ samples, sampleRate, bitsPerSample: 16, channelCount: 1, numberOfFrames: samplesInTenMs });
  }
}
