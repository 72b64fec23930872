// setTimeout overflows above 2^31 ms; a longer wait is taken in pieces.
const LONGEST_WAIT_MS = 3_600_000;

/** The one timer of a meeting. Set anew after each turn, so it never holds more than the next deadline. */
export class Alarm {
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings once after that time, or earlier when it is very long: whoever it rings looks whether anything is due. */
  set(waitMs: number): void {
    this.stop();
    this.#timer = setTimeout(this.#ring, Math.min(Math.max(0, waitMs), LONGEST_WAIT_MS));
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
