import { type Id, isInside, type MeetingState, type Member, memberById, placeOfMember, seatById } from '@track2/shared';

/** What those who run the meeting may do about a person. */
export type ActOn = 'write' | 'allowDevice' | 'role' | 'handOver' | 'remove';

/** What this person may do about that one, in the order of a menu; why removing is refused is said where it is asked. */
export function actsOn(state: MeetingState, me: Id, member: Member): ActOn[] {
  const role = seatById(state, memberById(state, me)?.seat ?? '')?.role;
  if (role !== 'chair' && role !== 'moderator') return [];
  const chairs = role === 'chair' && seatById(state, member.seat)?.role !== 'chair';
  const offered: [ActOn, boolean][] = [
    ['write', placeOfMember(member) !== null],
    ['allowDevice', !member.door.deviceAllowed],
    ['role', chairs],
    ['handOver', chairs && isInside(member)],
    ['remove', true],
  ];
  return offered.filter(([, is]) => is).map(([act]) => act);
}
