import { type AgendaItem, type Id, initialState, type MeetingState } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { introductionNow } from './introduction.ts';

const item: AgendaItem = {
  id: 'k',
  parent: null,
  type: 'keynote',
  title: { text: { en: 'k' } },
  attribution: 'onRecord',
  plannedMs: 1,
  cameras: 'all',
  speaker: 'minister',
  limit: 'soft',
  status: 'active',
  started: null,
  ended: null,
  since: null,
  heldMs: 0,
  note: null,
};

const meeting = (begun: Id[] = []): MeetingState => ({
  ...initialState,
  agenda: { items: [item], current: 'k', hardStops: [] },
  keynote: {
    ...initialState.keynote,
    introductions: [{ item: 'k', introduction: { text: { en: 'A minister.' } } }],
    begun,
  },
});

describe('the introduction on the stage', () => {
  it('stands until the floor is taken for the keynote', () => {
    const shown = { item: 'k', seat: 'minister', words: { text: { en: 'A minister.' } } };
    expect(introductionNow(meeting())).toEqual(shown);
    expect(introductionNow(meeting(['another']))).toEqual(shown);
    expect(introductionNow(meeting(['k']))).toBeNull();
  });

  it('belongs to its item alone', () => {
    const state = meeting();
    expect(introductionNow({ ...state, agenda: { ...state.agenda, current: null } })).toBeNull();
    expect(introductionNow({ ...state, keynote: { ...state.keynote, introductions: [] } })).toBeNull();
  });
});
