import { setTimeout as sleep } from 'node:timers/promises';
import { usedAt } from '@track2/shared';
import { expect, onTestFinished, test, vi } from 'vitest';
import { grantsThatStay, intentsThatStay } from './support/brokenMedia.ts';
import type { MediaPerson } from './support/mediaPerson.ts';
import { end, packetsReaching, Stage, speak } from './support/stage.ts';

vi.setConfig({ testTimeout: 40_000 });

type Options = NonNullable<Parameters<typeof Stage.create>[0]>;

const limitMs = 1500;
const graceMs = 1000;
/** How late a server on a busy machine may act. */
const latestMs = 700;
const short = { turnSeconds: limitMs / 1000, graceSeconds: graceMs / 1000, warnSeconds: 1 };
const hard = { ...short, limits: { turn: 'hard' } } as const;
const notGranted = { ok: false, code: 'media.notGranted' };

async function raiseStage(options: Options = {}) {
  const stage = await Stage.create(options);
  onTestFinished(() => stage.close());
  return { stage, chair: await stage.open() };
}

const turnOf = ({ person }: MediaPerson, id: string) => person.state.floor.turns.find((turn) => turn.id === id);

/** Speaking time of a turn, by the meeting's own clock. */
async function usedBy(viewer: MediaPerson, id: string): Promise<number> {
  const turn = turnOf(viewer, id);
  if (turn === undefined) throw new Error('the turn is over');
  const { at } = await viewer.person.socket.timeout(5000).emitWithAck('clock', {});
  return usedAt(turn, at);
}

test('[FL16] a hard limit closes the microphone when the grace is over, and not before', async () => {
  const { stage, chair } = await raiseStage({ policy: hard });
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.hum();
  const turn = await speak(chair, ana);
  const takenAt = performance.now();
  await sleep(limitMs + graceMs / 4);
  expect(await packetsReaching([bob], ana, 'audio', 5)).toBeGreaterThan(0);
  expect(performance.now() - takenAt).toBeLessThan(limitMs + graceMs);
  await bob.person.until(() => turnOf(bob, turn) === undefined);
  expect(await packetsReaching([chair, bob], ana)).toBe(0);
  expect(await ana.intend('microphone', true, turn)).toEqual(notGranted);
  const ends = bob.person.received.flatMap(({ events }) => events.filter((event) => event.type === 'floor.turnEnded'));
  expect(ends).toMatchObject([{ turn, reason: 'timeUp' }]);
  expect(ends[0]?.usedMs).toBeGreaterThanOrEqual(limitMs + graceMs);
  expect(ends[0]?.usedMs).toBeLessThan(limitMs + graceMs + latestMs);
});

test('[FL16] past a soft limit the speaker is heard on, and the time counts on', async () => {
  const { stage, chair } = await raiseStage({ policy: short });
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.hum();
  const turn = await speak(chair, ana);
  await sleep(limitMs + graceMs + latestMs);
  expect(await packetsReaching([chair, bob], ana)).toBeGreaterThan(0);
  expect(await usedBy(bob, turn)).toBeGreaterThan(limitMs + graceMs);
});

test('[FL11] [FL16] a hard limit waits while the link is lost, as the clock stands, and closes the microphone after', async () => {
  const { stage, chair } = await raiseStage({ policy: { ...hard, lostLinkSeconds: 10 } });
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.hum();
  const turn = await speak(chair, ana);
  await bob.hears(ana);
  ana.loseSocket();
  await bob.person.until(() => turnOf(bob, turn)?.status.kind === 'lost');
  const stood = await usedBy(bob, turn);
  await sleep(limitMs + graceMs);
  expect(await usedBy(bob, turn)).toBe(stood);
  await ana.comeBack();
  await bob.person.until(() => turnOf(bob, turn)?.status.kind === 'speaking');
  await bob.hears(ana);
  await bob.person.until(() => turnOf(bob, turn) === undefined);
  expect(await packetsReaching([chair, bob], ana)).toBe(0);
});

test('[FL17] an interposed question stops the clock of the turn that it interrupts, and the clock goes on after', async () => {
  const { stage, chair } = await raiseStage();
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.hum();
  await bob.hum();
  const turn = await speak(chair, ana);
  await chair.person.act({ type: 'floor.interpose', turn, seat: bob.person.seat, kind: 'interposed' });
  await bob.person.until(() => bob.person.state.floor.turns.length === 2);
  const question = bob.person.state.floor.turns[1]?.id ?? '';
  await bob.person.act({ type: 'floor.take', turn: question });
  await bob.intend('microphone', true, question);
  await Promise.all([chair.hears(bob), ana.hears(bob)]);
  const stood = await usedBy(bob, turn);
  await sleep(500);
  expect(await usedBy(bob, turn)).toBe(stood);
  expect(turnOf(chair, turn)?.status).toMatchObject({ kind: 'paused', by: question });

  await end(chair, question);
  await bob.person.until(() => turnOf(bob, turn)?.status.kind === 'speaking');
  await sleep(300);
  expect((await usedBy(bob, turn)) - stood).toBeGreaterThanOrEqual(300);
  expect(await packetsReaching([chair, ana], bob)).toBe(0);
  await bob.hears(ana);
});

test('[FL20] the floor of a seat is handed over in one act: the clock goes on, and the other is heard by an act of its own', async () => {
  const stage = await Stage.create();
  onTestFinished(() => stage.close());
  const chair = await stage.prepare();
  const [keynote, aide, bob] = [
    await stage.admit('keynote'),
    await stage.admit('keynote+aide'),
    await stage.admit('bob'),
  ];
  await chair.person.act({ type: 'session.open' });
  await chair.person.act({ type: 'agenda.startItem', item: chair.person.state.agenda.items[1]?.id ?? '' });
  await keynote.hum();
  await aide.hum();
  const turn = await speak(chair, aide);
  await bob.hears(aide);
  const before = await usedBy(bob, turn);
  await aide.person.act({ type: 'floor.handOver', turn, member: keynote.member });
  await aide.until(() => !aide.live.microphone);
  expect(await packetsReaching([chair, keynote, bob], aide)).toBe(0);
  expect(await packetsReaching([chair, aide, bob], keynote)).toBe(0);
  expect(await aide.intend('microphone', true, turn)).toEqual(notGranted);
  await keynote.intend('microphone', true, turn);
  await Promise.all([bob.hears(keynote), aide.hears(keynote)]);
  expect(await usedBy(bob, turn)).toBeGreaterThan(before);
});

/** What reaches the others of a speaker whose turn was ended by mistake: as the end is undone, and as the seat takes the floor. */
async function undoneEnd(breakMedia?: Options['breakMedia']) {
  const { stage, chair } = await raiseStage(breakMedia === undefined ? {} : { breakMedia });
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.hum();
  const turn = await speak(chair, ana);
  await bob.hears(ana);
  await end(chair, turn);
  const act = chair.person.state.session.acts.at(-1)?.id ?? '';
  await chair.person.act({ type: 'session.undo', of: act });
  const undone = await packetsReaching([chair, bob], ana);
  await ana.person.until(() => ana.person.state.floor.turns.length === 1);
  const returned = ana.person.state.floor.turns[0]?.id ?? '';
  await ana.person.act({ type: 'floor.take', turn: returned });
  const taken = await packetsReaching([chair, bob], ana);
  return { chair, ana, bob, turn, returned, undone, taken };
}

test('[SE13] undoing the end of a turn opens no microphone: the seat takes the floor and is heard by an act of its own', async () => {
  const { ana, bob, turn, returned, undone, taken } = await undoneEnd();
  expect({ undone, taken }).toEqual({ undone: 0, taken: 0 });
  expect(await ana.intend('microphone', true, turn)).toEqual(notGranted);
  expect(await ana.intend('microphone', true, returned)).toMatchObject({ ok: true });
  await bob.hears(ana);
});

test('the look after an undo sees leave that stays, and an intent that is taken for a new one', async () => {
  expect((await undoneEnd(grantsThatStay)).undone).toBeGreaterThan(0);
  const { undone, taken } = await undoneEnd(intentsThatStay);
  expect(undone).toBe(0);
  expect(taken).toBeGreaterThan(0);
});
