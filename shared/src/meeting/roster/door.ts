import { type Decision, happen, type LoggedEvent, type Refusal, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { admittedOnEntry, isDoubtful, memberById, placeOfMember, seatById } from './rules.ts';
import type { Company, Declaration, Member, RosterCommand, RosterSystemCommand, Seat } from './schema.ts';

type Acting = {
  member: Member;
  seat: Seat;
  lettingGo: (member: Id) => LoggedEvent[];
  silencing: (seat: Id) => LoggedEvent[];
};
type DoorCommand = Extract<
  RosterCommand,
  {
    type:
      | 'roster.enterLobby'
      | 'roster.declineRule'
      | 'roster.reportCheck'
      | 'roster.admit'
      | 'roster.admitAll'
      | 'roster.turnAway'
      | 'roster.remove'
      | 'roster.allowDevice'
      | 'roster.lock'
      | 'roster.unlock';
  }
>;

const companyOf = (declared: Declaration | null | undefined): Company | null => {
  if (declared === null || declared === undefined) return null;
  return declared.kind === 'alone' ? declared : { kind: 'accompanied', by: { text: declared.by } };
};

function enter(
  state: MeetingState,
  { ruleVersion, company }: Extract<DoorCommand, { type: 'roster.enterLobby' }>,
  { member, seat }: Acting,
): Decision {
  if (ruleVersion !== state.session.ruleVersion) return refuse({ code: 'roster.ruleChanged' }); // [RO1]
  const { status } = member.presence;
  if (status !== 'invited' && status !== 'left') return refuse({ code: 'roster.alreadyInside' }); // [RO2]
  const comesFirst = admittedOnEntry.includes(seat.role);
  if (state.roster.locked && !comesFirst) return refuse({ code: 'roster.locked' }); // [RO16]
  const declared = companyOf(company);
  const entered: LoggedEvent = {
    type: 'roster.lobbyEntered',
    member: member.id,
    ruleVersion,
    ...(declared === null ? {} : { company: declared }), // [RO13]
  };
  if (!comesFirst || isDoubtful(member)) return happen(entered); // [RO4] [RO15]
  return happen(entered, { type: 'roster.admitted', member: member.id }); // [RO3]
}

function admitting(state: MeetingState, guest: Member): LoggedEvent[] {
  const late = state.session.status === 'open' && seatById(state, guest.seat)?.role === 'keynote';
  return [
    { type: 'roster.admitted', member: guest.id },
    ...(late ? [{ type: 'roster.wentBackstage' as const, member: guest.id }] : []), // [RO10]
  ];
}

const waits = (guest: Member): boolean => guest.presence.status === 'inLobby';

function admitAll(state: MeetingState, members: readonly Id[]): Decision {
  const guests: Member[] = [];
  for (const id of new Set(members)) {
    const guest = memberById(state, id);
    if (guest === undefined) return refuse({ code: 'roster.unknownMember' }); // [PE5]
    if (waits(guest) && isDoubtful(guest)) return refuse({ code: 'roster.linkDoubtful' }); // [RO15]
    // Another manager may have admitted some of them meanwhile; the rest come in all the same. [RO14]
    if (waits(guest)) guests.push(guest);
  }
  if (guests.length === 0) return refuse({ code: 'roster.notInLobby' }); // [RO5]
  return happen(...guests.flatMap((guest) => admitting(state, guest)));
}

/** Why the actor may not remove that member, or null. [RO17] */
function removalRefusal(state: MeetingState, guest: Member, { member, seat }: Acting): Refusal | null {
  if (guest.id === member.id) return { code: 'roster.yourself' };
  if (guest.presence.status === 'removed') return { code: 'roster.removed' };
  const role = seatById(state, guest.seat)?.role;
  return role !== undefined && managingRoles.includes(role) && seat.role !== 'chair'
    ? { code: 'roster.runsTheMeeting' }
    : null;
}

function remove(state: MeetingState, guest: Member, acting: Acting): Decision {
  const refusal = removalRefusal(state, guest, acting);
  if (refusal !== null) return refuse(refusal);
  const others = state.roster.members.filter(
    ({ id, seat, presence }) => seat === guest.seat && id !== guest.id && presence.status !== 'removed',
  );
  return happen(
    ...(others.length === 0 ? acting.silencing(guest.seat) : acting.lettingGo(guest.id)), // [RO18]
    { type: 'roster.removed', member: guest.id },
  );
}

function decideAbout(
  state: MeetingState,
  command: Extract<DoorCommand, { member: Id }>,
  guest: Member,
  acting: Acting,
): Decision {
  switch (command.type) {
    case 'roster.admit': {
      if (!waits(guest)) return refuse({ code: 'roster.notInLobby' }); // [RO5]
      const vouched: LoggedEvent[] = isDoubtful(guest) ? [{ type: 'roster.vouchedFor', member: guest.id }] : [];
      return happen(...vouched, ...admitting(state, guest)); // [RO15]
    }
    case 'roster.turnAway':
      if (placeOfMember(guest) !== 'lobby') return refuse({ code: 'roster.notInLobby' }); // [RO5]
      return happen({ type: 'roster.turnedAway', member: guest.id }); // [RO14]
    case 'roster.remove':
      return remove(state, guest, acting);
    case 'roster.allowDevice':
      if (guest.presence.status === 'removed') return refuse({ code: 'roster.removed' }); // [RO17]
      if (guest.door.deviceAllowed) return refuse({ code: 'roster.deviceAllowedAlready' }); // [RO19]
      return happen({ type: 'roster.deviceAllowed', member: guest.id });
  }
}

/**
 * Who comes in, on which terms, and who is shown out. What a person holds who goes ends with `lettingGo`, and with
 * the last of a seat what the seat holds and waits for with `silencing`.
 */
export function decideDoor(state: MeetingState, command: DoorCommand, acting: Acting): Decision {
  const { member } = acting;
  switch (command.type) {
    case 'roster.enterLobby':
      return enter(state, command, acting);
    case 'roster.declineRule':
      if (command.ruleVersion !== state.session.ruleVersion) return refuse({ code: 'roster.ruleChanged' }); // [RO1]
      if (member.presence.status !== 'invited' && member.presence.status !== 'left')
        return refuse({ code: 'roster.alreadyInside' }); // [RO12]
      return happen({ type: 'roster.ruleDeclined', member: member.id, ruleVersion: command.ruleVersion });
    case 'roster.reportCheck':
      return happen({ type: 'roster.equipmentChecked', member: member.id, result: command.result }); // [RO20]
    case 'roster.admitAll':
      return admitAll(state, command.members);
    case 'roster.lock':
      if (state.roster.locked) return refuse({ code: 'roster.lockedAlready' }); // [RO16]
      return happen({ type: 'roster.locked' });
    case 'roster.unlock':
      if (!state.roster.locked) return refuse({ code: 'roster.notLocked' }); // [RO16]
      return happen({ type: 'roster.unlocked' });
    default: {
      const guest = memberById(state, command.member);
      if (guest === undefined) return refuse({ code: 'roster.unknownMember' }); // [PE5]
      return decideAbout(state, command, guest, acting);
    }
  }
}

/** What the platform notices of a member's link; nothing for who is not on the roster or was removed. [RO15] [RO19] */
export function noticeLink(state: MeetingState, { type, member: id }: RosterSystemCommand): LoggedEvent[] {
  const member = memberById(state, id);
  if (member === undefined || member.presence.status === 'removed') return [];
  const { linkUses, deviceAllowed } = member.door;
  switch (type) {
    case 'roster.flagLink':
      return [{ type: 'roster.linkFlagged', member: id }];
    case 'roster.renewLink':
      return linkUses > 0 || deviceAllowed ? [{ type: 'roster.linkRenewed', member: id }] : [];
    case 'roster.addDevice':
      return deviceAllowed ? [{ type: 'roster.deviceAdded', member: id }] : [];
  }
}
