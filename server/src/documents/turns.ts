import type { Id } from '@track2/shared';

// Wrong file, wrong version, once more: a person needs a few. Each may cost some seconds of a core.
const mostUploads = 10;
const withinMs = 600_000;

/** Who may upload now: each member one file at a time, and not without end. */
export class UploadTurns {
  readonly #monotonic: () => number;
  readonly #running = new Set<Id>();
  /** When each member's latest uploads began. */
  readonly #begun = new Map<Id, number[]>();

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  /** Runs an upload of a member; null, and nothing was run, when it is not this member's turn. */
  async take<T>(member: Id, upload: () => Promise<T>): Promise<T | null> {
    const now = this.#monotonic();
    const recent = (this.#begun.get(member) ?? []).filter((at) => now - at < withinMs);
    if (this.#running.has(member) || recent.length >= mostUploads) return null;
    this.#begun.set(member, [...recent, now]);
    this.#running.add(member);
    try {
      return await upload();
    } finally {
      this.#running.delete(member);
    }
  }
}
