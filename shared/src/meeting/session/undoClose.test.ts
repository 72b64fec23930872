import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats, startsAt } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell } from '../../testing/story.ts';
import { itemById } from '../agenda/rules.ts';
import type { Command } from '../messages.ts';
import { questionById } from '../questions/pool.ts';
import type { Id } from '../words.ts';

const { chair, moderator, norway } = members;

const undo: Command = { type: 'session.undo', of: 'act' };
const acts = (...steps: Step[]) => tell(...steps).state.session.acts.map(({ id }) => id);
const request = (member: Id, entry: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, entry);
const openRound = (item: Id, round: Id): Step => by(chair, { type: 'questions.openRound', item }, round);
/** Round r1 holds q1 of Norway and is closed. */
const round: Step[] = [
  ...held(),
  started('qna'),
  by(norway, { type: 'questions.submit', text: 'Why?', language: 'en' }, 'q1'),
  openRound(items.qna, 'r1'),
  by(chair, { type: 'questions.accept', question: 'q1' }),
  by(chair, { type: 'questions.closeRound', round: 'r1' }),
];

describe('taking back the close of an item', () => {
  const closed: Step[] = [...round, pass(60_000), by(chair, { type: 'agenda.closeItem', item: items.qna }, 'act')];
  const replaced: Step[] = [
    ...held(),
    started('keynote'),
    by(chair, { type: 'keynote.setSpotlight', seats: [seats.keynote, seats.iran] }),
    pass(60_000),
    by(chair, { type: 'agenda.startItem', item: items.discussion }, 'act'),
  ];

  it('[SE11] lets it go on with its rounds and the time it was held', () => {
    const { state, ...outcome } = given(...closed, pass(5000)).when(undo, chair);
    outcome.happens(
      { type: 'agenda.itemReopened', item: items.qna },
      { type: 'agenda.itemStarted', item: items.qna, moment: { at: 65_000, wall: startsAt + 65_000 } },
      {
        type: 'questions.roundReturned',
        round: 'r1',
        status: 'closed',
        questions: [{ question: 'q1', status: 'inRound' }],
      },
      { type: 'session.undone', of: 'act' },
    );
    expect(state.agenda.current).toBe(items.qna);
    expect(itemById(state, items.qna)).toMatchObject({ status: 'active', heldMs: 60_000, ended: null });
    expect(questionById(state, 'q1')?.status).toBe('inRound');
  });

  it('[SE11] when another was started in its place, that one waits, and mode and spotlight are as they were', () => {
    const { state, ...outcome } = given(...replaced, pass(5000)).when(undo, moderator);
    outcome.happensOf(
      'agenda.itemSuspended',
      'agenda.itemReopened',
      'agenda.itemStarted',
      'floor.modeSet',
      'keynote.spotlightSet',
      'session.undone',
    );
    expect(state.agenda.current).toBe(items.keynote);
    expect(state.floor.mode).toBe('presentation');
    expect(state.keynote.spotlight).toEqual([seats.keynote, seats.iran]);
    expect(itemById(state, items.discussion)).toMatchObject({ status: 'suspended', heldMs: 5000 });
  });

  it('[SE12] not while another seat has a turn; the presiding microphone ends with the item', () => {
    given(...replaced, by(chair, { type: 'floor.give', seat: seats.norway }))
      .when(undo, chair)
      .isRefused('session.undoOvertaken');
    given(...replaced, by(chair, { type: 'floor.takeMicrophone' }))
      .when(undo, chair)
      .happensOf(
        'floor.turnEnded',
        'agenda.itemSuspended',
        'agenda.itemReopened',
        'agenda.itemStarted',
        'floor.modeSet',
        'keynote.spotlightSet',
        'session.undone',
      );
  });

  it('[SE12] not when the meeting has gone on to another item, changed this one or its questions', () => {
    const { state, when } = given(...closed, started('discussion'));
    expect(state.session.acts.map(({ id }) => id)).toContain('act');
    when(undo, chair).isRefused('session.undoOvertaken');
    for (const later of [
      by(chair, { type: 'agenda.reopenItem', item: items.qna }),
      by(chair, { type: 'agenda.setNote', item: items.qna, text: 'Too soon' }),
      by(chair, { type: 'questions.dismiss', question: 'q1' }, 'other'),
    ])
      expect(acts(...closed, later)).not.toContain('act');
    expect(acts(...replaced, request(norway, 'e1'))).toEqual(['act']);
  });

  it('[SE12] not when its round collected and another round collects now', () => {
    const collecting = [...held(), started('qna'), openRound(items.qna, 'r1')];
    given(
      ...collecting,
      by(chair, { type: 'agenda.closeItem', item: items.qna }, 'act'),
      openRound(items.keynote, 'r2'),
    )
      .when(undo, chair)
      .isRefused('session.undoOvertaken');
  });

  it('[SE4] [SE11] adjourning leaves nothing to take back', () => {
    expect(acts(...closed, by(chair, { type: 'session.adjourn' }))).toEqual([]);
  });
});
