import { describe, expect, it } from 'vitest';
import {
  called,
  debate,
  ended,
  norwaySpeaks,
  raise,
  reply,
  request,
  respond,
  taken,
  tour,
} from '../../testing/debate.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, lost, pass, type Step, tell, wait } from '../../testing/story.ts';
import type { Id } from '../words.ts';
import { contributionsOf, entryById, listOf, placeOf } from './entries.ts';
import { waitOf } from './estimate.ts';

const { chair, norway, iran, india, pakistan, keynote } = members;

const waits = (steps: readonly Step[], entry: Id): number | null => {
  const { state, now } = tell(...steps);
  return waitOf(state, entry, now);
};
const three: readonly Step[] = [
  ...norwaySpeaks,
  by(iran, request, 'e2'),
  by(india, request, 'e3'),
  by(keynote, request, 'e4'),
];
const mode = (wanted: 'directed' | 'open'): Step => by(chair, { type: 'floor.setMode', mode: wanted });
const spoke = (entry: Id, turn: Id, member: Id): Step[] => [called(entry, turn), taken(member, turn), ended(turn)];
const counted = (...steps: readonly Step[]) => contributionsOf(tell(...steps).state, seats.iran);

describe('how long somebody will wait', () => {
  it('[SP19] what who speaks has left, and the time of all who wait before', () => {
    expect(waits(three, 'e2')).toBe(180_000);
    expect(waits(three, 'e4')).toBe(540_000);
    expect(waits([...three, pass(50_000)], 'e3')).toBe(310_000);
    expect(waits([...three, by(chair, { type: 'floor.extend', turn: 't1', byMs: 60_000 })], 'e2')).toBe(240_000);
  });

  it('[SP19] who interrupts waits for no speaker, but for who interrupts already', () => {
    const order = [...norwaySpeaks, by(india, raise(), 'o1')];
    expect(waits(order, 'o1')).toBe(0);
    expect(waits([...order, called('o1', 't2'), by(iran, raise(), 'o2')], 'o2')).toBe(90_000);
  });

  it('[SP19] who has used more than the limit has nothing left', () => {
    expect(waits([...three, pass(300_000)], 'e2')).toBe(0);
    expect(waits([...three, pass(300_000)], 'e3')).toBe(180_000);
  });

  it('[SP19] each of those before by the time of its kind', () => {
    const kinds = [...norwaySpeaks, by(chair, tour('india'), 'r'), by(iran, reply, 'p1'), by(pakistan, request, 'e9')];
    expect(waits(kinds, 'e9')).toBe(180_000 + 60_000 + 120_000);
    expect(waits([...kinds, by(iran, respond(), 'd1')], 'e9')).toBe(180_000 + 60_000 + 60_000 + 120_000);
    expect(waits([...kinds, by(iran, raise(), 'o1')], 'r-1')).toBe(180_000 + 90_000);
  });

  it('[SP19] shared by the places of the floor, with an interruption in its own', () => {
    expect(waits([...three, mode('directed')], 'e4')).toBe(180_000);
    expect(waits([...three, mode('open')], 'e4')).toBe(90_000);
    const interrupted = by(
      chair,
      { type: 'floor.interpose', turn: 't1', seat: seats.pakistan, kind: 'interposed' },
      't2',
    );
    expect(waits([...three, interrupted, taken(pakistan, 't2'), pass(30_000)], 'e2')).toBe(180_000 + 60_000);
  });

  it('[SP19] the presiding microphone and a suspended turn take no time', () => {
    expect(waits([...three, by(chair, { type: 'floor.takeMicrophone' }, 't0')], 'e2')).toBe(180_000);
    expect(waits([...three, lost(norway), wait(15_000)], 'e2')).toBe(0);
    expect(waits([...three, mode('open'), by(pakistan, { type: 'floor.takeMicrophone' }, 't2')], 'e2')).toBe(30_000);
  });

  it('[SP19] nobody waits who is called, over or unknown', () => {
    expect(waits(three, 'e1')).toBeNull();
    expect(waits([...three, by(iran, { type: 'speakers.withdraw', entry: 'e2' })], 'e2')).toBeNull();
    expect(waits([...three, by(iran, { type: 'speakers.withdraw', entry: 'e2' })], 'e3')).toBe(180_000);
    expect(waits(three, 'constructor')).toBeNull();
    expect(waits([...debate, by(iran, request, 'e1')], 'e1')).toBe(0);
  });
});

describe('the place of a seat', () => {
  it('[SP10] is that of its first entry that waits', () => {
    const { state } = tell(...three, by(keynote, raise(), 'o1'));
    const list = listOf(state, items.discussion);
    expect([keynote, iran, norway].map((member) => list && placeOf(list, member.replace('m-', 's-')))).toEqual([
      1,
      2,
      null,
    ]);
  });
});

describe('contributions', () => {
  it('[SP16] are what a seat has spoken, but for points of order and clarifications', () => {
    const over = [
      ...norwaySpeaks,
      by(iran, respond('clarification'), 'c1'),
      by(iran, respond(), 'd1'),
      by(iran, raise(), 'o1'),
      ended('t1'),
    ];
    const clarified = [...over, ...spoke('o1', 't2', iran), ...spoke('c1', 't3', iran)];
    expect(entryById(tell(...clarified).state, 'c1')).toMatchObject({ status: 'done' });
    expect(counted(...clarified)).toBe(0);
    const responded = [...clarified, ...spoke('d1', 't4', iran)];
    expect(counted(...responded)).toBe(1);
    const replied = [...responded, by(iran, reply, 'p1'), ...spoke('p1', 't5', iran)];
    expect(counted(...replied, by(chair, tour('iran'), 'r'), ...spoke('r-1', 't6', iran))).toBe(3);
  });

  it('[SP16] and neither what waits or is called, nor what another seat has spoken', () => {
    expect(counted(...norwaySpeaks, ended('t1'), by(iran, request, 'e2'), called('e2', 't2'))).toBe(0);
    expect(contributionsOf(tell(...norwaySpeaks).state, seats.norway)).toBe(0);
    expect(contributionsOf(tell(...norwaySpeaks, ended('t1')).state, seats.norway)).toBe(1);
  });
});
