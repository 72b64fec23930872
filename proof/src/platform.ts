import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import {
  type AppOptions,
  createApp,
  EquipmentTests,
  issueLink,
  loadMeeting,
  MeetingMedia,
  machineClocks,
  type OpenMediaPlane,
  openStorage,
  openTestRouter,
  parseMeetingFile,
  type Storage,
  type StorageOptions,
  standardLimits,
  WorkerPool,
} from '@track2/server';
import type { MeetingFile } from '@track2/shared';
import { pino } from 'pino';

const exampleFile = fileURLToPath(new URL('../../examples/2020-05-28-regional-dimensions.json', import.meta.url));

/** Makes the real media plane worse than it is: a planted bug, which a proof has to catch. */
export type Break = (open: OpenMediaPlane) => OpenMediaPlane;

/** The same for what is kept. */
export type BreakStorage = (storage: Storage) => Storage;

export type PlatformOptions = {
  breakMedia?: Break;
  breakStorage?: BreakStorage;
  clocks?: AppOptions['clocks'];
  /** Whose `x-forwarded-for` is believed. */
  trustedProxies?: readonly string[];
  /** Where the store lies; without it, in memory. */
  dataDir?: string;
  /** Gets each line that the server logs, as it would be written. */
  onLog?: (line: string) => void;
  /** Makes the whole server worse than it is. */
  breakApp?: (app: Awaited<ReturnType<typeof createApp>>, log: AppOptions['logger']) => void;
  /** What a command comes to, where it is not what the rules say. */
  decide?: NonNullable<AppOptions['decide']>;
  /** What people may ask for, where it is not the standard. */
  allowances?: NonNullable<AppOptions['allowances']>;
  /** Whose pages are let in besides that of the platform itself; what is asked is whether it is included. */
  origins?: string[];
  /** What is other than in the example. */
  edit?: (file: MeetingFile) => MeetingFile;
  /** Loads the example once more beside itself; the links of its seats begin with `beside/`. */
  isDoubled?: boolean;
};

/** The real server on the loopback, with the example meeting. Closed by the proof. */
export type Platform = {
  url: string;
  httpPort: number;
  rtcPort: number;
  storage: Storage;
  /** Personal links by seat name. */
  links: ReadonlyMap<string, string>;
  /** The personal link of the seat of that name. */
  linkOf: (seat: string) => string;
  close(): Promise<void>;
};

const quiet = (): void => undefined;
const loud = (...said: unknown[]): void => void process.stderr.write(`server: ${said.map(describe).join(' ')}\n`);
const describe = (said: unknown): string =>
  typeof said === 'object' && said !== null && 'err' in said ? String(said.err) : JSON.stringify(said);
const quietLogger: AppOptions['logger'] = {
  level: 'error',
  msgPrefix: undefined,
  fatal: loud,
  error: loud,
  warn: quiet,
  info: quiet,
  debug: quiet,
  trace: quiet,
  silent: quiet,
  child: () => quietLogger,
};

export async function startPlatform({
  breakMedia = (open) => open,
  breakStorage = (storage) => storage,
  clocks = machineClocks,
  trustedProxies = [],
  edit = (file) => file,
  dataDir,
  onLog,
  breakApp = () => undefined,
  decide,
  allowances = {},
  origins = [],
  isDoubled = false,
}: PlatformOptions = {}): Promise<Platform> {
  const rtcPort = await freeUdpPort();
  const logger = onLog === undefined ? quietLogger : pino({ level: 'trace' }, { write: onLog });
  const kept: StorageOptions =
    dataDir === undefined ? { kind: 'memory' } : { kind: 'sqlite', dataDir, masterKey: randomBytes(32) };
  const storage = breakStorage(await openStorage(kept));
  const wall = clocks.wall();
  const links = new Map(await loadExample(storage, { edit, wall }));
  if (isDoubled) {
    const beside = await loadExample(storage, { edit: (file) => ({ ...edit(file), id: 'beside' }), wall });
    for (const [seat, link] of beside) links.set(`beside/${seat}`, link);
  }
  const pool = await WorkerPool.create({
    workers: 1,
    firstPort: rtcPort,
    listenIp: '127.0.0.1',
    announcedAddress: null,
    workerBin: process.env.MEDIASOUP_WORKER_BIN ?? null,
    log: logger,
  });
  const closeParts = async (): Promise<void> => {
    await pool.close();
    await storage.close();
  };
  const app = await createApp({
    config: { origins, publicUrl: 'http://localhost:3000', tls: null, trustedProxies, documents: standardLimits },
    logger,
    storage,
    clocks,
    openMedia: breakMedia((options) => MeetingMedia.create({ ...options, pool })),
    equipment: new EquipmentTests({ openRouter: openTestRouter(pool), log: logger }),
    mediaReady: () => pool.ready,
    allowances,
    ...(decide ? { decide } : {}),
  }).catch(async (error: unknown) => {
    await closeParts();
    throw error;
  });
  breakApp(app, logger);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port: httpPort } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${httpPort}`;
  origins.push(url);
  const close = async (): Promise<void> => {
    await app.close();
    await closeParts();
  };
  const linkOf = (seat: string): string => {
    const link = links.get(seat);
    if (link === undefined) throw new Error(`the example meeting has no seat ${seat}`);
    return link;
  };
  return { url, httpPort, rtcPort, storage, links, linkOf, close };
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  const closed = once(socket, 'close');
  socket.close();
  await closed;
  return port;
}

async function loadExample(
  storage: Storage,
  { edit, wall }: { edit: (file: MeetingFile) => MeetingFile; wall: number },
): Promise<Map<string, string>> {
  const file = edit(parseMeetingFile(readFileSync(exampleFile, 'utf8'), exampleFile));
  const { seats } = await loadMeeting(storage, file, { startsAt: wall, wall });
  const links = new Map<string, string>();
  for (const { seat, holder } of seats) {
    // The first person of a seat is its principal.
    if (!links.has(seat)) links.set(seat, await issueLink(storage.credentials, { publicUrl: '', holder, wall }));
  }
  return links;
}
