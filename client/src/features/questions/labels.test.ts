import { describe, expect, it } from 'vitest';
import { areLabels, labelsFrom } from './labels.ts';

describe('labels of a question', () => {
  it('are parted by the commas of any script, each once', () => {
    expect(labelsFrom(' transit, water،امنیت; water,, ')).toEqual(['transit', 'water', 'امنیت']);
    expect(labelsFrom('  ')).toEqual([]);
  });

  it('are five at most, of forty characters each', () => {
    expect(areLabels(['a', 'b', 'c', 'd', 'e'])).toBe(true);
    expect(areLabels(['a', 'b', 'c', 'd', 'e', 'f'])).toBe(false);
    expect(areLabels(['x'.repeat(41)])).toBe(false);
  });
});
