import type { Command, CommandType } from '../../meeting/messages.ts';
import type { Id } from '../../meeting/words.ts';
import { chairs } from '../asking.ts';
import { seatsOf } from '../desk.ts';
import { items, members, seats, startsAt } from '../sample.ts';
import { by, held, lost, received, type Step, system, wait } from '../story.ts';

/** Whose the thing is that a command names: the actor's, or another's. */
export type Owner = { member: Id; seat: Id; delegation: Id };

/** Who asks in every case of R23, and whose things the others are. */
export const actor: Owner = { member: members.iran, seat: seats.iran, delegation: 'd-tehran' };
export const another: Owner = { member: members.norway, seat: seats.norway, delegation: 'd-oslo' };

/** A meeting in which a command may happen, and the thing that it names, if it names one. */
export type Scene = {
  after: readonly Step[];
  /** The command about the thing of that id. */
  asks: (id: Id) => Command;
  /** The thing; null when the command names none. */
  id: Id | null;
  /** What makes it past, and the thing that is past then, if not the same. */
  over?: readonly Step[];
  past?: Id;
};

/** What the scene of a command looks like when the thing is of that owner. */
export type SceneOf = (owner: Owner) => Scene;

const late: Step = (story) =>
  system({
    type: 'session.revise',
    plan: null,
    seats: [
      ...seatsOf(story.state),
      { id: 's-late', role: 'participant', delegation: 'd-late', members: [{ id: 'm-late', kind: 'principal' }] },
    ],
  })(story);

/** The sample meeting with everybody inside, in which whatever may be allowed is, and a seat of which nobody came. */
export const base: readonly Step[] = [...held({ chat: true, upvotes: true, typedAnswers: true }), late];

/** A command that names nothing, after some steps. */
export const nothing =
  (command: Command, ...more: Step[]): SceneOf =>
  () => ({ after: [...base, ...more], asks: () => command, id: null });

/** The convener takes out a seat of which nobody ever came, and its delegation with it. */
const lateGone: Step = (story) =>
  system({ type: 'session.revise', plan: null, seats: seatsOf(story.state).filter(({ id }) => id !== 's-late') })(
    story,
  );

/** A command that names a seat. */
export const ofSeat =
  (asks: (seat: Id) => Command, ...more: Step[]): SceneOf =>
  ({ seat }) => ({ after: [...base, ...more], asks, id: seat, over: [lateGone], past: 's-late' });

const ofDelegation =
  (asks: (delegation: Id) => Command): SceneOf =>
  ({ delegation }) => ({
    after: [...base, ...['d-tehran', 'd-oslo', 'd-kabul'].map(budgeted)],
    asks,
    id: delegation,
    over: [lateGone],
    past: 'd-late',
  });

const budgeted = (delegation: Id): Step => chairs({ type: 'floor.setBudget', delegation, budgetMs: 600_000 });

const newItem = {
  type: 'agenda.addItem',
  before: null,
  parent: null,
  limit: 'soft',
  itemType: 'openDiscussion',
  title: { en: 'Water' },
  attribution: 'chathamHouse',
  plannedMs: 600_000,
  cameras: 'all',
} as const;

/** An item whose speaker the owner is. */
export const itemOf = (seat: Id): Step => chairs({ ...newItem, speaker: seat }, 'i-owned');
const starts: Step = chairs({ type: 'agenda.startItem', item: 'i-owned' });
const skips: Step = chairs({ type: 'agenda.skipItem', item: 'i-owned' });

const ofItem =
  (asks: (item: Id) => Command, over: readonly Step[], ...more: Step[]): SceneOf =>
  ({ seat }) => ({ after: [...base, itemOf(seat), ...more], asks, id: 'i-owned', over });

const ofStop =
  (asks: (stop: Id) => Command): SceneOf =>
  () => ({
    after: [...base, chairs({ ...stop, stop: null }, 'stop1')],
    asks,
    id: 'stop1',
    over: [chairs({ type: 'agenda.dropHardStop', stop: 'stop1' })],
  });
const stop = { type: 'agenda.setHardStop', item: null, at: startsAt + 600_000, label: { en: 'Tea' } } as const;

const leaves = (member: Id): Step => by(member, { type: 'roster.leave' });
const knocks = (member: Id): Step => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });

/** A command about a member: oneself, or one who waits; past is one who has come in. */
const atDoor =
  (asks: (member: Id) => Command): SceneOf =>
  ({ member }) => ({
    after: member === actor.member ? base : [...base, leaves(member), knocks(member)],
    asks,
    id: member,
    over: [],
    past: members.india,
  });

const toMember =
  (asks: (member: Id) => Command, over: Step): SceneOf =>
  ({ member }) => ({ after: base, asks, id: member, over: [over], past: members.india });

const gone: Step = chairs({ type: 'roster.remove', member: members.india });
const called = (member: Id): Step => chairs({ type: 'roster.callOnStage', member });

const result = {
  camera: 'ok',
  microphone: 'ok',
  speaker: 'heard',
  udp: 'ok',
  tcp: 'ok',
  loopback: 'ok',
  roundTripMs: 20,
  lossPercent: 0,
} as const;

/** The rule in its current version; past is the one before. */
const rule =
  (type: 'roster.enterLobby' | 'roster.declineRule'): SceneOf =>
  () => ({ after: base, asks: (version) => ({ type, ruleVersion: Number(version) }), id: '1', over: [], past: '0' });

/** The scenes of session, roster, agenda and lines. */
export const scenes = {
  'session.open': nothing({ type: 'session.open' }),
  'session.adjourn': nothing({ type: 'session.adjourn' }),
  'session.changePolicy': nothing({ type: 'session.changePolicy', turnMs: 60_000 }),
  'session.undo': ({ seat }) => ({
    after: [...base, chairs({ type: 'floor.give', seat }, 't1')],
    asks: (of) => ({ type: 'session.undo', of }),
    id: 't1',
    over: [chairs({ type: 'session.undo', of: 't1' })],
  }),
  'roster.enterLobby': rule('roster.enterLobby'),
  'roster.declineRule': rule('roster.declineRule'),
  'roster.reportCheck': nothing({ type: 'roster.reportCheck', result }),
  'roster.admit': atDoor((member) => ({ type: 'roster.admit', member })),
  'roster.admitAll': atDoor((member) => ({ type: 'roster.admitAll', members: [member] })),
  'roster.turnAway': atDoor((member) => ({ type: 'roster.turnAway', member })),
  'roster.remove': toMember((member) => ({ type: 'roster.remove', member }), gone),
  'roster.allowDevice': toMember((member) => ({ type: 'roster.allowDevice', member }), gone),
  'roster.lock': nothing({ type: 'roster.lock' }),
  'roster.unlock': nothing({ type: 'roster.unlock' }, chairs({ type: 'roster.lock' })),
  'roster.setRole': ofSeat((seat) => ({ type: 'roster.setRole', seat, role: 'rapporteur' })),
  'roster.handOverChair': ofSeat((seat) => ({ type: 'roster.handOverChair', seat })),
  'roster.takeChair': nothing({ type: 'roster.takeChair' }, lost(members.chair), wait(60_000)),
  'roster.leave': nothing({ type: 'roster.leave' }),
  'roster.goBackstage': nothing({ type: 'roster.goBackstage' }),
  'roster.goOnStage': nothing({ type: 'roster.goOnStage' }),
  'roster.callOnStage': ({ member }) => {
    const others = [members.keynote, members.operator];
    return {
      after: [...base, ...others.map((one) => by(one, { type: 'roster.goBackstage' }))],
      asks: (id) => ({ type: 'roster.callOnStage', member: id }),
      id: member === actor.member ? member : members.keynote,
      over: [called(members.operator)],
      past: members.operator,
    };
  },
  'agenda.startItem': ofItem((item) => ({ type: 'agenda.startItem', item }), [skips]),
  'agenda.closeItem': ofItem(
    (item) => ({ type: 'agenda.closeItem', item }),
    [chairs({ type: 'agenda.closeItem', item: 'i-owned' })],
    starts,
  ),
  'agenda.addItem': ofSeat((speaker) => ({ ...newItem, speaker })),
  'agenda.changeItem': ofItem((item) => ({ type: 'agenda.changeItem', item, plannedMs: 60_000 }), [skips]),
  'agenda.moveItem': ofItem(
    (item) => ({ type: 'agenda.moveItem', item, before: items.closing, parent: null }),
    [skips],
  ),
  'agenda.dropItem': ofItem((item) => ({ type: 'agenda.dropItem', item }), [skips]),
  'agenda.skipItem': ofItem((item) => ({ type: 'agenda.skipItem', item }), [skips]),
  'agenda.suspendItem': ofItem(
    (item) => ({ type: 'agenda.suspendItem', item }),
    [chairs({ type: 'agenda.closeItem', item: 'i-owned' })],
    starts,
  ),
  'agenda.reopenItem': ofItem(
    (item) => ({ type: 'agenda.reopenItem', item }),
    [chairs({ type: 'agenda.reopenItem', item: 'i-owned' })],
    skips,
  ),
  'agenda.setNote': ofItem(
    (item) => ({ type: 'agenda.setNote', item, text: 'Ask Oslo first' }),
    [chairs({ type: 'agenda.dropItem', item: 'i-owned' })],
  ),
  'agenda.setHardStop': ofStop((id) => ({ ...stop, stop: id, at: stop.at + 60_000 })),
  'agenda.dropHardStop': ofStop((id) => ({ type: 'agenda.dropHardStop', stop: id })),
  'floor.setBudget': ofDelegation((delegation) => ({ type: 'floor.setBudget', delegation, budgetMs: 60_000 })),
  'floor.topUp': ofDelegation((delegation) => ({ type: 'floor.topUp', delegation, byMs: 60_000 })),
  'floor.shareOut': ofDelegation((from) => ({ type: 'floor.shareOut', from, to: ['d-kabul'] })),
  'keynote.setSpotlight': ofSeat((seat) => ({ type: 'keynote.setSpotlight', seats: [seat] })),
  'keynote.setBudget': ({ member }) => ({
    after: base,
    asks: (item) => ({ type: 'keynote.setBudget', item, budgetMs: 60_000 }),
    id: member === actor.member ? items.keynote : items.qna,
    over: [chairs({ type: 'agenda.skipItem', item: items.keynote })],
    past: items.keynote,
  }),
  'keynote.introduce': ({ member }) => ({
    after: base,
    asks: (item) => ({ type: 'keynote.introduce', item, introduction: { en: 'Our guest' } }),
    id: member === actor.member ? items.keynote : items.qna,
  }),
  'keynote.showCountdown': nothing({ type: 'keynote.showCountdown', to: 'everyone' }),
  'documents.remove': ({ member, seat }) => ({
    after: [...base, itemOf(seat), received('d1', member, { item: 'i-owned' })],
    asks: (document) => ({ type: 'documents.remove', document }),
    id: 'd1',
    over: [chairs({ type: 'documents.remove', document: 'd1' })],
  }),
  'slides.present': ({ member, seat }) => ({
    after: [...base, itemOf(seat), starts, received('d1', member, { item: 'i-owned' })],
    asks: (document) => ({ type: 'slides.present', document }),
    id: 'd1',
    over: [chairs({ type: 'documents.remove', document: 'd1' })],
  }),
  'slides.turnPage': shown((document) => ({ type: 'slides.turnPage', document, page: 2 })),
  // Who holds a turn may present, and so may ask to drive.
  'slides.askToDrive': shown(
    (document) => ({ type: 'slides.askToDrive', document }),
    chairs({ type: 'floor.give', seat: seats.iran }, 't1'),
    by(members.iran, { type: 'floor.take', turn: 't1' }),
  ),
  'slides.handOver': shown((document) => ({ type: 'slides.handOver', document, member: members.iranAide })),
  'slides.stop': shown((document) => ({ type: 'slides.stop', document })),
  'lines.write': ({ member }) => ({
    after: base,
    asks: (to) => ({ type: 'lines.write', to, text: 'Hello' }),
    id: member,
    over: [leaves(members.india)],
    past: members.india,
  }),
} satisfies Partial<Record<CommandType, SceneOf>>;

/** Slides that the owner shows and drives. */
function shown(asks: (document: Id) => Command, ...more: Step[]): SceneOf {
  return ({ member, seat }) => ({
    after: [
      ...base,
      itemOf(seat),
      starts,
      received('d1', member, { item: 'i-owned' }),
      by(member, { type: 'slides.present', document: 'd1' }),
      ...more,
      // Somebody who asked may be handed the drive.
      (story) => ({
        ...story,
        state: {
          ...story.state,
          slides: {
            shown: story.state.slides.shown && { ...story.state.slides.shown, asking: [members.iranAide] },
          },
        },
      }),
    ],
    asks,
    id: 'd1',
    over: [chairs({ type: 'slides.stop', document: 'd1' })],
  });
}
