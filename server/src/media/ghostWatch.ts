import type { BaseLogger } from 'pino';

export type GhostWatchOptions = {
  /** The transports that the router has, or null while there is no router. */
  transports: () => Promise<readonly string[] | null>;
  /** The transports of those who are on the roster as able to hear. */
  onRoster: () => ReadonlySet<string>;
  /** Ends whatever the router carries, as silence matters more than it. */
  kill: () => Promise<void>;
  log: BaseLogger;
};

/** How often router and roster are compared. */
const LOOK_MS = 1000;

/**
 * Compares the router with the roster, all the time: whoever can hear is on it. A transport that belongs to nobody
 * inside at two looks in a row is a ghost, and the worker that carries it is ended; the meeting heals as after any
 * death of a worker. Once is no ghost: a transport is opened before its owner knows its name, and closed after its
 * owner has gone. Closed by the media plane.
 */
export class GhostWatch {
  readonly #options: GhostWatchOptions;
  readonly #timer: NodeJS.Timeout;
  #suspects: ReadonlySet<string> = new Set();

  constructor(options: GhostWatchOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.#look(), LOOK_MS); // catches its own faults
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { transports, onRoster, kill, log } = this.#options;
    try {
      const there = await transports();
      const strangers = (there ?? []).filter((id) => !onRoster().has(id));
      const ghosts = strangers.filter((id) => this.#suspects.has(id));
      this.#suspects = new Set(strangers);
      if (ghosts.length === 0) return;
      log.error({ ghosts: ghosts.length }, 'transports of nobody on the roster: the media worker is ended');
      await kill();
    } catch (error) {
      // The worker has died meanwhile, and whatever it carried with it; or it does not answer, which its pool notices.
      log.debug({ err: error }, 'the router could not be looked at');
    }
  }
}
