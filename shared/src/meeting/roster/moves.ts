import { type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { admittedOnEntry, memberById } from './rules.ts';
import type { Member, RosterCommand, Seat } from './schema.ts';

type MoveCommand = Extract<
  RosterCommand,
  { type: 'roster.leave' | 'roster.goBackstage' | 'roster.callOnStage' | 'roster.goOnStage' }
>;
type Acting = { member: Member; seat: Seat; lettingGo: (member: Id) => LoggedEvent[] };

/** Between room and backstage, and out. What a leaver holds ends with `lettingGo`, which the floor and the slides supply. */
export function decideMoves(state: MeetingState, command: MoveCommand, { member, seat, lettingGo }: Acting): Decision {
  switch (command.type) {
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
