import type { CheckProtocol, CheckReply, CheckRequest } from '@track2/shared';
import type { BaseLogger } from 'pino';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { routerOptions } from '../media/routerOptions.ts';
import type { WorkerPool } from '../media/workerPool.ts';
import { Loopback, type TestRouter, unavailable } from './loopback.ts';

/** How much testing the server takes. A run of the client opens two tests: one for each protocol. */
export type TestLimits = {
  /** Of one person within an hour. */
  perHour: number;
  /** Of all people of this node. */
  atOnce: number;
  /** After so long a test ends by itself. */
  lastsMs: number;
};

export const testLimits: TestLimits = { perHour: 60, atOnce: 50, lastsMs: 60_000 };

/** What the gateway needs of the equipment test. */
export interface Equipment {
  /** Answers what the gateway has parsed, for one socket of one person. Never rejects. */
  request(connection: string, person: string, request: CheckRequest): Promise<CheckReply>;
  /** The socket is gone, and its test with it. */
  leave(connection: string): void;
  /** Ends all tests. Idempotent. */
  close(): void;
}

export type EquipmentOptions = {
  /** Makes the router that all tests share, or null while its worker is being replaced. */
  openRouter(): Promise<TestRouter | null>;
  log: BaseLogger;
  limits?: TestLimits;
};

/** The one router of a node's tests: sound alone, and on it nothing of any meeting. */
export const openTestRouter = (pool: WorkerPool) => async (): Promise<TestRouter | null> => {
  const { running } = pool.pick();
  if (running === null) return null;
  const { mediaCodecs = [] } = routerOptions;
  const router = await running.worker.createRouter({ mediaCodecs: mediaCodecs.filter(({ kind }) => kind === 'audio') });
  return { router, webRtcServer: running.webRtcServer };
};

/** A test that is being opened or runs; its map entry is the proof that it is still wanted. */
type Test = { loopback: Loopback | null; ends: NodeJS.Timeout };

/**
 * The equipment tests of this node. They know connections and no meeting, and use no meeting's router: whoever waits
 * in the lobby touches nothing of what goes on inside. One test of a connection at a time. Closed by the app.
 */
export class EquipmentTests implements Equipment {
  readonly #options: EquipmentOptions;
  readonly #limits: TestLimits;
  readonly #allowance: RateLimiterMemory;
  readonly #tests = new Map<string, Test>();
  #router: Promise<TestRouter | null> | null = null;
  #closed = false;

  constructor(options: EquipmentOptions) {
    this.#options = options;
    this.#limits = options.limits ?? testLimits;
    this.#allowance = new RateLimiterMemory({ points: this.#limits.perHour, duration: 3600 });
  }

  async request(connection: string, person: string, request: CheckRequest): Promise<CheckReply> {
    if (request.method === 'open') return this.#open(connection, person, request.protocol);
    if (request.method === 'close') {
      this.leave(connection);
      return { ok: true, value: { method: 'done' } };
    }
    const loopback = this.#tests.get(connection)?.loopback;
    if (!loopback) return { ok: false, code: 'check.notOpen' };
    switch (request.method) {
      case 'connect':
        return loopback.connect(request.transport, request.dtlsParameters);
      case 'produce':
        return loopback.produce(request.transport, request.rtpParameters);
      case 'consume':
        return loopback.consume(request.producer);
    }
  }

  leave(connection: string): void {
    const test = this.#tests.get(connection);
    if (test === undefined) return;
    this.#tests.delete(connection);
    clearTimeout(test.ends);
    test.loopback?.close();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const connection of this.#tests.keys()) this.leave(connection);
    void this.#router?.then((opened) => opened?.router.close()); // what could not be opened was reported then
  }

  async #open(connection: string, person: string, protocol: CheckProtocol): Promise<CheckReply> {
    this.leave(connection);
    if (this.#closed) return unavailable;
    if (this.#tests.size >= this.#limits.atOnce) return { ok: false, code: 'check.busy' };
    const ends = setTimeout(() => this.leave(connection), this.#limits.lastsMs).unref();
    const test: Test = { loopback: null, ends };
    this.#tests.set(connection, test);
    const afterSeconds = await this.#waitOf(person);
    if (afterSeconds !== null)
      return this.#refuse(connection, test, { ok: false, code: 'check.tooOften', afterSeconds });
    const loopback = await this.#openLoopback(protocol);
    if (loopback === null) return this.#refuse(connection, test, unavailable);
    if (this.#tests.get(connection) !== test) {
      // Its socket went, or asked for another one, meanwhile.
      loopback.close();
      return { ok: false, code: 'check.notOpen' };
    }
    test.loopback = loopback;
    return loopback.opened();
  }

  #refuse(connection: string, test: Test, reply: CheckReply): CheckReply {
    if (this.#tests.get(connection) === test) this.leave(connection);
    return reply;
  }

  /** How long this person has to wait for the next test, in s; null when it may begin now, which counts it. */
  async #waitOf(person: string): Promise<number | null> {
    try {
      await this.#allowance.consume(person);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }

  async #openLoopback(protocol: CheckProtocol): Promise<Loopback | null> {
    try {
      const router = await this.#sharedRouter();
      return router === null ? null : await Loopback.open(router, protocol);
    } catch (error) {
      // The client has no part in it: the worker is gone, or has no room.
      this.#options.log.warn({ err: error }, 'no equipment test');
      return null;
    }
  }

  /** Made with the first test, and anew after the death of its worker, which closes it. */
  async #sharedRouter(): Promise<TestRouter | null> {
    const held = this.#router;
    const opened = await held?.catch(() => null);
    if (opened && !opened.router.closed) return opened;
    if (this.#router === held) this.#router = this.#options.openRouter();
    return this.#router;
  }
}
