import type { Id } from '@track2/shared';

/** What happened to the order of those who wait before and after: one of them stands elsewhere (from 1), or several. */
export type Moved = { kind: 'one'; entry: Id; place: number } | { kind: 'several' };

/**
 * Who moved among those who waited before and still do; null where their order is the same. Where two next to each
 * other changed places the one that is told is not `own`, and else the one that came forward.
 */
export function movedBetween(before: readonly Id[], after: readonly Id[], own: Id | null): Moved | null {
  const stayed = before.filter((id) => after.includes(id));
  const now = after.filter((id) => before.includes(id));
  const isSame = (without: Id | null): boolean => {
    const then = stayed.filter((id) => id !== without);
    return now.filter((id) => id !== without).every((id, at) => id === then[at]);
  };
  if (isSame(null)) return null;
  const candidates = now.filter(isSame);
  const entry = candidates.find((id) => id !== own) ?? candidates[0];
  return entry === undefined ? { kind: 'several' } : { kind: 'one', entry, place: after.indexOf(entry) + 1 };
}
