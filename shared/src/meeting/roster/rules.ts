import type { Context, LoggedEvent } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id, Role } from '../words.ts';
import type { DoorFacts, Member, Roster, Seat, SeatPlan } from './schema.ts';

/** The member of that id, if the meeting (or the viewer's mirror of it) has one. */
export const memberById = (state: MeetingState, id: Id): Member | undefined =>
  state.roster.members.find((member) => member.id === id);

/** The seat of that id, if the meeting (or the viewer's mirror of it) has one. */
export const seatById = (state: MeetingState, id: Id): Seat | undefined =>
  state.roster.seats.find((seat) => seat.id === id);

type Place = 'lobby' | 'room' | 'backstage' | null;

/** Where a member is, with or without a link for the moment; null outside. */
export function placeOfMember({ presence }: Member): Place {
  switch (presence.status === 'disconnected' ? presence.from : presence.status) {
    case 'inLobby':
      return 'lobby';
    case 'admitted':
      return 'room';
    case 'backstage':
      return 'backstage';
    default:
      return null;
  }
}

/** In the room or backstage, with or without a link for the moment. */
export const isInside = (member: Member): boolean => isInRoom(member) || isBackstage(member);

/** In the room, with or without a link for the moment. */
export const isInRoom = (member: Member): boolean => placeOfMember(member) === 'room';

/** Backstage, with or without a link for the moment. */
export const isBackstage = (member: Member): boolean => placeOfMember(member) === 'backstage';

/** Whether the link was opened elsewhere, and nobody has admitted the member by name since. [RO15] */
export const isDoubtful = ({ door }: Member): boolean => door.linkUses > 0 && !door.vouchedFor;

/** Whether somebody of the seat is backstage and connected, so that the seat could be called on stage. */
export const isSeatBackstage = (state: MeetingState, seat: Id): boolean =>
  state.roster.members.some((member) => member.seat === seat && member.presence.status === 'backstage');

/** Whether somebody of the seat is in the room and connected, so that the seat can be asked to speak. */
export const isSeatPresent = (state: MeetingState, seat: Id): boolean =>
  state.roster.members.some((member) => member.seat === seat && member.presence.status === 'admitted');

/** Who is admitted on entry, as somebody has to admit the others. [RO3] */
export const admittedOnEntry: readonly Role[] = ['chair', 'moderator', 'operator'];

/** Whether a chair is inside and connected. */
export const isChairThere = ({ roster: { seats, members } }: MeetingState): boolean =>
  members.some(
    ({ seat, presence: { status } }) =>
      (status === 'admitted' || status === 'backstage') &&
      seats.some(({ id, role }) => id === seat && role === 'chair'),
  );

/** What is known at the door of who was never there. */
export const nothingKnown: DoorFacts = {
  ruleDeclined: null,
  linkUses: 0,
  vouchedFor: false,
  deviceAllowed: false,
  check: null,
};

const newMember = (seat: Id, { id, kind }: SeatPlan['members'][number]): Member => ({
  id,
  seat,
  kind,
  presence: { status: 'invited' },
  ruleAccepted: null,
  company: null,
  door: nothingKnown,
});

/** The roster of that plan: who was on it before is as before, whoever is new is invited. [SE15] */
export const rosterOf = (plan: readonly SeatPlan[], before: Roster): Roster => ({
  ...before,
  seats: plan.map(({ id, role, delegation, members }) => ({
    id,
    role,
    delegation,
    members: members.map((member) => member.id),
  })),
  members: plan.flatMap((seat) =>
    seat.members.map((planned): Member => {
      const known = before.members.find(({ id }) => id === planned.id);
      return known === undefined ? newMember(seat.id, planned) : { ...known, seat: seat.id, kind: planned.kind };
    }),
  ),
});

/** A link that is lost, as long as the member was in the lobby or inside. [RO7] */
export function loseLink(member: Member, { now }: Context): LoggedEvent[] {
  const { status } = member.presence;
  return status === 'inLobby' || status === 'admitted' || status === 'backstage'
    ? [{ type: 'roster.linkLost', member: member.id, since: now }]
    : [];
}

/** A link that is back, if it was lost. [RO7] */
export function restoreLink(member: Member): LoggedEvent[] {
  return member.presence.status === 'disconnected' ? [{ type: 'roster.linkRestored', member: member.id }] : [];
}
