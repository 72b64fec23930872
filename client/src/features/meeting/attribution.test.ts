import { type AgendaItem, type AttributionLevel, initialState, type MeetingState } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { attributionNow } from './attribution.ts';

const item = (id: string, status: AgendaItem['status'], attribution: AttributionLevel): AgendaItem => ({
  id,
  parent: null,
  type: 'opening',
  title: { text: { en: id } },
  attribution,
  plannedMs: 1,
  cameras: 'all',
  speaker: null,
  limit: 'soft',
  status,
  started: null,
  ended: null,
  since: null,
  heldMs: 0,
  note: null,
});
const meeting = (items: AgendaItem[], status: MeetingState['session']['status'] = 'open'): MeetingState => ({
  ...initialState,
  session: { ...initialState.session, status },
  agenda: { items, current: items.find((each) => each.status === 'active')?.id ?? null, hardStops: [] },
});

describe('the attribution in force', () => {
  it('is that of the current item, with the next change named by its number', () => {
    const items = [
      item('a', 'active', 'onRecord'),
      item('b', 'planned', 'onRecord'),
      item('c', 'planned', 'offRecord'),
    ];
    expect(attributionNow(meeting(items))).toEqual({ level: 'onRecord', next: { item: '3', level: 'offRecord' } });
  });

  it('is the stricter of before and after between two items', () => {
    const open = item('a', 'closed', 'onRecord');
    expect(attributionNow(meeting([open, item('b', 'planned', 'chathamHouse')])).level).toBe('chathamHouse');
    const closed = item('a', 'closed', 'offRecord');
    expect(attributionNow(meeting([closed, item('b', 'planned', 'onRecord')])).level).toBe('offRecord');
  });

  it('is the strictest of all after adjournment', () => {
    const items = [item('a', 'closed', 'chathamHouse'), item('b', 'closed', 'onRecord')];
    expect(attributionNow(meeting(items, 'adjourned'))).toEqual({ level: 'chathamHouse', next: null });
  });

  it('is never open where no item says it', () => {
    expect(attributionNow(meeting([])).level).toBe('chathamHouse');
  });
});
