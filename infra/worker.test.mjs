import { describe, expect, test } from 'vitest';
import { applyPatch } from './worker.mjs';

describe('a patch of the worker recipe', () => {
  const patch = { file: 'a.cpp', from: '(x == 1)', to: '(x & 1)', within: 'second(' };

  test('changes the one place in its function', () => {
    expect(applyPatch('first() { (x == 1) } second() { (x == 1) }', patch)).toBe(
      'first() { (x == 1) } second() { (x & 1) }',
    );
  });

  test.each(['second() { }', 'second() { (x == 1) (x == 1) }', 'first() { (x == 1) }'])('refuses %s', (source) => {
    expect(() => applyPatch(source, patch)).toThrow(/expects .* once in a\.cpp/);
  });
});
