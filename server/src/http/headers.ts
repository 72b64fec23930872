import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

const self = "'self'";
const none = "'none'";

/** Nothing is loaded from elsewhere, so nothing else is allowed. */
export async function secureHeaders(
  app: FastifyInstance,
  { origins, tls }: Pick<Config, 'origins' | 'tls'>,
): Promise<void> {
  // NOTE: not every browser counts a websocket of the same host as 'self'.
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws'));
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [none],
        scriptSrc: [self],
        styleSrc: [self],
        fontSrc: [self],
        imgSrc: [self, 'data:', 'blob:'],
        connectSrc: [self, ...sockets],
        mediaSrc: [self, 'blob:'],
        workerSrc: [self, 'blob:'],
        frameAncestors: [none],
        baseUri: [none],
        formAction: [none],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Behind a proxy that ends TLS, the proxy decides about this one.
    hsts: tls ? { maxAge: 31_536_000 } : false,
  });
}
