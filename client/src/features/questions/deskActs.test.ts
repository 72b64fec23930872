import type { Question, QuestionRound } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { deskActsOf } from './deskActs.ts';

const question = (change: Partial<Question>): Question => ({
  id: 'q',
  seat: 's',
  text: { text: 'Who verifies?' },
  language: 'en',
  submittedAt: 0,
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
  ...change,
});
const round = (status: QuestionRound['status']): QuestionRound => ({
  id: 'r',
  item: 'i',
  number: 1,
  size: 3,
  status,
  questions: ['q'],
  usedMs: 0,
});
const held = (status: QuestionRound['status'], change: Partial<Question> = {}) =>
  deskActsOf(question({ status: 'inRound', ...change }), { held: round(status), collecting: undefined }).buttons;
const nowhere = { held: undefined, collecting: undefined };

describe('what the desk offers for a question', () => {
  it('is to accept or put aside one that came in', () => {
    expect(deskActsOf(question({}), nowhere)).toEqual({
      buttons: ['accept', 'dismiss'],
      menu: ['merge', 'labels', 'translation'],
    });
  });

  it('is to take into the round that collects what waits, and to send elsewhere what is new', () => {
    const waiting = deskActsOf(question({ status: 'accepted' }), { held: undefined, collecting: round('collecting') });
    expect(waiting.buttons).toEqual(['take']);
    expect(waiting.menu).toEqual([
      'up',
      'down',
      'merge',
      'labels',
      'translation',
      'writtenReply',
      'nextMeeting',
      'dismiss',
    ]);
    expect(deskActsOf(question({ status: 'deferred' }), nowhere).buttons).toEqual([]);
    expect(deskActsOf(question({ status: 'deferred' }), nowhere).menu).not.toContain('nextMeeting');
  });

  it('is to put back what a round collects, and to have it voiced once that is closed', () => {
    expect(held('collecting')).toEqual(['putBack', 'dismiss']);
    expect(held('closed')).toEqual(['callAsker', 'readOut']);
    expect(held('answering', { anonymous: true })).toEqual(['readOut']);
    expect(held('closed', { text: null, live: true })).toEqual(['callAsker']);
    expect(held('answering', { status: 'asked' })).toEqual([]);
  });

  it('moves nothing in a round that is answered, and translates nothing without words', () => {
    const rounds = { held: round('answering'), collecting: undefined };
    expect(deskActsOf(question({ status: 'inRound', text: null }), rounds).menu).toEqual(['labels']);
    expect(deskActsOf(question({ status: 'inRound' }), { ...rounds, held: round('closed') }).menu).toContain('up');
  });
});
