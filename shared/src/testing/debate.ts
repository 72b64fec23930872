import type { Command } from '../meeting/messages.ts';
import type { QueueEntryKind } from '../meeting/speakers/schema.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Id } from '../meeting/words.ts';
import { items, members, seats } from './sample.ts';
import { by, held, type Step, started } from './story.ts';

const { chair, norway } = members;
const item = items.discussion;

/** A way to respond to a turn. */
export type ResponseKind = Extract<QueueEntryKind, 'directResponse' | 'clarification' | 'interposed'>;

/** The command by which a member responds to a turn, Norway's t1 if nothing else is said. */
export const respond = (kind: ResponseKind = 'directResponse', turn: Id = 't1'): Command => ({
  type: 'speakers.respond',
  turn,
  kind,
  topic: null,
});

/** The command by which a member asks for the floor in the discussion. */
export const request: Command = { type: 'speakers.requestFloor', item, topic: null };

/** The command by which a member raises a point of order in the discussion. */
export const raise = (category: 'hearing' | 'rule' | 'procedure' | 'motion' = 'rule'): Command => ({
  type: 'speakers.raisePointOfOrder',
  item,
  category,
  topic: null,
});

/** The command by which a member asks to reply in the discussion. */
export const reply: Command = { type: 'speakers.requestReply', item, topic: null };

/** The command by which the chair begins a tour of the discussion with a minute for each. */
export const tour = (...names: (keyof typeof seats)[]): Command => ({
  type: 'speakers.startTour',
  item,
  order: 'seat',
  seats: names.map((name) => seats[name]),
  limitMs: 60_000,
});

/** The chair calls that entry, as that turn. */
export const called = (entry: Id, turn: Id): Step => by(chair, { type: 'speakers.call', entry }, turn);

/** The member takes the floor. */
export const taken = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });

/** The chair ends that turn. */
export const ended = (turn: Id): Step => by(chair, { type: 'floor.endTurn', turn });

/** The chair closes the list of the discussion. */
export const listClosed: Step = by(chair, { type: 'speakers.closeList', item });

/** The discussion has begun, and its list is open. */
export const debate: readonly Step[] = [...held(), started('discussion')];

/** Norway speaks in the discussion: entry e1, turn t1. */
export const norwaySpeaks: readonly Step[] = [
  ...debate,
  by(norway, request, 'e1'),
  called('e1', 't1'),
  taken(norway, 't1'),
];

/** The entries of the discussion with their status, in the order of the list. */
export const entriesIn = ({ speakers }: MeetingState): string[] =>
  speakers.lists.find((list) => list.item === item)?.entries.map(({ id, status }) => `${id} ${status}`) ?? [];
