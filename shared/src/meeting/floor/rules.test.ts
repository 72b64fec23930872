import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { usedAt } from './clocks.ts';
import type { FloorMode } from './schema.ts';
import { turnById } from './turns.ts';

const { chair, moderator, norway, iran, iranAide, india, pakistan, observer } = members;

const give = (seat: keyof typeof seats, turn: Id): Step => by(chair, { type: 'floor.give', seat: seats[seat] }, turn);
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const mode = (wanted: FloorMode): Step => by(chair, { type: 'floor.setMode', mode: wanted });
const microphone = (member: Id, turn: Id): Step => by(member, { type: 'floor.takeMicrophone' }, turn);
const request = (member: Id, entry: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, entry);
const call = (entry: Id, turn: Id): Step => by(chair, { type: 'speakers.call', entry }, turn);

/** Norway speaks as turn t1. */
const speaking: Step[] = [...held(), give('norway', 't1'), take(norway, 't1')];
/** Norway, Iran and India wait, and Norway is called as turn t1. */
const called: Step[] = [
  ...held(),
  started('discussion'),
  request(norway, 'e1'),
  request(iran, 'e2'),
  request(india, 'e3'),
  call('e1', 't1'),
];

const statusOf = (state: MeetingState, turn: Id) => turnById(state, turn)?.status;
const entries = ({ speakers }: MeetingState) => speakers.lists[0]?.entries.map(({ id, status }) => `${id} ${status}`);

const usedAfter = (...steps: Step[]): number | undefined => {
  const { state, now } = tell(...steps);
  const turn = turnById(state, 't1');
  return turn === undefined ? undefined : usedAt(turn, now);
};

describe('the places of the floor', () => {
  it('[FL1] one in moderated and presentation mode', () => {
    for (const one of ['presentation', 'moderated'] as const)
      given(...held(), ...(one === 'moderated' ? [] : [mode(one)]), give('norway', 't1'))
        .when({ type: 'floor.give', seat: seats.iran }, chair)
        .isRefused({ code: 'floor.heldByAnother', seat: seats.norway });
  });

  it('[FL1] three in directed mode, and the refusal says how many', () => {
    given(...held(), mode('directed'), give('norway', 't1'), give('iran', 't2'), give('india', 't3'))
      .when({ type: 'floor.give', seat: seats.pakistan }, chair)
      .isRefused({ code: 'floor.noFreePlace', places: 3 });
  });

  it('[FL1] six microphones in open mode, or as many as the policy says', () => {
    given(...held({ maxOpenMicrophones: 2 }), mode('open'), microphone(norway, 't1'), microphone(iran, 't2'))
      .when({ type: 'floor.takeMicrophone' }, india)
      .isRefused({ code: 'floor.noFreePlace', places: 2 });
    given(...held(), mode('open'), microphone(norway, 't1'), microphone(iran, 't2'))
      .when({ type: 'floor.takeMicrophone' }, india)
      .happensOf('floor.called', 'floor.taken');
  });

  it('[FL9] a change of mode ends the turns it has no place for, those called last', () => {
    given(
      ...held(),
      mode('directed'),
      give('norway', 't1'),
      take(norway, 't1'),
      give('iran', 't2'),
      take(iran, 't2'),
      give('india', 't3'),
      microphone(chair, 't4'),
      pass(800),
    )
      .when({ type: 'floor.setMode', mode: 'presentation' }, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't3', reason: 'modeChanged', usedMs: 0 },
        { type: 'floor.turnEnded', turn: 't2', reason: 'modeChanged', usedMs: 800 },
        { type: 'floor.modeSet', mode: 'presentation' },
      );
    given(...held())
      .when({ type: 'floor.setMode', mode: 'moderated' }, chair)
      .isRefused('floor.modeAlreadySet');
  });
});

describe('calling and taking', () => {
  it('[FL2] being called asks, and the own act of the seat takes the floor', () => {
    const asked = given(...held(), pass(100)).when({ type: 'floor.give', seat: seats.norway }, chair, 't1');
    asked.happens({
      type: 'floor.called',
      turn: 't1',
      seat: seats.norway,
      purpose: { kind: 'invited' },
      limitMs: 180_000,
      warnMs: 30_000,
      limit: 'soft',
      graceMs: 15_000,
      delegation: 'd-oslo',
      usedMs: 0,
      lostMs: 0,
      answerBy: 20_100,
    });
    given(...held(), give('norway', 't1'), pass(900))
      .when({ type: 'floor.take', turn: 't1' }, norway)
      .happens({ type: 'floor.taken', turn: 't1', member: norway, since: 900 });
  });

  it('[FL2] an unanswered call ends after 20 s, its entry absent and one place down', () => {
    given(...called, pass(20_000))
      .whenSystem({ type: 'session.alarm' })
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'expired', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'absent', usedMs: 0 },
        { type: 'speakers.entryMoved', entry: 'e1', before: 'e3' },
      );
    expect(entries(tell(...called, wait(20_000)).state)).toEqual(['e2 waiting', 'e1 absent', 'e3 waiting']);
  });

  it('[FL2] never lost: whoever is last stays last, and an absent entry can be called again', () => {
    const { state } = tell(...held(), started('discussion'), request(norway, 'e1'), call('e1', 't1'), wait(20_000));
    expect(entries(state)).toEqual(['e1 absent']);
    given(...called, wait(20_000))
      .when({ type: 'speakers.call', entry: 'e1' }, chair)
      .happensOf('floor.called', 'speakers.entryMarked');
  });

  it('[FL3] a seat has at most one turn', () => {
    const holds = [...held(), mode('open'), microphone(iran, 't1')];
    given(...holds)
      .when({ type: 'floor.takeMicrophone' }, iranAide)
      .isRefused('floor.seatHasTurn');
    given(...holds)
      .when({ type: 'floor.give', seat: seats.iran }, chair)
      .isRefused('floor.seatHasTurn');
  });

  it('[FL3] any one member of the called seat takes the floor, nobody of another seat, and not twice', () => {
    const call = [...held(), give('iran', 't1')];
    given(...call)
      .when({ type: 'floor.take', turn: 't1' }, iranAide)
      .happens({ type: 'floor.taken', turn: 't1', member: iranAide, since: 0 });
    for (const other of [norway, chair])
      given(...call)
        .when({ type: 'floor.take', turn: 't1' }, other)
        .isRefused('floor.notYours');
    given(...call, take(iranAide, 't1'))
      .when({ type: 'floor.take', turn: 't1' }, iran)
      .isRefused('floor.notCalled');
  });

  it('[FL4] only a seat with somebody admitted and connected can be called', () => {
    const toIran = { type: 'floor.give', seat: seats.iran } as const;
    given(...held(), lost(iran), lost(iranAide))
      .when(toIran, chair)
      .isRefused('floor.seatAbsent');
    given(...held(), lost(iran))
      .when(toIran, chair)
      .happensOf('floor.called');
  });

  it('[FL14] the called seat may decline, and its entry waits one place down', () => {
    given(...called)
      .when({ type: 'floor.decline', turn: 't1' }, norway)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'declined', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'waiting', usedMs: 0 },
        { type: 'speakers.entryMoved', entry: 'e1', before: 'e3' },
      );
    given(...called)
      .when({ type: 'floor.decline', turn: 't1' }, chair)
      .isRefused('floor.notYours');
    given(...speaking)
      .when({ type: 'floor.decline', turn: 't1' }, norway)
      .isRefused('floor.notCalled');
  });

  it('[FL10] in open mode a speaking role takes a microphone without limit and gives it back', () => {
    given(...held(), mode('open'))
      .when({ type: 'floor.takeMicrophone' }, norway, 't1')
      .happens(expect.objectContaining({ type: 'floor.called', purpose: { kind: 'open' }, limitMs: null }), {
        type: 'floor.taken',
        turn: 't1',
        member: norway,
        since: 0,
      });
    given(...held(), mode('open'), microphone(norway, 't1'))
      .when({ type: 'floor.endTurn', turn: 't1' }, norway)
      .happensOf('floor.turnEnded');
    given(...held(), mode('open'))
      .when({ type: 'floor.takeMicrophone' }, observer)
      .isRefused('role.required');
  });

  it('[FL10] in other modes a participant has to be called', () => {
    for (const other of ['presentation', 'directed'] as const)
      given(...held(), mode(other))
        .when({ type: 'floor.takeMicrophone' }, norway)
        .isRefused('floor.notOpenMode');
  });

  it('[FL15] chair and moderator take the presiding microphone beside a speaker, one at a time', () => {
    given(...speaking)
      .when({ type: 'floor.takeMicrophone' }, chair, 't2')
      .happens(expect.objectContaining({ type: 'floor.called', purpose: { kind: 'presiding' }, limitMs: null }), {
        type: 'floor.taken',
        turn: 't2',
        member: chair,
        since: 0,
      });
    given(...speaking, microphone(chair, 't2'))
      .when({ type: 'floor.takeMicrophone' }, moderator)
      .isRefused('floor.heldByAnother');
    given(...held(), microphone(chair, 't1'))
      .when({ type: 'floor.give', seat: seats.norway }, chair)
      .happensOf('floor.called');
  });

  it('[FL15] a presiding microphone whose link is lost for good is free for the other', () => {
    const gone = [...held(), microphone(chair, 't1'), lost(chair), wait(15_000)];
    given(...gone)
      .when({ type: 'floor.takeMicrophone' }, moderator)
      .happensOf('floor.called', 'floor.taken');
    given(...gone, microphone(moderator, 't2'), back(chair))
      .when({ type: 'floor.take', turn: 't1' }, chair)
      .isRefused('floor.heldByAnother');
  });
});

describe('the clock of a turn', () => {
  it('[FL5] runs while the turn is speaking, and in no other status', () => {
    expect(usedAfter(...held(), give('norway', 't1'), pass(5000))).toBe(0);
    expect(usedAfter(...speaking, pass(5000))).toBe(5000);
    const paused = [...speaking, pass(5000), by(chair, { type: 'floor.pause', turn: 't1' }), pass(60_000)];
    expect(usedAfter(...paused)).toBe(5000);
    expect(usedAfter(...paused, by(chair, { type: 'floor.resume', turn: 't1' }), pass(700))).toBe(5700);
    expect(usedAfter(...speaking, pass(5000), lost(norway), pass(9000))).toBe(5000);
    expect(usedAfter(...speaking, pass(5000), lost(norway), wait(60_000))).toBe(5000);
  });

  it('[FL7] a pause stops the clock, keeps the turn, and is resumed', () => {
    given(...speaking, pass(5000))
      .when({ type: 'floor.pause', turn: 't1' }, moderator)
      .happens({ type: 'floor.paused', turn: 't1', usedMs: 5000, by: null });
    const paused = given(...speaking, by(chair, { type: 'floor.pause', turn: 't1' }), pass(10));
    expect(statusOf(paused.state, 't1')).toEqual({ kind: 'paused', member: norway, by: null });
    paused.when({ type: 'floor.resume', turn: 't1' }, chair).happens({ type: 'floor.resumed', turn: 't1', since: 10 });
    paused.when({ type: 'floor.pause', turn: 't1' }, chair).isRefused('floor.notSpeaking');
    given(...speaking)
      .when({ type: 'floor.resume', turn: 't1' }, chair)
      .isRefused('floor.notPaused');
  });

  it('[FL8] a manager extends a limit, up to a day, and there must be one', () => {
    given(...speaking)
      .when({ type: 'floor.extend', turn: 't1', byMs: 60_000 }, chair)
      .happens({ type: 'floor.extended', turn: 't1', limitMs: 240_000 });
    const hours = Array.from({ length: 24 }, () => by(chair, { type: 'floor.extend', turn: 't1', byMs: 3_600_000 }));
    expect(turnById(tell(...speaking, ...hours).state, 't1')?.limitMs).toBe(86_400_000);
    given(...held(), microphone(chair, 't1'))
      .when({ type: 'floor.extend', turn: 't1', byMs: 60_000 }, chair)
      .isRefused('floor.noLimit');
  });

  it('[FL6] the seat or a manager ends a turn, with the time used', () => {
    for (const member of [norway, chair, moderator])
      given(...speaking, pass(4200))
        .when({ type: 'floor.endTurn', turn: 't1' }, member)
        .happens({ type: 'floor.turnEnded', turn: 't1', reason: 'ended', usedMs: 4200 });
    given(...speaking)
      .when({ type: 'floor.endTurn', turn: 't1' }, pakistan)
      .isRefused('floor.notYours');
  });

  it('[FL6] a call that is taken back leaves its entry waiting where it was', () => {
    given(...called)
      .when({ type: 'floor.endTurn', turn: 't1' }, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'takenBack', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'waiting', usedMs: 0 },
      );
  });
});
