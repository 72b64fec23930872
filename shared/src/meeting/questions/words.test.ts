import { describe, expect, it } from 'vitest';
import {
  accept,
  answers,
  carry,
  chairs,
  closeRound,
  complete,
  dismiss,
  four,
  isClosed,
  mark,
  openRound,
  startAnswer,
  statusOf,
  submit,
} from '../../testing/asking.ts';
import { given } from '../../testing/given.ts';
import { members, sampleMeeting, seats } from '../../testing/sample.ts';
import { by, enter, held, type Step, started, system, tell } from '../../testing/story.ts';
import type { Command } from '../messages.ts';
import type { Id } from '../words.ts';
import { questionById } from './pool.ts';

const { chair, moderator, norway, iran, india, pakistan, keynote } = members;

const translates = (text: string | null, language = 'fa'): Command => ({
  type: 'questions.translate',
  question: 'q1',
  text,
  language,
});
const persian = { language: 'fa', text: { text: 'چرا؟' } };
const voted = (up: boolean, question: Id = 'q1'): Command => ({ type: 'questions.vote', question, up });
const writes = (question: Id = 'q1'): Command => ({
  type: 'questions.answerInWriting',
  question,
  text: 'Because.',
  language: 'en',
});
const allows = (policy: { upvotes?: boolean; typedAnswers?: boolean }): Step =>
  chairs({ type: 'session.changePolicy', ...policy });

/** Where q1 stands once it is answered in writing. */
const statusAfter = (...steps: Step[]) =>
  statusOf(given(...steps, allows({ typedAnswers: true })).when(writes(), keynote).state, 'q1')[0];

/** The sample meeting with an interpreter, and a question that is only submitted. */
function withInterpreter(): Step[] {
  const plan = sampleMeeting();
  const seat: (typeof plan.seats)[number] = {
    id: 's-interpreter',
    role: 'interpreter',
    delegation: null,
    members: [{ id: 'm-interpreter', kind: 'principal' }],
  };
  return [
    system({ ...plan, seats: [...plan.seats, seat] }),
    enter(chair),
    enter(norway),
    enter('m-interpreter'),
    chairs({ type: 'session.open' }),
    started('qna'),
    submit(norway, 'q1'),
  ];
}

describe('the translation of a question', () => {
  it('[QU25] is kept beside its words, and may be given anew or taken away', () => {
    const { state, ...outcome } = given(...four).when(translates('چرا؟'), moderator);
    outcome.happens({ type: 'questions.translated', question: 'q1', translation: persian });
    expect(questionById(state, 'q1')).toMatchObject({ text: { text: 'Why? asks q1' }, translation: persian });
    const told = [...four, chairs(translates('چرا؟'))];
    given(...told)
      .when(translates(null), chair)
      .happens({ type: 'questions.translated', question: 'q1', translation: null });
    given(...told)
      .when(translates('Pourquoi ?', 'fr'), chair)
      .happens({
        type: 'questions.translated',
        question: 'q1',
        translation: { language: 'fr', text: { text: 'Pourquoi ?' } },
      });
  });

  it('[QU25] is given by managers, by its seat, and by interpreters once it is public', () => {
    for (const member of [chair, moderator, norway])
      given(...four)
        .when(translates('چرا؟'), member)
        .happensOf('questions.translated');
    for (const steps of [four, [...four, ...accept('q1')]])
      given(...steps)
        .when(translates('چرا؟'), iran)
        .isRefused('questions.notYours');
    given(...withInterpreter())
      .when(translates('چرا؟'), 'm-interpreter')
      .isRefused('questions.notYours');
    given(...withInterpreter(), ...accept('q1'))
      .when(translates('چرا؟'), 'm-interpreter')
      .happensOf('questions.translated');
  });

  it('[QU25] is in another language, of a question that has words', () => {
    given(...four)
      .when(translates('Why indeed?', 'en'), chair)
      .isRefused('questions.sameLanguage');
    given(...four)
      .when(translates(null, 'en'), chair)
      .isRefused('questions.nothingToTranslate');
    given(...four, chairs(translates('چرا؟')))
      .when(translates(null, 'en'), chair)
      .happensOf('questions.translated');
    given(...held(), submit(norway, 'q1', { live: true, text: null }))
      .when(translates('چرا؟'), chair)
      .isRefused('questions.nothingToTranslate');
  });

  it('[QU25] goes when the words or their language are edited, and stays when anything else is', () => {
    const told = [...four, chairs(translates('چرا؟'))];
    const edits = (change: Partial<Extract<Command, { type: 'questions.edit' }>>) =>
      given(...told).when({ type: 'questions.edit', question: 'q1', ...change }, norway);
    edits({ text: 'How?' }).happens(expect.objectContaining({ type: 'questions.edited' }), {
      type: 'questions.translated',
      question: 'q1',
      translation: null,
    });
    edits({ language: 'fr' }).happensOf('questions.edited', 'questions.translated');
    edits({ text: 'Why? asks q1', language: 'en' }).happensOf('questions.edited');
    edits({ addressee: seats.india }).happensOf('questions.edited');
    given(...four)
      .when({ type: 'questions.edit', question: 'q1', text: 'How?' }, norway)
      .happensOf('questions.edited');
    given(...held(), submit(norway, 'q1', { live: true, text: 'Water' }), chairs(translates('آب')))
      .when({ type: 'questions.edit', question: 'q1', text: null }, norway)
      .happensOf('questions.edited', 'questions.translated');
  });
});

describe('the labels of a question', () => {
  it('[QU27] are given by a manager, each once, in place of those before', () => {
    const { state, ...outcome } = given(...four).when(
      { type: 'questions.label', question: 'q1', labels: ['Water', 'Borders', 'Water'] },
      moderator,
    );
    outcome.happens({
      type: 'questions.labelled',
      question: 'q1',
      labels: [{ text: 'Water' }, { text: 'Borders' }],
    });
    expect(questionById(state, 'q1')?.labels).toEqual([{ text: 'Water' }, { text: 'Borders' }]);
    const { state: bare } = given(...four).when({ type: 'questions.label', question: 'q1', labels: [] }, chair);
    expect(questionById(bare, 'q1')?.labels).toEqual([]);
  });
});

describe('votes for a question', () => {
  const open = [...four, allows({ upvotes: true }), ...accept('q1')];

  it('[QU26] are off by default, and only where the meeting allows them', () => {
    given(...four, ...accept('q1'))
      .when(voted(true), iran)
      .isRefused('questions.votesOff');
    given(...open, allows({ upvotes: false }))
      .when(voted(true), iran)
      .isRefused('questions.votesOff');
  });

  it('[QU26] each seat votes once for a question of another, and may take the vote back', () => {
    given(...open)
      .when(voted(true), iran)
      .happens({ type: 'questions.voted', question: 'q1', seat: seats.iran, up: true, votes: 1 });
    const once = [...open, by(iran, voted(true))];
    given(...once)
      .when(voted(true), members.iranAide)
      .isRefused('questions.votedAlready');
    const { state } = given(...once).when(voted(true), india);
    expect(questionById(state, 'q1')).toMatchObject({ votes: 2, voters: [seats.iran, seats.india] });
    const { state: back, ...outcome } = given(...once, by(india, voted(true))).when(voted(false), iran);
    outcome.happens({ type: 'questions.voted', question: 'q1', seat: seats.iran, up: false, votes: 1 });
    expect(questionById(back, 'q1')).toMatchObject({ votes: 1, voters: [seats.india] });
    given(...open)
      .when(voted(false), iran)
      .isRefused('questions.notVoted');
    given(...open)
      .when(voted(true), norway)
      .isRefused('questions.ownQuestion');
  });

  it('[QU26] while the question waits or stands in a round', () => {
    const votes = allows({ upvotes: true });
    for (const steps of [open, [...isClosed, votes], [...answers, complete('r1'), votes]])
      given(...steps)
        .when(voted(true), india)
        .happensOf('questions.voted');
    for (const steps of [
      [...four, votes],
      [...open, dismiss('q1')],
      [...answers, votes, mark('q1', 'answered')],
      [...answers, votes, mark('q1', 'partlyAnswered')],
      [...isClosed, votes, chairs({ type: 'questions.readOut', question: 'q1' })],
    ])
      given(...steps)
        .when(voted(true), india)
        .isRefused('questions.notVotable');
  });
});

describe('an answer in writing', () => {
  const typed = [...four, allows({ typedAnswers: true }), ...accept('q1')];
  const answer = { language: 'en', text: { text: 'Because.' } };
  const answered = (status: string) => ({ type: 'questions.answeredInWriting', question: 'q1', answer, status });

  it('[QU24] is off by default, but for a question that was sent there', () => {
    given(...four, ...accept('q1'))
      .when(writes(), keynote)
      .isRefused('questions.typedOff');
    for (const to of ['nextRound', 'nextMeeting'] as const)
      given(...four, ...accept('q1'), carry('q1', to))
        .when(writes(), keynote)
        .isRefused('questions.typedOff');
    given(...four, ...accept('q1'), carry('q1', 'writtenReply'))
      .when(writes(), keynote)
      .happens(answered('answered'));
    given(...typed)
      .when(writes(), keynote)
      .happens(answered('answered'));
  });

  it('[QU24] may be written anew, whatever the meeting allows by then', () => {
    const { state, ...outcome } = given(...typed, by(keynote, writes()), allows({ typedAnswers: false })).when(
      { type: 'questions.answerInWriting', question: 'q1', text: 'Therefore.', language: 'fa' },
      keynote,
    );
    outcome.happensOf('questions.answeredInWriting');
    expect(questionById(state, 'q1')).toMatchObject({
      status: 'answered',
      answer: { language: 'fa', text: { text: 'Therefore.' } },
    });
  });

  it('[QU24] is of a seat that answers for an item of questions, or that the question is for', () => {
    const forPakistan = [
      ...held({ typedAnswers: true }),
      submit(norway, 'q1', { addressee: seats.pakistan }),
      ...accept('q1'),
    ];
    for (const member of [pakistan, keynote])
      given(...forPakistan)
        .when(writes(), member)
        .happensOf('questions.answeredInWriting');
    for (const member of [norway, india, chair])
      given(...forPakistan)
        .when(writes(), member)
        .isRefused('questions.notRespondent');
    given(...typed)
      .when(writes(), pakistan)
      .isRefused('questions.notRespondent');
    const asOpener = chairs({ type: 'agenda.changeItem', item: 'i-discussion', speaker: seats.india });
    given(...typed, asOpener)
      .when(writes(), india)
      .isRefused('questions.notRespondent');
  });

  it('[QU24] is of a question that is public', () => {
    for (const steps of [typed, [...typed, dismiss('q1')]])
      given(...steps)
        .when(writes(steps === typed ? 'q2' : 'q1'), keynote)
        .isRefused('questions.notWaiting');
  });

  it('[QU24] answers a question that stands in no round, and leaves to the round what is in one', () => {
    const deferred = [...answers, mark('q1', 'deferred')];
    expect(statusAfter(...isClosed)).toBe('inRound');
    expect(statusAfter(...deferred)).toBe('deferred');
    expect(statusAfter(...answers, mark('q1', 'partlyAnswered'))).toBe('partlyAnswered');
    expect(statusAfter(...deferred, complete('r1'))).toBe('answered');
    expect(statusAfter(...answers, mark('q1', 'partlyAnswered'), complete('r1'))).toBe('answered');
    const again = [...deferred, dismiss('q1'), chairs({ type: 'questions.restore', question: 'q1' }), ...accept('q1')];
    expect(statusAfter(...again)).toBe('answered');
  });

  it('[QU24] a question that is answered in writing waits for no round', () => {
    const { state } = tell(
      ...typed,
      by(keynote, writes()),
      ...accept('q2'),
      openRound('r1'),
      closeRound('r1'),
      startAnswer('r1', 't9'),
    );
    expect(state.questions.rounds[0]?.questions).toEqual(['q2']);
    expect(statusOf(state, 'q1')).toEqual(['answered']);
  });
});
