import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Logger, pino } from 'pino';
import { createApp } from './app.ts';
import { startOptions } from './commandLine.ts';
import { type Config, loadConfig } from './config.ts';
import { EquipmentTests, openTestRouter } from './equipment/equipment.ts';
import { loadAtStart } from './firstStart.ts';
import { openMailer } from './invitations/mailer.ts';
import { MeetingMedia } from './media/meetingMedia.ts';
import { WorkerPool } from './media/workerPool.ts';
import { machineClocks } from './meeting/meetingClock.ts';
import { openConfigured } from './openConfigured.ts';
import {
  listenRefusal,
  mediaPortRefusal,
  requireDataFolder,
  requireWorker,
  StartRefusal,
  tellAndExit,
} from './startRefusal.ts';
import type { Storage } from './storage/ports.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function start(): Promise<void> {
  const options = startOptions(process.argv.slice(2));
  const loaded = loadConfig(process.env);
  if (loaded.kind === 'problems') throw new StartRefusal(loaded.problems.map(({ sentence }) => sentence).join('\n'));
  const { config } = loaded;
  requireDataFolder(config);
  requireWorker(config);
  // The ports come first: links name one, and a platform that runs on them keeps its meetings.
  await requirePort(config);
  const logger = pino({ level: config.logLevel });
  const pool = await openPool(config, logger);
  const storage = await openConfigured(config);
  await loadAtStart(storage, config, { ...options, wall: Date.now() });
  await serve(config, { logger, pool, storage });
}

/** Refuses to start on a port that cannot be had. Nothing keeps it until the platform listens, which looks again. */
async function requirePort(config: Config): Promise<void> {
  const { host, port } = config;
  const probe = createServer();
  try {
    await once(probe.listen({ host, port }), 'listening');
  } catch (error) {
    throw listenRefusal(error, config);
  }
  await once(probe.close(), 'close');
}

async function openPool(config: Config, log: Logger): Promise<WorkerPool> {
  const { rtc, workerBin } = config;
  return WorkerPool.create({ ...rtc, workerBin, log }).catch((error: unknown) => {
    throw mediaPortRefusal(error, config);
  });
}

type Parts = { logger: Logger; pool: WorkerPool; storage: Storage };

async function serve(config: Config, { logger, pool, storage }: Parts): Promise<void> {
  const mailer = openMailer(config, logger);
  const app = await createApp({
    config,
    mail: mailer !== null && config.mail !== null ? { mailer, from: config.mail.from } : null,
    logger,
    storage,
    clocks: machineClocks,
    openMedia: (plane) => MeetingMedia.create({ ...plane, pool }),
    equipment: new EquipmentTests({ openRouter: openTestRouter(pool), log: logger }),
    mediaReady: () => pool.ready,
  });
  app.addHook('onClose', async () => {
    mailer?.close();
    await pool.close();
    await storage.close();
  });
  const close = (): void => {
    // A second signal, from a person who does not want to wait, ends the process as usual.
    for (const signal of signals) process.off(signal, close);
    app.close().then(
      () => logger.info('closed'),
      (error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exitCode = 1;
      },
    );
  };
  for (const signal of signals) process.on(signal, close);
  await app
    .listen({ host: config.host, port: config.port, listenTextResolver: () => `open ${config.publicUrl}` })
    .catch((error: unknown) => {
      throw listenRefusal(error, config);
    });
}

try {
  await start();
} catch (error) {
  tellAndExit(error);
}
