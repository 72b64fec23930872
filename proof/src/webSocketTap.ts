/** A TCP segment with payload, or the one that opens a connection. Times in milliseconds, of the capture's clock. */
export type Segment = { at: number; from: number; to: number; seq: number; isOpening: boolean; payload: Buffer };

/** A text message on a websocket: when its first and its last byte passed. */
type Message = { text: string; firstByteAt: number; lastByteAt: number };

const headEnd = Buffer.from('\r\n\r\n');
const textFrame = 1;

/** One direction of one connection: puts segments in order, leaves the HTTP head behind, takes frames apart. */
class Stream {
  #kind: 'head' | 'websocket' | 'other' = 'head';
  #next: number | null = null;
  #bytes: Buffer = Buffer.alloc(0);
  #firstByteAt = 0;

  *take({ at, seq, isOpening, payload }: Segment): Generator<Message> {
    if (isOpening) this.#next = (seq + 1) >>> 0;
    if (payload.length === 0 || this.#next === null || this.#kind === 'other') return;
    const ahead = (seq - this.#next) | 0;
    if (ahead > 0) throw new Error('the capture has missed a segment');
    const fresh = payload.subarray(-ahead);
    if (fresh.length === 0) return;
    this.#next = (this.#next + fresh.length) >>> 0;
    if (this.#bytes.length === 0) this.#firstByteAt = at;
    this.#bytes = Buffer.concat([this.#bytes, fresh]);
    if (this.#kind === 'head') this.#leaveHead(at);
    if (this.#kind === 'websocket') yield* this.#frames(at);
  }

  #leaveHead(at: number): void {
    const end = this.#bytes.indexOf(headEnd);
    if (end < 0) return;
    const head = this.#bytes.subarray(0, end).toString('latin1');
    this.#kind = /\bupgrade: websocket\b/i.test(head) ? 'websocket' : 'other';
    this.#bytes = this.#bytes.subarray(end + headEnd.length);
    this.#firstByteAt = at;
  }

  *#frames(at: number): Generator<Message> {
    for (let frame = frameAt(this.#bytes); frame !== null; frame = frameAt(this.#bytes)) {
      const { opcode, payload, length } = frame;
      if (opcode === textFrame)
        yield { text: payload.toString('utf8'), firstByteAt: this.#firstByteAt, lastByteAt: at };
      this.#bytes = this.#bytes.subarray(length);
      this.#firstByteAt = at;
    }
  }
}

/** The frame at the beginning of the bytes, unmasked, or null while some of it is missing. */
function frameAt(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const lengthEnd = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < lengthEnd) return null;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const isMasked = (bytes.readUInt8(1) & 0x80) !== 0;
  const start = lengthEnd + (isMasked ? 4 : 0);
  if (bytes.length < start + size) return null;
  const payload = Buffer.from(bytes.subarray(start, start + size));
  if (isMasked) for (let i = 0; i < size; i++) payload[i] = payload.readUInt8(i) ^ bytes.readUInt8(lengthEnd + (i % 4));
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, length: start + size };
}

/** When a command had reached the server, and when the first byte of its answer left it. */
export type CommandTimes = { reachedAt: number; ackLeftAt: number | null };

/**
 * Reads the plain websockets to one server port, as they pass: finds every command by its id and the answer that
 * belongs to it, through socket.io's numbers (`42<n>["command",...]`, `43<n>[...]`).
 */
export class WebSocketTap {
  readonly #serverPort: number;
  readonly #streams = new Map<string, Stream>();
  readonly #commands = new Map<string, { reachedAt: number; answer: string }>();
  readonly #answers = new Map<string, number>();

  constructor(serverPort: number) {
    this.#serverPort = serverPort;
  }

  take(segment: Segment): void {
    const key = `${segment.from}>${segment.to}`;
    if (segment.isOpening) this.#streams.set(key, new Stream());
    for (const message of this.#streams.get(key)?.take(segment) ?? []) {
      if (segment.to === this.#serverPort) this.#fromClient(segment.from, message);
      else this.#fromServer(segment.to, message);
    }
  }

  times(commandId: string): CommandTimes | null {
    const command = this.#commands.get(commandId);
    if (command === undefined) return null;
    return { reachedAt: command.reachedAt, ackLeftAt: this.#answers.get(command.answer) ?? null };
  }

  #fromClient(client: number, { text, lastByteAt }: Message): void {
    const match = /^42(\d+)\["command",/.exec(text);
    if (match === null) return;
    const [, frame] = JSON.parse(text.slice(2 + (match[1]?.length ?? 0))) as [string, { id: string }];
    this.#commands.set(frame.id, { reachedAt: lastByteAt, answer: `${client} ${match[1]}` });
  }

  #fromServer(client: number, { text, firstByteAt }: Message): void {
    const match = /^43(\d+)\[/.exec(text);
    if (match !== null) this.#answers.set(`${client} ${match[1]}`, firstByteAt);
  }
}
