import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryOf, newMeeting } from './examples.ts';
import { openStorage } from './open.ts';

// A killed process proves the commit, not the flush: the operating system lives on. That each commit is flushed too is
// `synchronous=FULL`, which sqlite.test.ts reads back.

const writer = fileURLToPath(new URL('crashWriter.ts', import.meta.url));

describe('a killed writer', () => {
  const masterKey = randomBytes(32);
  let dataDir: string;
  let meeting: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'track2-crash-'));
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    meeting = await newMeeting(storage);
    await storage.close();
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  /** Lets a writer acknowledge at least `acks` appends, kills it up to 8 ms later, and gives what it acknowledged. */
  async function killedAfter(acks: number, kind: 'real' | 'planted'): Promise<number[]> {
    const args = ['--conditions=@track2/source', writer, dataDir, masterKey.toString('hex'), meeting, kind];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const acknowledged: number[] = [];
    const closed = once(child, 'close');
    for await (const line of createInterface(child.stdout)) {
      acknowledged.push(Number(line));
      if (acknowledged.length === acks) void setTimeout(Math.random() * 8).then(() => child.kill('SIGKILL'));
    }
    expect(await closed).toEqual([null, 'SIGKILL']);
    return acknowledged;
  }

  /** What is wrong with the log after the crash: acknowledged sequences without entry or reply, and gaps. */
  async function damage(acknowledged: number[]) {
    const storage = await openStorage({ kind: 'sqlite', dataDir, masterKey });
    const { entries } = await storage.log.load(meeting);
    const stored = new Set(entries.map(({ seq }) => seq));
    const replies = await Promise.all(
      acknowledged.map((seq) => storage.log.reply(meeting, 'member-1', `command-${seq}`)),
    );
    await storage.close();
    return {
      lost: acknowledged.filter((seq, index) => !stored.has(seq) || replies[index] === null),
      torn: entries.filter(({ seq, epoch, events }, index) => {
        const whole = entryOf(index + 1, epoch);
        return seq !== whole.seq || JSON.stringify(events) !== JSON.stringify(whole.events);
      }),
    };
  }

  it('loses nothing that it acknowledged and leaves no gap, ten times', { timeout: 90_000 }, async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      acknowledged.push(...(await killedAfter(10 + round * 3, 'real')));
      expect(await damage(acknowledged)).toEqual({ lost: [], torn: [] });
    }
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
  });

  it('is caught by the same test when it acknowledges before it commits', { timeout: 30_000 }, async () => {
    const { lost } = await damage(await killedAfter(30, 'planted'));
    expect(lost).not.toEqual([]);
  });
});
