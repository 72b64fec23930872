import { describe, expect, it } from 'vitest';
import { type Tile, Viewing } from './viewing.ts';

function given() {
  const told: Tile[][] = [];
  const waiting: (() => void)[] = [];
  const viewing = new Viewing({
    send: async (tiles) => void told.push(tiles),
    later: (call) => void waiting.push(call),
  });
  const pause = (): void => {
    for (const call of waiting.splice(0)) call();
  };
  return { viewing, told, waiting, pause };
}

const camera = (member: string, width: number): Tile => ({ member, source: 'camera', width });

describe('telling which pictures are seen', () => {
  it('gathers all that changes within one pause in one message', () => {
    const { viewing, told, waiting, pause } = given();
    viewing.show({}, camera('a', 320));
    viewing.show({}, camera('b', 640));
    expect(waiting).toHaveLength(1);
    pause();
    expect(told).toEqual([[camera('b', 640), camera('a', 320)]]);
  });

  it('says nothing when all is as told before', () => {
    const { viewing, told, pause } = given();
    const tile = {};
    viewing.show(tile, camera('a', 320));
    pause();
    viewing.show(tile, null);
    viewing.show(tile, camera('a', 320));
    pause();
    expect(told).toHaveLength(1);
  });

  it('asks for the larger of two tiles with the same picture, and for the other when that is gone', () => {
    const { viewing, told, pause } = given();
    const hero = {};
    viewing.show(hero, camera('a', 900));
    viewing.show({}, camera('a', 160));
    pause();
    viewing.show(hero, null);
    pause();
    expect(told).toEqual([[camera('a', 900)], [camera('a', 160)]]);
  });

  it('asks for no picture of no width, nor for any while the page is hidden', () => {
    const { viewing, told, pause } = given();
    viewing.show({}, camera('a', 320));
    viewing.show({}, camera('b', 0));
    pause();
    viewing.hide(true);
    pause();
    viewing.hide(false);
    pause();
    expect(told).toEqual([[camera('a', 320)], [], [camera('a', 320)]]);
  });

  it('tells everything again to a server that knows nothing', () => {
    const { viewing, told, pause } = given();
    viewing.show({}, camera('a', 320));
    pause();
    viewing.again();
    pause();
    expect(told).toEqual([[camera('a', 320)], [camera('a', 320)]]);
  });
});
