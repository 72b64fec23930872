import { NotFoundError, WorkerClosedError } from 'mediasoup/errors';

/** What of a producer or a consumer of mediasoup can be switched. */
export type Switchable = {
  readonly id: string;
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): void;
};

/** Whether the error says that the object, or its whole worker, is no more: nothing can leave it. */
export const isGone = (error: unknown): boolean => error instanceof NotFoundError || error instanceof WorkerClosedError;

/**
 * One producer or consumer as something that is open or shut. It remembers what was *asked* last, not what was
 * answered last, so a shut that overtakes the answer to an open is never taken for done. Closed by the peer that
 * holds it, or by itself when it cannot be shut.
 *
 * NOTE: mediasoup hands its calls to the worker in the order in which they are made, answered or not.
 */
export class Valve {
  readonly #target: Switchable;
  #state: 'shut' | 'shutting' | 'opening' | 'open' | 'closed';
  #confirmation: Promise<void> = Promise.resolve();

  constructor(target: Switchable, state: 'shut' | 'open') {
    this.#target = target;
    this.#state = state;
  }

  /** Whether the worker has confirmed that packets pass. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Asked to be open, confirmed or not. */
  get isOpening(): boolean {
    return this.#state === 'open' || this.#state === 'opening';
  }

  /** Anything but confirmed silence. */
  get mayFlow(): boolean {
    return this.#state !== 'shut' && this.#state !== 'closed';
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** Lets packets pass. What cannot be opened is closed: nobody knows what state it is in. */
  async open(): Promise<void> {
    if (this.#state === 'closed' || this.isOpening) return;
    this.#state = 'opening';
    try {
      await this.#target.resume();
    } catch (error) {
      this.close();
      if (!isGone(error)) throw error;
    }
    if (this.#state === 'opening') this.#state = 'open';
  }

  /** Resolves when the worker has confirmed that no packet passes. What cannot be shut is closed. */
  shut(): Promise<void> {
    if (this.isOpening) {
      this.#state = 'shutting';
      this.#confirmation = this.#pause();
    }
    return this.#confirmation;
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#target.close();
  }

  async #pause(): Promise<void> {
    try {
      await this.#target.pause();
    } catch (error) {
      this.close();
      if (!isGone(error)) await this.#confirmClosed();
    }
    if (this.#state === 'shutting') this.#state = 'shut';
  }

  /** Closing has no answer of its own, but calls keep their order: the worker no longer knows what it has closed. */
  async #confirmClosed(): Promise<void> {
    try {
      await this.#target.pause();
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}
