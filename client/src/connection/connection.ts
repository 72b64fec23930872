import {
  type Ack,
  type CheckReply,
  type CheckRequest,
  type ClientToServer,
  type Command,
  type CommandFrame,
  type EndReason,
  type MediaPush,
  type MediaReply,
  type MediaRequest,
  PROTOCOL_VERSION,
  type Pulse,
  type SeatEntry,
  type ServerToClient,
} from '@track2/shared';
import { io, type Socket } from 'socket.io-client';
import { betterEstimate, sampleOf } from '../meeting/clock.ts';
import { meetingStore } from '../meeting/meetingStore.ts';
import { fold, mirrorOf, synced } from '../meeting/mirror.ts';
import { requestEntry } from './enter.ts';

type Waiting = { frame: CommandFrame; settle(ack: Ack): void; late(ack: Ack): void };
type Listener<T> = (value: T) => void;

const ANSWER_MS = 8000;
const CLOCK_MS = 15_000;

const newCommandId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};

/**
 * The one socket of this page, and the only writer of the mirror. It comes back by itself with a new ticket, asks
 * for what it missed, and sends each command again with the same id until there is a final answer. Lives as long
 * as the page holds a seat; closed when the next is opened or when it has ended.
 */
class Connection {
  readonly #entry: SeatEntry;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #outbox = new Map<string, Waiting>();
  readonly #clockTimer: number;
  #firstTicket: string | null;

  constructor(entry: SeatEntry) {
    this.#entry = entry;
    this.#firstTicket = entry.ticket;
    this.#socket = io(entry.home, {
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 3000,
      randomizationFactor: 0.5,
      auth: (give) => void this.#authorise(give), // a refusal ends the connection itself
    });
    this.#socket.on('connect', () => this.#sync());
    this.#socket.on('disconnect', (reason) => {
      // After `ended` the server has closed for good; anything else comes back.
      if (meetingStore.getState().link.status !== 'ended') meetingStore.setState({ link: { status: 'reconnecting' } });
      if (reason === 'io server disconnect') this.#end('meetingGone');
    });
    this.#socket.on('connect_error', (error) => this.#onConnectError(error.message));
    this.#socket.on('ended', (reason) => this.#end(reason));
    this.#socket.on('snapshot', (snapshot, nameplates) => {
      meetingStore.setState({ meeting: mirrorOf(snapshot, nameplates, this.#entry.you.member) });
    });
    this.#socket.on('envelope', (envelope) => {
      const folded = fold(meetingStore.getState().meeting, envelope);
      if (folded.kind === 'view') meetingStore.setState({ meeting: folded.view });
      if (folded.kind === 'gap') this.#sync();
    });
    this.#socket.on('media', (push) => tell(mediaListeners, push));
    this.#socket.on('pulse', (pulse) => tell(pulseListeners, pulse));
    this.#clockTimer = window.setInterval(() => void this.#readClock(), CLOCK_MS); // the next reading follows
  }

  send(command: Command, late: (ack: Ack) => void): Promise<Ack> {
    const frame: CommandFrame = { id: newCommandId(), command };
    return new Promise((settle) => {
      this.#outbox.set(frame.id, { frame, settle, late });
      if (this.#socket.connected) void this.#deliver(frame.id); // sent again at the next connect when it fails
    });
  }

  media(request: MediaRequest): Promise<MediaReply> {
    return this.#socket.timeout(ANSWER_MS).emitWithAck('media', request);
  }

  check(request: CheckRequest): Promise<CheckReply> {
    return this.#socket.timeout(ANSWER_MS).emitWithAck('check', request);
  }

  close(): void {
    window.clearInterval(this.#clockTimer);
    this.#socket.disconnect();
  }

  async #authorise(give: (auth: object) => void): Promise<void> {
    const ticket = this.#firstTicket ?? (await this.#newTicket());
    this.#firstTicket = null;
    if (ticket !== null) give({ version: PROTOCOL_VERSION, ticket });
  }

  async #newTicket(): Promise<string | null> {
    const outcome = await requestEntry({ member: this.#entry.you.member });
    if (outcome.entered && outcome.reply.kind === 'seat') return outcome.reply.ticket;
    const code = outcome.entered ? 'enter.sessionGone' : outcome.refusal.code;
    if (code === 'unreachable' || code === 'http.fault' || code === 'enter.tooOften') {
      // The server is away, or asked too often: give the socket up for now, so that it tries again after its delay.
      this.#socket.io.engine.close();
    } else this.#end(code === 'enter.sessionGone' ? 'sessionGone' : 'meetingGone');
    return null;
  }

  #onConnectError(message: string): void {
    if (message === 'versionMismatch') {
      this.#end('versionMismatch');
      return;
    }
    if (meetingStore.getState().link.status === 'ended') return;
    meetingStore.setState({ link: { status: 'reconnecting' } });
    // A refusal by the server itself is not tried again by socket.io; the next try has a new ticket.
    if (!this.#socket.active) window.setTimeout(() => this.#socket.connect(), 500);
  }

  #end(reason: EndReason | 'sessionGone'): void {
    if (meetingStore.getState().link.status === 'ended') return;
    meetingStore.setState({ link: { status: 'ended', reason } });
    this.close();
  }

  /** Brings the mirror up to date: from where it stands, or anew. */
  #sync(position = meetingStore.getState().meeting?.position ?? null): void {
    // By a callback, which runs before the next message does: after a promise an envelope could overtake the answer.
    this.#socket.timeout(ANSWER_MS).emit('sync', { position }, (error, reply) => {
      if (error) {
        // As good as lost. Closing it brings the next connect, and with it the next sync.
        this.#socket.io.engine.close();
        return;
      }
      const meeting = synced(meetingStore.getState().meeting, reply, this.#entry.you.member);
      if (meeting === null) {
        this.#sync(null);
        return;
      }
      meetingStore.setState({ meeting });
      void this.#goOn(); // what it sends is sent again at the next connect when it fails
    });
  }

  async #goOn(): Promise<void> {
    await this.#readClock();
    meetingStore.setState({ link: { status: 'connected' } });
    for (const id of this.#outbox.keys()) void this.#deliver(id); // sent again at the next connect when it fails
    tell(connectedListeners, undefined);
  }

  async #deliver(id: string): Promise<void> {
    const waiting = this.#outbox.get(id);
    if (waiting === undefined) return;
    let ack: Ack;
    try {
      ack = await this.#socket.timeout(ANSWER_MS).emitWithAck('command', waiting.frame);
    } catch {
      // No answer: it stays in the outbox and is sent again with the same id, now or at the next connect.
      if (this.#socket.connected) window.setTimeout(() => void this.#deliver(id), 1000);
      return;
    }
    if (ack.outcome === 'fault' && ack.retry) {
      waiting.late(ack);
      window.setTimeout(() => void this.#deliver(id), 1000);
      return;
    }
    this.#outbox.delete(id);
    waiting.settle(ack);
  }

  async #readClock(): Promise<void> {
    const sent = performance.now();
    try {
      const reply = await this.#socket.timeout(ANSWER_MS).emitWithAck('clock', {});
      const clock = betterEstimate(meetingStore.getState().clock, sampleOf(reply, sent, performance.now()));
      meetingStore.setState({ clock });
    } catch {
      // No answer: the sample held goes on counting, the next reading follows.
    }
  }
}

const mediaListeners = new Set<Listener<MediaPush>>();
const pulseListeners = new Set<Listener<Pulse>>();
const connectedListeners = new Set<Listener<undefined>>();

function tell<T>(listeners: Set<Listener<T>>, value: T): void {
  for (const listener of listeners) listener(value);
}

const listen =
  <T>(listeners: Set<Listener<T>>) =>
  (listener: Listener<T>): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

/** Hears what the media plane tells this client. Returns how to stop. */
export const onMediaPush = listen(mediaListeners);
/** Hears who speaks and how loud. Returns how to stop. */
export const onPulse = listen(pulseListeners);
/** Called after each connect, once the mirror is up to date. Returns how to stop. */
export const onConnected = listen(connectedListeners);

let connection: Connection | null = null;

/** Opens the one connection of this page, with the ticket of the entry. */
export function openConnection(entry: SeatEntry): void {
  connection?.close();
  const { you, meeting, uploads } = entry;
  meetingStore.setState({
    entered: { you, meeting, uploads },
    meeting: null,
    link: { status: 'connecting' },
    clock: null,
  });
  connection = new Connection(entry);
}

/** Closes the connection of somebody who does not enter. */
export function closeConnection(): void {
  connection?.close();
  connection = null;
  meetingStore.setState({ entered: null, meeting: null, clock: null });
}

/**
 * Sends a command and resolves with its final answer, however often the link is lost meanwhile; `late` hears of
 * each answer that is not final yet.
 */
export function send(command: Command, late: (ack: Ack) => void = () => {}): Promise<Ack> {
  if (connection === null) return Promise.reject(new Error('there is no connection'));
  return connection.send(command, late);
}

/** Asks something of the media plane. Rejects when there is no answer in time. */
export function mediaRequest(request: MediaRequest): Promise<MediaReply> {
  if (connection === null) return Promise.reject(new Error('there is no connection'));
  return connection.media(request);
}

/** Asks something of the equipment test. Rejects when there is no answer in time. */
export function checkRequest(request: CheckRequest): Promise<CheckReply> {
  if (connection === null) return Promise.reject(new Error('there is no connection'));
  return connection.check(request);
}
