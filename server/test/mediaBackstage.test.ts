import { placeOfMember } from '@track2/shared';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { grantsThatStay, noAudiences } from './support/brokenMedia.ts';
import type { MediaPerson } from './support/mediaPerson.ts';
import type { Break } from './support/mediaPlatform.ts';
import { call, packetsReaching, Stage, speak } from './support/stage.ts';

vi.setConfig({ testTimeout: 40_000 });

const backstage = 'backstage';
const notGranted = { ok: false, code: 'media.notGranted' };

async function raiseStage(breakMedia?: Break): Promise<Stage> {
  const stage = await Stage.create(breakMedia === undefined ? {} : { breakMedia });
  onTestFinished(() => stage.close());
  return stage;
}

const placeOf = (viewer: MediaPerson, { member }: MediaPerson) => {
  const found = viewer.person.state.roster.members.find(({ id }) => id === member);
  return found && placeOfMember(found);
};

/** Hums backstage, and means it. */
async function talkBackstage(person: MediaPerson): Promise<void> {
  await person.hum();
  expect(await person.intend('microphone', true, backstage)).toMatchObject({ ok: true });
}

const goBackstage = (person: MediaPerson): Promise<void> => person.person.act({ type: 'roster.goBackstage' });

/** Called by the chair, and gone by an act of one's own. */
async function goOnStage(chair: MediaPerson, person: MediaPerson): Promise<void> {
  await chair.person.act({ type: 'roster.callOnStage', member: person.member });
  await person.person.act({ type: 'roster.goOnStage' });
}

const everyPair = (people: readonly MediaPerson[]): [MediaPerson, MediaPerson][] =>
  people.flatMap((one) =>
    people.filter((other) => other !== one).map((other): [MediaPerson, MediaPerson] => [one, other]),
  );

/** Everything by which the people in the room could learn that somebody backstage speaks. */
async function leaksInto(room: readonly MediaPerson[], behind: readonly MediaPerson[]) {
  const pulsesBefore = room.map(({ pulses }) => pulses.length);
  let packets = 0;
  for (const voice of behind) packets += await packetsReaching(room, voice);
  return {
    packets,
    announced: room.flatMap(({ pushes }) => pushes).filter(({ kind }) => kind === 'consumer').length,
    pulses: room.flatMap(({ pulses }, index) => pulses.slice(pulsesBefore[index])).length,
  };
}

const nothing = { packets: 0, announced: 0, pulses: 0 };

/** Keynote and aide backstage as they come, moderator and operator beside them; chair and Ana in the room. */
async function fillBackstage(stage: Stage) {
  const chair = await stage.open();
  const [ana, moderator, operator] = [
    await stage.admit('ana'),
    await stage.join('moderator'),
    await stage.join('operator'),
  ];
  await goBackstage(moderator);
  await goBackstage(operator);
  const [keynote, aide] = [await stage.admit('keynote'), await stage.admit('keynote+aide')];
  const behind = [moderator, operator, keynote, aide];
  for (const person of behind) await talkBackstage(person);
  return { chair, ana, behind };
}

test('[ME6] [RO10] keynote, aide, moderator and operator hear each other backstage and the room hears, gets and is told nothing of it', async () => {
  const { chair, ana, behind } = await fillBackstage(await raiseStage());
  await Promise.all(everyPair(behind).map(([listener, voice]) => listener.hears(voice)));
  expect(await leaksInto([chair, ana], behind)).toEqual(nothing);
  expect(behind.map((person) => [placeOf(chair, person), placeOf(ana, person)])).toEqual(
    behind.map(() => [backstage, backstage]),
  );

  await ana.hum();
  await speak(chair, ana);
  await Promise.all([chair, ...behind].map((listener) => listener.hears(ana)));
  await chair.until(() => (chair.pulses.at(-1)?.pulse.levels.length ?? 0) > 0);
  const named = [chair, ana].flatMap(({ pulses }) =>
    pulses.flatMap(({ pulse }) => pulse.levels.map(({ member }) => member)),
  );
  expect(new Set(named)).toEqual(new Set([ana.member]));
  const [keynote] = behind.slice(2);
  await keynote?.until(() => new Set(keynote.pulses.at(-1)?.pulse.levels.map(({ member }) => member)).size === 5);
});

test('the look into the room sees a media plane that knows no audiences', async () => {
  const { chair, ana, behind } = await fillBackstage(await raiseStage(noAudiences));
  const leaks = await leaksInto([chair, ana], behind);
  expect(Object.values(leaks).every((count) => count > 0)).toBe(true);
});

describe('with the keynote and its aide', () => {
  let stage: Stage;
  let chair: MediaPerson;

  beforeEach(async () => {
    stage = await Stage.create();
  });
  afterEach(() => stage.close());

  test('[ME6] [RO9] before the meeting opens, those who go backstage hear each other and nobody else does', async () => {
    chair = await stage.prepare();
    const [moderator, keynote, ana] = [
      await stage.join('moderator'),
      await stage.admit('keynote'),
      await stage.admit('ana'),
    ];
    expect(placeOf(ana, keynote)).toBe('room');
    await keynote.hum();
    expect(await keynote.intend('microphone', true, backstage)).toEqual(notGranted);
    await goBackstage(moderator);
    await goBackstage(keynote);
    expect(await keynote.intend('microphone', true, backstage)).toMatchObject({ ok: true });
    await talkBackstage(moderator);
    await Promise.all([moderator.hears(keynote), keynote.hears(moderator)]);
    expect(await leaksInto([chair, ana], [moderator, keynote])).toEqual(nothing);
    await ana.person.until(() => placeOf(ana, keynote) === backstage);

    await chair.person.act({ type: 'session.open' });
    await moderator.hears(keynote);
    expect(await packetsReaching([chair, ana], keynote)).toBe(0);
  });

  test('[RO11] [ME5] on stage the backstage microphone is silent everywhere until an act of the speaker in the room', async () => {
    chair = await stage.open();
    const [ana, keynote, aide] = [
      await stage.admit('ana'),
      await stage.admit('keynote'),
      await stage.admit('keynote+aide'),
    ];
    await talkBackstage(keynote);
    await aide.hears(keynote);
    await goOnStage(chair, keynote);
    await keynote.until(() => !keynote.live.microphone);
    expect(await packetsReaching([chair, ana, aide], keynote)).toBe(0);
    expect(await keynote.intend('microphone', true, backstage)).toEqual(notGranted);

    const turn = await call(chair, keynote);
    await keynote.person.act({ type: 'floor.take', turn });
    expect(await packetsReaching([chair, ana, aide], keynote)).toBe(0);
    await keynote.intend('microphone', true, turn);
    await Promise.all([chair, ana, aide].map((listener) => listener.hears(keynote)));

    // Back behind the stage: the turn is over, and what the room had of the speaker is closed.
    await goBackstage(keynote);
    expect(await packetsReaching([chair, ana, aide], keynote)).toBe(0);
    for (const listener of [chair, ana]) {
      const ids = listener.consumersOf(keynote, 'microphone').map(({ id }) => id);
      const closed = listener.pushes.flatMap((push) => (push.kind === 'consumerClosed' ? [push.id] : []));
      expect(ids.filter((id) => !closed.includes(id))).toEqual([]);
    }
    expect(await keynote.intend('microphone', true, backstage)).toMatchObject({ ok: true });
    await aide.hears(keynote);
    expect(await packetsReaching([chair, ana], keynote)).toBe(0);
  });

  test('[RO6] whoever goes on stage or leaves hears those backstage no more, and is not heard there', async () => {
    chair = await stage.open();
    const moderator = await stage.join('moderator');
    await goBackstage(moderator);
    const [keynote, aide] = [await stage.admit('keynote'), await stage.admit('keynote+aide')];
    for (const person of [moderator, keynote, aide]) await talkBackstage(person);
    await Promise.all([moderator.hears(keynote), aide.hears(moderator), keynote.hears(aide)]);

    await moderator.person.act({ type: 'roster.goOnStage' });
    expect(await packetsReaching([moderator], keynote)).toBe(0);
    expect(await packetsReaching([chair, keynote, aide], moderator)).toBe(0);
    await aide.hears(keynote);
    await keynote.person.act({ type: 'roster.leave' });
    expect(await packetsReaching([chair, moderator, aide], keynote)).toBe(0);
    expect(await packetsReaching([chair, moderator, keynote], aide)).toBe(0);
  });

  test('a camera backstage is seen backstage alone, and goes dark on the way to the stage', async () => {
    chair = await stage.open();
    const [keynote, aide] = [await stage.admit('keynote'), await stage.admit('keynote+aide')];
    const tiles = [{ member: keynote.member, source: 'camera' as const, width: 320 }];
    for (const viewer of [chair, aide]) await viewer.ask({ method: 'view', tiles });
    await keynote.film();
    expect(await keynote.intend('camera', true, backstage)).toMatchObject({ ok: true });
    await aide.until(() => (aide.eyeOn(keynote)?.frames ?? 0) > 0, 15_000);
    expect(chair.consumersOf(keynote, 'camera')).toEqual([]);
    await goOnStage(chair, keynote);
    await keynote.until(() => !keynote.live.camera);
    expect(await packetsReaching([chair, aide], keynote, 'video')).toBe(0);
    expect(await keynote.intend('camera', true, 'camera')).toMatchObject({ ok: true });
    await chair.until(() => (chair.eyeOn(keynote)?.frames ?? 0) > 0, 15_000);
  });
});

test('the same look on the way to the stage sees leave for a microphone that stays', async () => {
  const stage = await raiseStage(grantsThatStay);
  const chair = await stage.open();
  const [keynote, aide] = [await stage.admit('keynote'), await stage.admit('keynote+aide')];
  await talkBackstage(keynote);
  await aide.hears(keynote);
  await goOnStage(chair, keynote);
  expect(await packetsReaching([chair, aide], keynote)).toBeGreaterThan(0);
});
