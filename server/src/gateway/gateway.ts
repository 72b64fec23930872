import type { Server as HttpServer } from 'node:http';
import {
  type Ack,
  type CheckReply,
  CheckRequest,
  type ClientToServer,
  CommandFrame,
  ConnectAuth,
  type EndReason,
  type Id,
  type MediaReply,
  MediaRequest,
  PROTOCOL_VERSION,
  type ServerToClient,
  SyncFrame,
  type SyncReply,
} from '@track2/shared';
import type { BaseLogger } from 'pino';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { Equipment } from '../equipment/equipment.ts';
import type { Admission, Tickets } from '../identity/tickets.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import type { MeetingHost } from '../meeting/meetingHost.ts';
import type { Meetings } from '../meeting/meetings.ts';
import type { Viewer } from '../meeting/viewers.ts';
import type { Credentials } from '../storage/ports.ts';
import { answering } from './answering.ts';

type Connected = Socket<ClientToServer, ServerToClient, DefaultEventsMap, { admission: Admission }>;

export type GatewayOptions = {
  server: HttpServer;
  meetings: Meetings;
  tickets: Tickets;
  credentials: Credentials;
  equipment: Equipment;
  limits: RateLimits;
  isOurOrigin(origin: string | undefined): boolean;
  logger: BaseLogger;
};

// How often the sessions behind the open sockets are looked up again, so that an ended link ends its socket.
const SESSION_CHECK_MS = 1000;

const CLIENT_EVENTS: ReadonlySet<unknown> = new Set<keyof ClientToServer>([
  'command',
  'sync',
  'clock',
  'media',
  'check',
]);

/**
 * Where sockets meet the meeting: parses what comes in, knows who sent it, passes on what the host answers. Makes
 * no decision of its own. Closed by the app, before the HTTP server.
 */
export class Gateway {
  readonly #io: Server<ClientToServer, ServerToClient, DefaultEventsMap, { admission: Admission }>;
  readonly #options: GatewayOptions;
  readonly #sockets = new Map<string, Connected>();
  readonly #sessionCheck: NodeJS.Timeout;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#io = new Server(options.server, {
      transports: ['websocket'],
      allowUpgrades: false,
      serveClient: false,
      pingInterval: 3000,
      pingTimeout: 3000,
      connectTimeout: 5000,
      maxHttpBufferSize: 65_536,
      perMessageDeflate: false,
      httpCompression: false,
      allowRequest: (request, decide) => decide(null, options.isOurOrigin(request.headers.origin)),
    });
    this.#io.use((socket, next) => {
      const refusal = this.#admit(socket);
      next(refusal === null ? undefined : new Error(refusal));
    });
    this.#io.on('connection', (socket) => this.#connect(socket));
    this.#sessionCheck = setInterval(() => void this.#endEndedSessions(), SESSION_CHECK_MS); // catches its own faults
  }

  /** Sends to one socket, if it is still there. */
  push(connection: string, ...message: Parameters<ServerToClient['media']>): void {
    this.#sockets.get(connection)?.emit('media', ...message);
  }

  /** Like `push`, but dropped when the socket is busy. */
  pulse(connection: string, ...message: Parameters<ServerToClient['pulse']>): void {
    this.#sockets.get(connection)?.volatile.emit('pulse', ...message);
  }

  /** Closes every socket in the way after which clients come back by themselves. */
  close(): void {
    clearInterval(this.#sessionCheck);
    this.#io.engine.close();
  }

  #admit(socket: Connected): string | null {
    const auth = ConnectAuth.safeParse(socket.handshake.auth);
    if (!auth.success) return 'frame.malformed';
    if (auth.data.version !== PROTOCOL_VERSION) return 'versionMismatch';
    const admission = this.#options.tickets.redeem(auth.data.ticket);
    if (admission === null || !this.#isKnown(admission)) return 'ticket.unknown';
    socket.data.admission = admission;
    return null;
  }

  #isKnown({ meeting, member }: Admission): boolean {
    return this.#options.meetings.find(meeting)?.knows(member) === true;
  }

  #connect(socket: Connected): void {
    const { meeting, member } = socket.data.admission;
    const host = this.#options.meetings.find(meeting);
    // Looked up again, as the member may have been removed since the ticket was taken.
    if (host === undefined || !this.#isKnown(socket.data.admission)) {
      this.#end(socket, host === undefined ? 'meetingGone' : 'linkRevoked');
      return;
    }
    const viewer: Viewer = {
      id: socket.id,
      member,
      envelope: (envelope) => socket.emit('envelope', envelope),
      snapshot: (snapshot, nameplates) => socket.emit('snapshot', snapshot, nameplates),
      end: (reason) => this.#end(socket, reason),
    };
    const earlier = [...this.#sockets.values()].filter(({ data }) => data.admission.member === member);
    this.#sockets.set(socket.id, socket);
    // Before the earlier socket of the member ends, so that the member is never gone in between.
    host.attach(viewer);
    for (const other of earlier) this.#end(other, 'anotherDevice');
    socket.on('disconnect', () => {
      this.#sockets.delete(socket.id);
      this.#options.equipment.leave(socket.id);
      host.detach(viewer);
    });
    socket.on('error', (error) => {
      // A frame that is no well-formed packet: socket.io closes this socket alone.
      this.#options.logger.warn({ meeting, err: error.message }, 'broken packet');
    });
    this.#requireKnownEvent(socket, meeting);
    this.#holdToLimits(socket, meeting, member);
    this.#listen(socket, host, viewer);
  }

  #listen(socket: Connected, host: MeetingHost, viewer: Viewer): void {
    const answer = answering(this.#options.logger, host.meeting);
    socket.on(
      'command',
      answer<Ack, CommandFrame>(CommandFrame, {
        handle: (frame) => host.submit(viewer.member, frame),
        malformed: (path) => ({ outcome: 'refused', refusal: { code: 'frame.malformed', path } }),
        fault: (incident) => ({ outcome: 'fault', code: 'fault.internal', incident, retry: false }),
      }),
    );
    socket.on(
      'sync',
      answer<SyncReply, SyncFrame>(SyncFrame, {
        handle: ({ position }) => host.sync(viewer, position),
        // A mirror that cannot say where it stands gets everything anew.
        malformed: () => host.sync(viewer, null),
        fault: () => null,
      }),
    );
    socket.on('clock', (_, ack) => {
      if (typeof ack === 'function') ack(host.clock());
    });
    socket.on(
      'media',
      answer<MediaReply, MediaRequest>(MediaRequest, {
        handle: (request) => host.media(viewer, request),
        malformed: () => ({ ok: false, code: 'media.malformed' }),
        fault: () => ({ ok: false, code: 'media.unavailable' }),
      }),
    );
    socket.on(
      'check',
      answer<CheckReply, CheckRequest>(CheckRequest, {
        handle: (request) => this.#options.equipment.request(socket.id, viewer.member, request),
        malformed: () => ({ ok: false, code: 'check.malformed' }),
        fault: () => ({ ok: false, code: 'check.unavailable' }),
      }),
    );
  }

  /**
   * Lets only the events of the protocol through to the listeners. A client may name any event but socket.io's own:
   * `error`, too, to which this server listens itself.
   */
  #requireKnownEvent(socket: Connected, meeting: Id): void {
    socket.use(([event, ...rest], next) => {
      if (CLIENT_EVENTS.has(event)) {
        next();
        return;
      }
      const ack: unknown = rest.at(-1);
      if (typeof ack === 'function') ack({ outcome: 'refused', refusal: { code: 'frame.malformed', path: 'event' } });
      this.#options.logger.warn({ meeting }, 'unknown event');
    });
  }

  /** Turns away what is too much, before it is looked into. */
  #holdToLimits(socket: Connected, meeting: Id, member: Id): void {
    const { limits, logger } = this.#options;
    socket.use(([event, ...rest], next) => {
      const ack: unknown = rest.at(-1);
      const refuse = (answer: Ack | MediaReply | CheckReply): void => {
        if (typeof ack === 'function') ack(answer);
      };
      const counted = event === 'command' ? limits.command(meeting, member) : limits.request(member);
      counted.then(
        (afterSeconds) => {
          if (afterSeconds === null) next();
          else if (event === 'command') {
            refuse({ outcome: 'refused', refusal: { code: 'frame.tooOften', afterSeconds } });
          } else if (event === 'media') refuse({ ok: false, code: 'media.unavailable' });
          else if (event === 'check') refuse({ ok: false, code: 'check.tooOften', afterSeconds });
          // A sync or a clock that is not answered is asked for again, later.
        },
        (error: unknown) => {
          // What counts has failed; the person is not to suffer for it.
          logger.error({ meeting, err: error }, 'a frame was not counted');
          next();
        },
      );
    });
  }

  #end(socket: Connected, reason: EndReason): void {
    socket.emit('ended', reason);
    socket.disconnect(true);
  }

  async #endEndedSessions(): Promise<void> {
    for (const socket of this.#sockets.values()) {
      try {
        const holder = await this.#options.credentials.session(socket.data.admission.sessionHash);
        if (holder === null) this.#end(socket, 'linkRevoked');
      } catch (error) {
        // The store is away for the moment; nobody inside is dropped for that.
        this.#options.logger.error({ err: error }, 'session check failed');
      }
    }
  }
}
