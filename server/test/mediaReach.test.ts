import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MediaPerson } from './support/mediaPerson.ts';
import { end, packetsReaching, Stage, speak } from './support/stage.ts';

vi.setConfig({ testTimeout: 30_000 });

let stage: Stage;
let chair: MediaPerson;

beforeEach(async () => {
  stage = await Stage.create();
  chair = await stage.open();
});
afterEach(() => stage.close());

const intervals = 10;
const intervalMs = 250;
const lastSpeaker = ({ pulses }: MediaPerson) => pulses.at(-1)?.pulse.speaker;

describe('pulses', () => {
  test('levels reach those who hear the room, four times a second, and leave no trace in the meeting', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    const cyr = await stage.enter('cyr');
    await ana.hum();
    const turn = await speak(chair, ana);
    await bob.until(() => lastSpeaker(bob) === ana.member);
    const { log } = stage.platform.storage;
    const entries = async () => (await log.load(chair.person.entry.meeting.id)).entries.length;
    const [written, told] = [await entries(), bob.person.received.length];

    const from = bob.pulses.length;
    await bob.until(() => bob.pulses.length > from + intervals);
    const pulses = bob.pulses.slice(from, from + intervals + 1);
    const elapsedMs = (pulses.at(-1)?.at ?? 0) - (pulses[0]?.at ?? 0);
    // The first may have come late.
    expect(elapsedMs).toBeGreaterThan((intervals - 1) * intervalMs);
    const levels = pulses.flatMap(({ pulse }) => pulse.levels);
    expect(levels.length).toBeGreaterThan(intervals / 2);
    for (const { member, level } of levels) expect([member, level > -40 && level <= 0]).toEqual([ana.member, true]);
    expect(chair.pulses.length).toBeGreaterThan(0);
    expect(cyr.pulses).toEqual([]);
    expect([await entries(), bob.person.received.length]).toEqual([written, told]);

    await end(chair, turn);
    await bob.until(() => lastSpeaker(bob) === null && bob.pulses.at(-1)?.pulse.levels.length === 0);
    expect(cyr.pulses).toEqual([]);
  });

  test('whoever leaves gets no level any more, and whoever sends without the floor has none', async () => {
    const [ana, bob, cyr] = [await stage.admit('ana'), await stage.admit('bob'), await stage.admit('cyr')];
    await ana.hum();
    await bob.hum();
    await speak(chair, ana);
    await cyr.until(() => lastSpeaker(cyr) === ana.member);
    await cyr.person.act({ type: 'roster.leave' });
    const [left, stays] = [cyr.pulses.length, chair.pulses.length];
    await chair.until(() => chair.pulses.length >= stays + 4);
    expect(cyr.pulses.length).toBe(left);
    const named = chair.pulses.flatMap(({ pulse }) => pulse.levels.map(({ member }) => member));
    expect([...new Set(named)]).toEqual([ana.member]);
  });
});

test('a person whom UDP does not reach speaks and hears over TCP', async () => {
  const [ana, bob] = [await stage.admit('ana', { network: 'tcpOnly' }), await stage.admit('bob')];
  await ana.hum();
  await bob.hum();
  const turn = await speak(chair, ana);
  await bob.hears(ana);
  await end(chair, turn);
  expect(await packetsReaching([chair, bob], ana)).toBe(0);
  await speak(chair, bob);
  await Promise.all([ana.hears(bob), chair.hears(bob)]);
  expect(await ana.link.protocols()).toEqual(['tcp', 'tcp']);
  expect(await bob.link.protocols()).toEqual(['udp', 'udp']);
});
