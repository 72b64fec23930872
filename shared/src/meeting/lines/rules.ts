import { type Context, type Decision, happen, type Refusal, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import { isInside, memberById, placeOfMember, seatById } from '../roster/rules.ts';
import type { Member } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { Line, Lines, LinesCommand, LinesEvent } from './schema.ts';

/** The most that is written in one meeting. */
export const MOST_LINES = 5000;

const runsIt = (state: MeetingState, member: Member): boolean => {
  const role = seatById(state, member.seat)?.role;
  return role !== undefined && managingRoles.includes(role) && isInside(member);
};

/** Whether a member may read it: the two it is between, and what is the chair's all who run the meeting. [LI3] */
export const readsLine = (viewer: Id, runs: boolean, { from, to, chairs }: Line): boolean =>
  from === viewer || to === viewer || (chairs && runs);

/** Why a member may not write to that one now, or null. */
function refusalFor(state: MeetingState, member: Member, to: Id | null): Refusal | null {
  if (placeOfMember(member) === null) return { code: 'lines.outside' }; // [LI1]
  if (state.lines.lines.length >= MOST_LINES) return { code: 'lines.full' }; // [LI5]
  if (to === null) return null;
  const recipient = memberById(state, to);
  if (recipient === undefined) return { code: 'roster.unknownMember' }; // [PE5]
  if (recipient.id === member.id) return { code: 'lines.toYourself' }; // [LI5]
  const fromTheChair = runsIt(state, member);
  if (!fromTheChair && !state.session.policy.chat) return { code: 'lines.chatOff' }; // [LI4]
  if (!fromTheChair && !isInside(member)) return { code: 'lines.outside' }; // [LI4]
  const there = fromTheChair ? placeOfMember(recipient) !== null : isInside(recipient);
  return there ? null : { code: 'lines.recipientAway' }; // [LI2] [LI4]
}

/** The line to the chair, and from member to member where the meeting allows it. */
export function decideLines(
  state: MeetingState,
  { to, text }: LinesCommand,
  { member, now, wall, commandId }: Context & { member: Member },
): Decision {
  const refusal = refusalFor(state, member, to);
  if (refusal !== null) return refuse(refusal);
  return happen({
    type: 'lines.written',
    line: {
      id: commandId,
      from: member.id,
      to,
      chairs: to === null || runsIt(state, member),
      text: { text },
      moment: { at: now, wall },
    },
  });
}

/** What was written after one more line. */
export const evolveLines = ({ lines }: Lines, { line }: LinesEvent): Lines => ({ lines: [...lines, line] });
