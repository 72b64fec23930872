import { randomBytes } from 'node:crypto';
import {
  type Ack,
  type ClientToServer,
  type Command,
  type EnterReply,
  type Envelope,
  evolve,
  type MeetingState,
  type Nameplates,
  type Position,
  PROTOCOL_VERSION,
  type SeatEntry,
  type ServerToClient,
  type Snapshot,
  type SyncReply,
} from '@track2/shared';
import { io, type Socket } from 'socket.io-client';
import { Bell } from './support/bell.ts';

export const newCommandId = (): string => randomBytes(16).toString('base64url');

/** Posts to `/api/enter` as a page of that origin would. */
export async function enter(
  url: string,
  body: object,
  { cookie = '', origin = url }: { cookie?: string; origin?: string } = {},
): Promise<{ status: number; body: EnterReply | { code: string }; cookie: string }> {
  const answer = await fetch(`${url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify(body),
  });
  const set = answer.headers.getSetCookie()[0]?.split(';')[0];
  return { status: answer.status, body: (await answer.json()) as EnterReply | { code: string }, cookie: set ?? cookie };
}

/** A person at a real socket, with a mirror that folds what it is sent. Closed by the test. */
export class Person {
  readonly url: string;
  readonly entry: SeatEntry;
  readonly cookie: string;
  socket: Socket<ServerToClient, ClientToServer>;
  state!: MeetingState;
  position!: Position;
  nameplates!: Nameplates;
  readonly received: Envelope[] = [];
  readonly #told = new Bell();

  static async open(url: string, link: string): Promise<Person> {
    const { body, cookie, status } = await enter(url, { secret: link.split('#')[1] });
    if (!('kind' in body) || body.kind !== 'seat') throw new Error(`not entered: ${status} ${JSON.stringify(body)}`);
    const person = new Person(url, body, cookie);
    await person.connect(body.ticket);
    return person;
  }

  private constructor(url: string, entry: SeatEntry, cookie: string) {
    this.url = url;
    this.entry = entry;
    this.cookie = cookie;
    this.socket = this.#socket('');
  }

  get member(): string {
    return this.entry.you.member;
  }

  get seat(): string {
    return this.entry.you.seat;
  }

  /** A new one-use ticket for the session that this person's cookie holds. */
  async ticket(): Promise<string> {
    const { body } = await enter(this.url, { member: this.member }, { cookie: this.cookie });
    if (!('kind' in body) || body.kind !== 'seat') throw new Error(`no ticket: ${JSON.stringify(body)}`);
    return body.ticket;
  }

  async connect(ticket?: string): Promise<void> {
    this.socket.disconnect();
    this.socket = this.#socket(ticket ?? (await this.ticket()));
    this.socket.on('envelope', (envelope) => this.#fold(envelope));
    this.socket.on('snapshot', (snapshot, nameplates) => this.#replace(snapshot, nameplates));
    await new Promise<void>((resolve, reject) => {
      this.socket.on('connect', resolve);
      this.socket.on('connect_error', reject);
      this.socket.connect();
    });
    await this.sync();
  }

  sync(position: Position | null = this.position ?? null): Promise<SyncReply> {
    // With a callback, as a promise would go on after the envelopes that came right behind the answer.
    return new Promise((resolve, reject) => {
      this.socket.timeout(5000).emit('sync', { position }, (error, reply) => {
        if (error) {
          reject(error);
          return;
        }
        if (reply.kind === 'snapshot') this.#replace(reply.snapshot, reply.nameplates);
        else for (const envelope of reply.envelopes) this.#fold(envelope);
        resolve(reply);
      });
    });
  }

  send(command: Command, id = newCommandId()): Promise<Ack> {
    return this.socket.timeout(5000).emitWithAck('command', { id, command });
  }

  /** Sends what has to be applied. */
  async act(command: Command): Promise<void> {
    const ack = await this.send(command);
    if (ack.outcome !== 'applied') throw new Error(`${command.type}: ${JSON.stringify(ack)}`);
    await this.until(() => this.position.line !== ack.position.line || this.position.n >= ack.position.n);
  }

  enterLobby(): Promise<void> {
    return this.act({ type: 'roster.enterLobby', ruleVersion: this.entry.meeting.rule.version });
  }

  /** Resolves once the mirror shows it; each envelope looks again. */
  until(holds: () => boolean, ms = 5000): Promise<void> {
    return this.#told.until(holds, ms);
  }

  close(): void {
    this.socket.disconnect();
  }

  #socket(ticket: string): Socket<ServerToClient, ClientToServer> {
    return io(this.url, {
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      auth: { version: PROTOCOL_VERSION, ticket },
      extraHeaders: { origin: this.url },
    });
  }

  #replace({ state, line, n }: Snapshot, nameplates: Nameplates): void {
    this.state = state;
    this.position = { line, n };
    this.nameplates = nameplates;
    this.#wake();
  }

  #fold(envelope: Envelope): void {
    if (envelope.line !== this.position.line || envelope.n <= this.position.n) return;
    if (envelope.n !== this.position.n + 1) throw new Error(`gap: ${this.position.n} then ${envelope.n}`);
    this.received.push(envelope);
    this.state = envelope.events.reduce(evolve, this.state);
    this.position = { line: envelope.line, n: envelope.n };
    this.#wake();
  }

  #wake(): void {
    this.#told.ring();
  }
}
