import { describe, expect, it } from 'vitest';
import {
  called,
  debate,
  ended,
  entriesIn,
  listClosed,
  norwaySpeaks,
  raise,
  reply,
  request,
  respond,
  taken,
  tour,
} from '../../testing/debate.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell } from '../../testing/story.ts';
import { turnById } from '../floor/turns.ts';
import type { Command } from '../messages.ts';

const { chair, moderator, keynote, norway, iran, india, pakistan, observer } = members;

const order = (...steps: Step[]) => entriesIn(tell(...steps).state).map((entry) => entry.split(' ')[0]);

describe('the places of the kinds in the list', () => {
  it('[SP4] points of order go before all others, by their category and then by time', () => {
    expect(
      order(
        ...debate,
        by(norway, request, 'e1'),
        by(iran, raise('procedure'), 'procedure'),
        by(india, raise('motion'), 'motion'),
        by(pakistan, raise('procedure'), 'procedure-2'),
        by(keynote, raise('hearing'), 'hearing'),
        by(chair, raise('rule'), 'rule'),
      ),
    ).toEqual(['hearing', 'rule', 'procedure', 'procedure-2', 'motion', 'e1']);
  });

  it('[SP4] interposed questions, clarifications and direct responses go between them and the rest, each behind its like', () => {
    expect(
      order(
        ...norwaySpeaks,
        by(iran, request, 'e2'),
        by(india, respond('directResponse'), 'd1'),
        by(keynote, respond('directResponse'), 'd2'),
        by(pakistan, respond('clarification'), 'c1'),
        by(chair, respond('clarification'), 'c2'),
        by(moderator, respond('interposed'), 'i1'),
        by(india, respond('interposed'), 'i2'),
        by(iran, raise('motion'), 'o1'),
        by(iran, reply, 'r1'),
        by(pakistan, request, 'e3'),
      ),
    ).toEqual(['e1', 'o1', 'i1', 'i2', 'c1', 'c2', 'd1', 'd2', 'e2', 'r1', 'e3']);
  });

  it('[SP4] the place is decided once, before an entry that waits, and told with kind, category and turn', () => {
    given(...norwaySpeaks, by(iran, request, 'e2'), pass(700))
      .when({ ...respond('directResponse'), topic: 'Not so' } as Command, india, 'd1')
      .happens({
        type: 'speakers.floorRequested',
        entry: 'd1',
        item: items.discussion,
        seat: seats.india,
        kind: 'directResponse',
        category: null,
        turn: 't1',
        topic: { text: 'Not so' },
        before: 'e2',
        at: 700,
      });
    given(...debate, by(norway, request, 'e1'))
      .when(raise('procedure'), iran, 'o1')
      .happens(
        expect.objectContaining({
          kind: 'pointOfOrder',
          category: 'procedure',
          turn: null,
          before: 'e1',
          seat: seats.iran,
        }),
      );
  });

  it('[SP4] what is called or over is no place to stand before', () => {
    given(...debate, by(norway, request, 'e1'), called('e1', 't1'))
      .when(raise(), iran)
      .happens(expect.objectContaining({ before: null }));
    given(...debate, by(norway, request, 'e1'), by(norway, { type: 'speakers.withdraw', entry: 'e1' }))
      .when(raise(), iran)
      .happens(expect.objectContaining({ before: null }));
  });
});

describe('who asks for what', () => {
  it('[SP3] a seat waits once with each kind, and the chair like others', () => {
    const asked = [
      ...norwaySpeaks,
      by(chair, request, 'e2'),
      by(chair, raise(), 'o1'),
      by(chair, reply, 'r1'),
      by(chair, respond('directResponse'), 'd1'),
      by(chair, respond('clarification'), 'c1'),
      by(chair, respond('interposed'), 'i1'),
    ];
    const again = [
      request,
      raise('motion'),
      reply,
      respond('directResponse'),
      respond('clarification'),
      respond('interposed'),
    ];
    for (const command of again)
      given(...asked)
        .when(command, chair)
        .isRefused('speakers.alreadyWaiting');
    given(...asked, by(iran, request, 'e3'), ended('t1'))
      .when({ type: 'speakers.call', entry: 'e2' }, moderator)
      .happens(
        ...['c1', 'd1'].map((entry) => ({ type: 'speakers.entryMarked', entry, status: 'lapsed', usedMs: 0 })),
        expect.objectContaining({ type: 'floor.called', seat: seats.chair }),
        { type: 'speakers.entryMarked', entry: 'e2', status: 'called', usedMs: 0 },
      );
  });

  it('[SP3] in another list the seat may wait as well', () => {
    given(...debate, by(norway, request, 'e1'), started('qna'))
      .when({ ...request, item: items.qna } as Command, norway)
      .happensOf('speakers.floorRequested');
  });

  it('[SP11] points of order and replies are taken on a closed list and in an item without one, which then has a closed list', () => {
    const opening = [...held(), started('opening')];
    for (const command of [raise(), reply]) {
      given(...debate, listClosed)
        .when(command, norway)
        .happensOf('speakers.floorRequested');
      const { state } = given(...opening).when({ ...command, item: items.opening } as Command, norway, 'o1');
      expect(state.speakers.lists).toMatchObject([
        {
          item: items.opening,
          status: 'closed',
          tour: null,
          entries: [{ id: 'o1', seat: seats.norway, status: 'waiting' }],
        },
      ]);
    }
    expect(entriesIn(tell(...opening).state)).toEqual([]);
  });

  it('[SP2] [SP11] of the current item alone', () => {
    for (const command of [raise(), reply])
      given(...held(), started('qna'))
        .when(command, norway)
        .isRefused('speakers.itemNotCurrent');
  });

  it('[SP15] direct responses, clarifications and interposed questions want an open list', () => {
    for (const kind of ['directResponse', 'clarification', 'interposed'] as const)
      given(...norwaySpeaks, listClosed)
        .when(respond(kind), iran)
        .isRefused('speakers.listClosed');
  });

  it('who may not speak asks for nothing', () => {
    for (const command of [request, raise(), reply, respond()])
      given(...norwaySpeaks)
        .when(command, observer)
        .isRefused('role.required');
  });
});

describe('the time of the kinds', () => {
  it('[SP6] interventions have the time of a turn, a tour its own, replies, responses and questions theirs', () => {
    const policy = { turnMs: 200_000, replyMs: 100_000, responseMs: 50_000, questionMs: 40_000 };
    const at = (steps: Step[], entry: string) =>
      turnById(tell(...held(policy), ...steps, called(entry, 't9')).state, 't9');
    const speaks = [...debate.slice(held().length), by(norway, request, 'e1'), called('e1', 't1'), taken(norway, 't1')];
    const item = started('discussion');
    expect(at([item, by(iran, request, 'e')], 'e')).toMatchObject({
      limitMs: 200_000,
      delegation: 'd-tehran',
      purpose: { kind: 'intervention', entry: 'e' },
    });
    expect(at([item, by(iran, reply, 'e')], 'e')).toMatchObject({
      limitMs: 100_000,
      delegation: 'd-tehran',
      purpose: { kind: 'rightOfReply', entry: 'e' },
    });
    expect(at([item, by(iran, raise(), 'e')], 'e')).toMatchObject({
      limitMs: 40_000,
      delegation: null,
      purpose: { kind: 'pointOfOrder', turn: null, entry: 'e' },
    });
    expect(at([item, by(chair, tour('iran'), 'e')], 'e-1')).toMatchObject({
      limitMs: 60_000,
      delegation: 'd-tehran',
      purpose: { kind: 'intervention', entry: 'e-1' },
    });
    const over = [
      ...speaks,
      by(iran, respond('directResponse'), 'd'),
      by(india, respond('clarification'), 'c'),
      ended('t1'),
    ];
    expect(at(over, 'd')).toMatchObject({
      limitMs: 50_000,
      delegation: 'd-tehran',
      purpose: { kind: 'directResponse', entry: 'd' },
    });
    expect(at(over, 'c')).toMatchObject({
      limitMs: 50_000,
      delegation: null,
      purpose: { kind: 'clarification', turn: null, entry: 'c' },
    });
  });
});
