import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Ack,
  type ClientToServer,
  type Command,
  type EnterReply,
  type MediaReply,
  type MediaRequest,
  type MeetingEvent,
  type MeetingState,
  PROTOCOL_VERSION,
  type SeatEntry,
  type ServerToClient,
} from '@track2/shared';
import { io, type Socket } from 'socket.io-client';

export const newCommandId = (): string => randomBytes(16).toString('base64url');

const answersWithinMs = 5000;

/** Somebody at a real socket. Closed by whoever entered it. */
export class Person {
  readonly entry: SeatEntry;
  readonly socket: Socket<ServerToClient, ClientToServer>;
  /** The session, as a browser would send it. */
  readonly cookie: string;
  readonly #url: string;

  static async enter(url: string, link: string): Promise<Person> {
    const answer = await fetch(`${url}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ secret: link.split('#')[1] }),
    });
    const entry = (await answer.json()) as EnterReply;
    if (!answer.ok || entry.kind !== 'seat') throw new Error(`not entered: ${JSON.stringify(entry)}`);
    const socket: Socket<ServerToClient, ClientToServer> = io(url, {
      transports: ['websocket'],
      auth: { version: PROTOCOL_VERSION, ticket: entry.ticket },
      extraHeaders: { origin: url },
      reconnection: false,
      forceNew: true,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    return new Person(entry, { url, socket, cookie });
  }

  private constructor(
    entry: SeatEntry,
    { url, socket, cookie }: { url: string; socket: Socket<ServerToClient, ClientToServer>; cookie: string },
  ) {
    this.entry = entry;
    this.socket = socket;
    this.cookie = cookie;
    this.#url = url;
  }

  /** Enters once more with the session alone, which buys one more ticket. */
  async enterAgain(): Promise<SeatEntry> {
    const answer = await fetch(`${this.#url}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#url, cookie: this.cookie },
      body: JSON.stringify({ member: this.entry.you.member }),
    });
    const entry = (await answer.json()) as EnterReply;
    if (!answer.ok || entry.kind !== 'seat') throw new Error(`not entered again: ${JSON.stringify(entry)}`);
    return entry;
  }

  command(command: Command, id = newCommandId()): Promise<Ack> {
    return this.socket.timeout(answersWithinMs).emitWithAck('command', { id, command });
  }

  /** A command that has to be applied. Returns its id. */
  async act(command: Command, id = newCommandId()): Promise<string> {
    const ack = await this.command(command, id);
    if (ack.outcome !== 'applied') throw new Error(`${command.type}: ${JSON.stringify(ack)}`);
    return id;
  }

  /** The same, as slowly as the server wants it. */
  async actInTime(command: Command): Promise<void> {
    const ack = await this.command(command);
    if (ack.outcome === 'refused' && ack.refusal.code === 'frame.tooOften') {
      await sleep(ack.refusal.afterSeconds * 1000);
      return this.actInTime(command);
    }
    if (ack.outcome !== 'applied') throw new Error(`${command.type}: ${JSON.stringify(ack)}`);
  }

  media(request: MediaRequest): Promise<MediaReply> {
    return this.socket.timeout(answersWithinMs).emitWithAck('media', request);
  }

  enterLobby(): Promise<string> {
    return this.act({ type: 'roster.enterLobby', ruleVersion: this.entry.meeting.rule.version });
  }

  /** All that this person may see now; later events come after it. */
  async state(): Promise<MeetingState> {
    const reply = await this.socket.timeout(answersWithinMs).emitWithAck('sync', { position: null });
    if (reply.kind !== 'snapshot') throw new Error('no snapshot');
    return reply.snapshot.state;
  }

  onEvent(listener: (event: MeetingEvent) => void): void {
    this.socket.on('envelope', ({ events }) => {
      for (const event of events) listener(event);
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}
