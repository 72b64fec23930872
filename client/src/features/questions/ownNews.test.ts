import { describe, expect, it } from 'vitest';
import { newsOf, type Standing } from './ownNews.ts';

const standing = (status: Standing['status'], change: Partial<Standing> = {}): Standing => ({
  status,
  left: null,
  answer: null,
  ...change,
});

describe('what an asker is told', () => {
  it('is what others did with the question', () => {
    expect(newsOf(standing('submitted'), standing('accepted'))).toBe('accepted');
    expect(newsOf(standing('submitted'), standing('inRound'))).toBe('inRound');
    expect(newsOf(standing('inRound'), standing('accepted'))).toBe('putBack');
    expect(newsOf(standing('submitted'), standing('merged'))).toBe('merged');
    expect(newsOf(standing('accepted'), standing('dismissed'))).toBe('dismissed');
    expect(newsOf(standing('merged'), standing('submitted'))).toBe('restored');
    expect(newsOf(standing('inRound'), standing('asked'))).toBe('asked');
  });

  it('is where a question goes that is left, and its answer in writing', () => {
    expect(newsOf(standing('deferred'), standing('deferred', { left: 'nextMeeting' }))).toBe('nextMeeting');
    const answer = { language: 'en', text: { text: 'Yes.' } };
    expect(newsOf(standing('deferred'), standing('answered', { answer }))).toBe('answeredInWriting');
  });

  it('is neither what the asker did, nor what was so before', () => {
    expect(newsOf(undefined, standing('submitted'))).toBeNull();
    expect(newsOf(standing('submitted'), standing('withdrawn'))).toBeNull();
    expect(newsOf(standing('withdrawn'), standing('submitted'))).toBeNull();
    expect(newsOf(standing('accepted'), standing('accepted'))).toBeNull();
    expect(newsOf(standing('deferred', { left: 'nextRound' }), standing('deferred'))).toBeNull();
  });
});
