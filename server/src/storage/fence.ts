import type { Append, AppendResult } from './ports.ts';

/** Where the log of a meeting stands: the highest epoch that wrote, and the last sequence. */
export type Head = { epoch: number; seq: number };

/**
 * What becomes of an append, by the head alone. A writer of an earlier tenure learns that first: `conflict` would
 * let it reload and go on.
 */
export function judgeAppend(head: Head, { epoch, expectedSeq }: Append): AppendResult {
  if (epoch < head.epoch) return 'stale';
  return expectedSeq === head.seq ? 'appended' : 'conflict';
}

/** Throws on an append that no writer may make: it is a bug of the caller, and writing it would tear the log. */
export function requireSoundAppend({ epoch, expectedSeq, entry, reply }: Append): void {
  if (entry === null && reply === null) throw new Error('an append carries an entry, a reply or both');
  if (entry !== null && (entry.seq !== expectedSeq + 1 || entry.epoch !== epoch)) {
    throw new Error(`entry ${entry.epoch}-${entry.seq} does not follow ${epoch}-${expectedSeq}`);
  }
}
