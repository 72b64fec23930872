import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import {
  back,
  by,
  created,
  enter,
  held,
  lost,
  opened,
  received,
  type Step,
  started,
  system,
  tell,
} from '../../testing/story.ts';
import { hears, mediaGrant } from '../mediaGrant.ts';
import type { Id } from '../words.ts';
import { isBackstage, isInRoom, isInside, memberById, placeOfMember } from './rules.ts';

const { chair, moderator, operator, keynote, keynoteAide, norway } = members;

const lobby = (member: Id): Step => by(member, { type: 'roster.enterLobby', ruleVersion: 1 });
const behind = (member: Id): Step => by(member, { type: 'roster.goBackstage' });
const calledOnStage = (member: Id): Step => by(chair, { type: 'roster.callOnStage', member });
const onStage = { type: 'roster.goOnStage' } as const;
const presenceOf = (member: Id, ...steps: readonly Step[]) => memberById(tell(...steps).state, member)?.presence;

describe('going backstage', () => {
  it('[RO9] keynote, chair, moderator and operator go there from the room, before and during the meeting', () => {
    for (const member of [keynote, keynoteAide, chair, moderator, operator])
      given(...held())
        .when({ type: 'roster.goBackstage' }, member)
        .happens({ type: 'roster.wentBackstage', member });
    given(created(), enter(chair), enter(keynoteAide))
      .when({ type: 'roster.goBackstage' }, keynoteAide)
      .happensOf('roster.wentBackstage');
    given(...held())
      .when({ type: 'roster.goBackstage' }, norway)
      .isRefused('role.required');
    given(...held(), behind(keynote))
      .when({ type: 'roster.goBackstage' }, keynote)
      .isRefused('presence.backstage');
  });

  it('[RO9] [SL6] ends the turns and leaves the slides of who goes', () => {
    given(
      ...held(),
      started('keynote'),
      received('d1', keynote),
      by(chair, { type: 'floor.give', seat: seats.keynote }, 't1'),
      by(keynote, { type: 'floor.take', turn: 't1' }),
      by(keynote, { type: 'slides.present', document: 'd1' }),
    )
      .when({ type: 'roster.goBackstage' }, keynote)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'left', usedMs: 0 },
        { type: 'slides.driverSet', driver: null },
        { type: 'roster.wentBackstage', member: keynote },
      );
  });

  it('[RO10] who is admitted on the keynote seat goes backstage once the meeting is open, and into the room before', () => {
    const admit = { type: 'roster.admit', member: keynote } as const;
    given(created(), enter(chair), lobby(keynote))
      .when(admit, chair)
      .happens({ type: 'roster.admitted', member: keynote });
    given(created(), enter(chair), opened, lobby(keynote))
      .when(admit, chair)
      .happens({ type: 'roster.admitted', member: keynote }, { type: 'roster.wentBackstage', member: keynote });
    given(created(), enter(chair), opened, lobby(norway))
      .when({ ...admit, member: norway }, chair)
      .happens({ type: 'roster.admitted', member: norway });
  });

  it('[RO10] who leaves and enters again lands backstage too', () => {
    const again = [...held(), by(keynote, { type: 'roster.leave' }), enter(keynote)];
    expect(presenceOf(keynote, ...again)).toEqual({ status: 'backstage', called: false });
  });
});

describe('going on stage', () => {
  it('[RO11] is an own act of the keynote seat, once a manager has called that member', () => {
    given(...held(), behind(keynote))
      .when(onStage, keynote)
      .isRefused('roster.notCalledOnStage');
    given(...held(), behind(keynote), behind(keynoteAide), calledOnStage(keynoteAide))
      .when(onStage, keynote)
      .isRefused('roster.notCalledOnStage');
    given(...held(), behind(keynote))
      .when({ type: 'roster.callOnStage', member: keynote }, moderator)
      .happens({ type: 'roster.calledOnStage', member: keynote });
    given(...held(), behind(keynote), calledOnStage(keynote))
      .when(onStage, keynote)
      .happens({ type: 'roster.wentOnStage', member: keynote });
    expect(presenceOf(keynote, ...held(), behind(keynote), calledOnStage(keynote), by(keynote, onStage))).toEqual({
      status: 'admitted',
    });
  });

  it('[RO11] the others need no call, and a call counts for one time', () => {
    for (const member of [chair, moderator, operator])
      given(...held(), behind(member))
        .when(onStage, member)
        .happens({ type: 'roster.wentOnStage', member });
    given(...held(), behind(keynote), calledOnStage(keynote), by(keynote, onStage), behind(keynote))
      .when(onStage, keynote)
      .isRefused('roster.notCalledOnStage');
  });

  it('[RO11] only who is backstage and connected is called, and not twice', () => {
    const call = { type: 'roster.callOnStage', member: keynote } as const;
    given(...held())
      .when(call, chair)
      .isRefused('roster.notBackstage');
    given(...held(), behind(keynote), lost(keynote))
      .when(call, chair)
      .isRefused('roster.notBackstage');
    given(...held(), behind(keynote), calledOnStage(keynote))
      .when(call, chair)
      .isRefused('roster.calledAlready');
    given(...held())
      .when({ ...call, member: 'constructor' }, chair)
      .isRefused('roster.unknownMember');
    given(...held())
      .when(onStage, keynote)
      .isRefused('roster.notBackstage');
  });

  it('[FL4] [RO11] from backstage nobody is called to the floor', () => {
    given(...held(), behind(keynote), by(keynoteAide, { type: 'roster.leave' }))
      .when({ type: 'floor.give', seat: seats.keynote }, chair)
      .isRefused('floor.seatBackstage');
    given(...held(), behind(keynote))
      .when({ type: 'floor.give', seat: seats.keynote }, chair)
      .happensOf('floor.called');
  });
});

describe('backstage', () => {
  it('[RO7] [RO8] a lost link and its return keep the place and the call, and from there one leaves', () => {
    const called = [...held(), behind(keynote), calledOnStage(keynote)];
    expect(presenceOf(keynote, ...called, lost(keynote))).toEqual({
      status: 'disconnected',
      from: 'backstage',
      called: true,
      since: 0,
    });
    expect(presenceOf(keynote, ...called, lost(keynote), back(keynote))).toEqual({ status: 'backstage', called: true });
    for (const steps of [called, [...called, lost(keynote)]])
      expect(presenceOf(keynote, ...steps, by(keynote, { type: 'roster.leave' }))).toEqual({ status: 'left' });
  });

  it('[SE6] after a takeover everybody comes back to where they were', () => {
    const steps = [...held(), behind(keynote), system({ type: 'session.takeOver' })];
    expect(presenceOf(keynote, ...steps)).toMatchObject({ status: 'disconnected', from: 'backstage' });
    expect(presenceOf(keynote, ...steps, back(keynote))).toEqual({ status: 'backstage', called: false });
    expect(presenceOf(norway, ...steps, back(norway))).toEqual({ status: 'admitted' });
  });

  it('[ME6] there microphone and camera are free, the room is heard, and the room hears nothing of it', () => {
    const { state } = tell(...held(), started('keynote'), behind(keynote), behind(operator));
    const own = { id: 'backstage', audience: 'backstage' };
    expect(mediaGrant(state, keynote)).toEqual({ microphone: own, camera: own, screen: null });
    expect(hears(state, operator)).toEqual(['backstage', 'room']);
    expect(hears(state, norway)).toEqual(['room']);
    expect(mediaGrant(state, norway).microphone).toBeNull();
  });

  it('[ME3] [ME6] lost links keep it, and adjournment ends it', () => {
    expect(hears(tell(...held(), behind(keynote), lost(keynote)).state, keynote)).toEqual(['backstage', 'room']);
    const over = tell(...held(), behind(keynote), by(chair, { type: 'session.adjourn' })).state;
    expect(mediaGrant(over, keynote)).toEqual({ microphone: null, camera: null, screen: null });
    expect(hears(over, keynote)).toEqual([]);
  });

  it('[PE2] who runs the meeting does so from there too; the floor is for the room', () => {
    const speaking = [
      ...held(),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(norway, { type: 'floor.take', turn: 't1' }),
      behind(chair),
    ];
    given(...speaking)
      .when({ type: 'floor.endTurn', turn: 't1' }, chair)
      .happensOf('floor.turnEnded');
    given(...speaking)
      .when({ type: 'floor.takeMicrophone' }, chair)
      .isRefused('presence.backstage');
  });

  it('counts as inside, and not as in the room', () => {
    const member = memberById(tell(...held(), behind(keynote), lost(keynote)).state, keynote);
    expect(member && [isInside(member), isBackstage(member), isInRoom(member), placeOfMember(member)]).toEqual([
      true,
      true,
      false,
      'backstage',
    ]);
    const outside = memberById(tell(created()).state, keynote);
    expect(outside && [isInside(outside), placeOfMember(outside)]).toEqual([false, null]);
  });
});
