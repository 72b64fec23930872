import { describe, expect, it } from 'vitest';
import {
  called,
  debate,
  ended,
  entriesIn,
  norwaySpeaks,
  reply,
  request,
  respond,
  taken,
} from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';

const { chair, moderator, keynote, norway, iran, india, pakistan } = members;
const directed = by(chair, { type: 'floor.setMode', mode: 'directed' });
const gave = (seat: keyof typeof seats, turn: string): Step =>
  by(chair, { type: 'floor.give', seat: seats[seat] }, turn);
const lapsed = (entry: string) => ({ type: 'speakers.entryMarked', entry, status: 'lapsed', usedMs: 0 });
const kinds = ['directResponse', 'clarification', 'interposed'] as const;

/** Norway speaks, three wait to respond and one to speak. */
const three: readonly Step[] = [
  ...norwaySpeaks,
  by(iran, respond('directResponse'), 'd1'),
  by(india, respond('clarification'), 'c1'),
  by(pakistan, respond('interposed'), 'i1'),
  by(keynote, request, 'e2'),
];

describe('a response', () => {
  it('[SP12] is tied to an intervention that speaks or is paused, and not to one that is only called', () => {
    for (const kind of kinds) {
      given(...debate, by(norway, request, 'e1'), called('e1', 't1'))
        .when(respond(kind), iran)
        .isRefused('speakers.interventionOver');
      given(...norwaySpeaks, by(chair, { type: 'floor.pause', turn: 't1' }))
        .when(respond(kind), iran)
        .happensOf('speakers.floorRequested');
    }
  });

  it('[SP12] an interposed question ends with the turn, the others can be asked until the next is called', () => {
    const over = [...norwaySpeaks, ended('t1')];
    for (const kind of ['directResponse', 'clarification'] as const) {
      given(...over)
        .when(respond(kind), iran)
        .happensOf('speakers.floorRequested');
      given(...over, gave('india', 't2'))
        .when(respond(kind), iran)
        .isRefused('speakers.interventionOver');
    }
    given(...over)
      .when(respond('interposed'), iran)
      .isRefused('speakers.interventionOver');
  });

  it('[SP12] in directed mode every intervention that speaks can be responded to', () => {
    const two = [...norwaySpeaks, directed, gave('india', 't2'), taken(india, 't2')];
    for (const turn of ['t1', 't2'])
      given(...two)
        .when(respond('directResponse', turn), iran)
        .happens(expect.objectContaining({ turn }));
    given(...two, ended('t2'))
      .when(respond('directResponse', 't2'), iran)
      .isRefused('speakers.interventionOver');
  });

  it('[SP12] what is no intervention has no response: a response, an interruption, an open or a presiding microphone', () => {
    const refused = (steps: readonly Step[], turn: string) =>
      given(...steps)
        .when(respond('directResponse', turn), pakistan)
        .isRefused('speakers.interventionOver');
    const responding = [...norwaySpeaks, by(iran, respond(), 'd1'), ended('t1'), called('d1', 't2'), taken(iran, 't2')];
    refused(responding, 't2');
    given(...responding)
      .when(respond(), pakistan)
      .happensOf('speakers.floorRequested');
    refused([...norwaySpeaks, by(chair, { type: 'floor.takeMicrophone' }, 't2')], 't2');
    refused(
      [...debate, by(chair, { type: 'floor.setMode', mode: 'open' }), by(iran, { type: 'floor.takeMicrophone' }, 't2')],
      't2',
    );
    for (const kind of ['interposed', 'pointOfOrder'] as const) {
      const interrupting = by(chair, { type: 'floor.interpose', turn: 't1', seat: seats.iran, kind }, 't2');
      refused([...norwaySpeaks, interrupting, taken(iran, 't2')], 't2');
    }
  });

  it('[SP12] invited, yielded and replying speakers, keynotes, askers and those who answer are responded to', () => {
    for (const steps of [
      [gave('norway', 't1'), taken(norway, 't1')],
      [by(norway, reply, 'r1'), called('r1', 't1'), taken(norway, 't1')],
      [
        gave('iran', 't0'),
        taken(iran, 't0'),
        by(iran, { type: 'floor.yield', turn: 't0', to: { kind: 'seat', seat: seats.norway } }, 't1'),
        taken(norway, 't1'),
      ],
    ])
      given(...debate, ...steps)
        .when(respond(), india)
        .happensOf('speakers.floorRequested');
  });

  it('[SP12] is not for the seat that speaks, nor once it has spoken', () => {
    for (const kind of ['directResponse', 'clarification'] as const)
      for (const steps of [norwaySpeaks, [...norwaySpeaks, ended('t1')]])
        given(...steps)
          .when(respond(kind), norway)
          .isRefused('speakers.ownIntervention');
  });

  it('[SP12] belongs to the item of its intervention', () => {
    const over = [...norwaySpeaks, ended('t1')];
    given(...over, by(chair, { type: 'agenda.closeItem', item: items.discussion }))
      .when(respond(), iran)
      .isRefused('speakers.interventionOver');
    given(...over, started('qna'))
      .when(respond(), iran)
      .isRefused('speakers.interventionOver');
    given(
      ...debate,
      by(chair, { type: 'agenda.closeItem', item: items.discussion }),
      gave('norway', 't1'),
      taken(norway, 't1'),
    )
      .when(respond(), iran)
      .isRefused('speakers.interventionOver');
  });

  it('[SP12] direct responses are capped for each intervention, the other kinds are not', () => {
    const full = [...norwaySpeaks, by(iran, respond(), 'd1'), by(india, respond(), 'd2')];
    given(...full)
      .when(respond(), pakistan)
      .isRefused({ code: 'speakers.responsesFull', most: 2 });
    given(...full)
      .when(respond('clarification'), pakistan)
      .happensOf('speakers.floorRequested');
    given(...full, ended('t1'), gave('keynote', 't2'), taken(keynote, 't2'))
      .when(respond('directResponse', 't2'), pakistan)
      .happensOf('speakers.floorRequested');
    given(...norwaySpeaks, by(chair, { type: 'session.changePolicy', maxResponses: 0 }))
      .when(respond(), pakistan)
      .isRefused({ code: 'speakers.responsesFull', most: 0 });
  });

  it('[SP12] one that was given up or declined leaves its room to another, one that was spoken does not', () => {
    const full = [...norwaySpeaks, by(iran, respond(), 'd1'), by(india, respond(), 'd2')];
    for (const member of [iran, chair])
      given(...full, by(member, { type: 'speakers.withdraw', entry: 'd1' }))
        .when(respond(), pakistan)
        .happensOf('speakers.floorRequested');
    given(...full, ended('t1'), called('d1', 't2'), taken(iran, 't2'), ended('t2'))
      .when(respond(), pakistan)
      .isRefused('speakers.responsesFull');
  });
});

describe('the moment of a response', () => {
  it('[SP13] is over with the call of the next intervention', () => {
    given(...three, directed)
      .when({ type: 'speakers.call', entry: 'e2' }, moderator, 't2')
      .happens(
        lapsed('i1'),
        lapsed('c1'),
        lapsed('d1'),
        expect.objectContaining({ type: 'floor.called', seat: seats.keynote }),
        { type: 'speakers.entryMarked', entry: 'e2', status: 'called', usedMs: 0 },
      );
    given(...three, by(iran, { type: 'speakers.defer', entry: 'd1' }), directed)
      .when({ type: 'floor.give', seat: seats.observer }, moderator)
      .happensOf('speakers.entryMarked', 'speakers.entryMarked', 'speakers.entryMarked', 'floor.called');
  });

  it('[SP13] and not with that of a response, a presiding or an interrupting turn', () => {
    const rest = ['i1 waiting', 'c1 waiting', 'd1 waiting'];
    const waits = (...steps: Step[]) =>
      entriesIn(tell(...three, ...steps).state).filter((entry) => rest.includes(entry));
    expect(waits(by(chair, { type: 'floor.takeMicrophone' }, 't2'))).toEqual(rest);
    expect(waits(called('c1', 't2'))).toEqual(['i1 waiting', 'd1 waiting']);
    expect(waits(ended('t1'), called('d1', 't2'))).toEqual(['c1 waiting']);
  });

  it('[SP13] an interposed question is gone with the end of its turn, and the others wait on', () => {
    given(...three)
      .when({ type: 'floor.endTurn', turn: 't1' }, norway)
      .happens(
        { type: 'floor.turnEnded', turn: 't1', reason: 'ended', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'done', usedMs: 0 },
        lapsed('i1'),
      );
    const two = [...three, directed, gave('moderator', 't2'), taken(moderator, 't2')];
    const asked = [...two, by(india, respond('interposed', 't1'), 'i2'), by(iran, respond('interposed', 't2'), 'i3')];
    given(...asked)
      .when({ type: 'floor.endTurn', turn: 't2' }, chair)
      .happens(expect.objectContaining({ type: 'floor.turnEnded' }), lapsed('i3'));
  });

  it('[SP13] what was called of it and not taken is gone when its turn is over meanwhile', () => {
    const accepted = [...three, by(norway, { type: 'speakers.accept', entry: 'i1' }, 't2')];
    given(...accepted, ended('t1'))
      .when({ type: 'floor.decline', turn: 't2' }, pakistan)
      .happens({ type: 'floor.turnEnded', turn: 't2', reason: 'declined', usedMs: 0 }, lapsed('i1'));
    expect(entriesIn(tell(...accepted, ended('t1'), wait(20_000)).state)).toContain('i1 lapsed');
    given(...accepted)
      .when({ type: 'floor.decline', turn: 't2' }, pakistan)
      .happens(
        { type: 'floor.turnEnded', turn: 't2', reason: 'declined', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'i1', status: 'waiting', usedMs: 0 },
        { type: 'speakers.entryMoved', entry: 'i1', before: 'd1' },
        { type: 'floor.resumed', turn: 't1', since: 0 },
      );
    for (const end of [
      by(chair, { type: 'agenda.closeItem', item: items.discussion }),
      by(chair, { type: 'session.adjourn' }),
    ])
      expect(entriesIn(tell(...accepted, end).state)).toContain('i1 lapsed');
  });

  it('[SP13] one that was spoken is done, not lapsed', () => {
    const { state } = tell(
      ...three,
      ended('t1'),
      called('d1', 't2'),
      taken(iran, 't2'),
      pass(9),
      ended('t2'),
      called('e2', 't3'),
    );
    expect(entriesIn(state)).toEqual(['e1 done', 'i1 lapsed', 'c1 lapsed', 'd1 done', 'e2 called']);
  });

  it('[SP12] responses to what was heard last wait through a lost link', () => {
    expect(entriesIn(tell(...three, lost(norway), wait(20_000)).state)).toEqual(entriesIn(tell(...three).state));
    given(...norwaySpeaks, lost(norway), wait(20_000))
      .when(respond('interposed'), iran)
      .happensOf('speakers.floorRequested');
  });
});
