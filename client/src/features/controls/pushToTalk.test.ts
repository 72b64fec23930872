import { describe, expect, it } from 'vitest';
import { type OwnVoice, type TalkEvent, talkStep } from './pushToTalk.ts';

const closed: OwnVoice = { grant: 'g1', microphone: 'off' };
const open: OwnVoice = { grant: 'g1', microphone: 'live' };
const another: OwnVoice = { grant: 'g2', microphone: 'live' };
const noFloor: OwnVoice = { grant: null, microphone: 'off' };

/** Walks through the steps and tells what was set in each. */
function walk(...steps: [TalkEvent, OwnVoice][]): (boolean | null)[] {
  let held: string | null = null;
  return steps.map(([event, voice]) => {
    const talk = talkStep(held, event, voice);
    held = talk.held;
    return talk.set ?? null;
  });
}

describe('push-to-talk', () => {
  it('opens the microphone while Space is held, and as often as it is', () => {
    expect(walk(['down', closed], ['up', open], ['down', closed], ['up', open])).toEqual([true, false, true, false]);
  });

  it('does nothing without the floor, and without a microphone', () => {
    expect(walk(['down', noFloor], ['up', noFloor])).toEqual([null, null]);
    expect(walk(['down', { grant: 'g1', microphone: 'none' }], ['up', closed])).toEqual([null, null]);
  });

  it('leaves a microphone alone that was open before', () => {
    expect(walk(['down', open], ['up', open])).toEqual([null, null]);
  });

  it('closes when the page is left behind, once', () => {
    expect(walk(['down', closed], ['away', open], ['up', closed])).toEqual([true, false, null]);
  });

  it('goes on through changes of the meeting that leave the floor', () => {
    expect(walk(['down', closed], ['changed', open], ['up', open])).toEqual([true, null, false]);
  });

  it('does not close under the next grant what it opened under the last', () => {
    expect(walk(['down', closed], ['changed', noFloor], ['up', another])).toEqual([true, null, null]);
    expect(walk(['down', closed], ['up', another])).toEqual([true, null]);
  });
});
