import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type CommandTimes, WebSocketTap } from './webSocketTap.ts';

/** An RTP packet as it passed. `client` is the port at the client's end. Times in milliseconds of the capture's clock. */
export type RtpPacket = { at: number; ssrc: number; client: number };

export type CaptureOptions = { httpPort: number; rtcPort: number };

/** From the Debian package of that name, in the one list in `infra/`. */
const program = 'tcpdump';
const nanosecondMagic = 0xa1b23c4d;
const fileHeaderBytes = 24;
const recordHeaderBytes = 16;
const ethernetBytes = 14;
const [tcp, udp] = [6, 17];

/**
 * Everything that passes between the server and its clients on the loopback, stamped by the kernel on one clock:
 * RTP (of which SRTP leaves the header readable) and the plain websockets. Closed by the proof that started it.
 */
export class Capture {
  /** Towards clients, in the order of passing. */
  readonly toClients: RtpPacket[] = [];
  readonly toServer: RtpPacket[] = [];
  readonly #options: CaptureOptions;
  readonly #tcpdump: ChildProcessByStdio<null, Readable, Readable>;
  readonly #tap: WebSocketTap;
  #bytes: Buffer = Buffer.alloc(0);
  #headerSeen = false;
  #said = '';
  #broken: Error | null = null;

  static async create(options: CaptureOptions): Promise<Capture> {
    const { httpPort, rtcPort } = options;
    const filter = `udp port ${rtcPort} or tcp port ${httpPort}`;
    const flags = ['-i', 'lo', '-n', '-U', '--immediate-mode', '--time-stamp-precision=nano', '-B', '16384', '-w', '-'];
    const tcpdump = spawn(program, [...flags, filter], { stdio: ['ignore', 'pipe', 'pipe'] });
    const capture = new Capture(options, tcpdump);
    await capture.#listening();
    return capture;
  }

  private constructor(options: CaptureOptions, tcpdump: ChildProcessByStdio<null, Readable, Readable>) {
    this.#options = options;
    this.#tcpdump = tcpdump;
    this.#tap = new WebSocketTap(options.httpPort);
    tcpdump.stderr.on('data', (said: Buffer) => {
      this.#said += said.toString();
    });
    tcpdump.stdout.on('data', (bytes: Buffer) => this.#read(bytes));
  }

  timesOf(commandId: string): CommandTimes | null {
    return this.#tap.times(commandId);
  }

  /** Ends the capture; throws when it has not seen everything. */
  async close(): Promise<void> {
    if (this.#tcpdump.exitCode !== null) return;
    const ended = once(this.#tcpdump, 'close');
    this.#tcpdump.kill('SIGINT');
    await ended;
    if (this.#broken) throw this.#broken;
    const dropped = /(\d+) packets dropped by kernel/.exec(this.#said)?.[1];
    if (dropped !== '0') throw new Error(`the capture has missed packets: ${this.#said.trim()}`);
  }

  async #listening(): Promise<void> {
    const failed = once(this.#tcpdump, 'close').then(() => {
      throw new Error(`tcpdump captures nothing (it needs root): ${this.#said.trim()}`);
    });
    while (!this.#said.includes('listening on')) await Promise.race([once(this.#tcpdump.stderr, 'data'), failed]);
    failed.catch(() => undefined); // from here on its end is `close`'s to judge
  }

  #read(bytes: Buffer): void {
    if (this.#broken) return;
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    try {
      this.#takeRecords();
    } catch (error) {
      // Told by `close`: a proof whose capture is broken has shown nothing.
      this.#broken = error as Error;
    }
  }

  #takeRecords(): void {
    if (!this.#headerSeen) {
      if (this.#bytes.length < fileHeaderBytes) return;
      if (this.#bytes.readUInt32LE(0) !== nanosecondMagic) throw new Error('not the capture format asked for');
      this.#bytes = this.#bytes.subarray(fileHeaderBytes);
      this.#headerSeen = true;
    }
    while (this.#bytes.length >= recordHeaderBytes) {
      const size = this.#bytes.readUInt32LE(8);
      const end = recordHeaderBytes + size;
      if (this.#bytes.length < end) return;
      const at = this.#bytes.readUInt32LE(0) * 1000 + this.#bytes.readUInt32LE(4) / 1e6;
      this.#takePacket(at, this.#bytes.subarray(recordHeaderBytes + ethernetBytes, end));
      this.#bytes = this.#bytes.subarray(end);
    }
  }

  #takePacket(at: number, ip: Buffer): void {
    if (ip.readUInt8(0) >> 4 !== 4) return;
    // The frame may be longer than the packet in it.
    const packet = ip.subarray((ip.readUInt8(0) & 0x0f) * 4, ip.readUInt16BE(2));
    const [from, to] = [packet.readUInt16BE(0), packet.readUInt16BE(2)];
    const protocol = ip.readUInt8(9);
    if (protocol === udp) this.#takeDatagram(at, from, to, packet.subarray(8));
    if (protocol !== tcp) return;
    const isOpening = (packet.readUInt8(13) & 0x02) !== 0;
    const payload = packet.subarray((packet.readUInt8(12) >> 4) * 4);
    this.#tap.take({ at, from, to, seq: packet.readUInt32BE(4), isOpening, payload });
  }

  #takeDatagram(at: number, from: number, to: number, payload: Buffer): void {
    if (!isRtp(payload)) return;
    const ssrc = payload.readUInt32BE(8);
    if (from === this.#options.rtcPort) this.toClients.push({ at, ssrc, client: to });
    else this.toServer.push({ at, ssrc, client: from });
  }
}

/** RFC 7983 tells RTP and RTCP from STUN and DTLS by the first byte, RFC 5761 the two from each other by the second. */
function isRtp(datagram: Buffer): boolean {
  if (datagram.length < 12) return false;
  const [first, second] = [datagram.readUInt8(0), datagram.readUInt8(1)];
  return first >= 128 && first <= 191 && !(second >= 192 && second <= 223);
}
