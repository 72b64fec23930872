import type { Id } from '../words.ts';
import { isInside } from './rules.ts';
import type { DoorFacts, Member, Presence, Roster, RosterEvent } from './schema.ts';

type OfMember = Extract<RosterEvent, { member: Id }>;

/** In the room; whose link is lost is there once it is back. [RO21] */
export const onStage = (presence: Presence): Presence =>
  presence.status === 'disconnected' ? { ...presence, from: 'admitted', called: false } : { status: 'admitted' };

function presenceAfter(member: Member, event: OfMember): Presence {
  const { presence } = member;
  // Nothing brings back who was removed. [RO17]
  if (presence.status === 'removed') return presence;
  switch (event.type) {
    case 'roster.lobbyEntered':
      return { status: 'inLobby' };
    case 'roster.admitted':
      return { status: 'admitted' };
    case 'roster.wentOnStage':
      return onStage(presence);
    case 'roster.left':
      return isInside(member) ? { status: 'left' } : { status: 'invited' }; // [RO8]
    case 'roster.turnedAway':
      return { status: 'invited' };
    case 'roster.removed':
      return { status: 'removed' };
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
    default:
      return presence;
  }
}

function doorAfter(door: DoorFacts, event: OfMember): DoorFacts {
  switch (event.type) {
    case 'roster.lobbyEntered':
      return { ...door, ruleDeclined: null };
    case 'roster.ruleDeclined':
      return { ...door, ruleDeclined: event.ruleVersion };
    case 'roster.equipmentChecked':
      return { ...door, check: event.result };
    case 'roster.linkFlagged':
      return { ...door, linkUses: door.linkUses + 1, vouchedFor: false };
    case 'roster.vouchedFor':
      return { ...door, vouchedFor: true };
    case 'roster.linkRenewed':
      return { ...door, linkUses: 0, vouchedFor: false, deviceAllowed: false };
    case 'roster.deviceAllowed':
      return { ...door, deviceAllowed: true };
    case 'roster.deviceAdded':
      return { ...door, deviceAllowed: false };
    default:
      return door;
  }
}

const memberAfter = (member: Member, event: OfMember): Member => ({
  ...member,
  presence: presenceAfter(member, event),
  door: doorAfter(member.door, event),
  ...(event.type === 'roster.lobbyEntered' ? { ruleAccepted: event.ruleVersion, company: event.company ?? null } : {}),
});

/** The roster after one of its events. */
export function evolveRoster(roster: Roster, event: RosterEvent): Roster {
  switch (event.type) {
    case 'roster.locked':
      return { ...roster, locked: true };
    case 'roster.unlocked':
      return { ...roster, locked: false };
    case 'roster.roleSet':
      return {
        ...roster,
        seats: roster.seats.map((seat) => (seat.id === event.seat ? { ...seat, role: event.role } : seat)),
      };
    case 'roster.chairMissed':
      return { ...roster, chair: { status: 'away', since: event.since } };
    case 'roster.chairOffered':
      return { ...roster, chair: { status: 'offered' } };
    case 'roster.chairReturned':
      return { ...roster, chair: { status: 'there' } };
    default:
      return {
        ...roster,
        members: roster.members.map((member) => (member.id === event.member ? memberAfter(member, event) : member)),
      };
  }
}
