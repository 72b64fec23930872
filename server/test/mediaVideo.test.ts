import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MediaPerson } from './support/mediaPerson.ts';
import { call, end, packetsReaching, Stage } from './support/stage.ts';

vi.setConfig({ testTimeout: 60_000 });

let stage: Stage;
let chair: MediaPerson;

beforeEach(async () => {
  stage = await Stage.create();
  chair = await stage.open();
});
afterEach(() => stage.close());

const switchTakesAtMostMs = 15_000;
/** What opens a camera again shows only from the next key frame on, and one is asked for once a second. */
const picturesToAKeyFrame = 22;
const cameraGrant = 'camera';
const notGranted = { ok: false, code: 'media.notGranted' };

async function show(viewer: MediaPerson, tiles: [of: MediaPerson, width: number][]): Promise<void> {
  const listed = tiles.map(([{ member }, width]) => ({ member, source: 'camera' as const, width }));
  expect(await viewer.ask({ method: 'view', tiles: listed })).toMatchObject({ ok: true });
}

/** Resolves when further pictures of the other arrive. */
async function sees(viewer: MediaPerson, other: MediaPerson): Promise<void> {
  const before = viewer.eyeOn(other)?.frames ?? 0;
  await viewer.until(() => (viewer.eyeOn(other)?.frames ?? 0) > before + 1, switchTakesAtMostMs);
}

async function turnCameraOn(person: MediaPerson): Promise<void> {
  expect(await person.intend('camera', true, cameraGrant)).toMatchObject({ ok: true });
  await person.until(() => person.live.camera);
}

test('of three simulcast layers a viewer gets the one that fills its tile', async () => {
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.film();
  await turnCameraOn(ana);
  for (const [tile, layer] of [
    [1280, 960],
    [320, 240],
    [640, 480],
  ] as const) {
    await show(bob, [[ana, tile]]);
    await bob.until(() => bob.eyeOn(ana)?.width === layer, switchTakesAtMostMs);
    expect(await packetsReaching([bob], ana, 'video')).toBeGreaterThan(0);
  }
});

test('a camera that no tile shows is announced, and not one packet of it is sent to that viewer', async () => {
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  await ana.film();
  await turnCameraOn(ana);
  await show(chair, [[ana, 320]]);
  await sees(chair, ana);
  await bob.until(() => bob.consumersOf(ana, 'camera').length > 0);
  expect(await packetsReaching([bob], ana, 'video')).toBe(0);

  await show(bob, [[ana, 320]]);
  await sees(bob, ana);
  for (const tiles of [[[ana, 0]], [], [[chair, 320]]] as [MediaPerson, number][][]) {
    await show(bob, tiles);
    expect(await packetsReaching([bob], ana, 'video')).toBe(0);
  }
  await sees(chair, ana);
});

test('[ME2] cameras of the floor only: the others go dark at once, and come back by an act of their own', async () => {
  const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
  const item = chair.person.state.agenda.current ?? '';
  await ana.film();
  await bob.film();
  await turnCameraOn(ana);
  await turnCameraOn(bob);
  await show(chair, [
    [ana, 320],
    [bob, 320],
  ]);
  await Promise.all([sees(chair, ana), sees(chair, bob)]);

  await chair.person.act({ type: 'agenda.changeItem', item, cameras: 'floorOnly' });
  await Promise.all([ana, bob].map((person) => person.until(() => !person.live.camera)));
  expect(await packetsReaching([chair], ana, 'video')).toBe(0);
  expect(await packetsReaching([chair], bob, 'video')).toBe(0);
  expect(await ana.intend('camera', true, cameraGrant)).toEqual(notGranted);

  const turn = await call(chair, ana);
  await ana.person.act({ type: 'floor.take', turn });
  expect(await packetsReaching([chair], ana, 'video', picturesToAKeyFrame)).toBe(0);
  await turnCameraOn(ana);
  await sees(chair, ana);
  expect(await bob.intend('camera', true, cameraGrant)).toEqual(notGranted);
  await end(chair, turn);
  expect(await packetsReaching([chair], ana, 'video')).toBe(0);

  await chair.person.act({ type: 'agenda.changeItem', item, cameras: 'all' });
  expect(await packetsReaching([chair], bob, 'video', picturesToAKeyFrame)).toBe(0);
  await turnCameraOn(bob);
  await sees(chair, bob);
});
