import { type Id, type Line, type MeetingState, type Member, memberById, placeOfMember } from '@track2/shared';

/** What was written between this person and one other, or (`of` null) on the own line to the chair. */
export type Thread = { of: Id | null; lines: readonly Line[] };

/**
 * Whose thread a line belongs to for its reader. The line to the chair of another is that one's; the own line to the
 * chair, whoever of those who run the meeting answers on it, is one thread.
 */
export function threadOf({ from, to, chairs }: Line, me: Id): Id | null {
  if (chairs) {
    const owner = to ?? from;
    return owner === me ? null : owner;
  }
  return from === me ? to : from;
}

/** The threads of a reader, the one that was last written in first. */
export function threadsOf({ lines: { lines } }: MeetingState, me: Id): Thread[] {
  const threads = new Map<Id | null, Line[]>();
  for (const line of lines) {
    const of = threadOf(line, me);
    const before = threads.get(of) ?? [];
    // Moved to the end, as the latest of all.
    threads.delete(of);
    threads.set(of, [...before, line]);
  }
  return [...threads].map(([of, written]) => ({ of, lines: written })).toReversed();
}

/** Whom this person may begin to write to: those who run the meeting to all who are there, others where chat is on. */
export function receiversOf(state: MeetingState, me: Id, managing: boolean): Member[] {
  if (!managing && !state.session.policy.chat) return [];
  return state.roster.members.filter((member) => {
    const place = placeOfMember(member);
    return member.id !== me && (managing ? place !== null : place === 'room' || place === 'backstage');
  });
}

/** Whether a thread can still be answered: its other side is on the roster and there. */
export function isThere(state: MeetingState, of: Id | null): boolean {
  if (of === null) return true;
  const member = memberById(state, of);
  return member !== undefined && placeOfMember(member) !== null;
}
