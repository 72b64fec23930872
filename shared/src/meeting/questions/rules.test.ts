import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { back, by, held, lost, pass, type Step, started, tell, wait } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import { isPublic, MOST_SUBMITTED, questionById } from './rules.ts';
import { type AnswerMark, QuestionStatus } from './schema.ts';

const { chair, moderator, norway, iran, india, pakistan, keynote } = members;

const chairs = (command: Command, id?: Id): Step => by(chair, command, id);
const submit = (member: Id, question: Id): Step =>
  by(member, { type: 'questions.submit', text: `Why? asks ${question}`, language: 'en' }, question);
const accept = (...questions: Id[]): Step[] =>
  questions.map((question) => chairs({ type: 'questions.accept', question }));
const openRound = (round: Id): Step => chairs({ type: 'questions.openRound', item: items.qna }, round);
const closeRound = (round: Id): Step => chairs({ type: 'questions.closeRound', round });
const callAsker = (question: Id, turn: Id): Step => chairs({ type: 'questions.callAsker', question }, turn);
const startAnswer = (round: Id, turn: Id): Step => chairs({ type: 'questions.startAnswer', round }, turn);
const mark = (question: Id, as: AnswerMark): Step => chairs({ type: 'questions.mark', question, mark: as });
const complete = (round: Id): Step => chairs({ type: 'questions.completeRound', round });
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const end = (turn: Id): Step => chairs({ type: 'floor.endTurn', turn });

/** Four questions are submitted, in the order q1 to q4. */
const four: Step[] = [
  ...held(),
  started('qna'),
  submit(norway, 'q1'),
  submit(iran, 'q2'),
  submit(india, 'q3'),
  submit(pakistan, 'q4'),
];
/** Round r1 collects q1 and q2. */
const collects: Step[] = [...four, openRound('r1'), ...accept('q1', 'q2')];
const isClosed: Step[] = [...collects, closeRound('r1')];
/** Round r1 is being answered, as turn t9. */
const answers: Step[] = [...isClosed, startAnswer('r1', 't9'), take(keynote, 't9')];

const statusOf = (state: MeetingState, ...questions: Id[]) => questions.map((id) => questionById(state, id)?.status);
const roundOf = (state: MeetingState, id: Id) => state.questions.rounds.find((round) => round.id === id);

describe('questions', () => {
  it('[QU1] are submitted as long as an item that takes them is not over', () => {
    given(...held(), pass(40))
      .when({ type: 'questions.submit', text: 'Why?', language: 'fa' }, norway, 'q1')
      .happens({
        type: 'questions.submitted',
        question: {
          id: 'q1',
          seat: seats.norway,
          text: { text: 'Why?' },
          language: 'fa',
          submittedAt: 40,
          status: 'submitted',
        },
      });
    given(...held(), started('keynote'), started('qna'), started('discussion'))
      .when({ type: 'questions.submit', text: 'Why?', language: 'fa' }, norway)
      .isRefused('questions.noQuestionTime');
  });

  it('[QU1] a seat has at most ten waiting', () => {
    const ten = Array.from({ length: MOST_SUBMITTED }, (_, index) => submit(norway, `q${index}`));
    const asks: Command = { type: 'questions.submit', text: 'Why?', language: 'en' };
    given(...held(), ...ten)
      .when(asks, norway)
      .isRefused({ code: 'questions.tooMany', most: 10 });
    given(...held(), ...ten, ...accept('q0'))
      .when(asks, norway)
      .happensOf('questions.submitted');
  });

  it('[QU2] are public from acceptance on, unless they are dismissed', () => {
    const hidden = QuestionStatus.options.filter((status) => !isPublic(status));
    expect(hidden).toEqual(['submitted', 'dismissed']);
  });

  it('[QU3] are accepted into the round that collects, or wait for the next', () => {
    given(...four)
      .when({ type: 'questions.accept', question: 'q1' }, moderator)
      .happens({ type: 'questions.accepted', question: 'q1', round: null });
    const { state } = tell(...four, openRound('r1'), ...accept('q2', 'q1', 'q3', 'q4'));
    expect(roundOf(state, 'r1')?.questions).toEqual(['q2', 'q1', 'q3']);
    expect(statusOf(state, 'q1', 'q4')).toEqual(['inRound', 'accepted']);
    given(...four, ...accept('q1'))
      .when({ type: 'questions.accept', question: 'q1' }, chair)
      .isRefused('questions.notSubmitted');
  });

  it('[QU4] are dismissed as long as they are not being answered, and leave the round that collects', () => {
    const dismiss: Command = { type: 'questions.dismiss', question: 'q1' };
    for (const steps of [four, [...four, ...accept('q1')], collects]) {
      const { state, ...outcome } = given(...steps).when(dismiss, moderator);
      outcome.happens({ type: 'questions.dismissed', question: 'q1' });
      expect(roundOf(state, 'r1')?.questions ?? []).not.toContain('q1');
    }
    for (const steps of [isClosed, answers])
      given(...steps)
        .when(dismiss, chair)
        .isRefused('questions.alreadyAsked');
  });

  it('[QU4] a deferred question is dismissed from those that wait', () => {
    const { state } = tell(...answers, complete('r1'), chairs({ type: 'questions.dismiss', question: 'q1' }));
    expect(statusOf(state, 'q1', 'q2')).toEqual(['dismissed', 'deferred']);
  });

  it('[QU5] are restored to where they were submitted', () => {
    const dismissed = [...collects, chairs({ type: 'questions.dismiss', question: 'q1' })];
    given(...dismissed)
      .when({ type: 'questions.restore', question: 'q1' }, chair)
      .happens({ type: 'questions.restored', question: 'q1' });
    const { state } = tell(...dismissed, chairs({ type: 'questions.restore', question: 'q1' }));
    expect(statusOf(state, 'q1')).toEqual(['submitted']);
    given(...collects)
      .when({ type: 'questions.restore', question: 'q1' }, chair)
      .isRefused('questions.notDismissed');
  });
});

describe('rounds', () => {
  it('[QU6] are opened for an item that takes questions and is not over, one at a time', () => {
    given(...four)
      .when({ type: 'questions.openRound', item: items.qna }, chair, 'r1')
      .happens({ type: 'questions.roundOpened', round: 'r1', item: items.qna, number: 1, size: 3, questions: [] });
    given(...four, openRound('r1'))
      .when({ type: 'questions.openRound', item: items.qna }, chair)
      .isRefused('questions.roundStillOpen');
    given(...four)
      .when({ type: 'questions.openRound', item: items.discussion }, chair)
      .isRefused('questions.itemTakesNone');
    given(...four, started('discussion'))
      .when({ type: 'questions.openRound', item: items.qna }, chair)
      .isRefused('questions.itemTakesNone');
    given(...answers)
      .when({ type: 'questions.openRound', item: items.qna }, chair)
      .happensOf('questions.roundOpened');
  });

  it('[QU7] are closed when they have a question', () => {
    given(...collects)
      .when({ type: 'questions.closeRound', round: 'r1' }, moderator)
      .happens({ type: 'questions.roundClosed', round: 'r1' });
    given(...four, openRound('r1'))
      .when({ type: 'questions.closeRound', round: 'r1' }, chair)
      .isRefused('questions.roundEmpty');
    given(...isClosed)
      .when({ type: 'questions.closeRound', round: 'r1' }, chair)
      .isRefused('questions.roundNotCollecting');
  });

  it('[QU8] call their askers once they are closed', () => {
    const asker: Command = { type: 'questions.callAsker', question: 'q1' };
    given(...collects)
      .when(asker, chair)
      .isRefused('questions.roundStillOpen');
    given(...isClosed)
      .when(asker, chair, 't1')
      .happens(
        expect.objectContaining({
          type: 'floor.called',
          seat: seats.norway,
          purpose: { kind: 'question', question: 'q1' },
          limitMs: 90_000,
        }),
      );
    given(...isClosed, lost(norway))
      .when(asker, chair)
      .isRefused('floor.seatAbsent');
    given(...isClosed, callAsker('q1', 't1'), take(norway, 't1'), end('t1'))
      .when(asker, chair)
      .isRefused('questions.notInRound');
    given(...isClosed)
      .when({ type: 'questions.callAsker', question: 'q3' }, chair)
      .isRefused('questions.notInRound');
  });

  it('[QU9] a question whose asker has spoken is asked, one whose call was not answered is not', () => {
    given(...isClosed, callAsker('q1', 't1'), take(norway, 't1'))
      .when({ type: 'floor.endTurn', turn: 't1' }, norway)
      .happensOf('floor.turnEnded', 'questions.asked');
    expect(statusOf(tell(...isClosed, callAsker('q1', 't1'), wait(20_000)).state, 'q1')).toEqual(['inRound']);
  });

  it('[QU9] a question that is marked already stays as it is marked', () => {
    const suspended = [callAsker('q1', 't1'), take(norway, 't1'), lost(norway), wait(15_000), back(norway)];
    given(...isClosed, ...suspended, startAnswer('r1', 't9'), mark('q1', 'answered'))
      .when({ type: 'floor.endTurn', turn: 't1' }, chair)
      .happensOf('floor.turnEnded');
  });

  it('[QU10] once closed, the seat that answers for the item is called', () => {
    given(...isClosed)
      .when({ type: 'questions.startAnswer', round: 'r1' }, chair, 't9')
      .happens(
        { type: 'questions.answerStarted', round: 'r1' },
        expect.objectContaining({
          type: 'floor.called',
          turn: 't9',
          seat: seats.keynote,
          purpose: { kind: 'answer', round: 'r1' },
          limitMs: 600_000,
        }),
      );
    given(...collects)
      .when({ type: 'questions.startAnswer', round: 'r1' }, chair)
      .isRefused('questions.roundNotClosed');
    given(...isClosed, callAsker('q1', 't1'))
      .when({ type: 'questions.startAnswer', round: 'r1' }, chair)
      .isRefused('floor.heldByAnother');
  });

  it('[QU11] are ticked while they are answered, and may be ticked anew', () => {
    const { state } = tell(...answers, mark('q1', 'deferred'), mark('q1', 'partlyAnswered'), mark('q2', 'answered'));
    expect(statusOf(state, 'q1', 'q2')).toEqual(['partlyAnswered', 'answered']);
    given(...isClosed)
      .when({ type: 'questions.mark', question: 'q1', mark: 'answered' }, chair)
      .isRefused('questions.roundNotAnswering');
    given(...answers)
      .when({ type: 'questions.mark', question: 'q3', mark: 'answered' }, chair)
      .isRefused('questions.roundNotAnswering');
  });

  it('[QU11] a question that was dismissed out of the round is none of its cards', () => {
    given(...answers, mark('q1', 'deferred'), chairs({ type: 'questions.dismiss', question: 'q1' }))
      .when({ type: 'questions.mark', question: 'q1', mark: 'answered' }, chair)
      .isRefused('questions.notInRound');
  });

  it('[QU12] completing defers what is unmarked and ends the turns of the round', () => {
    given(...answers, mark('q1', 'answered'), pass(700))
      .when({ type: 'questions.completeRound', round: 'r1' }, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't9', reason: 'ended', usedMs: 700 },
        { type: 'questions.roundCompleted', round: 'r1', deferred: ['q2'] },
      );
    given(...isClosed)
      .when({ type: 'questions.completeRound', round: 'r1' }, chair)
      .isRefused('questions.roundNotAnswering');
    given(...isClosed, startAnswer('r1', 't9'))
      .when({ type: 'questions.completeRound', round: 'r1' }, chair)
      .happens(
        { type: 'floor.turnEnded', turn: 't9', reason: 'takenBack', usedMs: 0 },
        { type: 'questions.roundCompleted', round: 'r1', deferred: ['q1', 'q2'] },
      );
  });

  it('[QU12] an asker who is suspended does not come back into a round that is completed', () => {
    const suspended = [callAsker('q1', 't1'), take(norway, 't1'), lost(norway), wait(15_000)];
    const { state } = tell(...isClosed, ...suspended, startAnswer('r1', 't9'), complete('r1'));
    expect(state.floor.turns).toEqual([]);
    expect(statusOf(state, 'q1')).toEqual(['deferred']);
  });

  it('[QU12] a question that a newer round has taken stays in that round', () => {
    const { state } = tell(...answers, mark('q1', 'deferred'), openRound('r2'), complete('r1'));
    expect(roundOf(state, 'r2')?.questions).toEqual(['q1']);
    expect(statusOf(state, 'q1', 'q2')).toEqual(['inRound', 'deferred']);
  });

  it('[QU13] the end of an answer turn does not complete the round, and another may be started', () => {
    const { state, when } = given(...answers, end('t9'));
    expect(roundOf(state, 'r1')?.status).toBe('answering');
    when({ type: 'questions.startAnswer', round: 'r1' }, chair).happensOf('floor.called');
  });

  it('[QU14] the next round takes the deferred first, then the accepted, each by order of submission', () => {
    const { state } = tell(
      ...four,
      ...accept('q1'),
      openRound('r1'),
      ...accept('q4', 'q3'),
      closeRound('r1'),
      submit(norway, 'q5'),
      ...accept('q5', 'q2'),
      startAnswer('r1', 't9'),
      mark('q1', 'answered'),
      complete('r1'),
      openRound('r2'),
    );
    expect(roundOf(state, 'r2')).toMatchObject({ number: 2, questions: ['q3', 'q4', 'q2'] });
    expect(statusOf(state, 'q5')).toEqual(['accepted']);
  });

  it('[QU15] are completed with their item, so that an empty one holds up none to come', () => {
    given(...four, openRound('r1'))
      .when({ type: 'agenda.closeItem', item: items.qna }, chair)
      .happens(
        { type: 'questions.roundCompleted', round: 'r1', deferred: [] },
        expect.objectContaining({ type: 'agenda.itemClosed' }),
      );
    const { state } = tell(...isClosed, started('closing'));
    expect(roundOf(state, 'r1')?.status).toBe('completed');
    expect(statusOf(state, 'q1', 'q2')).toEqual(['deferred', 'deferred']);
  });

  it('[QU15] are completed when their item is dropped before it began', () => {
    given(...held(), submit(norway, 'q1'), openRound('r1'), ...accept('q1'))
      .when({ type: 'agenda.dropItem', item: items.qna }, chair)
      .happens(
        { type: 'questions.roundCompleted', round: 'r1', deferred: ['q1'] },
        { type: 'agenda.itemDropped', item: items.qna },
      );
  });
});
