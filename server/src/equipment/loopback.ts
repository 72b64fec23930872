import type { CheckProtocol, CheckReply, CheckTransport, CheckValue } from '@track2/shared';
import { WorkerClosedError } from 'mediasoup/errors';
import type { Router, RtpParameters, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import { readDtls } from '../media/dtls.ts';

/** The router of the tests, and where their packets arrive. Never a meeting's. */
export type TestRouter = { router: Router; webRtcServer: WebRtcServer };

/** A voice in the codec of the meetings, and room for the packets around it. */
const incomingBitsPerSecond = 128_000;

const answer = (value: CheckValue): CheckReply => ({ ok: true, value });
const done = answer({ method: 'done' });
const notOpen: CheckReply = { ok: false, code: 'check.notOpen' };
const malformed: CheckReply = { ok: false, code: 'check.malformed' };
export const unavailable: CheckReply = { ok: false, code: 'check.unavailable' };

/** mediasoup checks what clients send it and throws; that is the client's mistake unless the worker is gone. */
const refusalOf = (error: unknown): CheckReply => (error instanceof WorkerClosedError ? unavailable : malformed);

/**
 * One test of one connection: its sound comes in by the one protocol that is tried, and goes back to where it came
 * from. Only sound, and only one. Closed by {@link EquipmentTests}.
 */
export class Loopback {
  readonly #router: Router;
  readonly #send: WebRtcTransport;
  readonly #receive: WebRtcTransport;
  #sound: 'none' | 'starting' | { id: string } = 'none';
  #returns = false;

  static async open({ router, webRtcServer }: TestRouter, protocol: CheckProtocol): Promise<Loopback> {
    const options = { webRtcServer, enableUdp: protocol === 'udp', enableTcp: protocol === 'tcp' };
    const send = await router.createWebRtcTransport(options);
    try {
      await send.setMaxIncomingBitrate(incomingBitsPerSecond);
      return new Loopback(router, send, await router.createWebRtcTransport(options));
    } catch (error) {
      send.close();
      throw error;
    }
  }

  private constructor(router: Router, send: WebRtcTransport, receive: WebRtcTransport) {
    this.#router = router;
    this.#send = send;
    this.#receive = receive;
  }

  /** What the client needs to begin. */
  opened(): CheckReply {
    const { rtpCapabilities } = this.#router;
    return answer({ method: 'open', rtpCapabilities, send: endOf(this.#send), receive: endOf(this.#receive) });
  }

  async connect(id: string, said: unknown): Promise<CheckReply> {
    const transport = [this.#send, this.#receive].find((one) => one.id === id);
    if (transport === undefined) return notOpen;
    const dtlsParameters = readDtls(said);
    if (dtlsParameters === null) return malformed;
    try {
      await transport.connect({ dtlsParameters });
      return done;
    } catch (error) {
      return refusalOf(error);
    }
  }

  async produce(transport: string, rtpParameters: Record<string, unknown>): Promise<CheckReply> {
    if (transport !== this.#send.id) return notOpen;
    if (this.#sound !== 'none') return malformed;
    const { encodings } = rtpParameters;
    if (Array.isArray(encodings) && encodings.length > 1) return malformed;
    this.#sound = 'starting';
    try {
      // The cast is mediasoup's to check: produce() validates every field and throws. Its router knows no picture.
      const parameters = rtpParameters as unknown as RtpParameters;
      const { id } = await this.#send.produce({ kind: 'audio', rtpParameters: parameters });
      this.#sound = { id };
      return answer({ method: 'produce', id });
    } catch (error) {
      this.#sound = 'none';
      return refusalOf(error);
    }
  }

  /** Sends back what comes in, in the form that the router itself names: the client has no say in it. */
  async consume(producer: string): Promise<CheckReply> {
    if (typeof this.#sound === 'string' || this.#sound.id !== producer) return notOpen;
    if (this.#returns) return malformed;
    this.#returns = true;
    try {
      const { rtpCapabilities } = this.#router;
      const { id, rtpParameters } = await this.#receive.consume({ producerId: producer, rtpCapabilities });
      return answer({ method: 'consume', id, producer, rtpParameters });
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Takes its producer and consumer with it. Idempotent. */
  close(): void {
    this.#send.close();
    this.#receive.close();
  }
}

const endOf = ({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport): CheckTransport => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});
