import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { BaseLogger } from 'pino';
import type { Config } from './config.ts';
import { MeetingPages } from './desk/meetingPages.ts';
import type { Mail } from './desk/parts.ts';
import type { Equipment } from './equipment/equipment.ts';
import { Gateway } from './gateway/gateway.ts';
import { serveClient } from './http/client.ts';
import { serveDesk } from './http/desk.ts';
import { serveDocuments } from './http/documents.ts';
import { serveEnter } from './http/enter.ts';
import { reportFaults } from './http/faults.ts';
import { secureHeaders } from './http/headers.ts';
import { serveLogos } from './http/logos.ts';
import { requireOurOrigin } from './http/origin.ts';
import { Tickets } from './identity/tickets.ts';
import { type Allowances, RateLimits, standardAllowances } from './limits/rateLimits.ts';
import type { OpenMediaPlane } from './media/mediaPlane.ts';
import type { Clocks } from './meeting/meetingClock.ts';
import { Meetings, type MeetingsOptions } from './meeting/meetings.ts';
import type { Storage } from './storage/ports.ts';

const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** The parts an app is made of. A proof passes a deliberately broken one; `main.ts` never does. */
export type AppOptions = {
  config: Pick<Config, 'origins' | 'publicUrl' | 'tls' | 'trustedProxies' | 'documents'>;
  logger: FastifyBaseLogger & BaseLogger;
  storage: Storage;
  clocks: Clocks;
  openMedia: OpenMediaPlane;
  equipment: Equipment;
  /** Whether the media workers are there: part of being ready. */
  mediaReady(): boolean;
  /** The way out for invitations; without it the desk shows them to be copied. */
  mail?: Mail | null;
  /** What a command comes to, where it is not what the rules say. */
  decide?: NonNullable<MeetingsOptions['decide']>;
  /** What people may ask for, where it is not the standard. */
  allowances?: Partial<Allowances>;
};

/** The one place where the parts of the server meet. The caller listens and closes, and closes what it passed in. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, logger, storage, clocks, openMedia, equipment } = options;
  const { tls, publicUrl } = config;
  const httpLogger: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance: httpLogger,
    // A line per request would tell who was where and when; transitions are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: 65_536,
    serverFactory: (handler) =>
      tls
        ? createHttpsServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, handler)
        : createHttpServer(handler),
  });
  const isOurOrigin = (origin: string | undefined): boolean => origin !== undefined && config.origins.includes(origin);
  reportFaults(app);
  await secureHeaders(app, config);
  await app.register(cookie);
  requireOurOrigin(app, isOurOrigin);

  const tickets = new Tickets(clocks.monotonic);
  const limits = new RateLimits({ ...standardAllowances, ...options.allowances }, (what) =>
    logger.warn({ what }, 'too many of these for one person, address or meeting'),
  );
  // Meetings push media news through the gateway, and the gateway finds meetings: it is there before the first peer.
  const gatewayOf = (): Gateway => gateway;
  const { credentials } = storage;
  const shutOut = async (meeting: string, member: string): Promise<void> => {
    tickets.end(meeting, member);
    await credentials.end({ kind: 'member', meeting, member });
  };
  const meetings = await Meetings.open({
    storage,
    clocks,
    openMedia,
    ...(options.decide ? { decide: options.decide } : {}),
    shutOut,
    pushMedia: {
      push: (connection, push) => gatewayOf().push(connection, push),
      pulse: (connection, pulse) => gatewayOf().pulse(connection, pulse),
    },
    logger,
  });
  const gateway = new Gateway({
    server: app.server,
    meetings,
    tickets,
    credentials,
    equipment,
    limits,
    isOurOrigin,
    logger,
  });

  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', async (_, reply) => {
    if (options.mediaReady() && (await storeAnswers(storage, logger))) return { status: 'ready' };
    return reply.code(503).send({ status: 'notReady' });
  });
  const { mostBytes, mostPages } = config.documents;
  const uploads = { mostBytes, mostPages };
  const { desk } = storage;
  serveEnter(app, { meetings, credentials, desk, tickets, limits, publicUrl, uploads, wall: clocks.wall });
  const { documents } = storage;
  serveDocuments(app, { meetings, credentials, documents, limits: config.documents, monotonic: clocks.monotonic });
  const { wall } = clocks;
  const pages = new MeetingPages(storage.desk);
  serveDesk(app, { storage, meetings, pages, mail: options.mail ?? null, publicUrl, shutOut, wall, logger });
  serveLogos(app, { storage, meetings });
  await serveClient(app, clientFolder);

  // Sockets first, as the HTTP server would wait for them; then the meetings, whose clocks are saved at the end.
  app.addHook('preClose', async () => {
    gateway.close();
    equipment.close();
    await meetings.close();
  });
  return app;
}

async function storeAnswers(storage: Storage, logger: FastifyBaseLogger): Promise<boolean> {
  try {
    // The log may lie elsewhere than the rest; a meeting that nobody has is the least that it can be asked for.
    await Promise.all([storage.catalog.meetings(), storage.log.load('none')]);
    return true;
  } catch (error) {
    // Being not ready is the answer here; the log says why.
    logger.error({ err: error }, 'the store does not answer');
    return false;
  }
}

// What a proof makes an app of, as `main.ts` does; it gets at the parts through this module alone.
export { standardLimits } from './documents/limits.ts';
export { EquipmentTests, openTestRouter } from './equipment/equipment.ts';
export { issueLink } from './identity/links.ts';
export type { OpenMediaPlane } from './media/mediaPlane.ts';
export { MeetingMedia } from './media/meetingMedia.ts';
export { WorkerPool } from './media/workerPool.ts';
export { loadMeeting } from './meeting/loadMeeting.ts';
export { machineClocks } from './meeting/meetingClock.ts';
export { parseMeetingFile } from './meeting/meetingFile.ts';
export { openStorage, type StorageOptions } from './storage/open.ts';
export type { Storage } from './storage/ports.ts';
