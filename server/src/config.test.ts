import { describe, expect, test } from 'vitest';
import { type Config, type ConfigSurroundings, loadConfig } from './config.ts';
import { standardLimits } from './documents/limits.ts';

const surroundings: ConfigSurroundings = {
  cores: 2,
  readFile: (path) => {
    if (path === '/run/secrets/redis') return 'redis://:secret@store:6379\n';
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  },
};

function configOf(env: NodeJS.ProcessEnv): Config {
  const loaded = loadConfig(env, surroundings);
  if (loaded.kind === 'problems') throw new Error(JSON.stringify(loaded.problems));
  return loaded.config;
}

function sentencesOf(env: NodeJS.ProcessEnv): string[] {
  const loaded = loadConfig(env, surroundings);
  return loaded.kind === 'problems' ? loaded.problems.map(({ sentence }) => sentence) : [];
}

describe('without any variable', () => {
  test('the platform listens for this machine alone and keeps meetings in the repository', () => {
    const config = configOf({ PATH: '/bin' });
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000' });
    expect(config).toMatchObject({ store: { kind: 'sqlite' }, tls: null, workerBin: null, rtc: { workers: 2 } });
    expect(config.dataDir).toMatch(/\/data$/);
    expect(config.masterKey).toEqual({ kind: 'kept', file: `${config.dataDir}/master.key` });
  });

  test('documents have the limits that tests and proofs have', () => {
    expect(configOf({}).documents).toEqual(standardLimits);
    const set = { TRACK2_DOCUMENT_MEGABYTES: '5', TRACK2_DOCUMENT_PAGES: '20', TRACK2_DOCUMENT_CHECK_SECONDS: '3' };
    expect(configOf(set).documents).toMatchObject({ mostBytes: 5_000_000, mostPages: 20, checkMs: 3000 });
  });

  test('both spellings of the local address are accepted origins', () => {
    expect(configOf({}).origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000']);
  });

  test('an empty variable counts as not set', () => {
    expect(configOf({ TRACK2_PORT: '', TRACK2_MASTER_KEY: '' })).toEqual(configOf({}));
  });
});

describe('a wrong value is refused with the variable, the problem and an example', () => {
  const wrong: [NodeJS.ProcessEnv, RegExp][] = [
    [{ TRACK2_PORT: 'abc' }, /^TRACK2_PORT is "abc", but must be a whole number .* Example: TRACK2_PORT=3000$/],
    [{ TRACK2_PORT: '0' }, /^TRACK2_PORT is "0"/],
    [{ TRACK2_PORT: '3000.5' }, /^TRACK2_PORT /],
    [{ TRACK2_STORE: 'mysql' }, /^TRACK2_STORE is "mysql", but must be sqlite, memory or redis\. Example: /],
    [{ TRACK2_STORE: 'redis' }, /^TRACK2_REDIS_URL is missing/],
    [{ TRACK2_PUBLIC_URL: 'meet.example.org' }, /^TRACK2_PUBLIC_URL .* http or https address/],
    [{ TRACK2_PUBLIC_URL: 'https://meet.example.org/track2' }, /^TRACK2_PUBLIC_URL .* without a path/],
    [{ TRACK2_PUBLIC_URL: 'http://meet.example.org' }, /^TRACK2_PUBLIC_URL .* no microphone .* Example: .*https/],
    [{ TRACK2_TLS_CERT: '/c.pem' }, /^TRACK2_TLS_KEY is missing/],
    [{ TRACK2_TLS_KEY: '/k.pem' }, /^TRACK2_TLS_CERT is missing/],
    [{ TRACK2_TRUSTED_PROXY: '10.0.0.2, proxy' }, /^TRACK2_TRUSTED_PROXY .* Example: TRACK2_TRUSTED_PROXY=10\.0\.0\.2/],
    [{ TRACK2_TRUSTED_PROXY: '10.0.0.0/33' }, /^TRACK2_TRUSTED_PROXY /],
    [{ TRACK2_RTC_PORT: '80' }, /^TRACK2_RTC_PORT .* from 1024 to 65535/],
    [{ TRACK2_RTC_PORT: '65535' }, /^TRACK2_RTC_PORT .* 2 media workers/],
    [{ TRACK2_RTC_WORKERS: '0' }, /^TRACK2_RTC_WORKERS /],
    [{ TRACK2_RTC_ADDRESS: 'here' }, /^TRACK2_RTC_ADDRESS .* IP address/],
    [{ TRACK2_RTC_ADDRESS: '0.0.0.0' }, /^TRACK2_RTC_ANNOUNCED_ADDRESS is missing/],
    [{ TRACK2_DOCUMENT_MEGABYTES: '501' }, /^TRACK2_DOCUMENT_MEGABYTES .* from 1 to 500/],
    [{ TRACK2_DOCUMENT_PAGES: 'all' }, /^TRACK2_DOCUMENT_PAGES /],
    [{ TRACK2_DOCUMENT_CHECK_SECONDS: '0' }, /^TRACK2_DOCUMENT_CHECK_SECONDS /],
    [
      { TRACK2_SMTP_URL: 'smtps://mail.example.org' },
      /^TRACK2_MAIL_FROM is missing.* Example: TRACK2_MAIL_FROM="Hindu/,
    ],
    [{ TRACK2_MAIL_FROM: 'talks@example.org' }, /^TRACK2_SMTP_URL is missing.* Example: TRACK2_SMTP_URL=smtps:/],
    [{ TRACK2_MAIL_FROM: 'The organisers' }, /^TRACK2_MAIL_FROM is "The organisers", but must be a name and an e-mail/],
    [{ TRACK2_MAIL_FROM: 'A <a@example.org>, b@example.org' }, /^TRACK2_MAIL_FROM /],
    [{ TRACK2_LOG_LEVEL: 'chatty' }, /^TRACK2_LOG_LEVEL /],
    [{ TRACK2_PROT: '3000' }, /^TRACK2_PROT is not a setting/],
    [{ TRACK2_PORT_FILE: '/run/secrets/redis' }, /^TRACK2_PORT_FILE is not a setting/],
  ];

  test.each(wrong)('%j', (env, sentence) => {
    expect(sentencesOf(env)).toEqual([expect.stringMatching(sentence)]);
  });

  test('all at once, so that nobody mends them one start at a time', () => {
    expect(sentencesOf({ TRACK2_PORT: 'a', TRACK2_STORE: 'b', TRACK2_C: 'c' })).toHaveLength(3);
  });
});

describe('an address that others can reach', () => {
  test.each(['0.0.0.0', '::', '192.0.2.1', 'meet.example.org'])('%s is refused over plain HTTP', (host) => {
    expect(sentencesOf({ TRACK2_HOST: host })).toEqual([expect.stringMatching(/^TRACK2_HOST .* no microphone/)]);
  });

  test.each([{ TRACK2_TLS_CERT: '/c.pem', TRACK2_TLS_KEY: '/k.pem' }, { TRACK2_TRUSTED_PROXY: '10.0.0.0/8, fd00::1' }])(
    'is accepted with %j',
    (env) => {
      expect(configOf({ TRACK2_HOST: '0.0.0.0', ...env }).host).toBe('0.0.0.0');
    },
  );

  test.each(['localhost', '::1'])('%s is none', (host) => {
    expect(configOf({ TRACK2_HOST: host }).host).toBe(host);
  });
});

test('links and origins follow the public address, TLS and the port', () => {
  const tls = { TRACK2_TLS_CERT: '/c.pem', TRACK2_TLS_KEY: '/k.pem', TRACK2_PORT: '443' };
  expect(configOf(tls)).toMatchObject({
    publicUrl: 'https://localhost',
    origins: ['https://localhost', 'https://127.0.0.1'],
  });
  const behindProxy = configOf({ TRACK2_PUBLIC_URL: 'https://meet.example.org' });
  expect(behindProxy.publicUrl).toBe('https://meet.example.org');
  expect(behindProxy.origins).toContain('https://meet.example.org');
});

describe('secrets', () => {
  const key = Buffer.alloc(32, 7).toString('base64');

  test('are taken from the variable or from a file', () => {
    expect(configOf({ TRACK2_MASTER_KEY: key }).masterKey).toEqual({ kind: 'given', key: Buffer.alloc(32, 7) });
    const fromFile = configOf({ TRACK2_STORE: 'redis', TRACK2_REDIS_URL_FILE: '/run/secrets/redis' });
    expect(fromFile.store).toEqual({ kind: 'redis', url: 'redis://:secret@store:6379' });
  });

  test('are never repeated in a refusal', () => {
    const [sentence] = sentencesOf({ TRACK2_MASTER_KEY: 'hunter2' });
    expect(sentence).toMatch(/^TRACK2_MASTER_KEY has a wrong value; it must be 32 random bytes/);
    expect(sentence).not.toContain('hunter2');
  });

  test('a missing file and a value given twice are refused', () => {
    expect(sentencesOf({ TRACK2_MASTER_KEY_FILE: '/nowhere' })).toEqual([
      expect.stringMatching(/^TRACK2_MASTER_KEY_FILE .*ENOENT/),
    ]);
    expect(sentencesOf({ TRACK2_MASTER_KEY: key, TRACK2_MASTER_KEY_FILE: '/nowhere' })).toEqual([
      expect.stringMatching(/TRACK2_MASTER_KEY_FILE are both set/),
    ]);
  });
});

describe('mail', () => {
  const from = 'Hindu Kush Dialogue Society <talks@example.org>';
  const mailOf = (url: string, sender = from) => configOf({ TRACK2_SMTP_URL: url, TRACK2_MAIL_FROM: sender }).mail;

  test('is not sent unless a server is set up', () => {
    expect(configOf({}).mail).toBeNull();
  });

  test('goes to the server of the address, with its usual port and the login in it', () => {
    expect(mailOf('smtps://talks:p%40ss%3Aword@mail.example.org')?.smtp).toEqual({
      secure: true,
      host: 'mail.example.org',
      port: 465,
      login: { user: 'talks', password: 'p@ss:word' },
    });
    expect(mailOf('smtp://[::1]:25')?.smtp).toEqual({ secure: false, host: '::1', port: 25, login: null });
    expect(mailOf('smtp://mail.example.org')?.smtp.port).toBe(587);
  });

  test.each([
    [from, 'Hindu Kush Dialogue Society'],
    ['"Dialogue, Society" <talks@example.org>', 'Dialogue, Society'],
    ['انجمن گفت‌وگو <talks@example.org>', 'انجمن گفت‌وگو'],
    ['<talks@example.org>', 'talks@example.org'],
    ['talks@example.org', 'talks@example.org'],
  ])('comes from %s', (sender, name) => {
    expect(mailOf('smtp://localhost', sender)?.from).toEqual({ name, address: 'talks@example.org' });
  });

  test.each([
    'mail.example.org',
    'https://mail.example.org',
    'smtps://hunter2@mail.example.org',
    'smtps://talks:hunter2@mail.example.org/inbox',
    'smtps://talks:hunter2%@mail.example.org',
    'smtps://talks:hunter2@mail.example.org:70000',
    'smtps://',
  ])('a wrong address of the server is refused without repeating it: %s', (url) => {
    const [sentence, ...more] = sentencesOf({ TRACK2_SMTP_URL: url, TRACK2_MAIL_FROM: from });
    expect(sentence).toMatch(/^TRACK2_SMTP_URL has a wrong value; it must be smtps:/);
    expect(sentence).not.toContain('hunter2');
    expect(more).toEqual([]);
  });
});
