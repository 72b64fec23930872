import wrtc from '@roamhq/wrtc';
import type { CheckProtocol, CheckReply, CheckRequest, CheckValue } from '@track2/shared';
import { Device } from 'mediasoup-client';
import type { Consumer, RtpParameters, Transport } from 'mediasoup-client/types';
import type { Person } from '../person.ts';
import { Bell } from './bell.ts';
import { Ear, Tone } from './tone.ts';

Object.assign(globalThis, {
  RTCPeerConnection: wrtc.RTCPeerConnection,
  RTCSessionDescription: wrtc.RTCSessionDescription,
  RTCIceCandidate: wrtc.RTCIceCandidate,
  MediaStream: wrtc.MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
});

type ValueOf<M extends CheckValue['method']> = Extract<CheckValue, { method: M }>;
type TransportSetup = Parameters<Device['createSendTransport']>[0];

/** The tone that is sent and has to come back, in Hz. */
const hz = 700;

export const askCheck = (person: Person, request: CheckRequest): Promise<CheckReply> =>
  person.socket.timeout(5000).emitWithAck('check', request);

/** A run of the equipment test as the client makes it, by libwebrtc: a tone to the server and back. Closed by the test. */
export class LoopbackRun {
  readonly opened: ValueOf<'open'>;
  readonly #person: Person;
  readonly #tone = new Tone(hz);
  readonly #bell = new Bell();
  readonly #transports: Transport[] = [];
  #ear: Ear | null = null;
  #sentAs: { producer: string; rtpParameters: Record<string, unknown> } | null = null;

  static async start(person: Person, protocol: CheckProtocol): Promise<LoopbackRun> {
    const run = new LoopbackRun(person, answered('open', await askCheck(person, { method: 'open', protocol })));
    const device = await Device.factory({ handlerName: 'Chrome111' });
    await device.load({ routerRtpCapabilities: run.opened.rtpCapabilities });
    const send = run.#serve(device.createSendTransport(run.opened.send as TransportSetup));
    const receive = run.#serve(device.createRecvTransport(run.opened.receive as TransportSetup));
    const { id } = await send.produce({ track: run.#tone.track(), stopTracks: false });
    await run.#listen(receive, id);
    return run;
  }

  private constructor(person: Person, opened: ValueOf<'open'>) {
    this.#person = person;
    this.opened = opened;
  }

  /** The protocols of the addresses that the server named. */
  get offered(): string[] {
    const { send, receive } = this.opened;
    const candidates = [...send.iceCandidates, ...receive.iceCandidates] as { protocol: string }[];
    return [...new Set(candidates.map(({ protocol }) => protocol))];
  }

  /** The request that would send a second sound beside the first. */
  get second(): CheckRequest {
    return { method: 'produce', transport: this.opened.send.id, rtpParameters: this.#sentAs?.rtpParameters ?? {} };
  }

  get producer(): string {
    return this.#sentAs?.producer ?? '';
  }

  /** Resolves when the tone is back, from now on. */
  async hearsItself(): Promise<void> {
    this.#ear?.forget();
    await this.#bell.until(() => this.#ear?.hears(hz) === true, 10_000);
  }

  /** Packets that have come back so far. */
  async back(): Promise<number> {
    let packets = 0;
    for (const transport of this.#transports)
      for (const stat of (await transport.getStats()).values())
        if (stat.type === 'inbound-rtp') packets += stat.packetsReceived;
    return packets;
  }

  close(): void {
    this.#tone.close();
    this.#ear?.close();
    for (const transport of this.#transports) transport.close();
  }

  async #listen(receive: Transport, producer: string): Promise<void> {
    const value = answered('consume', await askCheck(this.#person, { method: 'consume', producer }));
    const consumer: Consumer = await receive.consume({
      id: value.id,
      producerId: value.producer,
      kind: 'audio',
      rtpParameters: value.rtpParameters as RtpParameters,
    });
    this.#ear = new Ear(consumer.track, () => this.#bell.ring());
  }

  #serve(transport: Transport): Transport {
    transport.on('connect', ({ dtlsParameters }, callback, errback) => {
      askCheck(this.#person, { method: 'connect', transport: transport.id, dtlsParameters })
        .then((reply) => answered('done', reply))
        .then(() => callback(), errback);
    });
    transport.on('produce', ({ rtpParameters }, callback, errback) => {
      askCheck(this.#person, { method: 'produce', transport: transport.id, rtpParameters })
        .then((reply) => {
          const { id } = answered('produce', reply);
          this.#sentAs = { producer: id, rtpParameters };
          callback({ id });
        })
        .catch(errback);
    });
    this.#transports.push(transport);
    return transport;
  }
}

function answered<M extends CheckValue['method']>(method: M, reply: CheckReply): ValueOf<M> {
  if (!reply.ok) throw new Error(reply.code);
  if (reply.value.method !== method) throw new Error(`answered with ${reply.value.method}`);
  return reply.value as ValueOf<M>;
}
