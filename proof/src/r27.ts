import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from './person.ts';
import { type Platform, type PlatformOptions, startPlatform } from './platform.ts';
import type { PromiseProof, Verdict } from './promise.ts';

const guests = ['ir-1', 'in-1', 'no-1', 'pk-1', 'uk-1', 'us-1', 'af-1', 'cn-1', 'de-1', 'kg-1'];

type Break = Pick<PlatformOptions, 'breakApp'>;

/** The planted bug: what is asked is logged, a link's secret with it. */
const secretsLogged: Break = {
  breakApp: (app, log) => {
    app.addHook('preHandler', async (request) => log.info({ body: request.body }, 'asked'));
  },
};

/** What came out: faults, and how much was looked through. */
type Found = { faults: string[]; bytes: number; secrets: number };

const secretOf = (link: string): string => link.split('#')[1] ?? '';

/** The forms in which a secret could lie somewhere: as it is, and as its bytes are often written. */
const formsOf = (secret: string): Buffer[] => {
  const bytes = Buffer.from(secret, 'base64url');
  return [Buffer.from(secret), bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64'))];
};

/** All that lies under a folder, in one piece. */
async function contentOf(folder: string): Promise<Buffer> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
  return Buffer.concat(await Promise.all(contents));
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(`${url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });

/** A link that is used, used again elsewhere, and used again where that was allowed. Resolves with its secrets. */
async function leak(platform: Platform, seat: string, chair: Person, faults: string[]): Promise<string[]> {
  const link = platform.linkOf(seat);
  const secret = secretOf(link);
  const holder = await Person.enter(platform.url, link);
  const { member } = holder.entry.you;
  const doorOf = async () => (await chair.state()).roster.members.find(({ id }) => id === member);
  await holder.act({ type: 'roster.enterLobby', ruleVersion: 1 });
  await chair.actInTime({ type: 'roster.admit', member });

  const second = await post(platform.url, { secret });
  if (second.status !== 409) faults.push(`a used link answers ${second.status}`);
  if (second.headers.getSetCookie().length > 0) faults.push('a used link gives a session');
  const flagged = await doorOf();
  if (flagged?.door.linkUses !== 1) faults.push('the chair is not told of the second use');
  if (flagged?.presence.status !== 'admitted') faults.push('who was inside is no longer');
  const own = (await holder.state()).roster.members.find(({ id }) => id === member);
  if (own?.door.linkUses !== 1) faults.push('the member is not told of the second use');

  await holder.act({ type: 'roster.leave' });
  await holder.act({ type: 'roster.enterLobby', ruleVersion: 1 });
  const together = await chair.command({ type: 'roster.admitAll', members: [member] });
  if (together.outcome !== 'refused') faults.push('a doubtful link is admitted with the others');

  await chair.actInTime({ type: 'roster.allowDevice', member });
  const other = await Person.enter(platform.url, link);
  if (other.entry.you.member !== member) faults.push('another device is another member');
  const third = await post(platform.url, { secret });
  if (third.status !== 409) faults.push(`one device more was allowed, and two came (${third.status})`);
  other.close();
  holder.close();
  const sessions = [holder.cookie, other.cookie].map((cookie) => cookie.split('=')[1] ?? '');
  return [secret, ...sessions, holder.entry.ticket, other.entry.ticket];
}

async function run(count: number, broken: Break = {}): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'track2-r27-'));
  const faults: string[] = [];
  const secrets: string[] = [];
  const logged: string[] = [];
  const platform = await startPlatform({ dataDir: folder, onLog: (line) => logged.push(line), ...broken });
  try {
    const chair = await Person.enter(platform.url, platform.linkOf('chair'));
    await chair.act({ type: 'roster.enterLobby', ruleVersion: 1 });
    for (const seat of guests.slice(0, count)) secrets.push(...(await leak(platform, seat, chair, faults)));
    for (const guess of ['A'.repeat(43), `${'A'.repeat(42)}E`]) {
      const { status } = await post(platform.url, { secret: guess });
      if (status !== 404) faults.push(`a guess answers ${status}`);
    }
    chair.close();
    const places = { 'the data folder': await contentOf(folder), 'the log': Buffer.from(logged.join('')) };
    for (const [place, content] of Object.entries(places))
      for (const secret of secrets)
        if (formsOf(secret).some((form) => content.includes(form))) faults.push(`a secret lies in ${place}`);
    const bytes = Object.values(places).reduce((sum, content) => sum + content.length, 0);
    return { faults: [...new Set(faults)], bytes, secrets: secrets.length };
  } finally {
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prove(count: number): Promise<Verdict> {
  const isCaught = (await run(1, secretsLogged)).faults.includes('a secret lies in the log');
  const { faults, bytes, secrets } = await run(count);
  const said = [
    faults.length === 0
      ? `each link seats one member, its second use is seen by chair and member and lets nobody in`
      : faults.join(', '),
    `${secrets} links, sessions and tickets looked for in ${bytes} bytes of log and store`,
    isCaught ? 'a secret that is logged is found' : 'A SECRET THAT IS LOGGED IS NOT FOUND: the proof is blind',
  ];
  return { isKept: faults.length === 0 && isCaught, figure: said.join('; ') };
}

/** R27: a leaked link is one seat, seen and revocable, and no secret lies anywhere. */
export const r27: PromiseProof = { id: 'R27', counts: { quick: guests.length, full: guests.length }, prove };
