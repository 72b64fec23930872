import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '@track2/shared';
import { io } from 'socket.io-client';
import { type Denial, type Denials, randomSecret, setDenials } from './denials.ts';
import { numbers } from './noise.ts';
import { type BreakStorage, startPlatform } from './platform.ts';
import { type Answer, Prober } from './probe.ts';
import type { PromiseProof, Verdict } from './promise.ts';
import { areaUnderCurve, signsOfOrder } from './randomness.ts';

/** Of a sample as large as the full count; chance alone stays below it by twelve standard deviations. */
const allowedArea = 0.55;
/** A quick sample is smaller: chance alone stays below this by six. */
const allowedAreaQuick = 0.58;
const fullCount = 20_000;
const slowerMs = 1;
const controlProbes = 400;

type Credentials = Parameters<BreakStorage>[0]['credentials'];

/** Knows what each link was once, whatever has become of it, and lets that change what comes of a link that is ended. */
const remembering =
  (change: (holder: Parameters<Credentials['issueLink']>[1]) => Awaited<ReturnType<Credentials['exchangeLink']>>) =>
  (storage: Parameters<BreakStorage>[0]): ReturnType<BreakStorage> => {
    const { credentials } = storage;
    const issued = new Map<string, Parameters<Credentials['issueLink']>[1]>();
    return {
      ...storage,
      credentials: {
        exchangeAgain: (...given) => credentials.exchangeAgain(...given),
        session: (hash) => credentials.session(hash),
        holders: (meeting) => credentials.holders(meeting),
        links: (meeting) => credentials.links(meeting),
        end: (...given) => credentials.end(...given),
        issueLink(hash, holder, at) {
          issued.set(hash, holder);
          return credentials.issueLink(hash, holder, at);
        },
        async exchangeLink(hash, session, at) {
          const exchange = await credentials.exchangeLink(hash, session, at);
          const holder = issued.get(hash);
          return exchange.outcome === 'unknown' && holder !== undefined ? change(holder) : exchange;
        },
      },
    };
  };

/** The planted bug: a link that was ended is told from one that never was. */
const tellingEnded: BreakStorage = remembering((holder) => ({ outcome: 'used', holder }));

/** The other one: the same answer, later. */
const slowlyEnded: BreakStorage = remembering(() => {
  for (const startedAt = performance.now(); performance.now() - startedAt < slowerMs; );
  return { outcome: 'unknown' };
});

type Found = { probes: number; unlike: string[]; kinds: number; ids: string[]; signs: string[]; area: number };

/** Asks for what is refused, in a random order, and then for two of them in turn with a watch. */
async function run(count: number, breakStorage?: BreakStorage): Promise<Found> {
  const dataDir = await mkdtemp(join(tmpdir(), 'track2-r24-'));
  const platform = await startPlatform({
    trustedProxies: ['127.0.0.1'],
    isDoubled: true,
    // On a disk, as it is: what is found there may take longer than what is not.
    dataDir,
    ...(breakStorage ? { breakStorage } : {}),
  });
  const prober = new Prober(platform);
  let set: Denials | null = null;
  try {
    set = await setDenials(platform, prober);
    const { unlike, probes } = await compare(set.denials, prober, count);
    unlike.push(...(await unlikeTickets(set, platform.url)));
    const area = await timed(set, prober, count);
    return {
      probes,
      unlike,
      kinds: set.denials.length + set.tickets.size,
      ids: set.ids,
      signs: signsOfOrder(set.ids),
      area,
    };
  } finally {
    set?.close();
    prober.close();
    await platform.close();
    await rm(dataDir, { recursive: true });
  }
}

async function compare(denials: readonly Denial[], prober: Prober, count: number) {
  const next = numbers(24);
  const first = new Map<string, Answer>();
  const unlike = new Set<string>();
  let probes = 0;
  while (probes < count) {
    // Each kind as often as the others, in another order each time.
    const order = denials.map((denial) => ({ denial, at: next(1e9) })).toSorted((a, b) => a.at - b.at);
    for (const { denial } of order) {
      const answer = await prober.ask(denial.probe());
      probes += 1;
      const alike = first.get(denial.group) ?? answer;
      first.set(denial.group, alike);
      if (answer.status < 400) unlike.add(`${denial.name} is not refused (${answer.status})`);
      else if (answer.seen !== alike.seen)
        unlike.add(`${denial.name} is told from the others: ${answer.seen} and not ${alike.seen}`);
    }
  }
  return { unlike: [...unlike], probes };
}

/** With what words a socket is refused. */
function refusalOf(url: string, ticket: string): Promise<string> {
  const socket = io(url, {
    transports: ['websocket'],
    auth: { version: PROTOCOL_VERSION, ticket },
    extraHeaders: { origin: url },
    reconnection: false,
    forceNew: true,
  });
  return new Promise((resolve) => {
    const told = (words: string): void => {
      socket.disconnect();
      resolve(words);
    };
    socket.once('connect', () => told('let in'));
    socket.once('connect_error', ({ message }) => told(message));
  });
}

/** Which tickets are told from an unknown one. */
async function unlikeTickets({ tickets }: Denials, url: string): Promise<string[]> {
  const unlike: string[] = [];
  const unknown = await refusalOf(url, randomSecret());
  for (const [name, ticket] of tickets) {
    const words = await refusalOf(url, ticket);
    if (words === 'let in' || words !== unknown) unlike.push(`a ticket ${name} is told from the others: ${words}`);
  }
  return unlike;
}

async function timed({ unknownLink, endedLink }: Denials, prober: Prober, count: number): Promise<number> {
  const next = numbers(42);
  const took = { unknown: [] as number[], ended: [] as number[] };
  for (let index = 0; index < count; index++) {
    const isEnded = next(2) === 1;
    const { tookMs } = await prober.ask(isEnded ? endedLink() : unknownLink());
    took[isEnded ? 'ended' : 'unknown'].push(tookMs);
  }
  return areaUnderCurve(took.unknown, took.ended);
}

/** Ids as a counter would give them. */
const counted = (): string[] =>
  Array.from({ length: 200 }, (_, index) => {
    const bytes = Buffer.alloc(16, 0xa7);
    bytes.writeUInt32BE(index, 12);
    return `i${bytes.toString('base64url')}`;
  });

async function prove(count: number): Promise<Verdict> {
  const allowed = count < fullCount ? allowedAreaQuick : allowedArea;
  const telling = await run(controlProbes, tellingEnded);
  const slow = await run(controlProbes, slowlyEnded);
  const isCaught = telling.unlike.length > 0 && slow.area > allowed && signsOfOrder(counted()).length > 0;
  const { probes, unlike, kinds, ids, signs, area } = await run(count);
  const said = [
    `${ids.length} ids of 128 bits and no order in them`,
    `${probes} probes of ${kinds} kinds, ${unlike.length === 0 ? 'each group answered byte for byte alike' : `${unlike.length} kinds told apart`}`,
    `unknown and ended links told apart by time: AUC ${area.toFixed(3)} (at most ${allowed})`,
    isCaught
      ? `a distinct answer, a slower one (AUC ${slow.area.toFixed(3)}) and counted ids are found, as they must`
      : 'A PLANTED BUG IS NOT FOUND: the proof is blind',
    ...signs,
    ...unlike,
  ];
  const isKept = unlike.length === 0 && signs.length === 0 && area <= allowed && isCaught;
  return { isKept, figure: said.join('; ') };
}

/** R24: nothing is guessable, and what is refused does not tell whether it is there. */
export const r24: PromiseProof = { id: 'R24', counts: { quick: 2000, full: fullCount }, prove };
