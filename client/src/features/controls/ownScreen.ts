import {
  holderOf,
  type Id,
  type MeetingState,
  managingRoles,
  memberById,
  type ScreenLeave,
  seatById,
  type Turn,
} from '@track2/shared';
import type { OwnSource } from '../../media/own.ts';

/** What can be done with the own screen: asked for, waited for, shown, or changed and stopped. */
export type ScreenStep = 'ask' | 'requested' | 'allowed' | 'shown';

/** The own screen in the turn that the viewer holds; `manages` needs nobody's leave. */
export type OwnScreen = { turn: Turn; step: ScreenStep; manages: boolean };

/** Where the own screen stands; null without the floor, or on a device that cannot show a screen. */
export function ownScreen(state: MeetingState, me: Id, source: OwnSource): OwnScreen | null {
  const turn = state.floor.turns.find((held) => holderOf(held) === me && held.status.kind !== 'suspended');
  const role = seatById(state, memberById(state, me)?.seat ?? '')?.role;
  if (turn === undefined || role === undefined || source === 'none') return null;
  const manages = managingRoles.includes(role);
  if (turn.screen === 'allowed') return { turn, step: source === 'off' ? 'allowed' : 'shown', manages };
  return { turn, step: turn.screen === 'requested' ? 'requested' : 'ask', manages };
}

/** The leave of the turn that is held, as far as its holder must hear of a change. */
export type LeaveSeen = { turn: Id; leave: ScreenLeave; shown: boolean } | null;

/** What changed about the leave in one turn. What ends with the turn is said with the turn. */
export function screenNews(before: LeaveSeen, after: LeaveSeen): 'allowed' | 'denied' | 'stopped' | null {
  if (before === null || after === null || before.turn !== after.turn || before.leave === after.leave) return null;
  if (after.leave === 'allowed') return 'allowed';
  if (after.leave !== 'none') return null;
  return before.shown ? 'stopped' : 'denied';
}
