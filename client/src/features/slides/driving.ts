import {
  type Id,
  isInRoom,
  type MeetingState,
  managingRoles,
  mayPresent,
  memberById,
  type Presentation,
  seatById,
} from '@track2/shared';

/** What this person can do about who turns the pages. */
export type Driving = {
  /** Asking is driving where nobody drives, and for those who run the meeting; null for who has no use for it. */
  ask: 'ask' | 'takeOver' | null;
  /** Whether this person may give the pages to others and end the slides. */
  gives: boolean;
};

/** What a member can do about who turns the pages of what is shown. */
export function drivingOf(state: MeetingState, me: Id, shown: Presentation): Driving {
  const seatId = memberById(state, me)?.seat;
  const seat = seatId === undefined ? undefined : seatById(state, seatId);
  if (seat === undefined) return { ask: null, gives: false };
  const manages = managingRoles.includes(seat.role);
  const drives = shown.driver === me;
  const mayAsk = !drives && mayPresent(state, seat);
  return {
    ask: mayAsk ? (manages || shown.driver === null ? 'takeOver' : 'ask') : null,
    gives: drives || manages,
  };
}

/** To whom the pages can be given by a member: who asked first, then the own seat, then who may present anyway. */
export function receiversOf(state: MeetingState, me: Id, shown: Presentation): Id[] {
  const own = memberById(state, me)?.seat;
  const others = state.roster.members.filter(
    (member) => isInRoom(member) && member.id !== me && member.id !== shown.driver && !shown.asking.includes(member.id),
  );
  const ofSeat = others.filter((member) => member.seat === own);
  const presenting = others.filter((member) => {
    const seat = member.seat === own ? undefined : seatById(state, member.seat);
    return seat !== undefined && mayPresent(state, seat);
  });
  const asking = shown.asking.filter((id) =>
    state.roster.members.some((member) => member.id === id && isInRoom(member)),
  );
  return [...asking, ...[...ofSeat, ...presenting].map((member) => member.id)];
}
