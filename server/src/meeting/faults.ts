import { randomUUID } from 'node:crypto';
import type { Ack, Id } from '@track2/shared';
import type { BaseLogger } from 'pino';
import type { Clocks } from './meetingClock.ts';
import { isOfStore } from './tenure.ts';

type FaultAck = Extract<Ack, { outcome: 'fault' }>;

/** What went wrong in a meeting: each fault logged once with its incident id, and which commands met a bug. */
export class Faults {
  readonly #about: { meeting: Id; logger: BaseLogger; clocks: Clocks };
  readonly #buggy = new Set<string>();
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(about: { meeting: Id; logger: BaseLogger; clocks: Clocks }) {
    this.#about = about;
  }

  /** Milliseconds since the last fault. */
  get age(): number {
    return this.#about.clocks.monotonic() - this.#lastAt;
  }

  /** Logs a fault; the answer is the incident's id. */
  report(error: unknown): string {
    const { meeting, logger, clocks } = this.#about;
    const incident = randomUUID();
    this.#lastAt = clocks.monotonic();
    logger.error({ meeting, code: codeOf(error), incident, err: error }, 'fault');
    return incident;
  }

  /** The answer to a command that met a fault. One that met a bug twice is not worth a third try. */
  answer(command: string, error: unknown, incident: string): FaultAck {
    const code = codeOf(error);
    const retry = code === 'fault.storage' || !this.#buggy.has(command);
    if (code === 'fault.internal') this.#buggy.add(command);
    return { outcome: 'fault', code, incident, retry };
  }

  /** The command was answered after all. */
  forget(command: string): void {
    this.#buggy.delete(command);
  }
}

const codeOf = (error: unknown): FaultAck['code'] => (isOfStore(error) ? 'fault.storage' : 'fault.internal');
