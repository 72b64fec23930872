import { MOST_LINES } from '../../meeting/lines/rules.ts';
import type { RefusalCode } from '../../meeting/messages.ts';
import { CHAIR_AWAY_MS } from '../../meeting/roster/roles.ts';
import { items, members, sampleMeeting, seats } from '../sample.ts';
import { by, created, enter, lost, pass, received, type Step, system } from '../story.ts';
import { asks, chairAsks, type Way } from './steps.ts';

const { chair, moderator, norway, iran } = members;

const knocks = (member: string): Step => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });
const gone = (member: string): Step => by(member, { type: 'roster.leave' });
const flagged = (member: string): Step => system({ type: 'roster.flagLink', member });
const away: readonly Step[] = [lost(chair), pass(CHAIR_AWAY_MS - 1), system({ type: 'session.alarm' })];
const { type: _, seats: plannedSeats, ...plan } = sampleMeeting();
const others = plannedSeats.filter(({ id }) => id !== seats.norway);

/** The refusals at the door and of the roles, and those of the desk, with a way to meet each. */
export const doorWays = {
  'roster.locked': asks(
    norway,
    { type: 'roster.enterLobby', ruleVersion: 1 },
    gone(norway),
    by(chair, { type: 'roster.lock' }),
  ),
  'roster.lockedAlready': chairAsks({ type: 'roster.lock' }, by(chair, { type: 'roster.lock' })),
  'roster.notLocked': chairAsks({ type: 'roster.unlock' }),
  'roster.yourself': chairAsks({ type: 'roster.remove', member: chair }),
  'roster.runsTheMeeting': asks(moderator, { type: 'roster.remove', member: chair }),
  'roster.removed': asks(
    norway,
    { type: 'roster.enterLobby', ruleVersion: 1 },
    by(chair, { type: 'roster.remove', member: norway }),
  ),
  'roster.linkDoubtful': chairAsks(
    { type: 'roster.admitAll', members: [norway] },
    gone(norway),
    flagged(norway),
    knocks(norway),
  ),
  'roster.deviceAllowedAlready': chairAsks(
    { type: 'roster.allowDevice', member: norway },
    by(chair, { type: 'roster.allowDevice', member: norway }),
  ),
  'roster.unknownSeat': chairAsks({ type: 'roster.handOverChair', seat: 'constructor' }),
  'roster.roleHeld': chairAsks({ type: 'roster.setRole', seat: seats.norway, role: 'participant' }),
  'roster.chairsSeat': chairAsks({ type: 'roster.setRole', seat: seats.chair, role: 'observer' }),
  'roster.seatAbsent': chairAsks({ type: 'roster.handOverChair', seat: seats.norway }, gone(norway)),
  'roster.chairNotOffered': asks(moderator, { type: 'roster.takeChair' }, ...away),
  'session.seatEntered': {
    after: [created(), enter(chair), knocks(norway)],
    system: { type: 'session.revise', plan: null, seats: others },
  },
  'session.itemHeld': {
    after: [created(), enter(chair), received('d1', chair)],
    system: {
      type: 'session.revise',
      plan: { ...plan, agenda: plan.agenda.filter(({ id }) => id !== items.keynote) },
      seats: plannedSeats,
    },
  },
  'lines.chatOff': asks(norway, { type: 'lines.write', to: iran, text: 'Shall we?' }),
  'lines.outside': asks(norway, { type: 'lines.write', to: null, text: 'Hello' }, gone(norway)),
  'lines.recipientAway': chairAsks({ type: 'lines.write', to: norway, text: 'Are you there?' }, gone(norway)),
  'lines.toYourself': chairAsks({ type: 'lines.write', to: chair, text: 'Note' }),
  'lines.full': asks(
    norway,
    { type: 'lines.write', to: null, text: 'One more' },
    ...Array.from({ length: MOST_LINES }, () => by(norway, { type: 'lines.write', to: null, text: 'Again' })),
  ),
} satisfies Partial<Record<RefusalCode, Way>>;
