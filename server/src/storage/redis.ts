import type { Id } from '@track2/shared';
import { createClient } from 'redis';
import * as z from 'zod';
import { requireSoundAppend } from './fence.ts';
import type { MeetingLog } from './ports.ts';
import { readEntry, readReply, replyKey } from './records.ts';

// Raised with every change of the functions below, so that nodes of two versions can share one Redis for a while.
const library = 'track2_log_1';
const functions = {
  append: `${library}_append`,
  load: `${library}_load`,
  saveClock: `${library}_clock`,
};

/**
 * The log's own rules inside Redis, so that a turn is one step there. KEYS: the stream (ids `epoch-seq`), the head
 * (epoch and clock), the replies. The sequence is read from the stream's last generated id, which outlives trimming.
 * Times pass through as the strings they came as: Lua would print fewer digits.
 */
const code = `#!lua name=${library}
local function head(keys)
  local at = redis.call('HGET', keys[2], 'at') or '0'
  local epoch = tonumber(redis.call('HGET', keys[2], 'epoch') or '0')
  if redis.call('EXISTS', keys[1]) == 0 then return epoch, 0, at end
  local info = redis.call('XINFO', 'STREAM', keys[1])
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then
      local lastEpoch, seq = string.match(info[i + 1], '^(%d+)-(%d+)$')
      return math.max(epoch, tonumber(lastEpoch)), tonumber(seq), at
    end
  end
  error('the stream has no last id')
end

local function setClock(keys, old, at)
  if tonumber(at) > tonumber(old) then redis.call('HSET', keys[2], 'at', at) end
end

redis.register_function('${functions.append}', function(keys, args)
  local epoch, expected, at, id, entry, replyKey, reply = unpack(args)
  local newest, seq, oldAt = head(keys)
  if tonumber(epoch) < newest then return 'stale' end
  if tonumber(expected) ~= seq then return 'conflict' end
  if replyKey ~= '' and redis.call('HSETNX', keys[3], replyKey, reply) == 0 then return 'conflict' end
  if id ~= '' then redis.call('XADD', keys[1], id, 'entry', entry) end
  redis.call('HSET', keys[2], 'epoch', epoch)
  setClock(keys, oldAt, at)
  return 'appended'
end)

redis.register_function{function_name = '${functions.load}', flags = {'no-writes'}, callback = function(keys, args)
  local epoch, seq, at = head(keys)
  local missing = seq - tonumber(args[1])
  local entries = {}
  if missing > 0 then
    local last = redis.call('XREVRANGE', keys[1], '+', '-', 'COUNT', missing)
    for i = #last, 1, -1 do entries[#entries + 1] = last[i][2][2] end
  end
  return {tostring(epoch), at, entries}
end}

redis.register_function('${functions.saveClock}', function(keys, args)
  local newest, _, oldAt = head(keys)
  if newest > 0 and tonumber(args[1]) == newest then setClock(keys, oldAt, args[2]) end
  return 'OK'
end)
`;

const Appended = z.enum(['appended', 'stale', 'conflict']);
const Loaded = z.tuple([z.coerce.number(), z.coerce.number(), z.array(z.string())]);

/** Redis did not answer at the start, or is not one that can keep a log. */
export class RedisUnreachable extends Error {
  constructor(url: string, cause: unknown) {
    // The address may carry a password: only its host and port are told.
    super(`Redis at ${new URL(url).host} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** A silent Redis is given up after this many milliseconds: an append then rejects, its outcome unknown. */
const silenceMs = 5000;

function connect(url: string) {
  let status: 'opening' | 'open' = 'opening';
  const client = createClient({
    url,
    // A command sent while Redis is away fails at once; queued, it would land after a takeover.
    disableOfflineQueue: true,
    pingInterval: silenceMs / 3,
    socket: {
      connectTimeout: silenceMs,
      socketTimeout: silenceMs,
      reconnectStrategy: (retries, cause) => (status === 'opening' ? cause : Math.min(50 * 2 ** retries, 2000)),
    },
  });
  // Commands that fail tell their callers; without a listener a lost connection would end the process.
  client.on('error', () => undefined);
  client.on('ready', () => {
    status = 'open';
  });
  return client;
}

/**
 * The log in a Redis that several nodes share: a stream, a hash of replies and a hash with epoch and clock for each
 * meeting, written by one function. NOTE: an append is as durable as the server's `appendfsync`; `always` is meant.
 */
export class RedisLog implements MeetingLog {
  readonly #client: ReturnType<typeof connect>;

  private constructor(client: ReturnType<typeof connect>) {
    this.#client = client;
  }

  /** Connects and loads the functions. Whoever opens it closes it. Throws {@link RedisUnreachable}. */
  static async open({ url }: { url: string }): Promise<RedisLog> {
    const client = connect(url);
    try {
      await client.connect();
      await client.functionLoad(code, { REPLACE: true });
    } catch (error) {
      if (client.isOpen) client.destroy();
      throw new RedisUnreachable(url, error);
    }
    return new RedisLog(client);
  }

  async load(meeting: Id, afterSeq = 0): ReturnType<MeetingLog['load']> {
    const answer = await this.#client.fCallRo(functions.load, { keys: keysOf(meeting), arguments: [`${afterSeq}`] });
    const [epoch, at, entries] = Loaded.parse(answer);
    return { entries: entries.map((entry) => readEntry(JSON.parse(entry))), at, epoch };
  }

  async append(meeting: Id, append: Parameters<MeetingLog['append']>[1]): ReturnType<MeetingLog['append']> {
    requireSoundAppend(append);
    const { epoch, expectedSeq, entry, reply, at } = append;
    const answer = await this.#client.fCall(functions.append, {
      keys: keysOf(meeting),
      arguments: [
        `${epoch}`,
        `${expectedSeq}`,
        `${at}`,
        entry ? `${entry.epoch}-${entry.seq}` : '',
        entry ? JSON.stringify(entry) : '',
        reply ? replyKey(reply.member, reply.commandId) : '',
        reply ? JSON.stringify(reply) : '',
      ],
    });
    return Appended.parse(answer);
  }

  async reply(meeting: Id, member: Id, commandId: string): ReturnType<MeetingLog['reply']> {
    const stored = await this.#client.hGet(keysOf(meeting)[2], replyKey(member, commandId));
    return stored === null ? null : readReply(JSON.parse(stored));
  }

  async saveClock(meeting: Id, epoch: number, at: number): Promise<void> {
    await this.#client.fCall(functions.saveClock, { keys: keysOf(meeting), arguments: [`${epoch}`, `${at}`] });
  }

  async close(): Promise<void> {
    if (this.#client.isOpen) await this.#client.close();
  }
}

/** The braces keep all keys of a meeting on one node of a cluster. */
const keysOf = (meeting: Id): [stream: string, head: string, replies: string] => {
  const tag = `track2:{${meeting}}`;
  return [`${tag}:log`, `${tag}:head`, `${tag}:replies`];
};
