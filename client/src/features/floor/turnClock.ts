import { type MeetingTime, type Turn, usedAt } from '@track2/shared';

/** Whether the clock of a turn runs, and if not, why it stands still. */
export type ClockMotion = 'running' | 'paused' | 'interrupted' | 'lost' | 'suspended';

/**
 * What the clock of a turn shows. `called` counts down to the moment at which the call lapses; the others tell
 * speaking time. Overtime has no end of its own: it counts up until the chair ends the turn.
 */
export type TurnClock =
  | { kind: 'called'; leftMs: number }
  | { kind: 'unlimited'; usedMs: number; motion: ClockMotion }
  | { kind: 'within' | 'warning'; leftMs: number; usedMs: number; limitMs: number; motion: ClockMotion }
  | { kind: 'overtime'; overMs: number; usedMs: number; limitMs: number; motion: ClockMotion };

const motions = { speaking: 'running', paused: 'paused', lost: 'lost', suspended: 'suspended' } as const;

/** Whether another turn interrupts this one: its clock stands until that is over. */
export const isInterrupted = ({ status }: Turn): boolean => status.kind === 'paused' && status.by !== null;

/** The clock of a turn at a moment of meeting time. */
export function turnClock(turn: Turn, now: MeetingTime): TurnClock {
  if (turn.status.kind === 'called') return { kind: 'called', leftMs: Math.max(0, turn.status.answerBy - now) };
  const motion = isInterrupted(turn) ? 'interrupted' : motions[turn.status.kind];
  const usedMs = usedAt(turn, now);
  const { limitMs } = turn;
  if (limitMs === null) return { kind: 'unlimited', usedMs, motion };
  const leftMs = limitMs - usedMs;
  if (leftMs <= 0) return { kind: 'overtime', overMs: usedMs - limitMs, usedMs, limitMs, motion };
  return { kind: leftMs < turn.warnMs ? 'warning' : 'within', leftMs, usedMs, limitMs, motion };
}

/**
 * The whole seconds that a clock writes. A countdown rounds up, so that "0:00" never stands there with time
 * left; a count up rounds down.
 */
export function shownSeconds(clock: TurnClock): number {
  if (clock.kind === 'unlimited') return Math.floor(clock.usedMs / 1000);
  if (clock.kind === 'overtime') return Math.floor(clock.overMs / 1000);
  return Math.ceil(clock.leftMs / 1000);
}

/** The remaining seconds at which a clock is read out, and no others: a clock read each second helps nobody. */
export const readAtSeconds = [120, 30, 0] as const;
export type ReadAt = (typeof readAtSeconds)[number];

/**
 * The announcement that became due between two looks at the same clock. After a gap in which several fell due
 * only the latest is worth hearing.
 */
export function dueReading(before: number, after: number): ReadAt | null {
  const due = readAtSeconds.filter((mark) => before > mark && after <= mark);
  return due.at(-1) ?? null;
}

/** Seconds left of a limited turn, for {@link dueReading}; zero in overtime, null where nothing counts down. */
export function secondsLeft(clock: TurnClock): number | null {
  switch (clock.kind) {
    case 'within':
    case 'warning':
      return Math.ceil(clock.leftMs / 1000);
    case 'overtime':
      return 0;
    case 'called':
    case 'unlimited':
      return null;
  }
}
