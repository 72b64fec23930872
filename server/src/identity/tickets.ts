import { hashOf, newSecret } from './secrets.ts';

const LIFE_MS = 30_000;

/** Whom a ticket lets in: the session it was bought with is watched as long as the socket lives. */
export type Admission = { meeting: string; member: string; sessionHash: string };

/** One-use tickets of 30 s: a cookie buys one, one opens one socket. Held in memory, as a restart ends them all. */
export class Tickets {
  #tickets = new Map<string, { admission: Admission; expires: number }>();
  readonly #monotonic: () => number;

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  issue(admission: Admission): string {
    const now = this.#monotonic();
    for (const [hash, { expires }] of this.#tickets) if (expires <= now) this.#tickets.delete(hash);
    const ticket = newSecret();
    this.#tickets.set(hashOf(ticket), { admission, expires: now + LIFE_MS });
    return ticket;
  }

  /** Ends the tickets of a member. */
  end(meeting: string, member: string): void {
    for (const [hash, { admission }] of this.#tickets)
      if (admission.meeting === meeting && admission.member === member) this.#tickets.delete(hash);
  }

  /** The admission of a ticket, once; null when it is unknown, used or too old. */
  redeem(ticket: string): Admission | null {
    const hash = hashOf(ticket);
    const found = this.#tickets.get(hash);
    this.#tickets.delete(hash);
    return found !== undefined && found.expires > this.#monotonic() ? found.admission : null;
  }
}
