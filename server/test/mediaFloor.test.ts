import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MediaPerson } from './support/mediaPerson.ts';
import { call, end, packetsReaching, Stage, speak } from './support/stage.ts';

vi.setConfig({ testTimeout: 30_000 });

const lostLinkMs = 3000;

let stage: Stage;
let chair: MediaPerson;

beforeEach(async () => {
  stage = await Stage.create({ policy: { lostLinkSeconds: lostLinkMs / 1000 } });
  chair = await stage.open();
});
afterEach(() => stage.close());

const done = { ok: true, value: { method: 'done' } };
const refusal = (code: string) => ({ ok: false, code });
const statusOfTurn = ({ person }: MediaPerson) => person.state.floor.turns[0]?.status.kind;
const isSilenced = (speaker: MediaPerson) => speaker.until(() => !speaker.live.microphone);
const isLive = (speaker: MediaPerson) => speaker.until(() => speaker.live.microphone);

describe('who is heard by whom', () => {
  test('[ME4] the lobby gets nothing of the media while those inside hear the speaker, and hears on admission', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    const cyr = await stage.enter('cyr');
    await ana.hum();
    await speak(chair, ana);
    await bob.hears(ana);
    const { transport, ...second } = ana.link.secondOf('microphone');
    expect(await cyr.ask({ method: 'capabilities' })).toEqual(refusal('media.notInside'));
    expect(await cyr.ask({ method: 'createTransport', direction: 'receive' })).toEqual(
      refusal('media.unknownTransport'),
    );
    expect(await cyr.ask({ ...second, transport })).toEqual(refusal('media.unknownTransport'));
    expect(cyr.pushes).toEqual([]);

    await chair.person.act({ type: 'roster.admit', member: cyr.member });
    await cyr.join();
    await cyr.hears(ana);
  });

  test('[ME1] all send and the holder of the floor alone is heard, from taking it until its end', async () => {
    const [ana, bob, cyr] = [await stage.admit('ana'), await stage.admit('bob'), await stage.admit('cyr')];
    await ana.hum();
    await bob.hum();
    const called = await call(chair, ana);
    expect(await packetsReaching([chair, bob, cyr], ana)).toBe(0);
    expect(cyr.consumersOf(ana, 'microphone')).toEqual([]);

    await ana.person.act({ type: 'floor.take', turn: called });
    await ana.intend('microphone', true, called);
    await Promise.all([chair, bob, cyr].map((listener) => listener.hears(ana)));
    await end(chair, called);
    expect(await packetsReaching([chair, bob, cyr], ana)).toBe(0);
    expect([chair, ana, cyr].flatMap((listener) => listener.consumersOf(bob, 'microphone'))).toEqual([]);
  });

  test('nobody is heard by a second microphone, without the floor, by the grant of another or by an old one', async () => {
    const [ana, bob, cyr] = [await stage.admit('ana'), await stage.admit('bob'), await stage.admit('cyr')];
    await ana.hum();
    await bob.hum();
    const turn = await speak(chair, ana);
    await cyr.hears(ana);
    expect(await ana.ask(ana.link.secondOf('microphone'))).toEqual(refusal('media.tooMany'));
    for (const grant of [turn, 'camera', '']) {
      expect(await bob.intend('microphone', true, grant)).toEqual(refusal('media.notGranted'));
    }
    expect(await packetsReaching([chair, ana, cyr], bob)).toBe(0);

    await end(chair, turn);
    expect(await ana.intend('microphone', true, turn)).toEqual(refusal('media.notGranted'));
    await ana.changeMicrophone();
    expect(await ana.intend('microphone', true, turn)).toEqual(refusal('media.notGranted'));
    expect(await packetsReaching([chair, bob, cyr], ana)).toBe(0);
    await ana.person.act({ type: 'floor.take', turn: await call(chair, ana) });
    expect(await ana.intend('microphone', true, turn)).toEqual(refusal('media.notGranted'));
    expect(await packetsReaching([chair, bob, cyr], ana)).toBe(0);
  });

  test('whoever leaves is neither heard nor hears any more', async () => {
    const [ana, bob, cyr] = [await stage.admit('ana'), await stage.admit('bob'), await stage.admit('cyr')];
    await ana.hum();
    await speak(chair, ana);
    await Promise.all([bob.hears(ana), cyr.hears(ana)]);
    await bob.person.act({ type: 'roster.leave' });
    expect(await packetsReaching([bob], ana)).toBe(0);
    await cyr.hears(ana);
    await ana.person.act({ type: 'roster.leave' });
    expect(await packetsReaching([chair, bob, cyr], ana)).toBe(0);
    // Who has left has nothing on the router any more, and gets nothing new.
    expect(await ana.ask(ana.link.secondOf('microphone'))).toEqual(refusal('media.unknownTransport'));
    expect(await ana.ask({ method: 'capabilities' })).toEqual(refusal('media.notInside'));
  });

  test('[ME3] after adjournment nobody is heard, and media are given to nobody', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    await ana.hum();
    await speak(chair, ana);
    await bob.hears(ana);
    await chair.person.act({ type: 'session.adjourn' });
    expect(await packetsReaching([chair, bob], ana)).toBe(0);
    expect(await bob.ask({ method: 'capabilities' })).toEqual(refusal('media.notInside'));
  });
});

describe('what an intent means', () => {
  test('on makes the grant live, off ends it at once, and both are told to the one concerned', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    await ana.hum();
    const turn = await speak(chair, ana);
    await isLive(ana);
    await bob.hears(ana);
    expect(await ana.intend('microphone', false, turn)).toEqual(done);
    await isSilenced(ana);
    expect(await packetsReaching([chair, bob], ana)).toBe(0);
    expect(statusOfTurn(ana)).toBe('speaking');
    expect(await ana.intend('microphone', true, turn)).toEqual(done);
    await isLive(ana);
    await bob.hears(ana);
  });

  test('[ME5] the end of a turn ends its intent: called again, the speaker is heard by a new act only', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    await ana.hum();
    await end(chair, await speak(chair, ana));
    await isSilenced(ana);
    const again = await call(chair, ana);
    await ana.person.act({ type: 'floor.take', turn: again });
    expect(await packetsReaching([chair, bob], ana)).toBe(0);
    expect(ana.live.microphone).toBe(false);
    await ana.intend('microphone', true, again);
    await isLive(ana);
    await bob.hears(ana);
  });

  test('a microphone that is changed in mid-turn waits for a new act as well', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    await ana.hum();
    const turn = await speak(chair, ana);
    await bob.hears(ana);
    await ana.changeMicrophone();
    expect(await packetsReaching([chair, bob], ana)).toBe(0);
    await ana.intend('microphone', true, turn);
    await bob.hears(ana);
  });
});

describe('a lost socket', () => {
  test('[FL11] keeps the media for the allowance, and goes on when it is back in time', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    await ana.hum();
    await speak(chair, ana);
    await bob.hears(ana);
    ana.loseSocket();
    await bob.person.until(() => statusOfTurn(bob) === 'lost');
    expect(await packetsReaching([bob], ana)).toBeGreaterThan(0);
    const told = ana.pushes.length;
    await ana.comeBack();
    await bob.person.until(() => statusOfTurn(bob) === 'speaking');
    expect(ana.pushes.slice(told)).toContainEqual({
      kind: 'own',
      live: { microphone: true, camera: false, screen: false },
    });
    expect(await packetsReaching([bob], ana)).toBeGreaterThan(0);
    await bob.hears(ana);
    expect(ana.pushes.filter(({ kind }) => kind === 'lost')).toEqual([]);
  });

  test('[FL12] [FL13] past the allowance the speaker is silenced, and taken again the floor wants a new act', async () => {
    const [ana, bob] = [await stage.admit('ana'), await stage.admit('bob')];
    await ana.hum();
    const turn = await speak(chair, ana);
    await bob.hears(ana);
    ana.loseSocket();
    const lostAt = performance.now();
    await bob.person.until(() => statusOfTurn(bob) === 'suspended');
    expect(performance.now() - lostAt).toBeGreaterThan(lostLinkMs * 0.9);
    expect(await packetsReaching([chair, bob], ana)).toBe(0);
    await ana.comeBack();
    await isSilenced(ana);
    expect(await ana.intend('microphone', true, turn)).toEqual(refusal('media.notGranted'));
    await ana.person.act({ type: 'floor.take', turn });
    expect(await packetsReaching([chair, bob], ana)).toBe(0);
    await ana.intend('microphone', true, turn);
    await bob.hears(ana);
  });
});
