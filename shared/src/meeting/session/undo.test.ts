import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import { spokenBy, usedAt } from '../floor/clocks.ts';
import { turnById } from '../floor/turns.ts';
import { mediaGrant } from '../mediaGrant.ts';
import type { Command } from '../messages.ts';
import { questionById } from '../questions/pool.ts';
import type { Id } from '../words.ts';

const { chair, moderator, norway, iran } = members;

const undo: Command = { type: 'session.undo', of: 'act' };
const acts = (...steps: Step[]) => tell(...steps).state.session.acts.map(({ id }) => id);

const request = (member: Id, entry: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, entry);
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const called: Step[] = [
  ...held(),
  started('discussion'),
  request(norway, 'e1'),
  request(iran, 'e2'),
  by(chair, { type: 'speakers.call', entry: 'e1' }, 'act'),
];
/** Norway has spoken for a minute, and its turn is ended by the act. */
const ended: Step[] = [
  ...held(),
  started('discussion'),
  request(norway, 'e1'),
  by(chair, { type: 'speakers.call', entry: 'e1' }, 't1'),
  take(norway, 't1'),
  pass(60_000),
  by(chair, { type: 'floor.endTurn', turn: 't1' }, 'act'),
];
const undone: Step = by(chair, undo, 't2');

const submitted = (member: Id, question: Id): Step =>
  by(member, { type: 'questions.submit', text: 'Why?', language: 'en' }, question);
const accepted = (question: Id): Step => by(chair, { type: 'questions.accept', question });
const dismissed: Step = by(chair, { type: 'questions.dismiss', question: 'q1' }, 'act');
const openRound = (item: Id, round: Id): Step => by(chair, { type: 'questions.openRound', item }, round);
const closeRound = (round: Id): Step => by(chair, { type: 'questions.closeRound', round });
/** Round r1 holds q1 of Norway and is closed. */
const round: Step[] = [
  ...held(),
  started('qna'),
  submitted(norway, 'q1'),
  openRound(items.qna, 'r1'),
  accepted('q1'),
  closeRound('r1'),
];
const askerEnded: Step[] = [
  ...round,
  by(chair, { type: 'questions.callAsker', question: 'q1' }, 't1'),
  take(norway, 't1'),
  pass(5000),
  by(norway, { type: 'floor.endTurn', turn: 't1' }, 'act'),
];

const spokenOf = (...steps: Step[]): number => {
  const { state, now } = tell(...steps);
  return spokenBy(state, 'd-oslo', now);
};

describe('taking back a call', () => {
  it('[SE11] leaves the entry waiting where it was, by a manager and for 10 s', () => {
    given(...called, pass(10_000))
      .when(undo, moderator)
      .happens(
        { type: 'floor.turnEnded', turn: 'act', reason: 'takenBack', usedMs: 0 },
        { type: 'speakers.entryMarked', entry: 'e1', status: 'waiting', usedMs: 0 },
        { type: 'session.undone', of: 'act' },
      );
    given(...called, pass(10_001))
      .when(undo, chair)
      .isRefused('session.undoTooLate');
    given(...called)
      .when(undo, norway)
      .isRefused('role.required');
    given(...called, by(chair, undo))
      .when(undo, chair)
      .isRefused('session.nothingToUndo');
  });

  it('[SE11] 10 s are of meeting time, and an act goes when a later one is recorded after them', () => {
    const later = by(chair, { type: 'floor.endTurn', turn: 'act' });
    expect(acts(...called)).toEqual(['act']);
    expect(acts(...called, pass(60_000))).toEqual(['act']);
    expect(acts(...called, take(norway, 'act'), pass(60_000), later)).toHaveLength(1);
  });

  it('[SE12] not once the seat has taken the floor', () => {
    given(...called, take(norway, 'act'))
      .when(undo, chair)
      .isRefused('session.nothingToUndo');
    given(...called, request(members.india, 'e3'))
      .when(undo, chair)
      .happensOf('floor.turnEnded', 'speakers.entryMarked', 'session.undone');
  });
});

describe('taking back the end of a turn', () => {
  it('[SE13] calls the seat anew with the time it has used, and opens no microphone', () => {
    const { state, ...outcome } = given(...ended, pass(3000)).when(undo, chair, 't2');
    outcome.happens(
      expect.objectContaining({
        type: 'floor.called',
        turn: 't2',
        seat: seats.norway,
        purpose: { kind: 'intervention', entry: 'e1' },
        limitMs: 180_000,
        usedMs: 60_000,
        answerBy: 83_000,
      }),
      { type: 'speakers.entryMarked', entry: 'e1', status: 'called', usedMs: 0 },
      { type: 'session.undone', of: 'act' },
    );
    expect(mediaGrant(state, norway).microphone).toBeNull();
    const spoken = tell(...ended, undone, take(norway, 't2'), pass(5000));
    const turn = turnById(spoken.state, 't2');
    expect(turn && usedAt(turn, spoken.now)).toBe(65_000);
    expect(mediaGrant(spoken.state, norway).microphone?.id).toBe('t2');
  });

  it('[SE13] [FL19] the time of its delegation is counted once', () => {
    expect(spokenOf(...ended)).toBe(60_000);
    expect(spokenOf(...ended, undone)).toBe(60_000);
    const again = [...ended, undone, take(norway, 't2'), pass(5000)];
    expect(spokenOf(...again)).toBe(65_000);
    expect(spokenOf(...again, by(norway, { type: 'floor.endTurn', turn: 't2' }))).toBe(65_000);
    expect(spokenOf(...ended, undone, wait(30_000))).toBe(60_000);
  });

  it('[SE13] not taken, it ends as it had ended: the entry is done, with its time', () => {
    const { state } = tell(...ended, undone, wait(20_000));
    expect(state.floor.turns).toEqual([]);
    expect(state.speakers.lists[0]?.entries).toMatchObject([{ id: 'e1', status: 'done', usedMs: 60_000 }]);
  });

  it('[SE13] the allowance for a lost link that was used stays used', () => {
    const whileLost: Step[] = [
      ...held(),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      take(norway, 't1'),
      lost(norway),
      pass(9000),
      by(chair, { type: 'floor.endTurn', turn: 't1' }, 'act'),
      by(members.operator, { type: 'roster.leave' }),
    ];
    expect(tell(...whileLost).state.session.acts[0]?.undo).toMatchObject({ turn: { lostMs: 9000 } });
    given(...whileLost)
      .when(undo, chair)
      .isRefused('floor.seatAbsent');
  });

  it('[SE12] not when the floor has gone on to another', () => {
    given(...ended, by(chair, { type: 'floor.give', seat: seats.iran }))
      .when(undo, chair)
      .isRefused('floor.heldByAnother');
    given(...ended, by(chair, { type: 'floor.give', seat: seats.norway }))
      .when(undo, chair)
      .isRefused('floor.seatHasTurn');
  });

  it('[SE12] not when the item of its list is over, or the seat has asked for the floor anew', () => {
    given(...ended, started('closing'))
      .when(undo, chair)
      .isRefused('session.undoOvertaken');
    given(...ended, request(norway, 'e9'))
      .when(undo, chair)
      .isRefused('session.undoOvertaken');
  });

  it('[SE12] not when the keynote or the round that it answered is over', () => {
    const keynoteEnded = [
      ...held(),
      started('keynote'),
      by(chair, { type: 'floor.give', seat: seats.keynote }, 't1'),
      take(members.keynote, 't1'),
      by(chair, { type: 'floor.endTurn', turn: 't1' }, 'act'),
    ];
    given(...keynoteEnded)
      .when(undo, chair)
      .happensOf('floor.called', 'session.undone');
    given(...keynoteEnded, started('qna'))
      .when(undo, chair)
      .isRefused('session.undoOvertaken');
    const answerEnded = [
      ...round,
      by(chair, { type: 'questions.startAnswer', round: 'r1' }, 't1'),
      take(members.keynote, 't1'),
      by(chair, { type: 'floor.endTurn', turn: 't1' }, 'act'),
    ];
    given(...answerEnded)
      .when(undo, chair)
      .happensOf('floor.called', 'session.undone');
    given(...answerEnded, by(chair, { type: 'questions.completeRound', round: 'r1' }))
      .when(undo, chair)
      .isRefused('session.nothingToUndo');
  });

  it('[SE11] [SE12] an asker comes back with the question, unless that was marked or its round completed', () => {
    const { state, ...outcome } = given(...askerEnded).when(undo, chair, 't2');
    outcome.happens(
      expect.objectContaining({ type: 'floor.called', turn: 't2', usedMs: 5000 }),
      { type: 'questions.returned', question: 'q1', status: 'inRound', round: 'r1' },
      { type: 'session.undone', of: 'act' },
    );
    expect(questionById(state, 'q1')?.status).toBe('inRound');
    const answering = by(chair, { type: 'questions.startAnswer', round: 'r1' });
    for (const later of [
      by(chair, { type: 'questions.mark', question: 'q1', mark: 'answered' }),
      by(chair, { type: 'questions.completeRound', round: 'r1' }),
      by(chair, { type: 'agenda.closeItem', item: items.qna }, 'other'),
    ])
      expect(acts(...askerEnded, answering, later)).not.toContain('act');
  });

  it('[SE11] a presiding or an interrupting turn is taken again by hand', () => {
    expect(
      acts(
        ...held(),
        by(chair, { type: 'floor.takeMicrophone' }, 't1'),
        by(chair, { type: 'floor.endTurn', turn: 't1' }),
      ),
    ).toEqual([]);
  });
});

describe('taking back a dismissal', () => {
  it('[SE11] puts the question where it stood, into its round if that still collects', () => {
    const collecting = [...held(), started('qna'), submitted(norway, 'q1'), openRound(items.qna, 'r1'), accepted('q1')];
    given(...held(), submitted(norway, 'q1'), dismissed)
      .when(undo, chair)
      .happensOf('questions.returned', 'session.undone');
    const { state } = tell(...collecting, dismissed, by(chair, undo));
    expect(questionById(state, 'q1')?.status).toBe('inRound');
    expect(state.questions.rounds[0]?.questions).toEqual(['q1']);
  });

  it('[SE11] a round that is full or over meanwhile leaves it accepted', () => {
    const full = [
      ...held({ questionsPerRound: 1 }),
      started('qna'),
      submitted(norway, 'q1'),
      submitted(iran, 'q2'),
      openRound(items.qna, 'r1'),
      accepted('q1'),
      dismissed,
      accepted('q2'),
    ];
    for (const steps of [full, [...full, closeRound('r1')]]) {
      const { state } = tell(...steps, by(chair, undo));
      expect(questionById(state, 'q1')?.status).toBe('accepted');
      expect(state.questions.rounds[0]?.questions).toEqual(['q2']);
    }
  });

  it('[SE12] not once it is restored', () => {
    const restored = by(chair, { type: 'questions.restore', question: 'q1' });
    given(...held(), submitted(norway, 'q1'), dismissed, restored)
      .when(undo, chair)
      .isRefused('session.nothingToUndo');
  });
});
