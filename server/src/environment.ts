import { isIP } from 'node:net';
import { z } from 'zod';

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, error)
    .transform(Number)
    .pipe(z.number().min(from, error).max(to, error));
};
const nonEmpty = z.string().min(1, 'must not be empty');
const address = z.string().refine((value) => isIP(value) !== 0, 'must be an IP address');
const addressOrRange = (value: string): boolean => {
  const [ip = '', prefix = '0', ...more] = value.split('/');
  const bits = isIP(ip) === 6 ? 128 : 32;
  return isIP(ip) !== 0 && more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
};
const masterKeyBytes = 32;

/** A mail server: `smtps` speaks TLS from the first byte, `smtp` begins in the clear and turns to TLS. */
export type SmtpServer = {
  secure: boolean;
  host: string;
  port: number;
  login: { user: string; password: string } | null;
};
/** Somebody's address, with the name that goes with it. */
export type MailAddress = { name: string; address: string };

const smtpPorts = { 'smtp:': 587, 'smtps:': 465 } as const;

function smtpServer(value: string, context: z.RefinementCtx): SmtpServer {
  const url = URL.parse(value);
  const scheme = url?.protocol;
  const bare = url !== null && /^\/?$/.test(url.pathname) && url.search === '' && url.hash === '';
  const named = url !== null && (/^[A-Za-z0-9.-]+$/.test(url.hostname) || url.hostname.startsWith('['));
  const login = url !== null && (url.username === '') === (url.password === '');
  if (!(bare && named && login && (scheme === 'smtp:' || scheme === 'smtps:')) || /%(?![\dA-F]{2})/i.test(value)) {
    context.addIssue({
      code: 'custom',
      message:
        'must be smtps://user:password@host:port or smtp://host:port; write special characters in user and password as %XX',
    });
    return z.NEVER;
  }
  return {
    secure: scheme === 'smtps:',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? smtpPorts[scheme] : Number(url.port),
    login:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
  };
}

function mailAddress(value: string, context: z.RefinementCtx): MailAddress {
  const [, quoted, plain, inBrackets, alone] =
    /^(?:(?:"([^"\\\p{Cc}]*)"|([^"<>,;:\\\p{Cc}]*?))\s*<([^<>\s]+)>|(\S+))$/u.exec(value.trim()) ?? [];
  const written = z.email().safeParse(inBrackets ?? alone);
  if (!written.success) {
    context.addIssue({ code: 'custom', message: 'must be a name and an e-mail address in angle brackets' });
    return z.NEVER;
  }
  return { name: (quoted ?? plain ?? '').trim() || written.data, address: written.data };
}

/** What the documentation of a variable needs beside its schema. */
type About = { description: string; example: string; default: string; secret?: true };
const about = (text: About): About & Record<string, unknown> => text;

/**
 * Every variable that the platform reads. The README's table is made from it, the start is refused by it,
 * and config.ts alone reads them.
 */
export const Environment = z.strictObject({
  TRACK2_HOST: nonEmpty.default('127.0.0.1').meta(
    about({
      description:
        'Address to listen on. Any other than `127.0.0.1`, `localhost` or `::1` needs TLS files or a trusted proxy, because browsers give no microphone on plain HTTP.',
      example: '127.0.0.1',
      default: '127.0.0.1',
    }),
  ),
  TRACK2_PORT: wholeNumber(1, 65535)
    .default(3000)
    .meta(about({ description: 'Port to listen on.', example: '3000', default: '3000' })),
  TRACK2_PUBLIC_URL: z
    .string()
    .refine((value) => {
      const url = URL.parse(value);
      return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
    }, 'must be an http or https address without a path')
    .optional()
    .meta(
      about({
        description: 'Address at which people reach the platform; personal links begin with it.',
        example: 'https://meet.example.org',
        default: '`http://localhost:` and the port',
      }),
    ),
  TRACK2_DATA_DIR: nonEmpty.optional().meta(
    about({
      description: 'Folder for meetings, identities and keys.',
      example: '/var/lib/track2',
      default: '`data` in the repository',
    }),
  ),
  TRACK2_STORE: z
    .enum(['sqlite', 'memory', 'redis'], 'must be sqlite, memory or redis')
    .default('sqlite')
    .meta(
      about({
        description:
          'Where meetings are kept: `sqlite` (a file in the data folder), `memory` (gone at the end) or `redis`.',
        example: 'sqlite',
        default: 'sqlite',
      }),
    ),
  TRACK2_REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/\S+$/, 'must be a redis:// or rediss:// address')
    .optional()
    .meta(
      about({
        description: 'The Redis server, with `TRACK2_STORE=redis`.',
        example: 'redis://127.0.0.1:6379',
        default: 'none',
        secret: true,
      }),
    ),
  TRACK2_TLS_CERT: nonEmpty.optional().meta(
    about({
      description: 'PEM file with the TLS certificate chain.',
      example: '/etc/track2/fullchain.pem',
      default: 'none: plain HTTP',
    }),
  ),
  TRACK2_TLS_KEY: nonEmpty.optional().meta(
    about({
      description: 'PEM file with the private key of the certificate.',
      example: '/etc/track2/privkey.pem',
      default: 'none: plain HTTP',
    }),
  ),
  TRACK2_TRUSTED_PROXY: z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every(addressOrRange), 'must be IP addresses or ranges, separated by commas')
    .optional()
    .meta(
      about({
        description: 'Addresses of the reverse proxy that ends TLS; only its `X-Forwarded-` headers are believed.',
        example: '10.0.0.2',
        default: 'none',
      }),
    ),
  TRACK2_MASTER_KEY: z
    .string()
    .refine(
      (value) => /^[A-Za-z0-9+/]+=*$/.test(value) && Buffer.from(value, 'base64').length === masterKeyBytes,
      `must be ${masterKeyBytes} random bytes in base64, as printed by "openssl rand -base64 ${masterKeyBytes}"`,
    )
    .transform((value) => Buffer.from(value, 'base64'))
    .optional()
    .meta(
      about({
        description: 'Wraps the keys of all meetings. Whoever loses it loses the names in them.',
        example: '"$(openssl rand -base64 32)"',
        default: '`master.key` in the data folder, made at the first start',
        secret: true,
      }),
    ),
  TRACK2_RTC_PORT: wholeNumber(1024, 65535)
    .default(40000)
    .meta(
      about({
        description: 'First port for audio and video, UDP and TCP; each media worker takes the next one.',
        example: '40000',
        default: '40000',
      }),
    ),
  TRACK2_RTC_WORKERS: wholeNumber(1, 256)
    .optional()
    .meta(about({ description: 'Number of media workers.', example: '4', default: 'one per core' })),
  TRACK2_RTC_ADDRESS: address.default('127.0.0.1').meta(
    about({
      description: 'Address on which audio and video are received.',
      example: '0.0.0.0',
      default: '127.0.0.1',
    }),
  ),
  TRACK2_RTC_ANNOUNCED_ADDRESS: nonEmpty.optional().meta(
    about({
      description:
        'Address or name under which browsers reach `TRACK2_RTC_ADDRESS`; needed where that is `0.0.0.0`, `::` or behind NAT.',
      example: '203.0.113.7',
      default: 'the same address',
    }),
  ),
  TRACK2_DOCUMENT_MEGABYTES: wholeNumber(1, 500)
    .default(50)
    .meta(
      about({
        description:
          'Most that an uploaded PDF may have, in megabytes. It has to arrive within 270 s, and is held in memory while it is checked.',
        example: '50',
        default: '50',
      }),
    ),
  TRACK2_DOCUMENT_PAGES: wholeNumber(1, 5000)
    .default(300)
    .meta(about({ description: 'Most pages that an uploaded PDF may have.', example: '300', default: '300' })),
  TRACK2_DOCUMENT_CHECK_SECONDS: wholeNumber(1, 120)
    .default(10)
    .meta(
      about({
        description: 'Longest that the check of an uploaded PDF may take, in seconds.',
        example: '10',
        default: '10',
      }),
    ),
  TRACK2_SMTP_URL: z
    .string()
    .transform(smtpServer)
    .optional()
    .meta(
      about({
        description:
          'Mail server that sends the invitations, with `TRACK2_MAIL_FROM`. `smtps://` is TLS from the start (port 465); `smtp://` (port 587) has to turn to TLS before anything is sent, except on this machine.',
        example: 'smtps://user:password@mail.example.org:465',
        default: 'none: the desk shows the messages to copy',
        secret: true,
      }),
    ),
  TRACK2_MAIL_FROM: z
    .string()
    .transform(mailAddress)
    .optional()
    .meta(
      about({
        description:
          'Whom the invitations come from, with `TRACK2_SMTP_URL`. Answers go there, so somebody must read it.',
        example: '"Hindu Kush Dialogue Society <talks@example.org>"',
        default: 'none',
      }),
    ),
  TRACK2_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info')
    .meta(about({ description: 'Least severity that is logged.', example: 'info', default: 'info' })),
  MEDIASOUP_WORKER_BIN: nonEmpty.optional().meta(
    about({
      description: "The media worker's binary.",
      example: '/usr/local/bin/mediasoup-worker',
      default: 'found or made by `npm start`',
    }),
  ),
});

export type VariableName = keyof typeof Environment.shape;

export function documentedVariables(): ({ name: string } & About)[] {
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const { description, example, default: byDefault, secret } = schema.meta() as About;
    return { name, description, example, default: byDefault, ...(secret ? { secret } : {}) };
  });
}
