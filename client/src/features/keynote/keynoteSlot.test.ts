import { type AgendaItem, initialState, type MeetingState, nothingKnown } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { budgetOf, keynoteItem, spotlightChoices } from './keynoteSlot.ts';

const item = (id: string, type: AgendaItem['type'], status: AgendaItem['status']): AgendaItem => ({
  id,
  type,
  title: { text: { en: id } },
  attribution: 'chathamHouse',
  plannedMs: 1_500_000,
  cameras: 'all',
  speaker: null,
  status,
  started: null,
  ended: null,
  parent: null,
  limit: 'soft',
  since: null,
  heldMs: 0,
  note: null,
});
const withAgenda = (items: AgendaItem[], current: string | null): MeetingState => ({
  ...initialState,
  agenda: { items, current, hardStops: [] },
});

describe('the keynote at hand', () => {
  it('is the current one, else the next to come', () => {
    const items = [item('a', 'keynote', 'closed'), item('b', 'keynote', 'planned'), item('c', 'keynote', 'active')];
    expect(keynoteItem(withAgenda(items, 'c'))?.id).toBe('c');
    expect(keynoteItem(withAgenda(items, null))?.id).toBe('b');
  });

  it('is none when all are over', () => {
    expect(keynoteItem(withAgenda([item('a', 'keynote', 'closed'), item('b', 'qna', 'active')], 'b'))).toBeNull();
  });

  it('has the planned time until the chair sets another', () => {
    const keynote = item('a', 'keynote', 'active');
    const state = withAgenda([keynote], 'a');
    expect(budgetOf(state, keynote)).toBe(1_500_000);
    const set = { ...state, keynote: { ...state.keynote, budgets: [{ item: 'a', budgetMs: 60_000 }] } };
    expect(budgetOf(set, keynote)).toBe(60_000);
  });
});

const seat = (id: string) => ({ id, role: 'participant' as const, delegation: null, members: [`m-${id}`] });
const member = (id: string, status: 'admitted' | 'invited') => ({
  id: `m-${id}`,
  seat: id,
  kind: 'principal' as const,
  presence: { status },
  ruleAccepted: 1,
  company: null,
  door: nothingKnown,
});

it('only those who are there can be put into the spotlight', () => {
  const state: MeetingState = {
    ...initialState,
    roster: {
      ...initialState.roster,
      seats: [seat('a'), seat('b'), seat('c')],
      members: [member('a', 'admitted'), member('b', 'invited'), member('c', 'admitted')],
    },
    keynote: { ...initialState.keynote, spotlight: ['c'] },
  };
  expect(spotlightChoices(state)).toEqual(['a']);
});
