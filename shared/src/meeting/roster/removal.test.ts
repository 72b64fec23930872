import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import {
  by,
  created,
  enter,
  held,
  lost,
  pass,
  received,
  type Step,
  started,
  system,
  tell,
} from '../../testing/story.ts';
import { hears, mediaGrant } from '../mediaGrant.ts';
import { sightOf } from '../projection.ts';
import type { Id } from '../words.ts';
import { memberById } from './rules.ts';

const { chair, moderator, operator, keynote, keynoteAide, norway, iran, iranAide, india } = members;

const remove = (member: Id) => ({ type: 'roster.remove', member }) as const;
const removed = (member: Id): Step => by(chair, remove(member));
const asksFor = (member: Id, entry: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, entry);
const inDebate = [...held(), started('discussion')];
const givenTo = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);
const takenBy = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const nothing = { microphone: null, camera: null, screen: null };

describe('who may remove whom', () => {
  it('[RO17] a manager removes, the chair alone one who runs the meeting, and nobody oneself', () => {
    for (const manager of [chair, moderator]) {
      given(...held())
        .when(remove(norway), manager)
        .happens({ type: 'roster.removed', member: norway });
      given(...held())
        .when(remove(manager), manager)
        .isRefused('roster.yourself');
    }
    given(...held())
      .when(remove(chair), moderator)
      .isRefused('roster.runsTheMeeting');
    given(...held())
      .when(remove(moderator), chair)
      .happens({ type: 'roster.removed', member: moderator });
    for (const other of [operator, norway])
      given(...held())
        .when(remove(india), other)
        .isRefused('role.required');
    const second = by(chair, { type: 'roster.setRole', seat: seats.norway, role: 'moderator' });
    given(...held(), second)
      .when(remove(norway), moderator)
      .isRefused('roster.runsTheMeeting');
  });

  it('[RO17] [PE5] wherever the member is, but not twice and nobody unknown', () => {
    const lobby = by(norway, { type: 'roster.enterLobby', ruleVersion: 1 });
    const leave = by(norway, { type: 'roster.leave' });
    const places: Step[][] = [
      [created(), enter(chair)],
      [created(), enter(chair), lobby],
      [created(), enter(chair), lobby, lost(norway)],
      [...held(), leave],
      [...held(), lost(norway)],
    ];
    for (const steps of places) {
      const { state } = given(...steps).when(remove(norway), chair);
      expect(memberById(state, norway)?.presence).toEqual({ status: 'removed' });
    }
    given(...held(), removed(norway))
      .when(remove(norway), chair)
      .isRefused('roster.removed');
    given(...held(), removed(norway))
      .when({ type: 'roster.allowDevice', member: norway }, chair)
      .isRefused('roster.removed');
    given(...held())
      .when(remove('constructor'), chair)
      .isRefused('roster.unknownMember');
  });
});

describe('who was removed', () => {
  const gone = [...inDebate, removed(norway)];

  it('[RO17] is asked for nothing, not even to leave, and hears and sends nothing', () => {
    for (const type of ['roster.leave', 'session.open', 'floor.takeMicrophone'] as const)
      given(...gone)
        .when({ type }, norway)
        .isRefused('roster.removed');
    given(...gone)
      .when({ type: 'roster.enterLobby', ruleVersion: 1 }, norway)
      .isRefused('roster.removed');
    given(...gone)
      .when({ type: 'lines.write', to: null, text: 'Why?' }, norway)
      .isRefused('roster.removed');
    const { state } = tell(...gone);
    expect(mediaGrant(state, norway)).toEqual(nothing);
    expect(hears(state, norway)).toEqual([]);
    expect(sightOf(state, norway)).toBe('threshold');
  });

  it('[RO17] is brought back by nothing: no admission, no link, no new home, no event', () => {
    given(...gone)
      .when({ type: 'roster.admit', member: norway }, chair)
      .isRefused('roster.notInLobby');
    given(...gone)
      .when({ type: 'roster.callOnStage', member: norway }, chair)
      .isRefused('roster.notBackstage');
    for (const type of ['roster.loseLink', 'roster.restoreLink'] as const)
      given(...gone)
        .whenSystem({ type, member: norway })
        .happens();
    const forged: Step[] = [
      { type: 'roster.lobbyEntered', member: norway, ruleVersion: 1 },
      { type: 'roster.admitted', member: norway },
      { type: 'roster.turnedAway', member: norway },
      { type: 'roster.left', member: norway },
    ];
    const after = [...gone, system({ type: 'session.takeOver' }), ...forged];
    expect(memberById(tell(...after).state, norway)?.presence).toEqual({ status: 'removed' });
  });

  it('[RO17] keeps nothing of a document that was on its way', () => {
    given(...held(), removed(keynote))
      .whenSystem({
        type: 'documents.receive',
        member: keynote,
        document: 'd1',
        item: items.keynote,
        use: 'slides',
        name: 'a.pdf',
        pages: 1,
        bytes: 1,
      })
      .isRefused('presence.required');
  });
});

describe('what ends with a removal', () => {
  it('[RO18] is the turn that the member holds, and the driving of slides', () => {
    given(...inDebate, givenTo(seats.iran, 't1'), takenBy(iran, 't1'), pass(2000))
      .when(remove(iran), chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'left', usedMs: 2000 },
        { type: 'roster.removed', member: iran },
      );
    const shown = [...held(), started('keynote'), received('d1', keynote)];
    given(...shown, by(keynote, { type: 'slides.present', document: 'd1' }))
      .when(remove(keynote), chair)
      .happens({ type: 'slides.driverSet', driver: null }, { type: 'roster.removed', member: keynote });
  });

  it('[RO18] is not what another member of the seat holds or waits for', () => {
    given(...inDebate, asksFor(iran, 'e1'), givenTo(seats.iran, 't1'), takenBy(iranAide, 't1'))
      .when(remove(iran), chair)
      .happens({ type: 'roster.removed', member: iran });
    given(...held(), started('keynote'), received('d1', keynote), by(keynoteAide, { type: 'roster.leave' }))
      .when(remove(keynoteAide), chair)
      .happens({ type: 'roster.removed', member: keynoteAide });
  });

  it('[RO18] is with the last of a seat its call and all that waits of it', () => {
    const calls = by(chair, { type: 'speakers.call', entry: 'e1' }, 't1');
    given(...inDebate, asksFor(norway, 'e1'), asksFor(india, 'e2'), calls)
      .when(remove(norway), chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'left', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'waiting', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'declined', usedMs: 0 },
        { type: 'roster.removed', member: norway },
      );
    const both = [...inDebate, asksFor(iran, 'e1'), removed(iranAide)];
    given(...both)
      .when(remove(iran), chair)
      .happens(
        { type: 'speakers.entryMarked', entry: 'e1', status: 'declined', usedMs: 0 },
        { type: 'roster.removed', member: iran },
      );
    given(...both, by(iran, { type: 'roster.leave' }))
      .when(remove(iran), chair)
      .happensOf('speakers.entryMarked', 'roster.removed');
  });

  it('[RO18] is the speaking of the last of a seat, whose entry is done', () => {
    const speaks = [by(chair, { type: 'speakers.call', entry: 'e1' }, 't1'), takenBy(norway, 't1'), pass(1000)];
    const { state } = given(...inDebate, asksFor(norway, 'e1'), ...speaks).when(remove(norway), chair);
    expect(state.floor.turns).toEqual([]);
    expect(state.speakers.lists[0]?.entries).toMatchObject([{ id: 'e1', status: 'done', usedMs: 1000 }]);
  });
});
