import { PROTOCOL_VERSION } from '@track2/shared';

/** A websocket that speaks engine.io and socket.io by hand, so that it can say what no client would. */
export class RawSocket {
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #received: string[] = [];
  #wake: () => void = () => {};
  #isClosed = false;
  #asked = 0;

  /** Opens the websocket; rejects when the handshake is refused. */
  static async open(url: string, headers: Record<string, string> = { origin: url }): Promise<RawSocket> {
    const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const raw = new RawSocket(new WebSocket(address, { headers }));
    await raw.next((packet) => packet.startsWith('0'));
    return raw;
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)));
    this.closed = new Promise((resolve) => {
      socket.addEventListener('close', ({ code }) => {
        this.#isClosed = true;
        this.#wake();
        resolve(code);
      });
    });
  }

  get isOpen(): boolean {
    return !this.#isClosed;
  }

  /** Sends CONNECT; the answer is the server's packet: `40…` when it is in, `44…` when it is not. */
  async connect(auth: unknown): Promise<string> {
    this.send(`40${JSON.stringify(auth)}`);
    return this.next((packet) => /^4[04]/.test(packet));
  }

  connectWith(ticket: string): Promise<string> {
    return this.connect({ version: PROTOCOL_VERSION, ticket });
  }

  send(packet: string | Uint8Array<ArrayBuffer>): void {
    this.#socket.send(packet);
  }

  /** Sends an event with an acknowledgement; its arguments as JSON text, so that they can be anything. */
  async ask(event: string, ...args: string[]): Promise<unknown> {
    const id = this.#asked++;
    this.send(`42${id}[${[event, ...args].join(',')}]`);
    const answer = await this.next((packet) => packet.startsWith(`43${id}[`));
    return JSON.parse(answer.slice(`43${id}`.length))[0];
  }

  /** The next packet of that kind, from those not yet taken. */
  async next(matches: (packet: string) => boolean): Promise<string> {
    for (;;) {
      const at = this.#received.findIndex(matches);
      if (at >= 0) return this.#received.splice(at, 1)[0] ?? '';
      if (this.#isClosed) throw new Error('the socket is closed');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.#socket.close();
  }

  #receive(packet: string): void {
    if (packet === '2') this.send('3');
    else this.#received.push(packet);
    this.#wake();
  }
}
