import type { Command, CommandType } from '../../meeting/messages.ts';
import type { Id } from '../../meeting/words.ts';
import { chairs, end, take } from '../asking.ts';
import { items, members } from '../sample.ts';
import { by, type Step, started } from '../story.ts';
import { base, nothing, type Owner, ofSeat, type SceneOf } from './scenes.ts';

const called = ({ seat }: Owner): Step => chairs({ type: 'floor.give', seat }, 't1');
const speaks = (owner: Owner): readonly Step[] => [called(owner), take(owner.member, 't1')];

/** A command that names a turn of the owner's seat, which is called or has been brought further. */
const ofTurn =
  (asks: (turn: Id) => Command, before: (owner: Owner) => readonly Step[]): SceneOf =>
  (owner) => ({ after: [...base, ...before(owner)], asks, id: 't1', over: [end('t1')] });

const paused = (owner: Owner): readonly Step[] => [...speaks(owner), chairs({ type: 'floor.pause', turn: 't1' })];
const asksScreen = (owner: Owner): readonly Step[] => [
  ...speaks(owner),
  by(owner.member, { type: 'floor.requestScreen', turn: 't1' }),
];

const inDebate: readonly Step[] = [...base, started('discussion')];
const requests = (member: Id, id: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, id);
const calls = (id: Id, turn: Id): Step => chairs({ type: 'speakers.call', entry: id }, turn);
const withdraws = (member: Id): Step => by(member, { type: 'speakers.withdraw', entry: 'e1' });

/** A command that names an entry of the owner's seat, behind which another waits. */
const ofEntry =
  (asks: (entry: Id) => Command): SceneOf =>
  ({ member }) => ({
    after: [...inDebate, requests(member, 'e1'), requests(members.india, 'e2')],
    asks,
    id: 'e1',
    over: [withdraws(member)],
  });

/** The owner speaks from the list. */
const intervenes = ({ member }: Owner): readonly Step[] => [
  requests(member, 'e1'),
  calls('e1', 't1'),
  take(member, 't1'),
];

/** A command about a question that is put to the owner, who speaks. */
const ofQuestion =
  (asks: (entry: Id) => Command): SceneOf =>
  (owner) => ({
    after: [
      ...inDebate,
      ...intervenes(owner),
      by(members.india, { type: 'speakers.respond', turn: 't1', kind: 'interposed', topic: null }, 'e3'),
    ],
    asks,
    id: 'e3',
    over: [by(members.india, { type: 'speakers.withdraw', entry: 'e3' })],
  });

/** A command that names the current item; another's is one that is not current, and past is one that is closed. */
const ofCurrent =
  (asks: (item: Id) => Command, more: readonly Step[] = []): SceneOf =>
  ({ delegation }) => ({
    after: [...base, started('opening'), started('discussion'), ...more],
    asks,
    id: delegation === 'd-tehran' ? items.discussion : items.qna,
    over: [],
    past: items.opening,
  });

const tours = (seat: Id): Step =>
  chairs({ type: 'speakers.startTour', item: items.discussion, order: 'hand', seats: [seat], limitMs: 60_000 }, 'x');
const passes: Step = chairs({ type: 'speakers.pass', entry: 'x-1' });
const comesBack: Step = chairs({ type: 'speakers.comeBack', entry: 'x-1' });

const ofPlace =
  (asks: (entry: Id) => Command, over: Step, more: readonly Step[] = []): SceneOf =>
  ({ seat }) => ({ after: [...inDebate, tours(seat), ...more], asks, id: 'x-1', over: [over] });

const sends: Step = chairs({ type: 'keynote.sendCue', turn: 't1', kind: 'wrapUp' }, 'cue1');

/** The scenes of floor, list and tour, and of the cues to who speaks. */
export const scenesOfFloor = {
  'floor.setMode': ofTurn((keep) => ({ type: 'floor.setMode', mode: 'open', keep }), speaks),
  'floor.give': ofSeat((seat) => ({ type: 'floor.give', seat })),
  'floor.take': ofTurn(
    (turn) => ({ type: 'floor.take', turn }),
    (owner) => [called(owner)],
  ),
  'floor.decline': ofTurn(
    (turn) => ({ type: 'floor.decline', turn }),
    (owner) => [called(owner)],
  ),
  'floor.takeMicrophone': nothing({ type: 'floor.takeMicrophone' }, chairs({ type: 'floor.setMode', mode: 'open' })),
  'floor.endTurn': ofTurn((turn) => ({ type: 'floor.endTurn', turn }), speaks),
  'floor.pause': ofTurn((turn) => ({ type: 'floor.pause', turn }), speaks),
  'floor.resume': ofTurn((turn) => ({ type: 'floor.resume', turn }), paused),
  'floor.extend': ofTurn((turn) => ({ type: 'floor.extend', turn, byMs: 1000 }), speaks),
  'floor.shorten': ofTurn((turn) => ({ type: 'floor.shorten', turn, byMs: 1000 }), speaks),
  'floor.interpose': ofTurn((turn) => ({ type: 'floor.interpose', turn, seat: 's-india', kind: 'interposed' }), speaks),
  'floor.handOver': ofTurn((turn) => ({ type: 'floor.handOver', turn, member: members.iranAide }), speaks),
  'floor.requestScreen': ofTurn((turn) => ({ type: 'floor.requestScreen', turn }), speaks),
  'floor.allowScreen': ofTurn((turn) => ({ type: 'floor.allowScreen', turn }), asksScreen),
  'floor.denyScreen': ofTurn((turn) => ({ type: 'floor.denyScreen', turn }), asksScreen),
  'floor.yield': ofTurn((turn) => ({ type: 'floor.yield', turn, to: { kind: 'chair' } }), speaks),
  'keynote.sendCue': ofTurn((turn) => ({ type: 'keynote.sendCue', turn, kind: 'wrapUp' }), speaks),
  'keynote.acknowledgeCue': (owner) => ({
    after: [...base, ...speaks(owner), sends],
    asks: (cue) => ({ type: 'keynote.acknowledgeCue', cue }),
    id: 'cue1',
    over: [by(owner.member, { type: 'keynote.acknowledgeCue', cue: 'cue1' })],
  }),
  'speakers.requestFloor': ofCurrent((item) => ({ type: 'speakers.requestFloor', item, topic: null })),
  'speakers.respond': (owner) => ({
    after: [...inDebate, ...intervenes(owner)],
    asks: (turn) => ({ type: 'speakers.respond', turn, kind: 'directResponse', topic: null }),
    id: 't1',
    // Who spoke last can be responded to until the next is called.
    over: [requests(members.india, 'e2'), end('t1'), calls('e2', 't2')],
  }),
  'speakers.raisePointOfOrder': ofCurrent((item) => ({
    type: 'speakers.raisePointOfOrder',
    item,
    category: 'rule',
    topic: null,
  })),
  'speakers.requestReply': ofCurrent((item) => ({ type: 'speakers.requestReply', item, topic: null })),
  'speakers.withdraw': ofEntry((entry) => ({ type: 'speakers.withdraw', entry })),
  'speakers.defer': ofEntry((entry) => ({ type: 'speakers.defer', entry })),
  'speakers.accept': ofQuestion((entry) => ({ type: 'speakers.accept', entry })),
  'speakers.decline': ofQuestion((entry) => ({ type: 'speakers.decline', entry })),
  'speakers.call': ofEntry((entry) => ({ type: 'speakers.call', entry })),
  'speakers.moveEntry': ofEntry((entry) => ({ type: 'speakers.moveEntry', entry, before: null })),
  'speakers.closeList': ofCurrent((item) => ({ type: 'speakers.closeList', item })),
  'speakers.openList': ofCurrent(
    (item) => ({ type: 'speakers.openList', item }),
    [chairs({ type: 'speakers.closeList', item: items.discussion })],
  ),
  'speakers.add': ofSeat(
    (seat) => ({ type: 'speakers.add', item: items.discussion, seat, before: null }),
    started('discussion'),
  ),
  'speakers.addAgain': ({ member }) => ({
    after: [...inDebate, requests(member, 'e1'), withdraws(member)],
    asks: (entry) => ({ type: 'speakers.addAgain', entry }),
    id: 'e1',
    over: [chairs({ type: 'speakers.addAgain', entry: 'e1' })],
  }),
  'speakers.startTour': ofSeat(
    (seat) => ({ type: 'speakers.startTour', item: items.discussion, order: 'hand', seats: [seat], limitMs: 60_000 }),
    started('discussion'),
  ),
  'speakers.endTour': ofCurrent((item) => ({ type: 'speakers.endTour', item }), [tours('s-india')]),
  'speakers.pass': ofPlace((entry) => ({ type: 'speakers.pass', entry }), passes),
  'speakers.comeBack': ofPlace((entry) => ({ type: 'speakers.comeBack', entry }), comesBack, [passes]),
} satisfies Partial<Record<CommandType, SceneOf>>;
