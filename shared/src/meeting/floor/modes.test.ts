import { describe, expect, it } from 'vitest';
import { called, debate, entriesIn, norwaySpeaks, raise, request, respond, taken } from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, lost, pass, type Step, tell, wait } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import type { FloorMode } from './schema.ts';

const { chair, moderator, norway, iran, india, pakistan } = members;

const mode = (wanted: FloorMode): Step => by(chair, { type: 'floor.setMode', mode: wanted });
const keep = (turn: Id, wanted: FloorMode = 'moderated'): Command => ({
  type: 'floor.setMode',
  mode: wanted,
  keep: turn,
});
const microphone = (member: Id, turn: Id): Step => by(member, { type: 'floor.takeMicrophone' }, turn);
const over = (turn: Id, usedMs: number) => ({ type: 'floor.turnEnded', turn, reason: 'modeChanged', usedMs });
const marked = (entry: Id, status: string, usedMs = 0) => ({ type: 'speakers.entryMarked', entry, status, usedMs });

/** Open discussion: Norway, Iran and India speak, and the chair presides. */
const open: readonly Step[] = [
  ...held(),
  mode('open'),
  microphone(norway, 't1'),
  microphone(iran, 't2'),
  microphone(india, 't3'),
  microphone(chair, 't0'),
  pass(600),
];

describe('keeping one turn', () => {
  it('[FL22] every other ends but the presiding one, those called last first, and the mode is set', () => {
    const outcome = given(...open).when(keep('t2'), moderator);
    outcome.happens(over('t3', 600), over('t1', 600), { type: 'floor.modeSet', mode: 'moderated' });
    expect(outcome.state.floor.turns.map(({ id }) => id)).toEqual(['t2', 't0']);
  });

  it('[FL22] also in the mode that is set, as long as another ends', () => {
    given(...open)
      .when(keep('t1', 'open'), chair)
      .happens(over('t3', 600), over('t2', 600));
    given(...held(), mode('open'), microphone(norway, 't1'), microphone(chair, 't0'))
      .when(keep('t1', 'open'), chair)
      .isRefused('floor.modeAlreadySet');
    given(...held(), mode('open'), microphone(norway, 't1'))
      .when(keep('t1'), chair)
      .happens({ type: 'floor.modeSet', mode: 'moderated' });
  });

  it('[FL22] a turn that is over or was never there is kept by nobody', () => {
    for (const turn of ['constructor', 't9'])
      given(...open)
        .when(keep(turn), chair)
        .isRefused('floor.unknownTurn');
  });

  it('[FL22] the presiding turn can be kept alone', () => {
    given(...open)
      .when(keep('t0'), moderator)
      .happensOf('floor.turnEnded', 'floor.turnEnded', 'floor.turnEnded', 'floor.modeSet');
  });

  it('[FL22] a speaker who is kept goes on when the interruption ends with the others', () => {
    const interrupted = [
      ...norwaySpeaks,
      by(iran, respond('interposed'), 'i1'),
      by(norway, { type: 'speakers.accept', entry: 'i1' }, 't2'),
    ];
    given(...interrupted, taken(iran, 't2'), pass(900))
      .when(keep('t1'), chair)
      .happens(over('t2', 900), marked('i1', 'done', 900), { type: 'floor.resumed', turn: 't1', since: 900 });
    given(...interrupted)
      .when(keep('t1'), chair)
      .happens(over('t2', 0), marked('i1', 'waiting'), { type: 'floor.resumed', turn: 't1', since: 0 });
  });

  it('[SP13] an interposed question whose speaker is not kept has lapsed, called or not', () => {
    const both = [
      ...norwaySpeaks,
      mode('directed'),
      by(chair, { type: 'floor.give', seat: seats.india }, 't3'),
      by(iran, respond('interposed'), 'i1'),
      by(pakistan, respond('interposed'), 'i2'),
      by(norway, { type: 'speakers.accept', entry: 'i1' }, 't2'),
    ];
    expect(entriesIn(given(...both).when(keep('t3'), chair).state)).toEqual(['e1 done', 'i1 lapsed', 'i2 lapsed']);
    expect(entriesIn(given(...both).when(keep('t2'), chair).state)).toEqual(['e1 done', 'i1 called', 'i2 lapsed']);
  });
});

describe('turns that end at one moment', () => {
  /** Four wait, and the first three are called in directed mode. */
  const calledThree: readonly Step[] = [
    ...debate,
    mode('directed'),
    by(norway, request, 'e1'),
    by(iran, request, 'e2'),
    by(india, request, 'e3'),
    by(pakistan, request, 'e4'),
    called('e1', 't1'),
    called('e2', 't2'),
    called('e3', 't3'),
  ];

  it('[FL2] [FL9] calls that nobody answers go one place down each, in the order that they had', () => {
    expect(entriesIn(tell(...calledThree, wait(20_000)).state)).toEqual([
      'e4 waiting',
      'e1 absent',
      'e2 absent',
      'e3 absent',
    ]);
  });

  it('[FL9] the mode ends those called last, whose entries wait where they were', () => {
    given(...calledThree, taken(norway, 't1'))
      .when({ type: 'floor.setMode', mode: 'moderated' }, chair)
      .happens(over('t3', 0), marked('e3', 'waiting'), over('t2', 0), marked('e2', 'waiting'), {
        type: 'floor.modeSet',
        mode: 'moderated',
      });
  });

  it('[AG3] the end of the item ends them all, and leaves the list in its order', () => {
    const { state } = tell(
      ...calledThree,
      taken(norway, 't1'),
      by(chair, { type: 'agenda.closeItem', item: items.discussion }),
    );
    expect(state.floor.turns).toEqual([]);
    expect(entriesIn(state)).toEqual(['e1 done', 'e2 waiting', 'e3 waiting', 'e4 waiting']);
  });

  it('[FL12] [FL2] a link lost for too long suspends beside a call that ends, and nothing that is not due', () => {
    const away = [
      ...norwaySpeaks,
      mode('directed'),
      by(iran, request, 'e2'),
      pass(100),
      called('e2', 't2'),
      pass(5000),
      lost(norway),
    ];
    given(...away, pass(15_000))
      .whenSystem({ type: 'session.alarm' })
      .happens({ type: 'floor.turnEnded', turn: 't2', reason: 'expired', usedMs: 0 }, marked('e2', 'absent'), {
        type: 'floor.suspended',
        turn: 't1',
        usedMs: 5100,
      });
    expect(given(...away, pass(14_999)).whenSystem({ type: 'session.alarm' }).state.floor.turns).toHaveLength(2);
  });

  it('[FL16] a turn whose time is up while its link is lost ends, and is not suspended', () => {
    const hard = {
      limits: { turn: 'hard', question: 'soft', answer: 'soft', keynote: 'soft', delegation: 'soft' },
    } as const;
    const speaks = [...held(hard), by(chair, { type: 'floor.give', seat: seats.norway }, 't1'), taken(norway, 't1')];
    const item = [
      by(chair, { type: 'agenda.startItem', item: items.opening }),
      by(chair, { type: 'agenda.changeItem', item: items.opening, limit: 'hard' }),
    ];
    given(...speaks, ...item, pass(600_000), lost(norway), pass(15_000))
      .whenSystem({ type: 'session.alarm' })
      .happensOf('floor.turnEnded');
    given(...speaks, pass(195_000))
      .whenSystem({ type: 'session.alarm' })
      .happens({ type: 'floor.turnEnded', turn: 't1', reason: 'timeUp', usedMs: 195_000 });
  });

  it('[FL17] when a speaker and who interrupts end at once the pause is of no account any more', () => {
    const interrupted = [...norwaySpeaks, by(iran, raise(), 'o1'), called('o1', 't2')];
    const { state } = tell(...interrupted, by(chair, { type: 'agenda.closeItem', item: items.discussion }));
    expect(state.floor.turns).toEqual([]);
    expect(entriesIn(state)).toEqual(['e1 done', 'o1 waiting']);
  });
});
