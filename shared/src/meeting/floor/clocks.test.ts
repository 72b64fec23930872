import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import { nextDeadlines } from '../deadlines.ts';
import { defaultPolicy, type Limits } from '../session/schema.ts';
import type { Id } from '../words.ts';
import { closesAt, spokenBy } from './clocks.ts';
import type { FloorMode } from './schema.ts';
import { turnById } from './turns.ts';

const { chair, moderator, keynote, norway, iran, observer } = members;

const limits = (hard: Partial<Limits>) => ({ limits: { ...defaultPolicy.limits, ...hard } });
const give = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const microphone = (member: Id, turn: Id): Step => by(member, { type: 'floor.takeMicrophone' }, turn);
const mode = (wanted: FloorMode): Step => by(chair, { type: 'floor.setMode', mode: wanted });
const alarm = { type: 'session.alarm' } as const;

/** Norway speaks as turn t1, for at most three minutes. */
const speaking = (hard: Partial<Limits> = {}): Step[] => [
  ...held(limits(hard)),
  give(seats.norway, 't1'),
  take(norway, 't1'),
];
const closes = (turn: Id, ...steps: Step[]) => {
  const { state } = tell(...steps);
  const found = turnById(state, turn);
  return found && closesAt(state, found);
};

const limitOf = (hard: Partial<Limits>, ...steps: Step[]) =>
  tell(...held(limits(hard)), ...steps).state.floor.turns.map(({ limit }) => limit);
const budget = (budgetMs: number | null): Step =>
  by(chair, { type: 'floor.setBudget', delegation: 'd-oslo', budgetMs });
const spoken = (...steps: Step[]): number => {
  const { state, now } = tell(...steps);
  return spokenBy(state, 'd-oslo', now);
};

describe('the limit of a turn', () => {
  it('[FL16] a soft one warns and time counts on, a hard one ends the turn after the grace', () => {
    given(...speaking(), pass(3_600_000))
      .whenSystem(alarm)
      .happens();
    expect(closes('t1', ...speaking())).toBeNull();
    const hard = speaking({ turn: 'hard' });
    expect(closes('t1', ...hard)).toBe(195_000);
    expect(nextDeadlines(tell(...hard).state).meeting).toBe(195_000);
    given(...hard, pass(194_999))
      .whenSystem(alarm)
      .happens();
    given(...hard, pass(195_000))
      .whenSystem(alarm)
      .happens({ type: 'floor.turnEnded', turn: 't1', reason: 'timeUp', usedMs: 195_000 });
  });

  it('[FL16] it counts speaking time alone, and moves with what a manager gives or takes', () => {
    const hard = [...speaking({ turn: 'hard' }), pass(60_000)];
    const change = (type: 'floor.extend' | 'floor.shorten') => by(chair, { type, turn: 't1', byMs: 60_000 });
    expect(closes('t1', ...hard, change('floor.extend'))).toBe(255_000);
    expect(closes('t1', ...hard, change('floor.shorten'))).toBe(135_000);
    const paused = [...hard, by(chair, { type: 'floor.pause', turn: 't1' }), pass(60_000)];
    expect(closes('t1', ...paused)).toBeNull();
    expect(closes('t1', ...paused, by(chair, { type: 'floor.resume', turn: 't1' }))).toBe(255_000);
    expect(closes('t1', ...hard, lost(norway))).toBeNull();
    expect(closes('t1', ...hard, lost(norway), pass(5000), back(norway))).toBe(200_000);
  });

  it('[FL16] follows from the purpose and the policy, and presiding has none', () => {
    expect(limitOf({ turn: 'hard' }, give(seats.norway, 't1'))).toEqual(['hard']);
    expect(limitOf({ turn: 'hard' }, started('keynote'), give(seats.keynote, 't1'))).toEqual(['soft']);
    expect(limitOf({ keynote: 'hard' }, started('keynote'), give(seats.keynote, 't1'))).toEqual(['hard']);
    expect(limitOf({ turn: 'hard' }, microphone(chair, 't1'))).toEqual(['soft']);
    const round = [
      started('qna'),
      by(norway, { type: 'questions.submit', text: 'Why?', language: 'en' }, 'q1'),
      by(chair, { type: 'questions.openRound', item: items.qna }, 'r1'),
      by(chair, { type: 'questions.accept', question: 'q1' }),
      by(chair, { type: 'questions.closeRound', round: 'r1' }),
    ];
    expect(limitOf({ question: 'hard' }, ...round, by(chair, { type: 'questions.callAsker', question: 'q1' }))).toEqual(
      ['hard'],
    );
    expect(limitOf({ answer: 'hard' }, ...round, by(chair, { type: 'questions.startAnswer', round: 'r1' }))).toEqual([
      'hard',
    ]);
  });

  it('[FL8] it is shortened down to a second, and what is shorter stays', () => {
    const shorten = { type: 'floor.shorten', turn: 't1', byMs: 60_000 } as const;
    given(...speaking())
      .when(shorten, moderator)
      .happens({ type: 'floor.shortened', turn: 't1', limitMs: 120_000 });
    given(...speaking(), ...[1, 2].map(() => by(chair, shorten)))
      .when(shorten, chair)
      .happens({ type: 'floor.shortened', turn: 't1', limitMs: 1000 });
    given(...speaking(), { type: 'floor.shortened', turn: 't1', limitMs: 0 })
      .when(shorten, chair)
      .happens({ type: 'floor.shortened', turn: 't1', limitMs: 0 });
    given(...held(), microphone(chair, 't1'))
      .when(shorten, chair)
      .isRefused('floor.noLimit');
  });
});

describe('the hard limit of an item', () => {
  const hardItem = by(chair, { type: 'agenda.changeItem', item: items.opening, limit: 'hard' });
  /** Norway speaks, the chair presides, India is called, and the ten minutes and the grace of the item pass. */
  const late: Step[] = [
    ...held(),
    started('opening'),
    hardItem,
    mode('directed'),
    pass(600_000),
    give(seats.norway, 't1'),
  ];

  it('[FL18] ends its turns when its time and the grace are used up, but for the presiding one', () => {
    const during = [
      ...held(),
      started('opening'),
      hardItem,
      mode('directed'),
      give(seats.norway, 't1'),
      take(norway, 't1'),
      give(seats.iran, 't2'),
      take(iran, 't2'),
      by(chair, { type: 'floor.pause', turn: 't2' }),
      microphone(chair, 't3'),
      pass(599_000),
      give(seats.india, 't4'),
      pass(16_000),
    ];
    expect(nextDeadlines(tell(...during).state).meeting).toBe(615_000);
    given(...during)
      .whenSystem(alarm)
      .happens(
        { type: 'floor.turnEnded', turn: 't4', reason: 'timeUp', usedMs: 0 },
        { type: 'floor.turnEnded', turn: 't2', reason: 'timeUp', usedMs: 0 },
        { type: 'floor.turnEnded', turn: 't1', reason: 'timeUp', usedMs: 615_000 },
      );
  });

  it('[FL18] until it is given more nobody is called or takes a microphone, but to preside', () => {
    expect(() => tell(...late)).toThrow('floor.itemTimeUp');
    const up = [...held(), started('opening'), hardItem, mode('open'), pass(600_000)];
    given(...up)
      .when({ type: 'floor.takeMicrophone' }, norway)
      .isRefused('floor.itemTimeUp');
    given(...up)
      .when({ type: 'floor.takeMicrophone' }, chair)
      .happensOf('floor.called', 'floor.taken');
    given(...up, microphone(chair, 't1'))
      .when({ type: 'floor.interpose', turn: 't1', seat: seats.iran, kind: 'pointOfOrder' }, moderator)
      .isRefused('floor.itemTimeUp');
    given(...up, by(chair, { type: 'agenda.changeItem', item: items.opening, plannedMs: 900_000 }))
      .when({ type: 'floor.takeMicrophone' }, norway)
      .happensOf('floor.called', 'floor.taken');
  });

  it('[FL18] [AG12] the time that a suspended item was held counts when it goes on', () => {
    const again = [
      ...held(),
      started('opening'),
      hardItem,
      pass(590_000),
      by(chair, { type: 'agenda.suspendItem', item: items.opening }),
      pass(60_000),
      started('opening'),
      give(seats.norway, 't1'),
    ];
    expect(closes('t1', ...again)).toBe(675_000);
  });

  it('[FL13] [FL18] a suspended turn is not taken again when the time of the item is up', () => {
    given(
      ...held(),
      started('opening'),
      hardItem,
      give(seats.norway, 't1'),
      take(norway, 't1'),
      lost(norway),
      wait(600_000),
      back(norway),
    )
      .when({ type: 'floor.take', turn: 't1' }, norway)
      .isRefused('floor.itemTimeUp');
  });
});

describe('the time of a delegation', () => {
  it('[FL19] is what its seats spoke in turns that count', () => {
    expect(spoken(...speaking(), pass(7000))).toBe(7000);
    expect(spoken(...speaking(), pass(7000), by(norway, { type: 'floor.endTurn', turn: 't1' }), pass(500))).toBe(7000);
    const { state, now } = tell(
      ...held(),
      started('keynote'),
      give(seats.keynote, 't1'),
      take(keynote, 't1'),
      pass(60_000),
      by(chair, { type: 'floor.endTurn', turn: 't1' }),
    );
    expect(spokenBy(state, 'd-kabul', now)).toBe(0);
  });

  it('[FL19] is set by a manager, and taken away', () => {
    given(...held())
      .when({ type: 'floor.setBudget', delegation: 'd-oslo', budgetMs: 600_000 }, moderator)
      .happens({ type: 'floor.budgetSet', delegation: 'd-oslo', budgetMs: 600_000 });
    given(...held())
      .when({ type: 'floor.setBudget', delegation: seats.norway, budgetMs: 600_000 }, chair)
      .isRefused('floor.unknownDelegation');
    expect(closes('t1', ...speaking({ delegation: 'hard' }), budget(60_000), budget(null))).toBeNull();
  });

  it('[FL19] past a soft one it counts on, past a hard one and the grace its turns end', () => {
    given(...speaking(), budget(60_000), pass(900_000))
      .whenSystem(alarm)
      .happens();
    const hard = [...speaking({ delegation: 'hard' }), budget(60_000)];
    expect(closes('t1', ...hard)).toBe(75_000);
    given(...hard, pass(75_000))
      .whenSystem(alarm)
      .happens({ type: 'floor.turnEnded', turn: 't1', reason: 'timeUp', usedMs: 75_000 });
    given(...hard, wait(75_000))
      .when({ type: 'floor.give', seat: seats.norway }, chair)
      .isRefused('floor.budgetSpent');
    given(...hard, wait(75_000), budget(90_000))
      .when({ type: 'floor.give', seat: seats.norway }, chair)
      .happensOf('floor.called');
  });

  it('[FL19] [SE8] two of its seats who speak at once use it up together', () => {
    const both = [
      ...held(limits({ delegation: 'hard' })),
      budget(60_000),
      mode('directed'),
      give(seats.norway, 't1'),
      take(norway, 't1'),
      pass(9000),
      give(seats.observer, 't2'),
      take(observer, 't2'),
    ];
    // 66 s are left at 9 s, for two.
    expect(nextDeadlines(tell(...both).state).meeting).toBe(42_000);
    given(...both, pass(33_000))
      .whenSystem(alarm)
      .happens(
        { type: 'floor.turnEnded', turn: 't2', reason: 'timeUp', usedMs: 33_000 },
        { type: 'floor.turnEnded', turn: 't1', reason: 'timeUp', usedMs: 42_000 },
      );
    expect(spoken(...both, wait(60_000))).toBe(75_000);
  });

  it('[FL19] [SE8] the earliest of several limits is the one that closes', () => {
    const hard = { turn: 'hard', delegation: 'hard' } as const;
    expect(closes('t1', ...speaking(hard), budget(60_000))).toBe(75_000);
    expect(closes('t1', ...speaking(hard), budget(600_000))).toBe(195_000);
  });
});
