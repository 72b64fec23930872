import { type Context, type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id, Role } from '../words.ts';
import type { Member, Presence, Roster, RosterCommand, RosterEvent, Seat, SeatPlan } from './schema.ts';

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

/** Whether somebody of the seat is backstage and connected, so that the seat could be called on stage. */
export const isSeatBackstage = (state: MeetingState, seat: Id): boolean =>
  state.roster.members.some((member) => member.seat === seat && member.presence.status === 'backstage');

/** Whether somebody of the seat is in the room and connected, so that the seat can be asked to speak. */
export const isSeatPresent = (state: MeetingState, seat: Id): boolean =>
  state.roster.members.some((member) => member.seat === seat && member.presence.status === 'admitted');

const admittedOnEntry: readonly Role[] = ['chair', 'moderator', 'operator'];

/** The roster of a new meeting: every member invited, nobody there. */
export function rosterOf(plan: readonly SeatPlan[]): Roster {
  return {
    seats: plan.map(({ id, role, delegation, members }) => ({
      id,
      role,
      delegation,
      members: members.map((member) => member.id),
    })),
    members: plan.flatMap((seat) =>
      seat.members.map(({ id, kind }) => ({
        id,
        seat: seat.id,
        kind,
        presence: { status: 'invited' as const },
        ruleAccepted: null,
      })),
    ),
  };
}

/** Entering, admitting and leaving. What a leaver holds ends with `lettingGo`, which the floor and
 * the slides supply. */
export function decideRoster(
  state: MeetingState,
  command: RosterCommand,
  { member, seat, lettingGo }: { member: Member; seat: Seat; lettingGo: (member: Id) => LoggedEvent[] },
): Decision {
  switch (command.type) {
    case 'roster.enterLobby': {
      if (command.ruleVersion !== state.session.ruleVersion) return refuse({ code: 'roster.ruleChanged' }); // [RO1]
      const { status } = member.presence;
      if (status !== 'invited' && status !== 'left') return refuse({ code: 'roster.alreadyInside' }); // [RO2]
      const entered: LoggedEvent = {
        type: 'roster.lobbyEntered',
        member: member.id,
        ruleVersion: command.ruleVersion,
      };
      if (!admittedOnEntry.includes(seat.role)) return happen(entered); // [RO4]
      return happen(entered, { type: 'roster.admitted', member: member.id }); // [RO3]
    }
    case 'roster.admit': {
      const guest = memberById(state, command.member);
      if (guest === undefined) return refuse({ code: 'roster.unknownMember' }); // [PE5]
      if (guest.presence.status !== 'inLobby') return refuse({ code: 'roster.notInLobby' }); // [RO5]
      const late = state.session.status === 'open' && seatById(state, guest.seat)?.role === 'keynote';
      const admitted: LoggedEvent = { type: 'roster.admitted', member: guest.id };
      return late ? happen(admitted, { type: 'roster.wentBackstage', member: guest.id }) : happen(admitted); // [RO10]
    }
    case 'roster.goBackstage':
      return happen(...lettingGo(member.id), { type: 'roster.wentBackstage', member: member.id }); // [RO9]
    case 'roster.callOnStage': {
      const guest = memberById(state, command.member);
      if (guest === undefined) return refuse({ code: 'roster.unknownMember' }); // [PE5]
      if (guest.presence.status !== 'backstage') return refuse({ code: 'roster.notBackstage' }); // [RO11]
      if (guest.presence.called) return refuse({ code: 'roster.calledAlready' }); // [RO11]
      return happen({ type: 'roster.calledOnStage', member: guest.id });
    }
    case 'roster.goOnStage': {
      if (member.presence.status !== 'backstage') return refuse({ code: 'roster.notBackstage' }); // [RO11]
      if (!member.presence.called && !admittedOnEntry.includes(seat.role))
        return refuse({ code: 'roster.notCalledOnStage' }); // [RO11]
      return happen({ type: 'roster.wentOnStage', member: member.id });
    }
    case 'roster.leave':
      if (member.presence.status === 'invited' || member.presence.status === 'left') return happen();
      return happen(...lettingGo(member.id), { type: 'roster.left', member: member.id }); // [RO6]
  }
}

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

function presenceAfter(member: Member, event: RosterEvent): Presence {
  const { presence } = member;
  switch (event.type) {
    case 'roster.lobbyEntered':
      return { status: 'inLobby' };
    case 'roster.admitted':
      return { status: 'admitted' };
    case 'roster.left':
      return isInside(member) ? { status: 'left' } : { status: 'invited' }; // [RO8]
    case 'roster.linkLost':
      if (presence.status === 'inLobby' || presence.status === 'admitted')
        return { status: 'disconnected', from: presence.status, called: false, since: event.since };
      return presence.status === 'backstage'
        ? { status: 'disconnected', from: 'backstage', called: presence.called, since: event.since }
        : presence;
    case 'roster.linkRestored':
      if (presence.status !== 'disconnected') return presence;
      return presence.from === 'backstage'
        ? { status: 'backstage', called: presence.called }
        : { status: presence.from };
    case 'roster.wentBackstage':
      return { status: 'backstage', called: false };
    case 'roster.calledOnStage':
      if (presence.status === 'disconnected') return { ...presence, called: true };
      return presence.status === 'backstage' ? { ...presence, called: true } : presence;
    case 'roster.wentOnStage':
      return { status: 'admitted' };
  }
}

/** The roster after one of its events. */
export function evolveRoster(roster: Roster, event: RosterEvent): Roster {
  return {
    ...roster,
    members: roster.members.map((member) =>
      member.id === event.member
        ? {
            ...member,
            presence: presenceAfter(member, event),
            ruleAccepted: event.type === 'roster.lobbyEntered' ? event.ruleVersion : member.ruleAccepted,
          }
        : member,
    ),
  };
}
