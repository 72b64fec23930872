import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

const self = "'self'";
const none = "'none'";

/** What the pages ask the browser for. */
const usedFeatures = [
  'autoplay',
  'camera',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'microphone',
  'picture-in-picture',
  'screen-wake-lock',
  'speaker-selection',
] as const;

/** What no page here ever asks for. */
const unusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'clipboard-read',
  'compute-pressure',
  'cross-origin-isolated',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'sync-xhr',
  'unload',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const;

const permissions = [
  ...usedFeatures.map((feature) => `${feature}=(self)`),
  ...unusedFeatures.map((feature) => `${feature}=()`),
].join(', ');

/** An answer that is data can do nothing, should a browser ever take it for a page. */
const dataPolicy = `default-src ${none};base-uri ${none};form-action ${none};frame-ancestors ${none};sandbox`;

/** Nothing is loaded from elsewhere, so nothing else is allowed. A route may be stricter, by a header of its own. */
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
        imgSrc: [self, 'blob:'],
        connectSrc: [self, ...sockets],
        mediaSrc: [self],
        workerSrc: [self],
        frameAncestors: [none],
        baseUri: [none],
        formAction: [none],
        // Text becomes markup or a script nowhere. The one policy lets the two scripts of the PDF library start.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['default'],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Behind a proxy that ends TLS, the proxy decides about this one.
    hsts: tls ? { maxAge: 31_536_000 } : false,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', permissions);
    // What is not one of the client's files is of somebody and of now.
    reply.header('cache-control', 'no-store');
    if (request.url.startsWith('/api/')) reply.header('content-security-policy', dataPolicy);
  });
}
