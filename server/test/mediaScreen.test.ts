import { expect, onTestFinished, test, vi } from 'vitest';
import { noLeaveForScreens } from './support/brokenMedia.ts';
import type { MediaPerson } from './support/mediaPerson.ts';
import type { Break } from './support/mediaPlatform.ts';
import { call, end, Stage, screenReaching, speak } from './support/stage.ts';

vi.setConfig({ testTimeout: 60_000 });

const notGranted = { ok: false, code: 'media.notGranted' };

/** Ana has the floor and sends microphone, screen and the sound of its tab; chair and Bob have a tile for it. */
async function sharing(breakMedia?: Break) {
  const stage = await Stage.create(breakMedia === undefined ? {} : { breakMedia });
  onTestFinished(() => stage.close());
  const chair = await stage.open();
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  for (const viewer of [chair, bob])
    await viewer.ask({ method: 'view', tiles: [{ member: ana.member, source: 'screen', width: 1280 }] });
  await ana.hum();
  await ana.share();
  const turn = await speak(chair, ana);
  return { chair, ana, bob, turn };
}

async function shareReaching(viewers: readonly MediaPerson[], sharer: MediaPerson) {
  const [picture, sound] = [
    await screenReaching(viewers, sharer, 'screen'),
    await screenReaching(viewers, sharer, 'screenAudio'),
  ];
  const announced = viewers.reduce(
    (sum, viewer) => sum + (['screen', 'screenAudio'] as const).flatMap((of) => viewer.consumersOf(sharer, of)).length,
    0,
  );
  return { picture, sound, announced };
}

const nothing = { picture: 0, sound: 0, announced: 0 };

/** Resolves when pictures of the screen and the sound of its tab arrive. */
async function seesScreen(viewer: MediaPerson, sharer: MediaPerson): Promise<void> {
  const sources = ['screen', 'screenAudio'] as const;
  const before = await Promise.all(sources.map((source) => viewer.packetsFrom(sharer, [source])));
  await vi.waitUntil(
    async () => {
      const now = await Promise.all(sources.map((source) => viewer.packetsFrom(sharer, [source])));
      return now.every((count, index) => count > (before[index] ?? 0));
    },
    { timeout: 15_000, interval: 50 },
  );
}

const isShown = (sharer: MediaPerson) => sharer.until(() => sharer.live.screen);
const isHidden = (sharer: MediaPerson) => sharer.until(() => !sharer.live.screen);

test('[ME7] [FL21] nothing of a screen or its sound is seen before a manager allows it, and denial cuts both in mid-share', async () => {
  const { chair, ana, bob, turn } = await sharing();
  const viewers = [chair, bob];
  expect(await ana.intend('screen', true, turn)).toEqual(notGranted);
  expect(await shareReaching(viewers, ana)).toEqual(nothing);
  await ana.person.act({ type: 'floor.requestScreen', turn });
  expect(await ana.intend('screen', true, turn)).toEqual(notGranted);
  expect(await shareReaching(viewers, ana)).toEqual(nothing);

  await chair.person.act({ type: 'floor.allowScreen', turn });
  // Leave alone shows nothing: what is on the screen is shown by an act of its owner.
  expect(await shareReaching(viewers, ana)).toEqual(nothing);
  expect(await ana.intend('screen', true, turn)).toMatchObject({ ok: true });
  await isShown(ana);
  await Promise.all(viewers.map((viewer) => seesScreen(viewer, ana)));

  await chair.person.act({ type: 'floor.denyScreen', turn });
  await isHidden(ana);
  expect(await shareReaching(viewers, ana)).toMatchObject({ picture: 0, sound: 0 });
  expect(await ana.intend('screen', true, turn)).toEqual(notGranted);
  await bob.hears(ana);
});

test('[FL21] a screen ends with its turn, and shown again it wants to be asked for and allowed again', async () => {
  const { chair, ana, bob, turn } = await sharing();
  await ana.person.act({ type: 'floor.requestScreen', turn });
  await chair.person.act({ type: 'floor.allowScreen', turn });
  await ana.intend('screen', true, turn);
  await seesScreen(bob, ana);
  // Its owner stops it without anybody else: the leave stays for the turn.
  await ana.intend('screen', false, turn);
  await isHidden(ana);
  expect(await shareReaching([chair, bob], ana)).toMatchObject({ picture: 0, sound: 0 });
  await ana.intend('screen', true, turn);
  await seesScreen(bob, ana);

  await end(chair, turn);
  await isHidden(ana);
  expect(await shareReaching([chair, bob], ana)).toMatchObject({ picture: 0, sound: 0 });
  const next = await call(chair, ana);
  await ana.person.act({ type: 'floor.take', turn: next });
  expect(await ana.intend('screen', true, next)).toEqual(notGranted);
  expect(await shareReaching([chair, bob], ana)).toMatchObject({ picture: 0, sound: 0 });
});

test('the look for a screen sees one that needs nobody to allow it', async () => {
  const { chair, ana, bob, turn } = await sharing(noLeaveForScreens);
  await ana.intend('screen', true, turn);
  await isShown(ana);
  await seesScreen(bob, ana);
  const seen = await shareReaching([chair, bob], ana);
  expect(Object.values(seen).every((count) => count > 0)).toBe(true);
});
