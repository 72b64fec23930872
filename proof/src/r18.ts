import { setTimeout as sleep } from 'node:timers/promises';
import { Capture, type RtpPacket } from './capture.ts';
import { noFloorControl } from './noFloorControl.ts';
import { Peer } from './peers.ts';
import { newCommandId, Person } from './person.ts';
import { type Break, type Platform, startPlatform } from './platform.ts';
import type { PromiseProof, Verdict } from './promise.ts';
import { ms, quantile } from './quantile.ts';

const speaker = 'ir-1';
const listeners = ['af-1', 'in-1', 'no-1'];
const generalDiscussion = 5;
const allowedAfterCommandMs = 50;
const controlCycles = 3;
const forgeEvery = 10;
const heardWithinMs = 3000;
/** How long a turn of speech lasts once all hear it, varied so that the revoke meets the packets at any moment. */
const speakMs = (cycle: number): number => 20 + ((cycle * 7) % 40);
/** How long is listened for a packet after the ack: six packets of the sender, more when it forges. */
const listenMs = (forges: boolean): number => (forges ? 300 : 120);

/** One grant and revoke. What was sent between `revokeId`'s ack and the next taking of the floor must reach nobody. */
type Cycle = { turn: string; takeId: string; revokeId: string; accepted: string[] };

type Run = { cycles: Cycle[]; capture: Capture; endedAt: number; voices: ReadonlySet<number>; clients: number };

/** Grants and revokes the floor again and again while the one who had it never stops sending. */
async function run(count: number, { breakMedia, forges }: { breakMedia?: Break; forges: boolean }): Promise<Run> {
  const opened: { close(): void | Promise<void> }[] = [];
  const keep = <T extends { close(): void | Promise<void> }>(one: T): T => {
    opened.push(one);
    return one;
  };
  try {
    const platform = keep(await startPlatform(breakMedia === undefined ? {} : { breakMedia }));
    const capture = keep(await Capture.create(platform));
    const stage = await setStage(platform, keep);
    const cycles: Cycle[] = [];
    for (let i = 0; i < count; i++) cycles.push(await cycle(i, stage, capture, forges && i % forgeEvery === 0));
    const endedAt = capture.toServer.at(-1)?.at ?? 0;
    return { cycles, capture, endedAt, voices: stage.voices, clients: listeners.length };
  } finally {
    for (const one of opened.toReversed()) await one.close();
  }
}

type Stage = {
  chair: Person;
  sender: Peer;
  seat: string;
  /** The proof's own table: which SSRCs, at the listeners' side, carry the speaker; filled as consumers are made. */
  voices: Set<number>;
};

/** Everybody inside, the meeting open, the speaker sending already. */
async function setStage(platform: Platform, keep: <T extends { close(): void | Promise<void> }>(one: T) => T) {
  const { url, linkOf } = platform;
  const voices = new Set<number>();
  const members = new Map<string, string>();
  const chair = keep(await Person.enter(url, linkOf('chair')));
  await chair.enterLobby();
  const enter = async (name: string): Promise<{ peer: Peer; member: string; seat: string }> => {
    const peer = keep(
      new Peer((ssrc, member) => {
        if (member === members.get(speaker)) voices.add(ssrc);
      }),
    );
    const { member, seat } = await peer.ask('enter', { url, link: linkOf(name) });
    members.set(name, member);
    await chair.act({ type: 'roster.admit', member });
    await peer.ask('join', { sounds: name === speaker });
    return { peer, member, seat };
  };
  const { peer: sender, seat } = await enter(speaker);
  await Promise.all(listeners.map(enter));
  const { agenda } = await chair.state();
  await chair.act({ type: 'session.open' });
  await chair.act({ type: 'agenda.startItem', item: agenda.items[generalDiscussion]?.id ?? '' });
  return { chair, sender, seat, voices } satisfies Stage;
}

async function cycle(i: number, stage: Stage, capture: Capture, forges: boolean): Promise<Cycle> {
  const { chair, sender, seat } = stage;
  const from = capture.toClients.length;
  const speaking = sender.ask('speak', {});
  await chair.act({ type: 'floor.give', seat });
  const { turn, takeId } = await speaking;
  await heardByAll(capture, from, stage.voices);
  await sleep(speakMs(i));
  const revokeId = newCommandId();
  await chair.act({ type: 'floor.endTurn', turn }, revokeId);
  const { accepted } = forges ? await sender.ask('forge', { endedTurn: turn }) : { accepted: [] };
  await sleep(listenMs(forges));
  if (forges) await sender.ask('calm', {});
  return { turn, takeId, revokeId, accepted };
}

async function heardByAll(capture: Capture, from: number, voices: ReadonlySet<number>): Promise<void> {
  const deadline = performance.now() + heardWithinMs;
  const hearing = () =>
    new Set(capture.toClients.slice(from).flatMap(({ ssrc, client }) => (voices.has(ssrc) ? [client] : [])));
  while (hearing().size < listeners.length) {
    if (performance.now() > deadline) throw new Error(`granted, and heard by ${hearing().size} of ${listeners.length}`);
    await sleep(5);
  }
}

/** What the capture says of one cycle. */
type Measured = {
  /** From the command's arrival to the last packet that any listener got because of it, 0 when none came after. */
  lastPacketMs: number;
  /** Packets to listeners after the ack had left. */
  late: number;
  /** Packets to listeners in an SSRC that no consumer was made for: nobody can say whom they carry. */
  strays: number;
  /** Packets that the silenced speaker sent meanwhile: without any, silence would show nothing. */
  stillSent: number;
};

function measure({ cycles, capture, endedAt, voices }: Run): Measured[] {
  return cycles.map((cycle, i) => {
    const { reachedAt, ackLeftAt } = timesOf(capture, cycle.revokeId);
    const next = cycles[i + 1];
    const until = next === undefined ? endedAt : timesOf(capture, next.takeId).reachedAt;
    const received = between(capture.toClients, reachedAt, until);
    const carried = received.filter(({ ssrc }) => voices.has(ssrc));
    return {
      lastPacketMs: (carried.at(-1)?.at ?? reachedAt) - reachedAt,
      late: carried.filter(({ at }) => at > ackLeftAt).length,
      strays: received.length - carried.length,
      stillSent: between(capture.toServer, ackLeftAt, until).length,
    };
  });
}

function timesOf(capture: Capture, commandId: string): { reachedAt: number; ackLeftAt: number } {
  const times = capture.timesOf(commandId);
  if (times === null || times.ackLeftAt === null) throw new Error('the capture has not seen a command and its answer');
  return { reachedAt: times.reachedAt, ackLeftAt: times.ackLeftAt };
}

const between = (packets: readonly RtpPacket[], from: number, until: number): RtpPacket[] =>
  packets.filter(({ at }) => at > from && at < until);

async function prove(count: number): Promise<Verdict> {
  const control = measure(await run(controlCycles, { breakMedia: noFloorControl, forges: false }));
  // One late packet makes a run fail, so one is what the control has to show.
  const isCaught = control.some(({ late }) => late > 0);
  const tried = await run(count, { forges: true });
  const measured = measure(tried);
  const last = measured.map(({ lastPacketMs }) => lastPacketMs);
  const late = measured.reduce((sum, one) => sum + one.late, 0);
  const accepted = tried.cycles.flatMap((one) => one.accepted);
  const strays = measured.reduce((sum, one) => sum + one.strays, 0);
  const wasSending = measured.every(({ stillSent }) => stillSent > 0);
  const p99 = quantile(last, 0.99);
  const said = [
    `${tried.clients} listeners; last packet after the revoke arrived: p50 ${ms(quantile(last, 0.5))}, p99 ${ms(p99)}, max ${ms(Math.max(...last))} (at most ${allowedAfterCommandMs} ms)`,
    `${late} packets after its ack`,
    `the speaker sent ${measured.reduce((sum, one) => sum + one.stillSent, 0)} meanwhile`,
    isCaught
      ? 'without floor control it fails, as it must'
      : 'WITHOUT FLOOR CONTROL IT DOES NOT FAIL: the proof is blind',
    ...(wasSending ? [] : ['the speaker did not send in every silence']),
    ...(strays === 0 ? [] : [`${strays} packets of nobody`]),
    ...[...new Set(accepted)].map((what) => `let through: ${what}`),
  ];
  const isSilent = p99 <= allowedAfterCommandMs && late === 0 && strays === 0;
  const isKept = isSilent && wasSending && accepted.length === 0 && isCaught;
  return { isKept, figure: said.join('; ') };
}

/** R18: what the chair revokes is not heard any more, whatever the speaker's client goes on doing. */
export const r18: PromiseProof = { id: 'R18', counts: { quick: 50, full: 500 }, prove };
