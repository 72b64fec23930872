import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageContract } from './contract.ts';
import { type DurableStand, durableContract } from './durableContract.ts';
import { appendOf, entryOf, newMeeting, replyOf } from './examples.ts';
import { openStorage } from './open.ts';
import type { Storage } from './ports.ts';
import { RedisLog, RedisUnreachable } from './redis.ts';
import { RedisServer } from './redisServer.ts';

const masterKey = randomBytes(32);
let server: RedisServer;
beforeAll(async () => {
  server = await RedisServer.start();
});
afterAll(() => server?.stop());

async function openStand(): Promise<DurableStand> {
  const dataDir = await mkdtemp(join(tmpdir(), 'track2-redis-node-'));
  const open = (): Promise<Storage> => openStorage({ kind: 'redis', dataDir, masterKey, url: server.url });
  let storage = await open();
  return {
    storage,
    async reopen() {
      await storage.close();
      await server.kill();
      await server.run();
      storage = await open();
      return storage;
    },
    async close() {
      await storage.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

storageContract('redis', openStand);
durableContract('redis', openStand);

describe('a Redis that nodes share', () => {
  let stand: DurableStand;
  beforeEach(async () => {
    stand = await openStand();
  });
  afterEach(() => stand.close());

  it('lets one of two nodes write and fences the older tenure', async () => {
    const meeting = await newMeeting(stand.storage);
    const other = await RedisLog.open({ url: server.url });
    const { log } = stand.storage;
    const race = await Promise.all([log.append(meeting, appendOf(1)), other.append(meeting, appendOf(1))]);
    expect(race.toSorted()).toEqual(['appended', 'conflict']);
    expect(await other.append(meeting, appendOf(2, 2))).toBe('appended');
    expect(await log.append(meeting, appendOf(3, 1))).toBe('stale');
    await other.close();
  });

  it('keeps sequence and epoch when the stream was trimmed to nothing', async () => {
    const meeting = await newMeeting(stand.storage);
    await stand.storage.log.append(meeting, appendOf(1, 3));
    const operator = createClient({ url: server.url });
    await operator.connect();
    await operator.xTrim(`track2:{${meeting}}:log`, 'MAXLEN', 0, { strategyModifier: '=' });
    await operator.del(`track2:{${meeting}}:head`);
    await operator.close();
    expect(await stand.storage.log.append(meeting, appendOf(1, 3))).toBe('conflict');
    expect(await stand.storage.log.append(meeting, appendOf(2, 2))).toBe('stale');
    expect(await stand.storage.log.append(meeting, appendOf(2, 3))).toBe('appended');
  });

  it('fails while Redis is away instead of writing later, and goes on once it is back', async () => {
    const meeting = await newMeeting(stand.storage);
    const { log } = stand.storage;
    await log.append(meeting, appendOf(1, 1, replyOf('command-1', 1)));
    await server.kill();
    await expect(log.append(meeting, appendOf(2))).rejects.toThrow(Error);
    await server.run();
    await vi.waitFor(() => log.load(meeting), { timeout: 5000 });
    expect((await log.load(meeting)).entries).toEqual([entryOf(1)]);
    expect(await log.append(meeting, appendOf(2))).toBe('appended');
  });

  it('is closed twice without harm, also when Redis is away', async () => {
    const gone = await RedisServer.start();
    const log = await RedisLog.open({ url: gone.url });
    await gone.stop();
    await log.close();
    await expect(log.close()).resolves.toBeUndefined();
  });

  it('tells where Redis was looked for when nothing answers, and not the password', async () => {
    const open = RedisLog.open({ url: 'redis://user:secret@127.0.0.1:1' });
    await expect(open).rejects.toThrow(RedisUnreachable);
    await expect(open).rejects.toThrow(/^Redis at 127\.0\.0\.1:1 cannot be used: (?!.*secret)/);
  });
});
