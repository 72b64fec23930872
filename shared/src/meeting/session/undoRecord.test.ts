import { describe, expect, it } from 'vitest';
import { called, debate, norwaySpeaks, raise, reply, request, respond, taken } from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { items, members, sampleMeeting, seats } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, system, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { defaultPolicy } from './policy.ts';
import { initialState } from './rules.ts';

const { chair, norway, iran, india, pakistan } = members;

const acts = (...steps: Step[]) => tell(...steps).state.session.acts;
const ids = (...steps: Step[]) => acts(...steps).map(({ id }) => id);
const act: Command = { type: 'session.undo', of: 'act' };
const end = (turn: Id): Step => by(chair, { type: 'floor.endTurn', turn }, 'act');
const give = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);
const directed = by(chair, { type: 'floor.setMode', mode: 'directed' });

const submitted = (member: Id, question: Id): Step =>
  by(member, { type: 'questions.submit', text: 'Why?', language: 'en' }, question);
const openRound = (item: Id, round: Id): Step => by(chair, { type: 'questions.openRound', item }, round);
const accepted = (question: Id): Step => by(chair, { type: 'questions.accept', question });
const closeRound = (round: Id): Step => by(chair, { type: 'questions.closeRound', round });
/** Round r1 holds q1 of Norway and q2 of Iran, and is closed. */
const round: readonly Step[] = [
  ...held(),
  started('qna'),
  submitted(norway, 'q1'),
  submitted(iran, 'q2'),
  openRound(items.qna, 'r1'),
  accepted('q1'),
  accepted('q2'),
  closeRound('r1'),
];

describe('what is recorded of an act', () => {
  it('[SE11] a call: its turn, what it was called from, and the responses that lapsed with it', () => {
    const next = [...norwaySpeaks, by(iran, respond(), 'd1'), by(india, request, 'e2'), directed, pass(50)];
    expect(acts(...next, called('e2', 't2')).at(-1)).toEqual({
      id: 't2',
      until: 10_050,
      undo: { kind: 'call', turn: 't2', lapsed: ['d1'] },
      touches: ['t2', 'e2'],
    });
    expect(acts(...held(), give(seats.norway, 't1'))).toEqual([
      { id: 't1', until: 10_000, undo: { kind: 'call', turn: 't1', lapsed: [] }, touches: ['t1'] },
    ]);
    expect(acts(...round, by(chair, { type: 'questions.callAsker', question: 'q1' }, 't1'))).toMatchObject([
      { id: 't1', undo: { kind: 'call', turn: 't1', lapsed: [] }, touches: ['t1', 'q1'] },
    ]);
  });

  it('[SE11] the end of a turn: what it was called with, and the question that it voiced', () => {
    expect(acts(...norwaySpeaks, pass(700), end('t1')).at(-1)).toMatchObject({
      id: 'act',
      undo: { kind: 'turnEnd', turn: { id: 't1', usedMs: 700, seat: seats.norway }, question: null },
      touches: ['t1', 'e1'],
    });
    const voiced = [...round, by(chair, { type: 'questions.callAsker', question: 'q1' }, 't1'), taken(norway, 't1')];
    expect(acts(...voiced, end('t1')).at(-1)).toMatchObject({
      undo: { question: { question: 'q1', status: 'inRound', round: 'r1' } },
      touches: ['t1', 'q1'],
    });
  });

  it('[SE11] no end of a call, of an interruption, or of a microphone that one takes oneself', () => {
    expect(ids(...held(), give(seats.norway, 't1'), end('t1'))).toEqual([]);
    const open = by(chair, { type: 'floor.setMode', mode: 'open' });
    expect(ids(...held(), open, by(norway, { type: 'floor.takeMicrophone' }, 't1'), end('t1'))).toEqual([]);
    for (const kind of ['interposed', 'pointOfOrder'] as const) {
      const interrupts = by(chair, { type: 'floor.interpose', turn: 't1', seat: seats.iran, kind }, 't2');
      expect(ids(...norwaySpeaks, interrupts, taken(iran, 't2'), end('t2'))).not.toContain('act');
    }
  });

  it('[SE11] the close of an item: its rounds that go on, and what they hold unanswered', () => {
    const answered = by(chair, { type: 'questions.mark', question: 'q2', mark: 'answered' });
    const readOut = by(chair, { type: 'questions.readOut', question: 'q1' });
    const first = [...round, by(chair, { type: 'questions.startAnswer', round: 'r1' }, 't1'), end('t1')];
    const over = [...first, by(chair, { type: 'questions.completeRound', round: 'r1' })];
    const closeItem = by(chair, { type: 'agenda.closeItem', item: items.qna }, 'act');
    const recorded = (...steps: Step[]) => acts(...steps, closeItem).at(-1);
    expect(recorded(...first, readOut, answered)).toMatchObject({
      undo: {
        kind: 'close',
        item: items.qna,
        started: null,
        rounds: [{ round: 'r1', status: 'answering', questions: [{ question: 'q1', status: 'asked' }] }],
      },
      touches: [items.qna, 'r1', 'q1'],
    });
    expect(recorded(...over)).toMatchObject({ undo: { rounds: [] }, touches: [items.qna] });
    const other = [...held(), submitted(norway, 'q1'), openRound(items.qna, 'r1'), started('discussion')];
    expect(acts(...other, by(chair, { type: 'agenda.startItem', item: items.closing }, 'act')).at(-1)).toMatchObject({
      undo: { kind: 'close', item: items.discussion, started: items.closing, rounds: [] },
      touches: [items.discussion, items.closing],
    });
  });

  it('[SE11] a start when nothing was current is no close', () => {
    expect(acts(...held(), by(chair, { type: 'agenda.startItem', item: items.qna }, 'act'))).toEqual([]);
  });
});

describe('how long an act stays', () => {
  it('[SE12] the undo of one leaves the others', () => {
    const two = [...held(), directed, give(seats.norway, 't1'), give(seats.iran, 't2')];
    expect(ids(...two)).toEqual(['t1', 't2']);
    expect(ids(...two, by(chair, { type: 'session.undo', of: 't2' }))).toEqual(['t1']);
    expect(ids(...two, by(chair, { type: 'session.undo', of: 't1' }))).toEqual(['t2']);
  });

  it('[SE11] until a later one is recorded, to the last millisecond of its 10 s', () => {
    const first = [...held(), directed, give(seats.norway, 't1')];
    expect(ids(...first, pass(10_000), give(seats.iran, 't2'))).toEqual(['t1', 't2']);
    expect(ids(...first, pass(10_001), give(seats.iran, 't2'))).toEqual(['t2']);
  });

  it('[SE12] sealed words name nothing, whatever they say', () => {
    const one = [...debate, give(seats.norway, 't1')];
    expect(ids(...one, by(iran, { ...request, topic: 't1' } as Command, 'e9'))).toContain('t1');
  });
});

describe('taking back the end of a turn', () => {
  it('[SE12] another seat that waits is no hindrance, nor is what the seat asks otherwise', () => {
    const over = [...norwaySpeaks, by(iran, request, 'e2'), pass(900), end('t1')];
    given(...over)
      .when(act, chair)
      .happensOf('floor.called', 'speakers.entryMarked', 'session.undone');
    given(...over, by(norway, reply, 'p1'))
      .when(act, chair)
      .happensOf('floor.called', 'speakers.entryMarked', 'session.undone');
  });

  it('[SE12] a response or a reply not once the item has gone on, or the seat has asked for it anew', () => {
    const replied = [...debate, by(iran, reply, 'p1'), called('p1', 't2'), taken(iran, 't2'), pass(900), end('t2')];
    given(...replied, by(iran, reply, 'p2'))
      .when(act, chair)
      .isRefused('session.undoOvertaken');
    given(...replied, by(chair, { type: 'agenda.suspendItem', item: items.discussion }))
      .when(act, chair)
      .isRefused('session.undoOvertaken');
    const before = [...norwaySpeaks, by(iran, respond(), 'd1'), by(chair, { type: 'floor.endTurn', turn: 't1' })];
    const responded = [...before, called('d1', 't2'), taken(iran, 't2'), pass(900), end('t2')];
    given(...responded, by(iran, respond(), 'd2'))
      .when(act, chair)
      .isRefused('session.undoOvertaken');
    given(...responded, by(chair, { type: 'agenda.suspendItem', item: items.discussion }))
      .when(act, chair)
      .isRefused('session.undoOvertaken');
    given(...responded, by(pakistan, raise(), 'o1'))
      .when(act, chair)
      .happensOf('floor.called', 'speakers.entryMarked', 'session.undone');
  });
});

describe('taking back the close of an item', () => {
  const further = by(
    chair,
    {
      type: 'agenda.addItem',
      before: null,
      parent: null,
      limit: 'soft',
      itemType: 'qna',
      title: { en: 'More' },
      attribution: 'onRecord',
      plannedMs: 60_000,
      cameras: 'all',
      speaker: seats.keynote,
    },
    'i-further',
  );
  const closed = by(chair, { type: 'agenda.closeItem', item: items.qna }, 'act');

  it('[SE12] where another round collects only while its own had collected', () => {
    given(...round, further, openRound('i-further', 'r2'), closed)
      .when(act, chair)
      .happensOf('agenda.itemReopened', 'agenda.itemStarted', 'questions.roundReturned', 'session.undone');
    const collecting = [...held(), further, started('qna'), openRound(items.qna, 'r1')];
    given(...collecting, closed)
      .when(act, chair)
      .happensOf('agenda.itemReopened', 'agenda.itemStarted', 'questions.roundReturned', 'session.undone');
    given(...collecting, closed, openRound('i-further', 'r2'))
      .when(act, chair)
      .isRefused('session.undoOvertaken');
  });

  it('[SE11] the mode is set only where it was another', () => {
    const replaced = by(chair, { type: 'agenda.startItem', item: items.discussion }, 'act');
    given(...held(), started('qna'), replaced)
      .when(act, chair)
      .happensOf(
        'agenda.itemSuspended',
        'agenda.itemReopened',
        'agenda.itemStarted',
        'keynote.spotlightSet',
        'session.undone',
      );
  });
});

describe('the beginning of a meeting', () => {
  it('[SE1] holds nothing before its first event', () => {
    expect(initialState).toEqual({
      session: {
        status: 'planned',
        startsAt: 0,
        timeZone: 'UTC',
        ruleVersion: 0,
        policy: defaultPolicy,
        opened: null,
        adjourned: null,
        revision: 0,
        acts: [],
      },
      roster: { seats: [], members: [], locked: false, chair: { status: 'there' } },
      agenda: { items: [], current: null, hardStops: [] },
      floor: { mode: 'moderated', turns: [], delegations: [] },
      speakers: { lists: [], heard: null },
      questions: { questions: [], rounds: [] },
      keynote: { spotlight: [], budgets: [], introductions: [], cues: [], begun: [], countdownFor: 'speaker' },
      documents: { documents: [] },
      slides: { shown: null },
      lines: { lines: [] },
    });
  });

  it('[SE1] [FL19] begins with the budgets of its file, of which nothing is spent', () => {
    const budgets = [
      { delegation: 'd-oslo', budgetMs: 600_000 },
      { delegation: 'd-tehran', budgetMs: null },
    ];
    expect(tell(system({ ...sampleMeeting(), budgets })).state.floor.delegations).toEqual([
      { delegation: 'd-oslo', budgetMs: 600_000, usedMs: 0 },
      { delegation: 'd-tehran', budgetMs: null, usedMs: 0 },
    ]);
  });

  it('[SE14] a value that is named without saying anything changes nothing', () => {
    const { state } = given(...held()).when(
      {
        type: 'session.changePolicy',
        turnMs: undefined,
        replyMs: 90_000,
        limits: { turn: undefined, question: 'hard' },
      },
      chair,
    );
    expect(state.session.policy).toEqual({
      ...defaultPolicy,
      replyMs: 90_000,
      limits: { ...defaultPolicy.limits, question: 'hard' },
    });
  });
});
