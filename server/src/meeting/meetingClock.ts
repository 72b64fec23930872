import type { MeetingTime, WallTime } from '@track2/shared';

/** The two clocks of the machine, passed in so that tests can set them. */
export type Clocks = {
  /** Milliseconds on a clock that only goes forward. */
  readonly monotonic: () => number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly wall: () => WallTime;
};

export const machineClocks: Clocks = { monotonic: () => performance.now(), wall: () => Date.now() };

/**
 * Milliseconds of meeting lived. Goes on from where the log left it and is advanced by the monotonic clock alone,
 * so that neither a restart nor a step of the wall clock eats speaking time.
 */
export class MeetingClock {
  readonly #lived: MeetingTime;
  readonly #startedAt: number;
  readonly #clocks: Clocks;

  constructor(lived: MeetingTime, clocks: Clocks) {
    this.#lived = lived;
    this.#clocks = clocks;
    this.#startedAt = clocks.monotonic();
  }

  now(): MeetingTime {
    return Math.round(this.#lived + this.#clocks.monotonic() - this.#startedAt);
  }

  wall(): WallTime {
    return Math.round(this.#clocks.wall());
  }
}
