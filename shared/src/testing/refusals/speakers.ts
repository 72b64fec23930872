import type { Command, RefusalCode } from '../../meeting/messages.ts';
import type { Id } from '../../meeting/words.ts';
import { items, members, seats } from '../sample.ts';
import { by, type Step, started } from '../story.ts';
import { asks, chairAsks, speaking, type Way } from './steps.ts';

const { chair, norway, iran } = members;

const request = (member: Id, entry: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, entry);
const debate: readonly Step[] = [started('discussion'), ...speaking];
const respond = (member: Id, entry: Id, kind: 'directResponse' | 'interposed' = 'directResponse'): Step =>
  by(member, { type: 'speakers.respond', turn: 't1', kind, topic: null }, entry);
const tour = {
  type: 'speakers.startTour',
  item: items.discussion,
  order: 'hand',
  seats: [seats.norway, seats.iran],
  limitMs: 60_000,
} as const satisfies Command;

/** The refusals of `speakers`, and a way to meet each. */
export const speakersWays: Record<Extract<RefusalCode, `speakers.${string}`>, Way> = {
  'speakers.listClosed': asks(
    norway,
    { type: 'speakers.requestFloor', item: items.opening, topic: null },
    started('opening'),
  ),
  'speakers.listOpen': chairAsks({ type: 'speakers.openList', item: items.discussion }, started('discussion')),
  'speakers.itemNotCurrent': asks(norway, { type: 'speakers.requestFloor', item: items.discussion, topic: null }),
  'speakers.alreadyWaiting': asks(
    members.iranAide,
    { type: 'speakers.requestFloor', item: items.discussion, topic: null },
    started('discussion'),
    request(iran, 'e1'),
  ),
  'speakers.unknownEntry': chairAsks({ type: 'speakers.call', entry: 'hasOwnProperty' }),
  'speakers.notYours': asks(
    iran,
    { type: 'speakers.withdraw', entry: 'e1' },
    started('discussion'),
    request(norway, 'e1'),
  ),
  'speakers.notWaiting': chairAsks(
    { type: 'speakers.call', entry: 'e1' },
    started('discussion'),
    request(norway, 'e1'),
    by(norway, { type: 'speakers.withdraw', entry: 'e1' }),
  ),
  'speakers.interventionOver': asks(
    iran,
    { type: 'speakers.respond', turn: 'constructor', kind: 'directResponse', topic: null },
    ...debate,
  ),
  'speakers.ownIntervention': asks(
    norway,
    { type: 'speakers.respond', turn: 't1', kind: 'directResponse', topic: null },
    ...debate,
  ),
  'speakers.responsesFull': asks(
    members.pakistan,
    { type: 'speakers.respond', turn: 't1', kind: 'directResponse', topic: null },
    ...debate,
    respond(iran, 'e1'),
    respond(members.india, 'e2'),
  ),
  'speakers.notAccepted': chairAsks(
    { type: 'speakers.call', entry: 'e1' },
    ...debate,
    respond(iran, 'e1', 'interposed'),
  ),
  'speakers.notInterposed': asks(norway, { type: 'speakers.accept', entry: 'e1' }, ...debate, respond(iran, 'e1')),
  'speakers.waitsAnyway': chairAsks({ type: 'speakers.addAgain', entry: 'e1' }, ...debate, request(iran, 'e1')),
  'speakers.lastInList': asks(iran, { type: 'speakers.defer', entry: 'e1' }, ...debate, request(iran, 'e1')),
  'speakers.tourUnderWay': chairAsks(tour, started('discussion'), by(chair, tour)),
  'speakers.noTour': chairAsks({ type: 'speakers.endTour', item: items.discussion }, started('discussion')),
  'speakers.notPassed': asks(
    norway,
    { type: 'speakers.comeBack', entry: 'e1' },
    started('discussion'),
    request(norway, 'e1'),
  ),
};
