import type { CheckProtocol, CheckRefusal, CheckReply, CheckRequest, CheckValue } from '@track2/shared';
import type { Consumer, Device, Transport } from 'mediasoup-client/types';
import { type LoopReading, readLoop, type Stat } from './loopReading.ts';
import type { TestTone } from './testTone.ts';

type ValueOf<M extends CheckValue['method']> = Extract<CheckValue, { method: M }>;
type TransportSetup = Parameters<Device['createSendTransport']>[0];

export type TryOptions = {
  ask(request: CheckRequest): Promise<CheckReply>;
  tone: TestTone;
};

/** The server turned the test away, which says nothing about the path. */
export class CheckRefused extends Error {
  override readonly name = 'CheckRefused';
  readonly refusal: CheckRefusal;
  constructor(refusal: CheckRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** What one path is like. `closed` names the address, with its port, that a network would have to let through. */
export type PathReading = ({ open: true; cameBack: boolean } & LoopReading) | { open: false; address: string | null };

/** A link by satellite needs some of these seconds for its first packets; a path that is shut never answers. */
const OPENS_WITHIN_MS = 10_000;
/** Some two hundred packets: enough to tell a loss of one in a hundred. */
const LISTENS_MS = 4000;
const LOOKS_EVERY_MS = 100;
/** A second of the tone in all: nothing else sounds like that by chance. */
const HEARD_LOOKS = 10;

/** Sends a tone to the server and back over one protocol alone. Rejects when the server does not take the test. */
export async function tryPath(protocol: CheckProtocol, options: TryOptions): Promise<PathReading> {
  const { Device } = await import('mediasoup-client');
  const device = await Device.factory();
  const opened = await answered('open', { method: 'open', protocol }, options);
  // The protocol leaves mediasoup's own objects opaque; mediasoup checks them.
  await device.load({ routerRtpCapabilities: opened.rtpCapabilities });
  const path = new Path(device, opened, options);
  try {
    return await path.measure();
  } finally {
    path.close();
  }
}

/** The two ends of one path, and what travels on it. Closed by {@link tryPath}. */
class Path {
  readonly #options: TryOptions;
  readonly #opened: ValueOf<'open'>;
  readonly #send: Transport;
  readonly #receive: Transport;
  readonly #element = new Audio();

  constructor(device: Device, opened: ValueOf<'open'>, options: TryOptions) {
    this.#options = options;
    this.#opened = opened;
    this.#send = this.#serve(device.createSendTransport(opened.send as TransportSetup));
    this.#receive = this.#serve(device.createRecvTransport(opened.receive as TransportSetup));
  }

  async measure(): Promise<PathReading> {
    const { tone } = this.#options;
    const { id } = await this.#send.produce({
      track: tone.track,
      stopTracks: false,
      codecOptions: { opusDtx: false, opusStereo: false },
    });
    const { track } = await this.#consume(id);
    this.#decode(track);
    const isBack = tone.listenTo(track);
    const isOpen = (): boolean =>
      [this.#send, this.#receive].every(({ connectionState }) => connectionState === 'connected');
    for (let waited = 0; !isOpen(); waited += LOOKS_EVERY_MS) {
      const failed = [this.#send, this.#receive].some(({ connectionState }) => connectionState === 'failed');
      if (failed || waited >= OPENS_WITHIN_MS) return { open: false, address: this.#address() };
      await pause(LOOKS_EVERY_MS);
    }
    let heard = 0;
    for (let listened = 0; listened < LISTENS_MS; listened += LOOKS_EVERY_MS) {
      await pause(LOOKS_EVERY_MS);
      if (isBack()) heard += 1;
    }
    const reading = readLoop(statsIn(await this.#send.getStats()), statsIn(await this.#receive.getStats()));
    return { open: true, cameBack: heard >= HEARD_LOOKS, ...reading };
  }

  close(): void {
    this.#element.srcObject = null;
    this.#send.close();
    this.#receive.close();
    // A server that does not hear of it ends the test by itself.
    this.#options.ask({ method: 'close' }).catch(() => {});
  }

  async #consume(producer: string): Promise<Consumer> {
    const { id, rtpParameters } = await answered('consume', { method: 'consume', producer }, this.#options);
    return this.#receive.consume({
      id,
      producerId: producer,
      kind: 'audio',
      rtpParameters: rtpParameters as Parameters<Transport['consume']>[0]['rtpParameters'],
    });
  }

  /** NOTE: Chromium decodes only what an element plays; a muted one will do. */
  #decode(track: MediaStreamTrack): void {
    this.#element.muted = true;
    this.#element.srcObject = new MediaStream([track]);
    this.#element.play().catch(() => {}); // a browser that does not play it counts its packets all the same
  }

  #address(): string | null {
    const [candidate] = this.#opened.send.iceCandidates as { ip?: string; address?: string; port?: number }[];
    const host = candidate?.address ?? candidate?.ip;
    return host === undefined || candidate?.port === undefined ? null : `${host}:${candidate.port}`;
  }

  #serve(transport: Transport): Transport {
    transport.on('connect', ({ dtlsParameters }, callback, errback) => {
      answered('done', { method: 'connect', transport: transport.id, dtlsParameters }, this.#options).then(
        callback,
        errback,
      );
    });
    transport.on('produce', ({ rtpParameters }, callback, errback) => {
      answered('produce', { method: 'produce', transport: transport.id, rtpParameters }, this.#options).then(
        callback,
        errback,
      );
    });
    return transport;
  }
}

const statsIn = (report: RTCStatsReport): Stat[] => [...report.values()] as Stat[];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function answered<M extends CheckValue['method']>(
  method: M,
  request: CheckRequest,
  { ask }: TryOptions,
): Promise<ValueOf<M>> {
  const reply = await ask(request).catch((): CheckReply => ({ ok: false, code: 'check.unavailable' }));
  if (!reply.ok) throw new CheckRefused(reply);
  if (reply.value.method !== method) throw new Error(`answered with ${reply.value.method}`);
  return reply.value as ValueOf<M>;
}
