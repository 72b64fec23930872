import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot, node } from '../paths.mjs';
import { run } from '../process.mjs';

// Rules of which it is known what the tests beside them notice: what the runner tells about them has to agree.
const rules = `
export const MOST = 3;
export const idle = 'said by nobody';
export const isFull = (count: number): boolean => count >= MOST;
export const unasked = (count: number): number => count + 1;
export const half = (count: number): number => (count > 100 ? 50 : count / 2);
export function sum(upTo: number): number {
  let all = 0;
  for (let next = 1; next <= upTo; next += 1) all += next;
  return all;
}
`;
const tests = `
import { describe, expect, it } from 'vitest';
import { half, isFull, idle, sum } from './rules.ts';

describe('rules', () => {
  it.each([['two', 2, false], ['three', 3, true]])('is full: %s', (_, count, full) => {
    expect(isFull(count as number)).toBe(full);
  });
  it('is idle', () => expect(typeof idle).toBe('string'));
  it('halves', async () => expect(await Promise.resolve(half(8))).toBe(4));
  it('sums', () => expect(sum(3)).toBe(6));
});
`;

describe('the runner that asks the tests about a mutant', () => {
  let folder;
  let mutants;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mutation-'));
    await mkdir(join(folder, 'src', 'meeting'), { recursive: true });
    await writeFile(join(folder, 'src', 'meeting', 'rules.ts'), rules);
    await writeFile(join(folder, 'src', 'meeting', 'rules.test.ts'), tests);
    const stryker = inRoot('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
    const config = inRoot('infra', 'mutation', 'stryker.config.mjs');
    const { output } = await run(node, [stryker, 'run', config, '--concurrency', '1'], { cwd: folder, quiet: true });
    const report = join(folder, '.cache', 'mutation', 'report.json');
    const text = await readFile(report, 'utf8').catch(() => Promise.reject(new Error(output)));
    const [file] = Object.values(JSON.parse(text).files);
    const lines = file.source.split('\n');
    mutants = file.mutants.map(({ location: { start, end }, replacement, status }) => {
      const was = lines[start.line - 1].slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
      return `${was} -> ${replacement}: ${status}`;
    });
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('tells what a test notices, also in what is evaluated as a file loads', () => {
    expect(mutants).toContain('count >= MOST -> count > MOST: Killed');
    expect(mutants).toContain('count / 2 -> count * 2: Killed');
    expect(mutants).toContain('\'said by nobody\' -> "": Survived');
  });

  it('tells what no test notices, and what none goes through', () => {
    expect(mutants).toContain('count > 100 -> false: Survived');
    expect(mutants).toContain('count + 1 -> count - 1: NoCoverage');
  });

  it('comes back from a loop without end', () => {
    expect(mutants).toContain('next += 1 -> next -= 1: Timeout');
    expect(mutants).toContain('next <= upTo -> next < upTo: Killed');
  });
});
