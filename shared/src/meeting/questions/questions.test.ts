import { describe, expect, it } from 'vitest';
import {
  accept,
  answers,
  chairs,
  collects,
  complete,
  dismiss,
  four,
  isClosed,
  statusOf,
  submit,
} from '../../testing/asking.ts';
import { given } from '../../testing/given.ts';
import { items, members, seats } from '../../testing/sample.ts';
import { by, held, pass, type Step, started, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { isPublic, questionById, roundById } from './pool.ts';
import { MOST_SUBMITTED } from './rules.ts';
import { QuestionStatus } from './schema.ts';

const { chair, moderator, norway, iran, india } = members;

type Submission = Extract<Command, { type: 'questions.submit' }>;
const asks = (kind: Partial<Submission> = {}): Submission => ({
  type: 'questions.submit',
  text: 'Why?',
  language: 'fa',
  ...kind,
});
const edits = (change: Partial<Extract<Command, { type: 'questions.edit' }>>): Command => ({
  type: 'questions.edit',
  question: 'q1',
  ...change,
});
const withdraw = (question: Id, member: Id = norway): Step => by(member, { type: 'questions.withdraw', question });
const ten = Array.from({ length: MOST_SUBMITTED }, (_, index) => submit(norway, `n${index}`));

/** What every question has that has only just been submitted. */
const untouched = {
  status: 'submitted',
  live: false,
  anonymous: false,
  addressee: null,
  followUp: null,
  translation: null,
  labels: [],
  mergedInto: null,
  votes: 0,
  voters: [],
  left: null,
  answer: null,
};

describe('submitting a question', () => {
  it('[QU1] is possible as long as an item that takes questions is not over', () => {
    given(...held(), pass(40))
      .when(asks(), norway, 'q1')
      .happens({
        type: 'questions.submitted',
        question: {
          id: 'q1',
          seat: seats.norway,
          text: { text: 'Why?' },
          language: 'fa',
          submittedAt: 40,
          ...untouched,
        },
      });
    given(...held(), started('keynote'), started('qna'), started('discussion'))
      .when(asks(), norway)
      .isRefused('questions.noQuestionTime');
  });

  it('[QU1] a seat has at most ten waiting, whatever other seats have', () => {
    expect(MOST_SUBMITTED).toBe(10);
    given(...held(), ...ten.slice(1))
      .when(asks(), norway)
      .happensOf('questions.submitted');
    given(...held(), ...ten)
      .when(asks(), norway)
      .isRefused({ code: 'questions.tooMany', most: 10 });
    given(...held(), ...ten)
      .when(asks(), iran)
      .happensOf('questions.submitted');
    given(...held(), ...ten, ...accept('n0'))
      .when(asks(), norway)
      .happensOf('questions.submitted');
  });

  it('[QU17] has a text unless it is asked live, with its topic or nothing at all', () => {
    given(...held())
      .when(asks({ text: null }), norway)
      .isRefused('questions.textNeeded');
    given(...held())
      .when(asks({ text: null, live: true }), norway)
      .happens({
        type: 'questions.submitted',
        question: expect.objectContaining({ text: null, live: true, anonymous: false }),
      });
    given(...held())
      .when(asks({ text: 'Water', live: true }), norway)
      .happens({
        type: 'questions.submitted',
        question: expect.objectContaining({ text: { text: 'Water' }, live: true }),
      });
  });

  it('[QU17] may be anonymous, unless it is asked live', () => {
    given(...held())
      .when(asks({ anonymous: true }), norway)
      .happens({ type: 'questions.submitted', question: expect.objectContaining({ anonymous: true }) });
    given(...held())
      .when(asks({ anonymous: true, live: true }), norway)
      .isRefused('questions.liveIsNamed');
  });

  it('[QU17] may be for any seat of the meeting', () => {
    given(...held())
      .when(asks({ addressee: seats.india }), norway)
      .happens({ type: 'questions.submitted', question: expect.objectContaining({ addressee: seats.india }) });
    given(...held())
      .when(asks({ addressee: 's-nobody' }), norway)
      .isRefused('floor.unknownSeat');
  });

  it('[QU18] follows up one that is public, and tells of no other', () => {
    given(...four, ...accept('q1'))
      .when(asks({ followUp: 'q1' }), iran)
      .happens({ type: 'questions.submitted', question: expect.objectContaining({ followUp: 'q1' }) });
    for (const member of [norway, iran])
      given(...four)
        .when(asks({ followUp: 'q1' }), member)
        .isRefused('questions.unknownQuestion');
    given(...four)
      .when(asks({ followUp: 'nothing' }), iran)
      .isRefused('questions.unknownQuestion');
  });
});

describe('what the asker does with a question', () => {
  it('[QU19] edits it until it is accepted, leaving what is not named', () => {
    given(...four)
      .when(edits({ text: 'How?' }), norway)
      .happens({
        type: 'questions.edited',
        question: 'q1',
        text: { text: 'How?' },
        language: 'en',
        anonymous: false,
        addressee: null,
      });
    const all = edits({ language: 'fa', anonymous: true, addressee: seats.india });
    const { state } = given(...four).when(all, norway);
    const changed = { text: { text: 'Why? asks q1' }, language: 'fa', anonymous: true, addressee: seats.india };
    expect(questionById(state, 'q1')).toMatchObject(changed);
    const { state: back } = given(...four, by(norway, all)).when(edits({ addressee: null }), norway);
    expect(questionById(back, 'q1')).toMatchObject({ ...changed, addressee: null });
    expect(questionById(state, 'q2')).toEqual(questionById(tell(...four).state, 'q2'));
  });

  it('[QU19] [QU17] an edited question is held to what a new one is', () => {
    given(...four)
      .when(edits({ text: null }), norway)
      .isRefused('questions.textNeeded');
    given(...four)
      .when(edits({ addressee: 's-nobody' }), norway)
      .isRefused('floor.unknownSeat');
    const live = [...held(), submit(norway, 'q1', { live: true })];
    given(...live)
      .when(edits({ anonymous: true }), norway)
      .isRefused('questions.liveIsNamed');
    const { state } = given(...live).when(edits({ text: null }), norway);
    expect(questionById(state, 'q1')?.text).toBeNull();
    given(...held(), submit(norway, 'q1', { live: true, text: null }))
      .when(edits({ addressee: seats.india }), norway)
      .happens(expect.objectContaining({ text: null, addressee: seats.india }));
  });

  it('[QU19] nobody else edits it, and nobody once it is accepted', () => {
    for (const other of [iran, chair])
      given(...four)
        .when(edits({ text: 'How?' }), other)
        .isRefused('questions.notYours');
    given(...four, ...accept('q1'))
      .when(edits({ text: 'How?' }), norway)
      .isRefused('questions.notSubmitted');
  });

  it('[QU19] withdraws it as long as it is not asked, and submits it again', () => {
    const deferred = [...answers, complete('r1')];
    for (const steps of [four, [...four, ...accept('q1')], collects, deferred]) {
      const { state, ...outcome } = given(...steps).when({ type: 'questions.withdraw', question: 'q1' }, norway);
      outcome.happens({ type: 'questions.withdrawn', question: 'q1' });
      expect(statusOf(state, 'q1')).toEqual(['withdrawn']);
    }
    expect(roundById(tell(...collects, withdraw('q1')).state, 'r1')?.questions).toEqual(['q2']);
    given(...isClosed)
      .when({ type: 'questions.withdraw', question: 'q1' }, norway)
      .isRefused('questions.alreadyAsked');
    for (const other of [iran, chair])
      given(...four)
        .when({ type: 'questions.withdraw', question: 'q1' }, other)
        .isRefused('questions.notYours');
    given(...collects, withdraw('q1'))
      .when({ type: 'questions.restore', question: 'q1' }, norway)
      .happens({ type: 'questions.restored', question: 'q1' });
    given(...collects, withdraw('q1'))
      .when({ type: 'questions.restore', question: 'q1' }, chair)
      .isRefused('questions.notYours');
  });

  it('[QU1] [QU19] has at most ten waiting when it is submitted again too', () => {
    given(...held(), submit(norway, 'q1'), withdraw('q1'), ...ten)
      .when({ type: 'questions.restore', question: 'q1' }, norway)
      .isRefused({ code: 'questions.tooMany', most: 10 });
  });
});

describe('what those who run the meeting do with a question', () => {
  it('[QU2] it is public from acceptance on, unless it is dismissed, merged or withdrawn', () => {
    const hidden = QuestionStatus.options.filter((status) => !isPublic(status));
    expect(hidden).toEqual(['submitted', 'dismissed', 'merged', 'withdrawn']);
  });

  it('[QU3] they accept it into the round that collects, or let it wait for the next', () => {
    given(...four)
      .when({ type: 'questions.accept', question: 'q1' }, moderator)
      .happens({ type: 'questions.accepted', question: 'q1', round: null });
    const opened = chairs({ type: 'questions.openRound', item: items.qna }, 'r1');
    const { state } = tell(...four, opened, ...accept('q2', 'q1', 'q3', 'q4'));
    expect(roundById(state, 'r1')?.questions).toEqual(['q2', 'q1', 'q3']);
    expect(statusOf(state, 'q1', 'q4')).toEqual(['inRound', 'accepted']);
    given(...four, ...accept('q1'))
      .when({ type: 'questions.accept', question: 'q1' }, chair)
      .isRefused('questions.notSubmitted');
  });

  it('[QU4] they dismiss it as long as it is not being answered, and it leaves the round that collects', () => {
    for (const steps of [four, [...four, ...accept('q1')], collects]) {
      const { state, ...outcome } = given(...steps).when({ type: 'questions.dismiss', question: 'q1' }, moderator);
      outcome.happens({ type: 'questions.dismissed', question: 'q1' });
      expect(roundById(state, 'r1')?.questions ?? []).not.toContain('q1');
    }
    for (const steps of [isClosed, answers])
      given(...steps)
        .when({ type: 'questions.dismiss', question: 'q1' }, chair)
        .isRefused('questions.alreadyAsked');
  });

  it('[QU4] a deferred question is dismissed from those that wait, and the round that it was asked in keeps it', () => {
    const { state } = tell(...answers, complete('r1'), dismiss('q1'));
    expect(statusOf(state, 'q1', 'q2')).toEqual(['dismissed', 'deferred']);
    expect(roundById(state, 'r1')?.questions).toEqual(['q1', 'q2']);
  });

  it('[QU5] they restore it to where it was submitted, and nobody else does', () => {
    const dismissed = [...collects, dismiss('q1')];
    given(...dismissed)
      .when({ type: 'questions.restore', question: 'q1' }, chair)
      .happens({ type: 'questions.restored', question: 'q1' });
    const { state } = tell(...dismissed, by(moderator, { type: 'questions.restore', question: 'q1' }));
    expect(statusOf(state, 'q1')).toEqual(['submitted']);
    given(...dismissed)
      .when({ type: 'questions.restore', question: 'q1' }, norway)
      .isRefused({ code: 'role.required', roles: ['chair', 'moderator'] });
    given(...collects)
      .when({ type: 'questions.restore', question: 'q1' }, chair)
      .isRefused('questions.notDismissed');
  });

  it('[PE5] a question that is not there is refused by its id', () => {
    given(...four)
      .when({ type: 'questions.withdraw', question: 'q9' }, india)
      .isRefused('questions.unknownQuestion');
  });
});
