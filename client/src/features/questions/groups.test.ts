import type { Question, QuestionRound, QuestionStatus } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import {
  incoming,
  mergeTargets,
  putAside,
  questionBeingAnswered,
  questionGroups,
  questionsOf,
  respondentsIn,
} from './groups.ts';

const question = (id: string, status: QuestionStatus, seat = `seat-${id}`): Question => ({
  id,
  seat,
  text: { text: `question ${id}` },
  language: 'en',
  submittedAt: 0,
  status,
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
});
const round = (number: number, status: QuestionRound['status'], ...questions: string[]): QuestionRound => ({
  id: `r${number}`,
  item: 'i1',
  number,
  size: 3,
  status,
  questions,
  usedMs: 0,
});
const states = (cards: { question: Question; state: string }[]) =>
  cards.map((card) => `${card.question.id} ${card.state}`);

describe('the question being answered', () => {
  const questions = [question('a', 'answered'), question('b', 'asked'), question('c', 'inRound')];

  it('is the first of an answering round without a mark', () => {
    expect(questionBeingAnswered(round(1, 'answering', 'a', 'b', 'c'), questions)).toBe('b');
  });

  it('is none before the answer block and none when all are marked', () => {
    expect(questionBeingAnswered(round(1, 'closed', 'a', 'b', 'c'), questions)).toBeNull();
    expect(questionBeingAnswered(round(1, 'answering', 'a'), questions)).toBeNull();
  });
});

describe('the groups of questions', () => {
  it('number the cards of a round in the order in which they were taken', () => {
    const groups = questionGroups({
      questions: [question('a', 'inRound'), question('b', 'answered'), question('c', 'inRound')],
      rounds: [round(1, 'answering', 'b', 'a', 'c')],
    });
    const cards = groups.going[0]?.cards ?? [];
    expect(cards.map((card) => card.number)).toEqual([1, 2, 3]);
    expect(states(cards)).toEqual(['b answered', 'a answering', 'c collected']);
  });

  it('keep rounds that go on apart from those that are over, latest first', () => {
    const groups = questionGroups({
      questions: [],
      rounds: [round(1, 'completed'), round(2, 'completed'), round(3, 'answering'), round(4, 'collecting')],
    });
    expect(groups.going.map((each) => each.round.number)).toEqual([3, 4]);
    expect(groups.completed.map((each) => each.round.number)).toEqual([2, 1]);
  });

  it('say of a question taken again that the earlier round deferred it', () => {
    const groups = questionGroups({
      questions: [question('a', 'answered')],
      rounds: [round(1, 'completed', 'a'), round(2, 'answering', 'a')],
    });
    expect(groups.completed[0]?.cards[0]).toMatchObject({ state: 'deferred', deferredFrom: null });
    expect(groups.going[0]?.cards[0]).toMatchObject({ state: 'answered', deferredFrom: 1 });
  });

  it('let accepted ones wait for the next round, and nobody else', () => {
    const groups = questionGroups({
      questions: [
        question('a', 'accepted'),
        question('c', 'submitted'),
        question('d', 'answered'),
        { ...question('e', 'accepted'), left: 'nextMeeting' },
        { ...question('f', 'accepted'), left: 'nextRound' },
      ],
      rounds: [round(2, 'answering', 'd')],
    });
    expect(groups.waiting.map((each) => each.id)).toEqual(['a', 'f']);
  });

  it('say of what is left where it goes, and leave it to a round that goes on', () => {
    const answer = { language: 'en', text: { text: 'Yes.' } };
    const groups = questionGroups({
      questions: [
        { ...question('a', 'accepted'), left: 'nextMeeting' },
        question('b', 'deferred'),
        { ...question('c', 'deferred'), left: 'writtenReply' },
        question('d', 'partlyAnswered'),
        { ...question('e', 'answered'), left: 'writtenReply', answer },
        { ...question('f', 'answered'), answer },
        question('g', 'deferred'),
        { ...question('h', 'answered'), answer },
        { ...question('i', 'partlyAnswered'), left: 'nextRound' },
      ],
      rounds: [round(1, 'completed', 'b', 'c', 'd', 'h', 'i'), round(2, 'answering', 'g')],
    });
    expect(groups.carried.map(({ question: { id }, to }) => `${id} ${to}`)).toEqual([
      'b nextRound',
      'i nextRound',
      'd open',
      'c writtenReply',
      'e written',
      'f written',
      'a nextMeeting',
    ]);
  });

  it('leave out of a round what was withdrawn, put aside or merged since', () => {
    const questions = [question('a', 'withdrawn'), question('b', 'dismissed'), question('c', 'inRound')];
    const groups = questionGroups({ questions, rounds: [round(1, 'answering', 'a', 'b', 'c')] });
    expect(groups.going[0]?.cards.map((card) => `${card.number} ${card.state}`)).toEqual(['3 answering']);
  });

  it('leave out what this viewer may not see', () => {
    const groups = questionGroups({
      questions: [question('b', 'inRound')],
      rounds: [round(1, 'collecting', 'a', 'b')],
    });
    expect(groups.going[0]?.cards.map((card) => card.number)).toEqual([2]);
  });
});

describe('lists of questions', () => {
  const all = {
    questions: [question('a', 'submitted', 's1'), question('b', 'dismissed', 's1'), question('c', 'submitted', 's2')],
    rounds: [],
  };

  it('show mine with the latest first', () => {
    expect(questionsOf(all, 's1').map((each) => each.id)).toEqual(['b', 'a']);
  });

  it('show the chair what waits for a decision, and what was put aside', () => {
    expect(incoming(all).map((each) => each.id)).toEqual(['a', 'c']);
    expect(putAside(all).map((each) => each.id)).toEqual(['b']);
    const gone = [question('m', 'merged'), question('w', 'withdrawn'), question('x', 'asked')];
    expect(putAside({ questions: gone, rounds: [] }).map((each) => each.id)).toEqual(['w', 'm']);
  });

  it('offer for a merge what is submitted or public, and never the question itself', () => {
    const questions = [...all.questions, question('d', 'answered'), question('m', 'merged')];
    expect(mergeTargets({ questions, rounds: [] }, 'a').map((each) => each.id)).toEqual(['c', 'd']);
  });

  it('offer for the answer the speaker and those the questions are for, each once', () => {
    const questions = [
      { ...question('a', 'asked'), addressee: 's7' },
      { ...question('b', 'asked'), addressee: 's1' },
      question('c', 'asked'),
    ];
    const taken = round(1, 'closed', 'a', 'b', 'c');
    expect(respondentsIn(taken, 's1', { questions, rounds: [] })).toEqual(['s1', 's7']);
    expect(respondentsIn(taken, null, { questions: [], rounds: [] })).toEqual([]);
  });
});
