import { pino } from 'pino';
import { createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { listenRefusal, requireDataFolder, requireWorker, StartRefusal } from './startRefusal.ts';

async function start(): Promise<void> {
  const loaded = loadConfig(process.env);
  if (loaded.kind === 'problems') throw new StartRefusal(loaded.problems.map(({ sentence }) => sentence).join('\n'));
  const { config } = loaded;
  requireDataFolder(config);
  requireWorker(config);

  const logger = pino({ level: config.logLevel });
  const app = await createApp({ config, logger });
  const close = (): void => {
    // A second signal, from a person who does not want to wait, ends the process as usual.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, close);
    app.close().then(
      () => logger.info('closed'),
      (error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exitCode = 1;
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
  await app
    .listen({ host: config.host, port: config.port, listenTextResolver: () => `open ${config.publicUrl}` })
    .catch((error: unknown) => {
      throw listenRefusal(error, config);
    });
}

try {
  await start();
} catch (error) {
  // The outermost boundary: a refusal is told, a bug is shown with its stack.
  process.stderr.write(
    error instanceof StartRefusal ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
