import { describe, expect, it } from 'vitest';
import { called, ended, norwaySpeaks, raise, taken } from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import { defaultPolicy } from '../session/policy.ts';
import type { Limits } from '../session/schema.ts';
import type { Id } from '../words.ts';
import { spokenBy } from './clocks.ts';
import type { FloorMode } from './schema.ts';
import { turnById } from './turns.ts';

const { chair, moderator, norway, iran, india, observer } = members;

const hard = (...kinds: (keyof Limits)[]) => ({
  limits: { ...defaultPolicy.limits, ...Object.fromEntries(kinds.map((kind) => [kind, 'hard'])) },
});
const mode = (wanted: FloorMode): Step => by(chair, { type: 'floor.setMode', mode: wanted });
const give = (seat: keyof typeof seats, turn: Id): Step => by(chair, { type: 'floor.give', seat: seats[seat] }, turn);
const microphone = (member: Id, turn: Id): Step => by(member, { type: 'floor.takeMicrophone' }, turn);
const budget = (delegation: Id, budgetMs: number): Step => by(chair, { type: 'floor.setBudget', delegation, budgetMs });
const alarm = { type: 'session.alarm' } as const;

/** Norway and Iran speak at once as t1 and t2, in directed mode. */
const both = (policy = {}): Step[] => [
  ...held(policy),
  mode('directed'),
  give('norway', 't1'),
  taken(norway, 't1'),
  give('iran', 't2'),
  taken(iran, 't2'),
];

const spoken = (delegation: Id, ...steps: Step[]): number => {
  const { state, now } = tell(...steps);
  return spokenBy(state, delegation, now);
};

const interrupts = (kind: 'interposed' | 'pointOfOrder'): Step[] => [
  ...norwaySpeaks,
  by(chair, { type: 'floor.interpose', turn: 't1', seat: seats.iran, kind }, 't2'),
  taken(iran, 't2'),
  pass(2000),
];

describe('the time of delegations', () => {
  it('[FL19] each has its own, of turns that run and of those that are over', () => {
    const over = [...both(), pass(4000), ended('t2'), pass(1000)];
    expect(spoken('d-oslo', ...over)).toBe(5000);
    expect(spoken('d-tehran', ...over)).toBe(4000);
    expect(spoken('d-delhi', ...over)).toBe(0);
    expect(tell(...over).state.floor.delegations).toEqual([{ delegation: 'd-tehran', budgetMs: null, usedMs: 4000 }]);
    expect(spoken('d-oslo', ...over, ended('t1'))).toBe(5000);
    expect(spoken('d-tehran', ...over, ended('t1'))).toBe(4000);
  });

  it('[FL19] open microphones and interposed questions count, points of order do not', () => {
    expect(spoken('d-oslo', ...held(), mode('open'), microphone(norway, 't1'), pass(3000))).toBe(3000);
    expect(spoken('d-tehran', ...interrupts('interposed'))).toBe(2000);
    expect(spoken('d-tehran', ...interrupts('pointOfOrder'))).toBe(0);
  });

  it('[FL19] a question that its asker voices counts', () => {
    const asked = [
      ...held(),
      started('qna'),
      by(norway, { type: 'questions.submit', text: 'Why?', language: 'en' }, 'q1'),
      by(chair, { type: 'questions.openRound', item: items.qna }, 'r1'),
      by(chair, { type: 'questions.accept', question: 'q1' }),
      by(chair, { type: 'questions.closeRound', round: 'r1' }),
      by(chair, { type: 'questions.callAsker', question: 'q1' }, 't1'),
      taken(norway, 't1'),
    ];
    expect(spoken('d-oslo', ...asked, pass(2500))).toBe(2500);
  });

  it('[FL19] who has no delegation, or was only called, takes no time of any', () => {
    expect(tell(...held(), microphone(chair, 't1'), pass(900), ended('t1')).state.floor.delegations).toEqual([]);
    expect(tell(...held(), give('norway', 't1')).state.floor.delegations).toEqual([]);
    const returned = [...both(), pass(4000), by(chair, { type: 'floor.endTurn', turn: 't2' }, 'act')];
    const { state } = tell(...returned, by(chair, { type: 'session.undo', of: 'act' }, 't3'));
    expect(state.floor.delegations).toEqual([{ delegation: 'd-tehran', budgetMs: null, usedMs: 0 }]);
    expect(turnById(state, 't3')).toMatchObject({ usedMs: 4000 });
  });

  it('[FL19] a soft budget refuses nobody, and a hard one of another delegation neither', () => {
    given(...held(), budget('d-oslo', 0))
      .when({ type: 'floor.give', seat: seats.norway }, chair)
      .happensOf('floor.called');
    given(...held(hard('delegation')), budget('d-oslo', 0))
      .when({ type: 'floor.give', seat: seats.iran }, chair)
      .happensOf('floor.called');
    given(...held(hard('delegation')), budget('d-oslo', 0), budget('d-tehran', 1))
      .when({ type: 'floor.give', seat: seats.chair }, moderator)
      .happensOf('floor.called');
  });

  it('[FL19] past a hard budget its turns end, and those of others go on', () => {
    const spent = [...both(hard('delegation')), budget('d-tehran', 60_000), budget('d-oslo', 600_000)];
    given(...spent, pass(75_000))
      .whenSystem(alarm)
      .happens({ type: 'floor.turnEnded', turn: 't2', reason: 'timeUp', usedMs: 75_000 });
    // One that does not speak uses up nothing.
    const paused = [...spent, by(chair, { type: 'floor.pause', turn: 't2' })];
    given(...paused, pass(75_000))
      .whenSystem(alarm)
      .happens();
  });

  it('[FL24] topped up and shared out are those of the delegation that is named', () => {
    const budgets = [
      ...both(),
      budget('d-delhi', 10_000),
      budget('d-tehran', 60_000),
      budget('d-oslo', 30_000),
      pass(8000),
    ];
    given(...budgets)
      .when({ type: 'floor.topUp', delegation: 'd-tehran', byMs: 5000 }, chair)
      .happens({ type: 'floor.budgetSet', delegation: 'd-tehran', budgetMs: 65_000 });
    given(...budgets)
      .when({ type: 'floor.shareOut', from: 'd-oslo', to: ['d-tehran'] }, chair)
      .happens(
        { type: 'floor.budgetSet', delegation: 'd-oslo', budgetMs: 8000 },
        { type: 'floor.budgetSet', delegation: 'd-tehran', budgetMs: 82_000 },
      );
    given(...held())
      .when({ type: 'floor.shareOut', from: 'd-oslo', to: ['d-oslo'] }, chair)
      .isRefused('floor.noBudget');
  });
});

describe('limits that do not close', () => {
  it('[FL16] [FL10] an open microphone has no limit, and a point of order a soft one', () => {
    given(...held(hard('turn')), mode('open'), microphone(norway, 't1'), pass(3_600_000))
      .whenSystem(alarm)
      .happens();
    const point = [
      ...held(hard('turn')),
      started('discussion'),
      by(norway, raise(), 'o1'),
      called('o1', 't1'),
      taken(norway, 't1'),
    ];
    given(...point, pass(3_600_000))
      .whenSystem(alarm)
      .happens();
  });

  it('[FL18] an item with a soft limit ends nothing', () => {
    given(...norwaySpeaks, pass(3_600_000))
      .whenSystem(alarm)
      .happens();
  });

  it('[FL12] [FL18] a suspended turn has no microphone to close', () => {
    const late = by(chair, { type: 'agenda.changeItem', item: items.discussion, limit: 'hard' });
    given(...norwaySpeaks, late, lost(norway), wait(15_000), pass(3_600_000))
      .whenSystem(alarm)
      .happens();
  });
});

describe('taking a suspended turn again', () => {
  const interrupted = [
    ...norwaySpeaks,
    by(chair, { type: 'floor.interpose', turn: 't1', seat: seats.india, kind: 'interposed' }, 't2'),
    taken(india, 't2'),
  ];

  it('[FL13] [FL17] one that interrupts needs the place of an interruption, and frees it while it is suspended', () => {
    const away = [...interrupted, lost(india), wait(15_000), back(india)];
    given(...away)
      .when({ type: 'floor.take', turn: 't2' }, india)
      .happensOf('floor.taken');
    const another = by(chair, { type: 'floor.resume', turn: 't1' });
    const second = by(chair, { type: 'floor.interpose', turn: 't1', seat: seats.iran, kind: 'interposed' }, 't3');
    given(...away, another, second)
      .when({ type: 'floor.take', turn: 't2' }, india)
      .isRefused('floor.interruptedAlready');
  });

  it('[FL10] [FL13] an open microphone is taken again in open mode', () => {
    given(...held(), mode('open'), microphone(norway, 't1'), lost(norway), wait(15_000), back(norway))
      .when({ type: 'floor.take', turn: 't1' }, norway)
      .happensOf('floor.taken');
  });

  it('[FL12] the allowance that it has used is exact', () => {
    const { state } = tell(...norwaySpeaks, pass(3000), lost(norway), wait(15_000));
    expect(turnById(state, 't1')).toMatchObject({ lostMs: 15_000, usedMs: 3000 });
    const twice = tell(...norwaySpeaks, lost(norway), pass(4000), back(norway), lost(norway), wait(11_000));
    expect(turnById(twice.state, 't1')).toMatchObject({ lostMs: 15_000, status: { kind: 'suspended' } });
  });
});

describe('two who speak', () => {
  it('[FL11] a link concerns the turn of its member alone', () => {
    const away = [...both(), pass(100), lost(norway), pass(100), lost(iran), pass(100)];
    const { state } = given(...away).whenSystem({ type: 'roster.restoreLink', member: norway });
    expect(state.floor.turns).toMatchObject([
      { id: 't1', status: { kind: 'speaking', since: 300 }, lostMs: 200 },
      { id: 't2', status: { kind: 'lost' } },
    ]);
    given(...both(), lost(norway))
      .whenSystem({ type: 'roster.restoreLink', member: norway })
      .happensOf('roster.linkRestored', 'floor.linkRestored');
    given(...both(), lost(observer))
      .whenSystem({ type: 'roster.restoreLink', member: observer })
      .happensOf('roster.linkRestored');
  });

  it('[FL22] keeping one of two ends the other and sets the mode at once', () => {
    given(...both())
      .when({ type: 'floor.setMode', mode: 'moderated', keep: 't2' }, chair)
      .happensOf('floor.turnEnded', 'floor.modeSet');
  });

  it('[FL17] when a clarification is over, the turn that it interrupted goes on, and no other does', () => {
    const asked = [
      ...norwaySpeaks,
      mode('directed'),
      give('india', 't3'),
      taken(india, 't3'),
      by(chair, { type: 'floor.pause', turn: 't3' }),
      by(iran, { type: 'speakers.respond', turn: 't1', kind: 'clarification', topic: null }, 'c1'),
      called('c1', 't2'),
      taken(iran, 't2'),
      pass(700),
    ];
    given(...asked)
      .when({ type: 'floor.endTurn', turn: 't2' }, iran)
      .happens(
        { type: 'floor.turnEnded', turn: 't2', reason: 'ended', usedMs: 700 },
        { type: 'speakers.entryMarked', entry: 'c1', status: 'done', usedMs: 700 },
        { type: 'floor.resumed', turn: 't1', since: 700 },
      );
    given(...asked, ended('t1'))
      .when({ type: 'floor.endTurn', turn: 't2' }, iran)
      .happensOf('floor.turnEnded', 'speakers.entryMarked');
  });
});

describe('an event that does not fit the turn', () => {
  it('leaves its status: whoever folds a log obeys and does not fall over', () => {
    const calledTurn = tell(...held(), give('norway', 't1')).state.floor.turns[0]?.status;
    const after = (event: Extract<Step, { type: string }>) =>
      tell(...held(), give('norway', 't1'), event).state.floor.turns[0]?.status;
    for (const event of [
      { type: 'floor.paused', turn: 't1', usedMs: 0, by: null },
      { type: 'floor.resumed', turn: 't1', since: 0 },
      { type: 'floor.linkLost', turn: 't1', usedMs: 0, since: 0, until: 9 },
      { type: 'floor.linkRestored', turn: 't1', since: 0, lostMs: 0 },
      { type: 'floor.suspended', turn: 't1', usedMs: 0 },
    ] as const)
      expect(after(event)).toEqual(calledTurn);
    expect(
      tell(...both(), { type: 'floor.turnEnded', turn: 't9', reason: 'ended', usedMs: 5 }).state.floor.turns,
    ).toHaveLength(2);
  });
});
