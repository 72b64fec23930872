import type { Id } from '@track2/shared';

/** Who has come into the meeting and who has gone, in the order of the roster. */
export type RosterMoves = { joined: readonly Id[]; left: readonly Id[] };

const idsIn = (ids: string): Id[] => ids.split(' ').filter((id) => id !== '');

/** What changed from those who were inside to those who are, each as ids with a space between. */
export function movesBetween(before: string, now: string): RosterMoves {
  const were = idsIn(before);
  const are = idsIn(now);
  return { joined: are.filter((id) => !were.includes(id)), left: were.filter((id) => !are.includes(id)) };
}
