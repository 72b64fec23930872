import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const repository = fileURLToPath(new URL('../..', import.meta.url));

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

/** What the documentation of a variable needs beside its schema. */
type About = { description: string; example: string; default: string; secret?: true };
const about = (text: About): About & Record<string, unknown> => text;

/**
 * Every variable that the platform reads. The README's table is made from it, the start is refused by it,
 * and no other file of the server looks at the environment.
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

type VariableName = keyof typeof Environment.shape;

export type Config = {
  host: string;
  port: number;
  /** The origin that personal links begin with. */
  publicUrl: string;
  /** Origins whose pages may open a socket or post. */
  origins: readonly string[];
  dataDir: string;
  store: { kind: 'sqlite' } | { kind: 'memory' } | { kind: 'redis'; url: string };
  tls: { certFile: string; keyFile: string } | null;
  /** Addresses whose forwarding headers are believed. */
  trustedProxies: readonly string[];
  masterKey: { kind: 'given'; key: Buffer } | { kind: 'kept'; file: string };
  rtc: { firstPort: number; workers: number; listenIp: string; announcedAddress: string | null };
  logLevel: z.infer<(typeof Environment)['shape']['TRACK2_LOG_LEVEL']>;
  /** Null leaves the choice to mediasoup. */
  workerBin: string | null;
};

/** One sentence for the person who set the variable. */
export type ConfigProblem = { variable: string; sentence: string };
export type LoadedConfig = { kind: 'config'; config: Config } | { kind: 'problems'; problems: ConfigProblem[] };

export function documentedVariables(): ({ name: string } & About)[] {
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const { description, example, default: byDefault, secret } = schema.meta() as About;
    return { name, description, example, default: byDefault, ...(secret ? { secret } : {}) };
  });
}

const variables = new Map(documentedVariables().map((variable) => [variable.name, variable]));
const isOurs = (name: string): boolean => name.startsWith('TRACK2_') || variables.has(name);
const secretNameOf = (name: string): string | null => {
  const base = name.replace(/_FILE$/, '');
  return base !== name && variables.get(base)?.secret ? base : null;
};

function problem(variable: string, what: string): ConfigProblem {
  const example = variables.get(variable)?.example;
  return { variable, sentence: `${variable} ${what}.${example ? ` Example: ${variable}=${example}` : ''}` };
}

/** Puts the content of each `..._FILE` in the place of its variable. */
function withSecretFiles(env: NodeJS.ProcessEnv, readFile: (path: string) => string) {
  const values: Record<string, string> = {};
  const problems: ConfigProblem[] = [];
  for (const [name, value] of Object.entries(env)) {
    // An empty variable counts as not set: that is what compose files and shells make of a missing one.
    if (value === undefined || value === '' || !isOurs(name)) continue;
    const secret = secretNameOf(name);
    if (secret === null) values[name] = value;
    else if (env[secret]) problems.push(problem(secret, `and ${name} are both set; set one of them`));
    else {
      try {
        values[secret] = readFile(value).trim();
      } catch (error) {
        // The caller's mistake, told in a sentence; the code says which one without quoting the file.
        problems.push({
          variable: name,
          sentence: `${name} names a file that cannot be read (${(error as NodeJS.ErrnoException).code}). Example: ${name}=/run/secrets/track2`,
        });
      }
    }
  }
  return { values, problems };
}

function problemsOf(error: z.ZodError, values: Record<string, string>): ConfigProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) => ({
        variable: name,
        sentence: `${name} is not a setting of this platform; the README lists them all. Example: TRACK2_PORT=3000`,
      }));
    }
    const name = String(issue.path[0]);
    const shown = variables.get(name)?.secret ? 'has a wrong value; it' : `is "${values[name]}", but`;
    return [problem(name, `${shown} ${issue.message}`)];
  });
}

const localHosts = new Set(['127.0.0.1', 'localhost', '::1']);
const localNames = new Set(['127.0.0.1', 'localhost', '[::1]']);
const anyAddress = new Set(['0.0.0.0', '::']);

function contradictions(values: z.infer<typeof Environment>, workers: number): ConfigProblem[] {
  const found: ConfigProblem[] = [];
  const refuse = (variable: VariableName, what: string) => found.push(problem(variable, what));
  const {
    TRACK2_TLS_CERT: cert,
    TRACK2_TLS_KEY: key,
    TRACK2_TRUSTED_PROXY: proxies,
    TRACK2_PUBLIC_URL: publicUrl,
  } = values;
  if (cert && !key)
    refuse('TRACK2_TLS_KEY', 'is missing: TRACK2_TLS_CERT is set, and a certificate is of no use without its key');
  if (key && !cert)
    refuse('TRACK2_TLS_CERT', 'is missing: TRACK2_TLS_KEY is set, and a key is of no use without its certificate');
  if (!localHosts.has(values.TRACK2_HOST) && !(cert && key) && !proxies) {
    refuse(
      'TRACK2_HOST',
      `is "${values.TRACK2_HOST}", which others can reach over plain HTTP, where browsers give no microphone: set TRACK2_TLS_CERT and TRACK2_TLS_KEY, or name the proxy that ends TLS in TRACK2_TRUSTED_PROXY`,
    );
  }
  if (publicUrl && new URL(publicUrl).protocol === 'http:' && !localNames.has(new URL(publicUrl).hostname)) {
    refuse(
      'TRACK2_PUBLIC_URL',
      `is "${publicUrl}", but browsers give no microphone on plain HTTP: it must begin with https`,
    );
  }
  if (values.TRACK2_STORE === 'redis' && !values.TRACK2_REDIS_URL)
    refuse('TRACK2_REDIS_URL', 'is missing: TRACK2_STORE=redis needs it');
  if (anyAddress.has(values.TRACK2_RTC_ADDRESS) && !values.TRACK2_RTC_ANNOUNCED_ADDRESS) {
    refuse(
      'TRACK2_RTC_ANNOUNCED_ADDRESS',
      `is missing: browsers cannot send to ${values.TRACK2_RTC_ADDRESS}, they need the address of this machine`,
    );
  }
  if (values.TRACK2_RTC_PORT + workers - 1 > 65535) {
    refuse(
      'TRACK2_RTC_PORT',
      `is "${values.TRACK2_RTC_PORT}", but ${workers} media workers need as many ports from there on, the last at most 65535`,
    );
  }
  return found;
}

export type ConfigSurroundings = { readFile: (path: string) => string; cores: number };
const realSurroundings: ConfigSurroundings = {
  readFile: (path) => readFileSync(path, 'utf8'),
  cores: availableParallelism(),
};

/** Reads and judges the environment; all problems at once, so that nobody mends them one start at a time. */
export function loadConfig(
  env: NodeJS.ProcessEnv,
  { readFile, cores }: ConfigSurroundings = realSurroundings,
): LoadedConfig {
  const { values, problems } = withSecretFiles(env, readFile);
  const parsed = Environment.safeParse(values);
  if (!parsed.success) return { kind: 'problems', problems: [...problems, ...problemsOf(parsed.error, values)] };
  const set = parsed.data;
  const workers = set.TRACK2_RTC_WORKERS ?? cores;
  problems.push(...contradictions(set, workers));
  if (problems.length > 0) return { kind: 'problems', problems };

  const {
    TRACK2_TLS_CERT: certFile,
    TRACK2_TLS_KEY: keyFile,
    TRACK2_MASTER_KEY: key,
    TRACK2_REDIS_URL: redisUrl,
  } = set;
  const tls = certFile && keyFile ? { certFile, keyFile } : null;
  const dataDir = resolve(set.TRACK2_DATA_DIR ?? join(repository, 'data'));
  const scheme = tls ? 'https' : 'http';
  const local = ['localhost', '127.0.0.1'].map((name) => new URL(`${scheme}://${name}:${set.TRACK2_PORT}`).origin);
  const publicUrl = new URL(set.TRACK2_PUBLIC_URL ?? `${scheme}://localhost:${set.TRACK2_PORT}`).origin;
  return {
    kind: 'config',
    config: {
      host: set.TRACK2_HOST,
      port: set.TRACK2_PORT,
      publicUrl,
      origins: [...new Set([...local, publicUrl])],
      dataDir,
      store: set.TRACK2_STORE === 'redis' ? { kind: 'redis', url: redisUrl ?? '' } : { kind: set.TRACK2_STORE },
      tls,
      trustedProxies: set.TRACK2_TRUSTED_PROXY ?? [],
      masterKey: key ? { kind: 'given', key } : { kind: 'kept', file: join(dataDir, 'master.key') },
      rtc: {
        firstPort: set.TRACK2_RTC_PORT,
        workers,
        listenIp: set.TRACK2_RTC_ADDRESS,
        announcedAddress: set.TRACK2_RTC_ANNOUNCED_ADDRESS ?? null,
      },
      logLevel: set.TRACK2_LOG_LEVEL,
      workerBin: set.MEDIASOUP_WORKER_BIN ?? null,
    },
  };
}
