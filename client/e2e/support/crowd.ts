import { randomBytes } from 'node:crypto';
import {
  type Ack,
  type ClientToServer,
  type Command,
  type EnterReply,
  type MeetingState,
  PROTOCOL_VERSION,
  type ServerToClient,
  type SyncReply,
} from '@track2/shared';
import { io, type Socket } from 'socket.io-client';
import type { Platform } from './platform.ts';

/** A person without a browser: enters by the personal link and acts over the wire, to fill a table. */
export class Attendee {
  readonly member: string;
  readonly #socket: Socket<ServerToClient, ClientToServer>;

  static async enter(platform: Platform, seat: string): Promise<Attendee> {
    const link = new URL(platform.links.get(seat) ?? '');
    const response = await fetch(`${link.origin}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: link.origin },
      body: JSON.stringify({ secret: link.hash.slice(1).split('=').at(-1) }),
    });
    const entry = (await response.json()) as EnterReply;
    if (entry.kind !== 'seat') throw new Error(`no entry for ${seat}: ${JSON.stringify(entry)}`);
    const socket: Socket<ServerToClient, ClientToServer> = io(entry.home, {
      transports: ['websocket'],
      extraHeaders: { origin: link.origin },
      auth: { version: PROTOCOL_VERSION, ticket: entry.ticket },
      reconnection: false,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const attendee = new Attendee(entry.you.member, socket);
    await attendee.send({ type: 'roster.enterLobby', ruleVersion: entry.meeting.rule.version });
    return attendee;
  }

  private constructor(member: string, socket: Socket<ServerToClient, ClientToServer>) {
    this.member = member;
    this.#socket = socket;
  }

  /** Sends a command that has to be applied. */
  async send(command: Command): Promise<void> {
    const id = randomBytes(16).toString('base64url');
    const answer = await new Promise<Ack>((resolve) => this.#socket.emit('command', { id, command }, resolve));
    if (answer.outcome !== 'applied') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  }

  /** The meeting as this person sees it now. */
  async state(): Promise<MeetingState> {
    const reply = await new Promise<SyncReply>((resolve) => this.#socket.emit('sync', { position: null }, resolve));
    if (reply.kind !== 'snapshot') throw new Error('a sync without a position is answered by a snapshot');
    return reply.snapshot.state;
  }

  close(): void {
    this.#socket.close();
  }
}
