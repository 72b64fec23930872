import { describe, expect, it } from 'vitest';
import { levelOf } from './meter.ts';

describe('the level of a microphone', () => {
  it('is 0 in silence and for nothing at all', () => {
    expect(levelOf(new Float32Array(64))).toBe(0);
    expect(levelOf(new Float32Array())).toBe(0);
  });

  it('is 1 at the loudest and half of it 30 dB below', () => {
    expect(levelOf(new Float32Array(64).fill(1))).toBe(1);
    expect(levelOf(new Float32Array(64).fill(10 ** (-30 / 20)))).toBeCloseTo(0.5, 3);
  });
});
