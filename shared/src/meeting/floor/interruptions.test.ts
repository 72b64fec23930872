import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, pass, type Step, tell, wait } from '../../testing/story.ts';
import { mediaGrant } from '../mediaGrant.ts';
import type { Command } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { usedAt } from './clocks.ts';
import { turnById } from './turns.ts';

const { chair, moderator, norway, iran, iranAide, india } = members;

const give = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const end = (turn: Id): Step => by(chair, { type: 'floor.endTurn', turn });
const pause: Step = by(chair, { type: 'floor.pause', turn: 't1' });
const interpose = (seat: Id, turn: Id = 't1'): Extract<Command, { type: 'floor.interpose' }> => ({
  type: 'floor.interpose',
  turn,
  seat,
  kind: 'interposed',
});
const speaking: Step[] = [...held(), give(seats.norway, 't1'), take(norway, 't1'), pass(5000)];
/** Iran asks Norway a question as turn t2. */
const interrupted: Step[] = [...speaking, by(chair, interpose(seats.iran), 't2')];

const statusOf = (state: MeetingState, turn: Id) => turnById(state, turn)?.status;

const handOver = (member: Id): Command => ({ type: 'floor.handOver', turn: 't1', member });
const screen = (type: 'floor.requestScreen' | 'floor.allowScreen' | 'floor.denyScreen'): Command => ({
  type,
  turn: 't1',
});
const set = (wanted: 'none' | 'requested' | 'allowed') => ({ type: 'floor.screenSet', turn: 't1', screen: wanted });

describe('an interruption', () => {
  it('[FL17] has a place of its own, and stops the clock of the turn that it interrupts', () => {
    const { state, ...outcome } = given(...speaking).when(interpose(seats.iran), moderator, 't2');
    outcome.happens(
      expect.objectContaining({
        type: 'floor.called',
        turn: 't2',
        seat: seats.iran,
        purpose: { kind: 'interposed', turn: 't1', entry: null },
        limitMs: 90_000,
        delegation: 'd-tehran',
      }),
      { type: 'floor.paused', turn: 't1', usedMs: 5000, by: 't2' },
    );
    expect(mediaGrant(state, norway).microphone?.id).toBe('t1');
    const point = given(...speaking).when({ ...interpose(seats.iran), kind: 'pointOfOrder' }, chair, 't2');
    point.happensOf('floor.called', 'floor.paused');
    expect(turnById(point.state, 't2')).toMatchObject({ limit: 'soft', delegation: null });
  });

  it('[FL17] the clock goes on when it ends, however that is', () => {
    const goesOn = { type: 'floor.resumed', turn: 't1', since: 8000 };
    given(...interrupted, take(iran, 't2'), pass(3000))
      .when({ type: 'floor.endTurn', turn: 't2' }, iran)
      .happens({ type: 'floor.turnEnded', turn: 't2', reason: 'ended', usedMs: 3000 }, goesOn);
    given(...interrupted, pass(3000))
      .when({ type: 'floor.decline', turn: 't2' }, iran)
      .happens({ type: 'floor.turnEnded', turn: 't2', reason: 'declined', usedMs: 0 }, goesOn);
    const later = tell(...interrupted, wait(20_000), pass(700));
    const turn = turnById(later.state, 't1');
    expect(turn && usedAt(turn, later.now)).toBe(5700);
  });

  it('[FL17] a turn that was paused before stays paused', () => {
    const paused = [...speaking, pause, by(chair, interpose(seats.iran), 't2'), take(iran, 't2')];
    given(...paused)
      .when({ type: 'floor.endTurn', turn: 't2' }, iran)
      .happensOf('floor.turnEnded');
    expect(statusOf(tell(...paused, end('t2')).state, 't1')).toMatchObject({ kind: 'paused', by: null });
  });

  it('[FL17] one at a time, of a turn that speaks or is paused and interrupts nothing', () => {
    given(...interrupted)
      .when(interpose(seats.india), chair)
      .isRefused('floor.interruptedAlready');
    given(...interrupted, take(iran, 't2'))
      .when(interpose(seats.india, 't2'), chair)
      .isRefused('floor.notSpeaking');
    for (const steps of [[give(seats.norway, 't1')], [give(seats.norway, 't1'), take(norway, 't1'), lost(norway)]])
      given(...held(), ...steps)
        .when(interpose(seats.iran), chair)
        .isRefused('floor.notSpeaking');
    given(...speaking)
      .when(interpose('constructor'), chair)
      .isRefused('floor.unknownSeat');
    given(...speaking)
      .when(interpose(seats.norway), chair)
      .isRefused('floor.seatHasTurn');
    given(...speaking, lost(iran), lost(iranAide))
      .when(interpose(seats.iran), chair)
      .isRefused('floor.seatAbsent');
    given(...speaking)
      .when(interpose(seats.iran, 'constructor'), chair)
      .isRefused('floor.unknownTurn');
  });

  it('[FL11] [FL17] a link that is lost and back finds the clock as the interruption has left it', () => {
    const away = [...interrupted, take(iran, 't2'), lost(norway), pass(2000)];
    expect(statusOf(tell(...away, back(norway)).state, 't1')).toMatchObject({ kind: 'paused', by: 't2' });
    expect(statusOf(tell(...away, end('t2'), back(norway)).state, 't1')).toMatchObject({ kind: 'speaking' });
  });

  it('[FL12] [FL17] suspended meanwhile and taken again, the turn stands until the interruption ends', () => {
    const suspended = [...interrupted, take(iran, 't2'), lost(norway), wait(15_000), back(norway)];
    given(...suspended)
      .when({ type: 'floor.take', turn: 't1' }, norway)
      .happensOf('floor.taken', 'floor.paused');
    expect(statusOf(tell(...suspended, end('t2'), take(norway, 't1')).state, 't1')?.kind).toBe('speaking');
  });

  it('[FL17] when the turn that it interrupts ends first, it goes on', () => {
    const { state } = tell(...interrupted, take(iran, 't2'), end('t1'));
    expect(state.floor.turns).toMatchObject([{ id: 't2', status: { kind: 'speaking' } }]);
    given(...interrupted, take(iran, 't2'), end('t1'))
      .when({ type: 'floor.endTurn', turn: 't2' }, iran)
      .happensOf('floor.turnEnded');
  });
});

describe('handing the floor over', () => {
  const iranSpeaks: Step[] = [...held(), give(seats.iran, 't1'), take(iran, 't1'), pass(5000)];

  it("[FL20] the clock goes on as it stood, and the microphone is the new holder's", () => {
    const { state, ...outcome } = given(...iranSpeaks).when(handOver(iranAide), iran);
    outcome.happens({
      type: 'floor.handedOver',
      turn: 't1',
      member: iranAide,
      since: 5000,
      usedMs: 5000,
      lostMs: 0,
    });
    expect(mediaGrant(state, iran).microphone).toBeNull();
    expect(mediaGrant(state, iranAide).microphone?.id).toBe('t1');
    given(...iranSpeaks)
      .when(handOver(iranAide), iranAide)
      .happensOf('floor.handedOver');
  });

  it('[FL20] paused or interrupted it stays so, and from a lost link it goes on', () => {
    const status = (...steps: Step[]) => statusOf(tell(...steps, by(iranAide, handOver(iranAide))).state, 't1');
    const point = by(chair, interpose(seats.norway), 't2');
    expect(status(...iranSpeaks, pause)).toEqual({ kind: 'paused', member: iranAide, by: null });
    expect(status(...iranSpeaks, point)).toEqual({ kind: 'paused', member: iranAide, by: 't2' });
    expect(status(...iranSpeaks, lost(iran), pass(4000))).toEqual({ kind: 'speaking', member: iranAide, since: 9000 });
    expect(status(...iranSpeaks, pause, lost(iran))).toEqual({ kind: 'paused', member: iranAide, by: null });
  });

  it('[FL11] [FL20] the allowance that the lost link has used stays used', () => {
    const steps = [...iranSpeaks, lost(iran), pass(4000), by(iranAide, handOver(iranAide)), lost(iranAide)];
    expect(statusOf(tell(...steps).state, 't1')).toMatchObject({ kind: 'lost', since: 9000, until: 20_000 });
  });

  it('[FL20] within the seat, to another who is in the room, and only of a floor that is taken', () => {
    given(...iranSpeaks)
      .when(handOver(norway), iran)
      .isRefused('roster.unknownMember');
    given(...iranSpeaks)
      .when(handOver(iranAide), chair)
      .isRefused('floor.notYours');
    given(...iranSpeaks)
      .when(handOver(iran), iran)
      .isRefused('floor.holdsAlready');
    given(...iranSpeaks, lost(iranAide))
      .when(handOver(iranAide), iran)
      .isRefused('floor.memberAbsent');
    given(...held(), give(seats.iran, 't1'))
      .when(handOver(iranAide), iran)
      .isRefused('floor.notSpeaking');
    given(...held(), give(seats.india, 't1'), take(india, 't1'))
      .when(handOver('constructor'), india)
      .isRefused('roster.unknownMember');
  });
});

describe('the screen of a speaker', () => {
  it('[FL21] its seat asks, a manager allows, asked or not, and either takes it back', () => {
    given(...speaking)
      .when(screen('floor.requestScreen'), norway)
      .happens(set('requested'));
    given(...speaking, by(norway, screen('floor.requestScreen')))
      .when(screen('floor.allowScreen'), moderator)
      .happens(set('allowed'));
    const allowed = [...speaking, by(chair, screen('floor.allowScreen'))];
    for (const member of [norway, chair])
      given(...allowed)
        .when(screen('floor.denyScreen'), member)
        .happens(set('none'));
    for (const type of ['floor.requestScreen', 'floor.denyScreen'] as const)
      given(...speaking)
        .when(screen(type), iran)
        .isRefused('floor.notYours');
    given(...speaking)
      .when(screen('floor.allowScreen'), norway)
      .isRefused('role.required');
  });

  it('[FL21] doing what is done is refused', () => {
    given(...speaking, by(norway, screen('floor.requestScreen')))
      .when(screen('floor.requestScreen'), norway)
      .isRefused('floor.screenSettled');
    for (const type of ['floor.requestScreen', 'floor.allowScreen'] as const)
      given(...speaking, by(chair, screen('floor.allowScreen')))
        .when(screen(type), type === 'floor.allowScreen' ? chair : norway)
        .isRefused('floor.screenSettled');
    given(...speaking)
      .when(screen('floor.denyScreen'), norway)
      .isRefused('floor.screenSettled');
  });

  it("[FL21] a manager's own needs no other", () => {
    given(...held(), by(chair, { type: 'floor.takeMicrophone' }, 't1'))
      .when(screen('floor.requestScreen'), chair)
      .happens(set('allowed'));
  });
});
