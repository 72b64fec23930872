import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Config } from './config.ts';
import { serveClient } from './http/client.ts';
import { reportFaults } from './http/faults.ts';
import { secureHeaders } from './http/headers.ts';

const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));

export type AppOptions = { config: Config; logger: FastifyBaseLogger };

/** The one place where the parts of the server meet. The caller listens and closes. */
export async function createApp({ config, logger }: AppOptions): Promise<FastifyInstance> {
  const { tls } = config;
  const app = fastify({
    loggerInstance: logger,
    // A line per request would tell who was where and when; transitions are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: 65536,
    serverFactory: (handler) =>
      tls
        ? createHttpsServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, handler)
        : createHttpServer(handler),
  });
  reportFaults(app);
  await secureHeaders(app, config);

  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', () => ({ status: 'ready' }));

  await serveClient(app, clientFolder);
  return app;
}
