import { type Id, memberById, seatById } from '@track2/shared';
import { useStore } from 'zustand';
import { useSpoken } from '../text/index.ts';
import { type MeetingView, meetingStore } from './meetingStore.ts';
import { isUnnamed, type Reader, unnamedName } from './unnamed.ts';

/**
 * Reads from the mirror. Only for what stands below a page that is shown with a mirror. The selector has to give
 * the same thing for the same mirror: a part of it, or a plain value.
 */
export function useMeeting<T>(selector: (view: MeetingView) => T): T {
  const view = useStore(meetingStore, (store) => store.meeting);
  if (view === null) throw new Error('no mirror of the meeting yet');
  return selector(view);
}

/** Reads from the mirror where there may be none yet: then null. */
export const useMirrored = <T>(selector: (view: MeetingView) => T): T | null =>
  useStore(meetingStore, ({ meeting }) => (meeting === null ? null : selector(meeting)));

/** What may be known of a person: name, office, and the words of the delegation. */
export type Person = {
  name: string;
  /** Whether that is the person's own name, which the meeting may keep from this viewer. */
  named: boolean;
  office: string | null;
  delegation: Readonly<Record<string, string>> | null;
};

/** The person behind a member's id, as far as this viewer may know. */
export function personIn(view: MeetingView, member: Id, reader: Reader): Person {
  const { state, nameplates } = view;
  const seat = memberById(state, member)?.seat;
  const delegation = seat === undefined ? null : (seatById(state, seat)?.delegation ?? null);
  const plate = nameplates.members[member];
  return {
    name: plate?.name ?? unnamedName(view, member, reader) ?? member,
    named: !isUnnamed(view, member),
    office: plate?.office ?? null,
    delegation: delegation === null ? null : (nameplates.delegations[delegation] ?? null),
  };
}

/** The person behind a member's id. */
export function usePerson(member: Id): Person {
  const reader = useSpoken();
  return useMeeting((view) => personIn(view, member, reader));
}
