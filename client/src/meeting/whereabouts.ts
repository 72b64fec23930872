import { type Id, isBackstage, type MeetingState, type Member, memberById } from '@track2/shared';

/** Those backstage, in the order of the roster, with or without a link for the moment. */
export const backstageMembers = (state: MeetingState): Member[] => state.roster.members.filter(isBackstage);

/**
 * Where this viewer is heard: in the room, or backstage by those there alone. `called` once the chair has asked the
 * member on stage.
 */
export type Whereabouts = { at: 'room' } | { at: 'backstage'; called: boolean };

/** Where this viewer is heard. A lost link keeps the place. */
export function whereabouts(state: MeetingState, me: Id): Whereabouts {
  const member = memberById(state, me);
  if (member === undefined || !isBackstage(member)) return { at: 'room' };
  const { presence } = member;
  return { at: 'backstage', called: 'called' in presence && presence.called };
}
