import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Mailbox } from '../meeting/mailbox.ts';
import { networkOf } from './network.ts';

/** At most so many within so many seconds, counted from the first. */
export type Allowance = { most: number; seconds: number };

/** What one person, one address and one meeting may ask of the platform. */
export type Allowances = {
  /** Commands of one member, whatever becomes of them. */
  memberCommands: Allowance;
  /** All else that one member's socket asks: syncs, clocks, media. */
  memberRequests: Allowance;
  /** The commands of a meeting in sum, of those that their members' allowances let through. */
  meetingCommands: Allowance;
  /** Secrets from one address that open nothing. What comes after them is not looked up any more. */
  wrongSecrets: Allowance;
  /** Entries from one address that no session vouches for. */
  addressEntries: Allowance;
  /** Entries with one session, each of which buys a ticket. */
  sessionEntries: Allowance;
};

/**
 * Wide enough that nobody meets them who uses the pages: a chair who admits sixty people by the keyboard, sixty people
 * behind one address after a restart, a link that comes and goes twice a second.
 */
export const standardAllowances: Allowances = {
  memberCommands: { most: 120, seconds: 4 },
  memberRequests: { most: 1000, seconds: 10 },
  meetingCommands: { most: 1200, seconds: 4 },
  wrongSecrets: { most: 20, seconds: 3600 },
  addressEntries: { most: 600, seconds: 60 },
  sessionEntries: { most: 240, seconds: 60 },
};

/** How long to wait, in full seconds from 1, or null when nothing has to be waited for. */
export type Wait = number | null;

const limiter = ({ most, seconds }: Allowance): RateLimiterMemory =>
  new RateLimiterMemory({ points: most, duration: seconds });

/**
 * Counts what people and addresses ask. In memory: a meeting has one home, and a restart may forgive. Refusals cost
 * those who ask, not those beside them: who floods is stopped by the own allowance before touching the meeting's.
 */
export class RateLimits {
  readonly #limiters: Record<keyof Allowances, RateLimiterMemory>;
  /** Secrets to evaluate by network: one after another, so that no guess slips through beside the twentieth. */
  readonly #guesses = new Map<string, { mailbox: Mailbox; waiting: number }>();
  readonly #onExceeded: (what: keyof Allowances) => void;

  /** `onExceeded` hears of the first refusal in each span, never of whom. */
  constructor(allowances: Allowances, onExceeded: (what: keyof Allowances) => void) {
    this.#limiters = {
      memberCommands: limiter(allowances.memberCommands),
      memberRequests: limiter(allowances.memberRequests),
      meetingCommands: limiter(allowances.meetingCommands),
      wrongSecrets: limiter(allowances.wrongSecrets),
      addressEntries: limiter(allowances.addressEntries),
      sessionEntries: limiter(allowances.sessionEntries),
    };
    this.#onExceeded = onExceeded;
  }

  async command(meeting: string, member: string): Promise<Wait> {
    return (await this.#count('memberCommands', member)) ?? (await this.#count('meetingCommands', meeting));
  }

  request(member: string): Promise<Wait> {
    return this.#count('memberRequests', member);
  }

  entryFrom(address: string): Promise<Wait> {
    return this.#count('addressEntries', networkOf(address));
  }

  entryWith(sessionHash: string): Promise<Wait> {
    return this.#count('sessionEntries', sessionHash);
  }

  /**
   * Has a secret evaluated, unless too many from this address were wrong: `wait` says then for how long none is.
   * Secrets of one address are evaluated one at a time.
   */
  async guess<T>(
    address: string,
    evaluate: () => Promise<T>,
    isWrong: (outcome: T) => boolean,
  ): Promise<{ outcome: T } | { wait: number }> {
    const network = networkOf(address);
    const queue = this.#guesses.get(network) ?? { mailbox: new Mailbox(), waiting: 0 };
    this.#guesses.set(network, queue);
    queue.waiting += 1;
    try {
      return await queue.mailbox.post(async () => {
        const wrong = this.#limiters.wrongSecrets;
        const before = await wrong.get(network);
        if (before !== null && before.consumedPoints >= wrong.points) return { wait: secondsOf(before) };
        const outcome = await evaluate();
        if (isWrong(outcome)) await this.#countWrong(network);
        return { outcome };
      });
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) this.#guesses.delete(network);
    }
  }

  async #countWrong(network: string): Promise<void> {
    const wrong = this.#limiters.wrongSecrets;
    const { consumedPoints } = await wrong.penalty(network);
    if (consumedPoints === wrong.points) this.#onExceeded('wrongSecrets');
  }

  async #count(what: keyof Allowances, key: string): Promise<Wait> {
    const limiter = this.#limiters[what];
    try {
      await limiter.consume(key);
      return null;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      if (error.consumedPoints === limiter.points + 1) this.#onExceeded(what);
      return secondsOf(error);
    }
  }
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
