import { defaultPolicy } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { badLengths, draftOfPolicy, policyCommand } from './policyDraft.ts';

const write = (ms: number): string => `${Math.floor(ms / 60_000)}:${String((ms % 60_000) / 1000).padStart(2, '0')}`;
const draft = draftOfPolicy(defaultPolicy, write);

describe('the draft of the speaking times', () => {
  it('changes nothing as it stands', () => {
    expect(draft.lengths.questionMs).toBe('1:30');
    expect(policyCommand(defaultPolicy, draft)).toBeNull();
  });

  it('[SE14] names only what differs, clock by clock', () => {
    const changed = {
      ...draft,
      lengths: { ...draft.lengths, turnMs: '۲:۳۰', graceMs: '0:20' },
      limits: { ...draft.limits, turn: 'hard' as const },
    };
    expect(policyCommand(defaultPolicy, changed)).toEqual({
      type: 'session.changePolicy',
      turnMs: 150_000,
      graceMs: 20_000,
      limits: { turn: 'hard' },
    });
  });

  it('[SE14] changes what is allowed and how many', () => {
    const changed = {
      ...draft,
      lengths: { ...draft.lengths, responseMs: '0:45' },
      counts: { ...draft.counts, maxResponses: 0 },
      leaves: { upvotes: true, typedAnswers: false },
    };
    expect(policyCommand(defaultPolicy, changed)).toEqual({
      type: 'session.changePolicy',
      responseMs: 45_000,
      maxResponses: 0,
      upvotes: true,
    });
  });

  it('is held back where a length is none, or beyond what the rules take', () => {
    const bad = { ...draft, lengths: { ...draft.lengths, turnMs: '0:05', graceMs: '6', answerMs: 'long' } };
    expect(badLengths(bad)).toEqual(['turnMs', 'answerMs', 'graceMs']);
    expect(policyCommand(defaultPolicy, bad)).toBeNull();
  });
});
