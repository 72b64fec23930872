import { describe, expect, it } from 'vitest';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell } from '../../testing/story.ts';
import type { Id } from '../words.ts';

const { chair, norway, iran } = members;

const acts = (...steps: Step[]): Id[] => tell(...steps).state.session.acts.map(({ id }) => id);
const undoOf = (of: Id, ...steps: Step[]) => tell(...steps).state.session.acts.find(({ id }) => id === of)?.undo;

const give = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);
const submit = (member: Id, question: Id, text = 'Why?'): Step =>
  by(member, { type: 'questions.submit', text, language: 'en' }, question);
const accept = (question: Id): Step => by(chair, { type: 'questions.accept', question });
const openRound = (item: Id, round: Id): Step => by(chair, { type: 'questions.openRound', item }, round);
const close = (item: Id, act: Id): Step => by(chair, { type: 'agenda.closeItem', item }, act);
const start = (item: Id, act: Id): Step => by(chair, { type: 'agenda.startItem', item }, act);
const note = (item: Id): Step => by(chair, { type: 'agenda.setNote', item, text: 'Water' });

/** Norway and Iran are called, one after the other. */
const two = (between: number): Step[] => [
  ...held(),
  by(chair, { type: 'floor.setMode', mode: 'directed' }),
  give(seats.norway, 'a1'),
  pass(between),
  give(seats.iran, 'a2'),
];

describe('the acts that can be taken back', () => {
  it('[SE11] are kept beside each other as long as each could be, the earlier one up to its last moment', () => {
    expect(acts(...two(10_000))).toEqual(['a1', 'a2']);
    expect(acts(...two(10_001))).toEqual(['a2']);
  });

  it('[SE12] go one by one: what happens to one call leaves the other', () => {
    expect(acts(...two(0), by(norway, { type: 'floor.take', turn: 'a1' }))).toEqual(['a2']);
    expect(acts(...two(0), by(chair, { type: 'session.undo', of: 'a1' }))).toEqual(['a2']);
  });

  it('[SE12] are not touched by words that read like what they concern', () => {
    const called = [...held(), started('qna'), give(seats.norway, 'a1')];
    expect(acts(...called, submit(iran, 'q1', 'a1'))).toEqual(['a1']);
    expect(
      acts(...called, submit(iran, 'q1'), by(iran, { type: 'questions.edit', question: 'q1', text: 'a1' })),
    ).toEqual(['a1']);
  });

  it('[SE12] the close of an item goes when that item or the one started in its place is noted on', () => {
    const moved = [...held(), started('opening'), start(items.qna, 'act')];
    expect(acts(...moved)).toEqual(['act']);
    expect(acts(...moved, note(items.opening))).toEqual([]);
    expect(acts(...moved, note(items.qna))).toEqual([]);
    expect(acts(...moved, note(items.keynote))).toEqual(['act']);
    const over = [...held(), started('opening'), close(items.opening, 'act')];
    expect(acts(...over, note(items.opening))).toEqual([]);
    expect(acts(...over, note(items.keynote))).toEqual(['act']);
  });
});

describe('what is kept of an item that is closed', () => {
  /** Of q1 and q2 in round r1 the first was read out; q3 is in a round of another item, q4 in one that is over. */
  const rounds = [
    ...held({ questionsPerRound: 2 }),
    started('keynote'),
    ...['q3', 'q1', 'q2', 'q4'].map((question) => submit(question === 'q1' ? norway : iran, question)),
    openRound(items.keynote, 'r0'),
    accept('q3'),
    by(chair, { type: 'questions.closeRound', round: 'r0' }),
    by(chair, { type: 'agenda.suspendItem', item: items.keynote }),
    started('qna'),
    openRound(items.qna, 'r1'),
    accept('q1'),
    accept('q2'),
    by(chair, { type: 'questions.closeRound', round: 'r1' }),
    by(chair, { type: 'questions.readOut', question: 'q1' }),
  ];

  it('[SE11] its rounds that were not over, with what waited in them and what was asked', () => {
    expect(undoOf('act', ...rounds, close(items.qna, 'act'))).toEqual({
      kind: 'close',
      item: items.qna,
      started: null,
      mode: 'moderated',
      spotlight: [seats.keynote],
      rounds: [
        {
          round: 'r1',
          status: 'closed',
          questions: [
            { question: 'q1', status: 'asked' },
            { question: 'q2', status: 'inRound' },
          ],
        },
      ],
    });
  });

  it('[SE12] so that it goes when one of those is touched, and not when another is', () => {
    const over = [...rounds, close(items.qna, 'act')];
    expect(acts(...over, accept('q4'))).toEqual(['act']);
    expect(acts(...over, by(chair, { type: 'questions.dismiss', question: 'q2' }))).not.toContain('act');
  });
});
