import { describe, expect, it } from 'vitest';
import { type Draft, draftFrom, emptyDraft, isBegun, problemOf, submitOf } from './draft.ts';

const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft, ...change });

describe('a draft of a question', () => {
  it('is sent with the language of its letters unless one was chosen', () => {
    expect(submitOf(draft({ text: ' چه کسی؟ ' }), 'en')).toMatchObject({ text: 'چه کسی؟', language: 'fa' });
    expect(submitOf(draft({ text: 'چه کسی؟', language: 'ps' }), 'en')).toMatchObject({ language: 'ps' });
  });

  it('needs words in writing and none when it is asked live', () => {
    expect(problemOf(draft({ text: '  ' }))).toBe('missing');
    expect(problemOf(draft({ kind: 'live' }))).toBeNull();
    expect(problemOf(draft({ kind: 'live', text: 'x'.repeat(1001) }))).toBe('long');
    expect(submitOf(draft({ kind: 'live' }), 'en')).toMatchObject({ text: null, live: true });
  });

  it('keeps the name back in writing alone', () => {
    expect(submitOf(draft({ text: 'Who?', naming: 'unnamed' }), 'en')).toMatchObject({ anonymous: true });
    expect(submitOf(draft({ kind: 'live', naming: 'unnamed' }), 'en')).toMatchObject({ anonymous: false });
  });

  it('is kept as long as something would be lost', () => {
    expect(isBegun(emptyDraft)).toBe(false);
    expect(isBegun(draft({ kind: 'live' }))).toBe(false);
    expect(isBegun(draft({ text: 'W' }))).toBe(true);
    expect(isBegun(draft({ followUp: 'q1' }))).toBe(true);
  });

  it('comes back as it was kept, without what does not fit', () => {
    const kept = draft({ kind: 'live', text: 'Water', language: 'fa-AF', addressee: 's1', followUp: 'q1' });
    expect(draftFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(draftFrom({ kind: 'sung', text: 3, language: 'xx', naming: true, addressee: '' })).toEqual(emptyDraft);
    expect(draftFrom('nothing')).toEqual(emptyDraft);
  });
});
