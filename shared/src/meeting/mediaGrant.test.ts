import { describe, expect, it } from 'vitest';
import { members, seats } from '../testing/sample.ts';
import { back, by, created, enter, held, lost, type Step, started, tell, wait } from '../testing/story.ts';
import { hears, mediaGrant } from './mediaGrant.ts';
import type { Id } from './words.ts';

const { chair, norway, iran, iranAide, india } = members;

const give = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const speaking = [...held(), give(seats.iran, 't1'), take(iranAide, 't1')];
const grantOf = (member: Id, ...steps: readonly Step[]) => mediaGrant(tell(...steps).state, member);
const nothing = { microphone: null, camera: null, screen: null };

const heard = (member: Id, ...steps: readonly Step[]) => hears(tell(...steps).state, member);

describe('what a member may send', () => {
  it('[ME1] a microphone and a screen belong to the very member who took the floor', () => {
    const allowed = [...speaking, by(chair, { type: 'floor.allowScreen', turn: 't1' })];
    const own = { id: 't1', audience: 'room' };
    expect(grantOf(iranAide, ...allowed)).toMatchObject({ microphone: own, screen: own });
    for (const other of [iran, chair, norway])
      expect(grantOf(other, ...allowed)).toMatchObject({ microphone: null, screen: null });
  });

  it('[ME7] a screen needs the leave of a manager beside the turn', () => {
    const requested = [...speaking, by(iranAide, { type: 'floor.requestScreen', turn: 't1' })];
    const allowed = [...requested, by(chair, { type: 'floor.allowScreen', turn: 't1' })];
    for (const steps of [speaking, requested, [...allowed, by(chair, { type: 'floor.denyScreen', turn: 't1' })]])
      expect(grantOf(iranAide, ...steps).screen).toBeNull();
    expect(grantOf(iranAide, ...allowed).screen).toEqual({ id: 't1', audience: 'room' });
  });

  it('[ME1] being called is not enough, and the end of the turn is the end of the grant', () => {
    expect(grantOf(norway, ...held(), give(seats.norway, 't1')).microphone).toBeNull();
    expect(grantOf(iranAide, ...speaking, by(chair, { type: 'floor.endTurn', turn: 't1' })).microphone).toBeNull();
  });

  it('[ME1] a pause and a lost link leave the microphone, a suspension takes it', () => {
    expect(grantOf(iranAide, ...speaking, by(chair, { type: 'floor.pause', turn: 't1' })).microphone?.id).toBe('t1');
    expect(grantOf(iranAide, ...speaking, lost(iranAide)).microphone?.id).toBe('t1');
    const suspended = [...speaking, lost(iranAide), wait(15_000), back(iranAide)];
    expect(grantOf(iranAide, ...suspended).microphone).toBeNull();
    expect(grantOf(iran, ...suspended, take(iran, 't1')).microphone?.id).toBe('t1');
  });

  it('[ME2] cameras follow the policy of the item, and between items everybody has one', () => {
    const camera = { id: 'camera', audience: 'room' };
    expect(grantOf(norway, ...held()).camera).toEqual(camera);
    expect(grantOf(norway, ...held(), started('discussion')).camera).toEqual(camera);
    const floorOnly = [...held(), started('keynote'), give(seats.norway, 't1'), take(norway, 't1')];
    expect(grantOf(norway, ...floorOnly).camera).toEqual(camera);
    expect(grantOf(india, ...floorOnly).camera).toBeNull();
  });

  it('[ME3] outside and after adjournment there is nothing', () => {
    expect(grantOf(norway, created())).toEqual(nothing);
    expect(grantOf(norway, created(), by(norway, { type: 'roster.enterLobby', ruleVersion: 1 }))).toEqual(nothing);
    expect(grantOf(norway, ...held(), by(norway, { type: 'roster.leave' }))).toEqual(nothing);
    expect(grantOf('constructor', ...held())).toEqual(nothing);
    expect(grantOf(iranAide, ...speaking, by(chair, { type: 'session.adjourn' }))).toEqual(nothing);
  });

  it('[ME4] who is inside hears the room until adjournment, and nobody else', () => {
    expect(heard(norway, created(), enter(chair), enter(norway))).toEqual(['room']);
    expect(heard(members.observer, ...held())).toEqual(['room']);
    expect(heard(norway, ...held(), lost(norway))).toEqual(['room']);
    expect(heard(norway, created())).toEqual([]);
    expect(heard(norway, ...held(), by(norway, { type: 'roster.leave' }))).toEqual([]);
    expect(heard(norway, ...held(), by(chair, { type: 'session.adjourn' }))).toEqual([]);
  });

  it('[ME5] the grant is named after its turn, so a later turn has another', () => {
    const again = [...speaking, by(chair, { type: 'floor.endTurn', turn: 't1' }), give(seats.iran, 't2')];
    expect(grantOf(iranAide, ...again, take(iranAide, 't2')).microphone?.id).toBe('t2');
  });
});
