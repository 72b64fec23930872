import { type ClientToServer, type EnterReply, PROTOCOL_VERSION, type ServerToClient } from '@track2/shared';
import { io, type Socket } from 'socket.io-client';

const answersWithinMs = 5000;

/** Somebody at the door who keeps every byte that the server sends. Closed by the proof. */
export class Guest {
  /** What came, in order: status, headers and body of the entry, then each message of the socket. */
  readonly received: string[];
  readonly member: string;
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  static async enter(url: string, link: string): Promise<Guest> {
    const answer = await fetch(`${url}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ secret: link.split('#')[1] }),
    });
    const body = await answer.text();
    const headers = [...answer.headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
    const received = [String(answer.status), ...headers, body].map((line) => line.replaceAll(url, 'URL'));
    const entry = JSON.parse(body) as EnterReply;
    if (entry.kind !== 'seat') throw new Error(`not entered: ${body}`);
    const socket: Socket<ServerToClient, ClientToServer> = io(url, {
      transports: ['websocket'],
      auth: { version: PROTOCOL_VERSION, ticket: entry.ticket },
      extraHeaders: { origin: url },
      reconnection: false,
      forceNew: true,
    });
    // Pings come when they come; they carry nothing.
    socket.io.on('open', () =>
      socket.io.engine.on('packet', ({ type, data }) => {
        if (type !== 'ping') received.push(`${type} ${String(data)}`);
      }),
    );
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new Guest(entry.you.member, socket, received);
  }

  private constructor(member: string, socket: Socket<ServerToClient, ClientToServer>, received: string[]) {
    this.member = member;
    this.#socket = socket;
    this.received = received;
  }

  /** Asks the server for something and waits for its answer. */
  async ask(event: keyof ClientToServer, content: object): Promise<void> {
    // The four events differ in what they carry, which is of no concern to who only listens.
    await (this.#socket as Socket).timeout(answersWithinMs).emitWithAck(event, content);
  }

  /** Does what the guest is to learn of, and waits until that has come. */
  async sees(act: () => Promise<unknown>): Promise<void> {
    const told = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the guest was told nothing')), answersWithinMs);
      this.#socket.once('envelope', () => {
        clearTimeout(late);
        resolve();
      });
    });
    await act();
    await told;
  }

  close(): void {
    this.#socket.disconnect();
  }
}
