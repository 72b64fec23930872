import type { MeetingEvent } from '../meeting/messages.ts';
import { seesAnew, sightOf } from '../meeting/projection.ts';
import type { Member } from '../meeting/roster/schema.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import { lineCanary } from './commands.ts';
import type { Played } from './history.ts';
import { eachObject } from './json.ts';
import type { Media, Violations } from './laws.ts';
import { eventByEvent, type Projection } from './lawsOfSight.ts';

const unless = (holds: boolean, violation: string): Violations => (holds ? [] : [violation]);

const removedIn = ({ roster }: MeetingState): Member[] =>
  roster.members.filter(({ presence }) => presence.status === 'removed');

/** Nothing that a removed member asks is done, and nothing brings the member back, or lets it hold, hear or see. */
export function removedStayOut({ before, after, context, decision }: Played, { mediaGrant, hears }: Media): Violations {
  const { actor } = context;
  const { state } = after;
  const out = removedIn(before.state).map(({ id }) => id);
  const acted = actor.kind === 'member' && out.includes(actor.member) && 'events' in decision;
  return [
    ...unless(!acted, 'a removed member was obeyed'),
    ...out.flatMap((id) =>
      unless(
        removedIn(state).some((member) => member.id === id),
        `${id} is removed no more`,
      ),
    ),
    ...removedIn(state).flatMap(({ id }) => [
      ...unless(
        Object.values(mediaGrant(state, id)).every((source) => source === null),
        `${id}, who was removed, may send`,
      ),
      ...unless(hears(state, id).length === 0, `${id}, who was removed, hears`),
      ...unless(sightOf(state, id) === 'threshold', `${id}, who was removed, sees`),
      ...unless(
        state.floor.turns.every(({ status }) => !('member' in status) || status.member !== id),
        `${id}, who was removed, holds a turn`,
      ),
    ]),
  ];
}

/** One seat has the chair, and while the meeting is open it is known whether somebody of it is there. */
export function oneChair({ after: { state } }: Played): Violations {
  const { roster, session } = state;
  const chairs = roster.seats.filter(({ role }) => role === 'chair').map(({ id }) => id);
  const there = roster.members.some(
    ({ seat, presence }) => chairs.includes(seat) && ['admitted', 'backstage'].includes(presence.status),
  );
  return [
    ...unless(roster.seats.length === 0 || chairs.length === 1, `${chairs.length} seats have the chair`),
    ...unless(!there || roster.chair.status === 'there', 'a chair who is there is missed'),
    ...unless(session.status !== 'open' || there || roster.chair.status !== 'there', 'nobody misses the chair'),
  ];
}

/** What is said of members at the door alone, event by event. */
const atDoor: ReadonlySet<MeetingEvent['type']> = new Set<MeetingEvent['type']>([
  'roster.ruleDeclined',
  'roster.equipmentChecked',
  'roster.linkFlagged',
  'roster.linkRenewed',
  'roster.vouchedFor',
  'roster.deviceAllowed',
  'roster.deviceAdded',
]);

/** Where a view or an event tells somebody of a line between others, or somebody at the table of the door. */
function toldIn(sent: unknown, state: MeetingState, viewer: Id): Violations {
  const broken: Violations = [];
  const sight = sightOf(state, viewer);
  eachObject(sent, (part) => {
    const { text, from, to, chairs, id, door, type, member } = part;
    const isLine = typeof text === 'object' && text !== null && 'text' in text && text.text === lineCanary;
    const reads = from === viewer || to === viewer || (chairs === true && sight === 'bench');
    if (isLine && !reads) broken.push(`${viewer} reads what ${String(from)} wrote to ${String(to)}`);
    if (sight === 'bench' || sight === 'door') return;
    const known = typeof door === 'object' && door !== null ? Object.values(door) : [];
    if (id !== viewer && known.some(Boolean)) broken.push(`${viewer} sees what the door knows of ${String(id)}`);
    if (member !== viewer && atDoor.has(type as MeetingEvent['type'])) broken.push(`${viewer} hears ${String(type)}`);
  });
  return broken;
}

/** Nobody but the two and the bench reads a line, and nobody at the table learns what the door knows of others. */
export function doorAndLinesAreKept(step: Played, { eventsFor, viewFor }: Projection): Violations {
  const { state } = step.after;
  const broken = state.roster.members.flatMap(({ id }) => toldIn(viewFor(state, id), state, id));
  for (const [before, event, after] of eventByEvent(step))
    for (const { id } of after.roster.members)
      if (!seesAnew(before, after, id)) broken.push(...toldIn(eventsFor(before, event, id), after, id));
  return broken;
}
