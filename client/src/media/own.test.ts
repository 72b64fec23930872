import type { MediaGrant } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { endedIntents, ownSource, unwantedLive } from './own.ts';

const of = (id: string | null) => (id === null ? null : { id, audience: 'room' as const });

const grant = (microphone: string | null, camera: string | null = 'camera'): MediaGrant => {
  return { microphone: of(microphone), camera: of(camera), screen: of(microphone) };
};
const intents = (microphone: string | null, camera: string | null = null) => ({ microphone, camera, screen: null });
const live = (microphone: boolean, camera = false) => ({ microphone, camera, screen: false });

describe('which intents end with a change of the grant', () => {
  it('keeps what is wanted under the grant that holds', () => {
    expect(endedIntents(intents('turn-1', 'camera'), grant('turn-1'))).toEqual([]);
  });

  it('ends the microphone with its turn and leaves the camera alone', () => {
    expect(endedIntents(intents('turn-1', 'camera'), grant(null))).toEqual(['microphone']);
  });

  it('ends it when the next turn follows at once, so that nobody is unmuted by being called', () => {
    expect(endedIntents(intents('turn-1'), grant('turn-2'))).toEqual(['microphone']);
  });

  it('ends the camera when the item withholds it', () => {
    expect(endedIntents(intents(null, 'camera'), grant(null, null))).toEqual(['camera']);
  });
});

describe('what the server forwards against the will of its person', () => {
  it('is a live source without an intent', () => {
    expect(unwantedLive(intents(null, 'camera'), live(true, true))).toEqual(['microphone']);
  });

  it('is nothing while intent and flow agree', () => {
    expect(unwantedLive(intents('turn-1'), live(true))).toEqual([]);
  });
});

describe('the state of an own source', () => {
  const state = { intents: intents('turn-1'), live: live(false), missing: live(false) };

  it('is on while it is wanted and not yet forwarded, live once it is', () => {
    expect(ownSource(state, 'microphone')).toBe('on');
    expect(ownSource({ ...state, live: live(true) }, 'microphone')).toBe('live');
  });

  it('is off without an intent, whatever the server said last', () => {
    expect(ownSource({ ...state, live: live(true, true) }, 'camera')).toBe('off');
  });

  it('is none where there is no device or no leave', () => {
    expect(ownSource({ ...state, missing: live(true) }, 'microphone')).toBe('none');
  });
});
