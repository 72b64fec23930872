import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EndReason } from '@track2/shared';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enter, Person } from './person.ts';
import { type Ended, freePort, StartedPlatform } from './startedPlatform.ts';

const exampleFile = new URL('../../examples/2020-05-28-regional-dimensions.json', import.meta.url);

// Each test starts several processes, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

let dataDir: string;
let env: Record<string, string>;
let url: string;
const atEnd: (() => unknown)[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'track2-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = {
    TRACK2_DATA_DIR: join(dataDir, 'data'),
    TRACK2_PORT: String(port),
    TRACK2_RTC_PORT: String(await freePort()),
    TRACK2_RTC_WORKERS: '1',
  };
});
afterEach(async () => {
  for (const end of atEnd.splice(0).toReversed()) await end();
  rmSync(dataDir, { recursive: true });
});

async function start(...args: string[]): Promise<StartedPlatform> {
  const platform = StartedPlatform.run('main.ts', env, { args });
  atEnd.push(() => platform.end());
  await platform.listens();
  return platform;
}

async function startFails(...args: string[]): Promise<Ended> {
  const platform = StartedPlatform.run('main.ts', env, { args });
  atEnd.push(() => platform.end('SIGKILL'));
  return platform.ended;
}

const newLinks = (...args: string[]): Promise<Ended> => StartedPlatform.run('links.ts', env, { args }).ended;

const linksFile = (): string => join(env.TRACK2_DATA_DIR ?? '', 'links.txt');

/** The links of the file by seat; of two for one seat the later. */
function links(): Map<string, string> {
  const lines = readFileSync(linksFile(), 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const link = /^(\S+) .*(http:\S+#\S{43})$/.exec(line);
      return link === null ? [] : [[link[1] ?? '', link[2] ?? ''] as const];
    }),
  );
}

const allLinks = (): string[] => readFileSync(linksFile(), 'utf8').match(/http:\S+#\S{43}/g) ?? [];
const secretOf = (link: string | undefined): string => link?.split('#')[1] ?? '';

async function open(seat: string): Promise<Person> {
  const person = await Person.open(url, links().get(seat) ?? '');
  atEnd.push(() => person.close());
  return person;
}

const endOf = (person: Person): Promise<EndReason> => new Promise((resolve) => person.socket.once('ended', resolve));

function anotherMeeting(changes: object = {}): string {
  const file = JSON.parse(readFileSync(exampleFile, 'utf8'));
  const path = join(dataDir, 'another.json');
  writeFileSync(
    path,
    JSON.stringify({ ...file, id: 'another', title: { en: 'Another meeting' }, ...changes }, null, 2),
  );
  return path;
}

test('the first start hands out a link for each member and the convener, to nobody but the owner of the folder', async () => {
  const platform = await start();
  expect(statSync(linksFile()).mode & 0o777).toBe(0o600);
  expect(allLinks()).toHaveLength(19);
  expect(links().get('convener')).toMatch(new RegExp(`^http://localhost:${env.TRACK2_PORT}/enter#`));
  for (const link of allLinks()) expect(platform.output).not.toContain(secretOf(link));
  expect(platform.output).toContain(linksFile());
  expect(platform.output).not.toContain('Rahimi');

  for (const [seat, name] of [
    ['chair', 'localhost'],
    ['ir-1', '127.0.0.1'],
  ] as const) {
    const origin = url.replace('127.0.0.1', name);
    const answer = await enter(url, { secret: secretOf(links().get(seat)) }, { origin });
    expect(answer.body).toMatchObject({ kind: 'seat', home: origin });
    const startsAt = 'kind' in answer.body && answer.body.kind === 'seat' ? answer.body.meeting.startsAt : null;
    expect((startsAt ?? 1) % 300_000).toBe(0);
  }
  const convener = await enter(url, { secret: secretOf(links().get('convener')) });
  expect(convener.body).toEqual({ kind: 'convener' });
});

test('the second start loads nothing anew, leaves the links and sessions alone, and listens within 5 s', async () => {
  await (await start()).end();
  const before = readFileSync(linksFile(), 'utf8');
  const startedAt = performance.now();
  const again = await start();
  expect(performance.now() - startedAt).toBeLessThan(5000);
  expect(readFileSync(linksFile(), 'utf8')).toBe(before);
  const person = await open('ir-1');
  rmSync(linksFile());
  await again.end();
  await start();
  expect(existsSync(linksFile())).toBe(false);
  await person.connect();
  expect(person.entry.you.name).toBe('Leila Farahmand');
});

test('SIGTERM ends a platform with people in it within 2 s, with code 0', async () => {
  const platform = await start();
  const person = await open('chair');
  await person.enterLobby();
  const left = new Promise<string>((resolve) => person.socket.once('disconnect', resolve));
  const signalledAt = performance.now();
  const { code } = await platform.end('SIGTERM');
  expect(performance.now() - signalledAt).toBeLessThan(2000);
  expect(code).toBe(0);
  // The way after which a client comes back by itself.
  expect(await left).toBe('transport close');
});

test('on a terminal the links are shown', async () => {
  const platform = StartedPlatform.run('main.ts', env, { terminal: true });
  atEnd.push(() => platform.end());
  await platform.listens();
  for (const link of allLinks()) expect(platform.output).toContain(link);
});

test('another meeting is loaded beside the first, at the time that was said, and twice it is refused by name', async () => {
  await (await start()).end();
  const before = allLinks();
  const file = anotherMeeting();
  await start('--meeting', file, '--at', '2030-05-28T12:30:00+02:00');
  expect(allLinks().slice(0, before.length)).toEqual(before);
  expect(allLinks()).toHaveLength(before.length + 18);
  expect(statSync(linksFile()).mode & 0o777).toBe(0o600);

  const elsewhere = { TRACK2_PORT: String(await freePort()), TRACK2_RTC_PORT: String(await freePort()) };
  const twice = await StartedPlatform.run('main.ts', { ...env, ...elsewhere }, { args: ['--meeting', file] }).ended;
  expect(twice.code).toBe(1);
  expect(twice.output).toContain('A meeting with the id "another" is here already');
  expect(allLinks()).toHaveLength(before.length + 18);

  const person = await open('ir-1');
  expect(person.entry.meeting).toMatchObject({
    title: { en: 'Another meeting' },
    startsAt: Date.parse('2030-05-28T10:30:00Z'),
  });
  const ambiguous = await newLinks('chair');
  expect([ambiguous.code, ambiguous.output]).toEqual([
    1,
    expect.stringContaining('2 meetings here have a seat "chair"'),
  ]);
  const one = await newLinks('ir-1', '--meeting', 'another');
  expect(one.code).toBe(0);
  expect(await endOf(person)).toBe('linkRevoked');
});

test('a broken file stops the start in sentences, with its line or its field', async () => {
  const broken = join(dataDir, 'broken.json');
  writeFileSync(broken, '{\n  "format": "track2.meeting/1",\n  "id": tru\n}\n');
  const wrong = anotherMeeting({ timeZone: 'Mars/Base' });
  for (const [file, sentence] of [
    [broken, `${broken}, line 3: this is not JSON`],
    [wrong, `${wrong}: timeZone: must be an IANA time zone`],
    [join(dataDir, 'none.json'), 'none.json cannot be read (ENOENT)'],
  ] as const) {
    const { code, output } = await startFails('--meeting', file);
    expect(code).toBe(1);
    expect(output).toContain(sentence);
    expect(output).not.toContain('    at ');
    expect(existsSync(linksFile())).toBe(false);
  }
});

test('a port, a folder and a media port that cannot be had each have their sentence, and load nothing', async () => {
  await start();
  const media = env.TRACK2_RTC_PORT ?? '';
  env = { ...env, TRACK2_DATA_DIR: join(dataDir, 'second') };
  const portTaken = await startFails();
  expect([portTaken.code, portTaken.output]).toEqual([1, expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 is in use/)]);

  env = { ...env, TRACK2_PORT: String(await freePort()) };
  const mediaTaken = await startFails();
  expect(mediaTaken.code).toBe(1);
  expect(mediaTaken.output).toContain(`A port for audio and video (${media} to ${media}) is in use`);
  expect(existsSync(linksFile())).toBe(false);

  writeFileSync(join(dataDir, 'file'), '');
  env = { ...env, TRACK2_DATA_DIR: join(dataDir, 'file') };
  const noFolder = await startFails();
  expect([noFolder.code, noFolder.output]).toEqual([1, expect.stringContaining('file cannot be written (EEXIST)')]);

  // A second start in the folder of the first, on other media ports: its meetings stay where they are.
  env = {
    ...env,
    TRACK2_DATA_DIR: join(dataDir, 'data'),
    TRACK2_PORT: new URL(url).port,
    TRACK2_RTC_PORT: String(await freePort()),
  };
  expect((await startFails()).code).toBe(1);
  const person = await open('chair');
  await person.enterLobby();
});

test('a new link for one seat ends that seat alone: link, session and socket', async () => {
  await start();
  const before = links();
  const person = await open('ir-1');
  const other = await open('us-1');
  const ended = endOf(person);
  const { code, output } = await newLinks('ir-1');
  const doneAt = performance.now();
  expect(code).toBe(0);
  expect(await ended).toBe('linkRevoked');
  expect(performance.now() - doneAt).toBeLessThan(2000);
  expect(output).not.toContain(secretOf(links().get('ir-1')));
  expect(links().get('ir-1')).not.toBe(before.get('ir-1'));
  expect((await enter(url, { secret: secretOf(before.get('ir-1')) })).body).toEqual({ code: 'enter.linkUnknown' });
  expect((await enter(url, { member: person.member }, { cookie: person.cookie })).status).toBe(401);
  const back = await open('ir-1');
  expect(back.member).toBe(person.member);
  expect(other.socket.connected).toBe(true);
  await other.ticket();
  expect((await enter(url, { secret: secretOf(before.get('convener')) })).status).toBe(200);
});

test('new links for all end every link; while a meeting is held only with --yes; an unknown seat is refused', async () => {
  await start();
  const unknown = await newLinks('nobody');
  expect([unknown.code, unknown.output]).toEqual([1, expect.stringContaining('No meeting here has a seat "nobody"')]);
  expect((await newLinks()).code).toBe(0);
  expect(allLinks()).toHaveLength(19);

  const chair = await open('chair');
  await chair.enterLobby();
  await chair.act({ type: 'session.open' });
  const before = readFileSync(linksFile(), 'utf8');
  const refused = await newLinks();
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('A meeting is being held')]);
  expect(readFileSync(linksFile(), 'utf8')).toBe(before);
  expect(chair.socket.connected).toBe(true);

  const ended = endOf(chair);
  expect((await newLinks('--yes')).code).toBe(0);
  expect(await ended).toBe('linkRevoked');
  expect(statSync(linksFile()).mode & 0o777).toBe(0o600);
});

test('there are no links for a platform without a meeting', async () => {
  const { code, output } = await newLinks();
  expect([code, output]).toEqual([1, expect.stringContaining('"npm start" loads a meeting')]);
});
