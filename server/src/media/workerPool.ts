import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { WebRtcServer, Worker } from 'mediasoup/types';
import type { BaseLogger } from 'pino';

export type WorkerPoolOptions = {
  workers: number;
  /** Worker i receives on this port + i, UDP and TCP. */
  firstPort: number;
  listenIp: string;
  /** What clients are told in place of `listenIp`. */
  announcedAddress: string | null;
  /** Path of the worker's binary; null leaves the choice to mediasoup. */
  workerBin: string | null;
  log: BaseLogger;
};

type Running = { worker: Worker; webRtcServer: WebRtcServer };

/** `lost` comes once for each death, when every object on the worker is gone; `back` when another one runs in its place. */
export type WorkerChange = 'lost' | 'back';

/** A SIGKILL takes a few milliseconds; a turn does not wait for longer than this. */
const deathTakesAtMostMs = 100;
const endTakesAtMostMs = 2000;
const retryAfterMs = 1000;
/** How often a process is asked for a sign of life, and how long it may take over it. */
const signOfLifeEveryMs = 1000;
const signOfLifeTakesAtMostMs = 2000;

/**
 * One place for a worker process: it keeps its port while processes die and are replaced. Closed by its pool.
 *
 * NOTE: mediasoup closes producers, transports and routers *before* it tells that the worker died, so nothing
 * here or above repairs from those events; `lost` is the only news of a death.
 */
export class MediaWorker {
  readonly #options: WorkerPoolOptions;
  readonly #port: number;
  readonly #watchers = new Set<(change: WorkerChange) => void>();
  #running: Running | null = null;
  #closed = false;

  static async create(options: WorkerPoolOptions, index: number): Promise<MediaWorker> {
    const place = new MediaWorker(options, options.firstPort + index);
    await place.#start();
    return place;
  }

  private constructor(options: WorkerPoolOptions, port: number) {
    this.#options = options;
    this.#port = port;
  }

  /** The process in this place, or null while it is being replaced. */
  get running(): Running | null {
    return this.#running;
  }

  /** How many meetings live here. */
  get load(): number {
    return this.#watchers.size;
  }

  /** Tells of deaths and replacements until the returned function is called. */
  watch(watcher: (change: WorkerChange) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Ends the process on purpose, because silence matters more than it. Resolves when it is dead. */
  async kill(): Promise<void> {
    const worker = this.#running?.worker;
    if (!worker) return;
    const died = new Promise((resolve) => worker.once('died', resolve));
    try {
      process.kill(worker.pid, 'SIGKILL');
    } catch (error) {
      // Dead already, and `died` on its way; anything else has to be seen.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    await Promise.race([died, sleep(deathTakesAtMostMs)]);
  }

  /** Resolves when the process is gone and its port is free. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#watchers.clear();
    const worker = this.#running?.worker;
    this.#running = null;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
    worker.close();
    await Promise.race([ended, sleep(endTakesAtMostMs, undefined, { ref: false })]);
  }

  async #start(): Promise<void> {
    const { listenIp, announcedAddress, workerBin } = this.#options;
    const worker = await createWorker({ logLevel: 'error', ...(workerBin ? { workerBin } : {}) });
    const listen = { ip: listenIp, port: this.#port, ...(announcedAddress ? { announcedAddress } : {}) };
    try {
      const webRtcServer = await worker.createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ...listen },
          { protocol: 'tcp', ...listen },
        ],
      });
      if (this.#closed) worker.close();
      else this.#running = { worker, webRtcServer };
      void this.#watchOver(worker); // not awaited: it lasts as long as the process
    } catch (cause) {
      worker.close();
      throw new Error(`no media worker can receive on ${listenIp}, port ${this.#port}`, { cause });
    }
    // NOTE: a worker that died between the two steps above has rejected createWebRtcServer.
    worker.on('died', () => void this.#replace());
  }

  /**
   * Ends a process that hangs. A dead one is known by its death; one that hangs tells nobody, and a turn of a meeting
   * that waits for its answer would hold up all turns after it.
   */
  async #watchOver(worker: Worker): Promise<void> {
    for (;;) {
      await sleep(signOfLifeEveryMs, undefined, { ref: false });
      if (this.#running?.worker !== worker) return;
      // A refusal is an answer as well: the process has just died.
      const answer = worker.getResourceUsage().then(
        () => true,
        () => true,
      );
      const answersWithin = (ms: number) => Promise.race([answer, sleep(ms, false, { ref: false })]);
      if (await answersWithin(signOfLifeTakesAtMostMs)) continue;
      // It may be this process that was held up: then the answer lies here, and a moment is enough to read it.
      if (await answersWithin(deathTakesAtMostMs)) continue;
      this.#options.log.error({ port: this.#port }, 'media worker hangs');
      await this.kill();
    }
  }

  async #replace(): Promise<void> {
    const { log } = this.#options;
    log.warn({ port: this.#port }, 'media worker died');
    this.#running = null;
    this.#tell('lost');
    while (!this.#closed && this.#running === null) {
      try {
        await this.#start();
      } catch (error) {
        // A port or a binary that is gone for the moment: meetings answer `media.unavailable` until it is back.
        log.error({ err: error, port: this.#port }, 'media worker not replaced, trying again');
        await sleep(retryAfterMs, undefined, { ref: false });
      }
    }
    if (this.#closed) return;
    log.info({ port: this.#port }, 'media worker replaced');
    this.#tell('back');
  }

  #tell(change: WorkerChange): void {
    for (const watcher of this.#watchers) watcher(change);
  }
}

/** All media workers of this node. Closed by whoever listens, after the meetings. */
export class WorkerPool {
  readonly #places: readonly MediaWorker[];

  static async create(options: WorkerPoolOptions): Promise<WorkerPool> {
    const started = await Promise.allSettled(
      Array.from({ length: options.workers }, (_, index) => MediaWorker.create(options, index)),
    );
    const places = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) {
      await Promise.all(places.map((place) => place.close()));
      throw failed.reason;
    }
    return new WorkerPool(places);
  }

  private constructor(places: readonly MediaWorker[]) {
    this.#places = places;
  }

  /** Whether every place has a running process. */
  get ready(): boolean {
    return this.#places.every((place) => place.running !== null);
  }

  /** The place with the fewest meetings. */
  pick(): MediaWorker {
    return this.#places.reduce((least, place) => (place.load < least.load ? place : least));
  }

  async close(): Promise<void> {
    await Promise.all(this.#places.map((place) => place.close()));
  }
}
