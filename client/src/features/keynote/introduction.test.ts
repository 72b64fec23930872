import { type AgendaItem, initialState, type MeetingState, type TurnStatus } from '@track2/shared';
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

const meeting = (status: TurnStatus | null): MeetingState => ({
  ...initialState,
  agenda: { items: [item], current: 'k', hardStops: [] },
  keynote: { ...initialState.keynote, introductions: [{ item: 'k', introduction: { text: { en: 'A minister.' } } }] },
  floor: {
    ...initialState.floor,
    turns:
      status === null
        ? []
        : [
            {
              id: 't',
              seat: 'minister',
              purpose: { kind: 'keynote', item: 'k' },
              limitMs: null,
              warnMs: 0,
              limit: 'soft',
              graceMs: 0,
              delegation: null,
              screen: 'none',
              usedMs: 0,
              lostMs: 0,
              status,
            },
          ],
  },
});

describe('the introduction on the stage', () => {
  it('stands until the floor is taken for the keynote', () => {
    const shown = { item: 'k', seat: 'minister', words: { text: { en: 'A minister.' } } };
    expect(introductionNow(meeting(null))).toEqual(shown);
    expect(introductionNow(meeting({ kind: 'called', answerBy: 1 }))).toEqual(shown);
    expect(introductionNow(meeting({ kind: 'speaking', member: 'm', since: 0 }))).toBeNull();
  });

  it('belongs to its item alone', () => {
    const state = meeting(null);
    expect(introductionNow({ ...state, agenda: { ...state.agenda, current: null } })).toBeNull();
    expect(introductionNow({ ...state, keynote: { ...state.keynote, introductions: [] } })).toBeNull();
  });
});
