import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type DocumentLimits, standardLimits } from './documents/limits.ts';
import {
  documentedVariables,
  Environment,
  type MailAddress,
  type SmtpServer,
  type VariableName,
} from './environment.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

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
  documents: DocumentLimits;
  /** Null where no mail is sent: the desk then shows what to hand over. */
  mail: { smtp: SmtpServer; from: MailAddress } | null;
  logLevel: z.infer<(typeof Environment)['shape']['TRACK2_LOG_LEVEL']>;
  /** Null leaves the choice to mediasoup. */
  workerBin: string | null;
};

/** One sentence for the person who set the variable. */
export type ConfigProblem = { variable: string; sentence: string };
export type LoadedConfig = { kind: 'config'; config: Config } | { kind: 'problems'; problems: ConfigProblem[] };

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
  if (values.TRACK2_SMTP_URL && !values.TRACK2_MAIL_FROM)
    refuse('TRACK2_MAIL_FROM', 'is missing: TRACK2_SMTP_URL is set, and an invitation has to come from somebody');
  if (values.TRACK2_MAIL_FROM && !values.TRACK2_SMTP_URL)
    refuse('TRACK2_SMTP_URL', 'is missing: TRACK2_MAIL_FROM is set, and no mail goes out without a mail server');
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
    TRACK2_SMTP_URL: smtp,
    TRACK2_MAIL_FROM: from,
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
      documents: {
        ...standardLimits,
        mostBytes: set.TRACK2_DOCUMENT_MEGABYTES * 1_000_000,
        mostPages: set.TRACK2_DOCUMENT_PAGES,
        checkMs: set.TRACK2_DOCUMENT_CHECK_SECONDS * 1000,
      },
      mail: smtp && from ? { smtp, from } : null,
      logLevel: set.TRACK2_LOG_LEVEL,
      workerBin: set.MEDIASOUP_WORKER_BIN ?? null,
    },
  };
}
