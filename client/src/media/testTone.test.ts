import { describe, expect, it } from 'vitest';
import { isTone } from './testTone.ts';

const rate = 48_000;
const cycles = 440 / rate;
const made = (sample: (index: number) => number): Float32Array =>
  Float32Array.from({ length: 4096 }, (_, i) => sample(i));
const tone = (hz: number, loudness: number) => (index: number) =>
  loudness * Math.sin((2 * Math.PI * hz * index) / rate);
/** The same noise in every run. */
const noise = (loudness: number) => (index: number) => loudness * (((index * 7919 + 104_729) % 2001) / 1000 - 1);

describe('the tone that comes back', () => {
  it('is known, loud and low, and through some noise', () => {
    expect(isTone(made(tone(440, 0.3)), cycles)).toBe(true);
    expect(isTone(made(tone(440, 0.05)), cycles)).toBe(true);
    expect(
      isTone(
        made((i) => tone(440, 0.3)(i) + noise(0.1)(i)),
        cycles,
      ),
    ).toBe(true);
  });

  it('is not silence, nor what is made up in its place', () => {
    expect(isTone(new Float32Array(4096), cycles)).toBe(false);
    expect(isTone(made(tone(440, 0.005)), cycles)).toBe(false);
  });

  it('is not another tone, nor noise', () => {
    expect(isTone(made(tone(523, 0.3)), cycles)).toBe(false);
    expect(isTone(made(tone(220, 0.3)), cycles)).toBe(false);
    expect(isTone(made(noise(0.5)), cycles)).toBe(false);
  });
});
