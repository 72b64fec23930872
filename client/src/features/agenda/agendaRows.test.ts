import { type AgendaItem, type AttributionLevel, forecast, initialState, type MeetingState } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { agendaRows, inMinutes, writtenNumber } from './agendaRows.ts';

const minute = 60_000;
const moment = (wall: number) => ({ at: wall, wall });
const item = (id: string, change: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  parent: null,
  type: 'opening',
  title: { text: { en: id } },
  attribution: 'onRecord',
  plannedMs: 10 * minute,
  cameras: 'all',
  speaker: null,
  limit: 'soft',
  status: 'planned',
  started: null,
  ended: null,
  since: null,
  heldMs: 0,
  note: null,
  ...change,
});
const quoted = (attribution: AttributionLevel) => ({ attribution });
const items = [
  item('a', { status: 'closed', started: moment(0), ended: moment(12 * minute), heldMs: 12 * minute }),
  item('b', { status: 'active', started: moment(12 * minute), since: moment(12 * minute) }),
  item('c', { ...quoted('chathamHouse'), parent: 'b' }),
  item('d', { ...quoted('chathamHouse'), parent: 'b', status: 'skipped' }),
  item('e', { ...quoted('chathamHouse'), status: 'suspended', heldMs: minute }),
  item('f', quoted('chathamHouse')),
];
const stop = (id: string, of: string | null, at: number) => ({
  id,
  item: of,
  at,
  label: { text: { en: 'The minister leaves' } },
  warned: null,
});
const state: MeetingState = {
  ...initialState,
  session: { ...initialState.session, status: 'open', opened: moment(0) },
  agenda: {
    items,
    current: 'b',
    hardStops: [stop('late', 'a', 40 * minute), stop('own', 'c', 30 * minute), stop('all', null, 35 * minute)],
  },
};
const rows = agendaRows(state, forecast(state, 15 * minute));

describe('the rows of the agenda', () => {
  it('[AG11] say where each item stands, with the number that people say and its level', () => {
    expect(rows.map((row) => [row.number, row.level, row.state])).toEqual([
      ['1', 1, 'done'],
      ['2', 1, 'current'],
      ['2.1', 2, 'next'],
      ['2.2', 2, 'skipped'],
      ['3', 1, 'suspended'],
      ['4', 1, 'planned'],
    ]);
    expect(writtenNumber('12.1', (value) => new Intl.NumberFormat('fa').format(value))).toBe('۱۲.۱');
  });

  it('carry what was planned beside what came of it', () => {
    expect(rows[0]).toMatchObject({ plannedStart: 0, plannedEnd: 10 * minute, start: 0, end: 12 * minute });
    expect(rows[2]).toMatchObject({ plannedStart: 20 * minute, start: 22 * minute });
  });

  it('give a heading without time of its own that of its parts', () => {
    const parts = [item('h', { plannedMs: 0 }), item('h1', { parent: 'h' }), item('h2', { parent: 'h' })];
    const heading = { ...state, agenda: { items: parts, current: null, hardStops: [] } };
    expect(agendaRows(heading, forecast(heading, 0)).map(({ lengthMs }) => lengthMs / minute)).toEqual([20, 10, 10]);
  });

  it('mark the item with which another attribution begins', () => {
    expect(rows.map((row) => row.begins)).toEqual([null, null, 'chathamHouse', null, null, null]);
  });

  it('[AG17] have the hard stops where they fall, without those of items that are over, and say what does not fit', () => {
    expect(rows.map((row) => row.stops.map(({ id }) => id))).toEqual([[], [], ['own'], [], ['all'], []]);
    expect(rows.map((row) => inMinutes(row.cutMs))).toEqual([0, 0, 2, 0, 4, 10]);
  });
});

it('minutes are rounded to the nearest', () => {
  expect([inMinutes(89_000), inMinutes(91_000)]).toEqual([1, 2]);
});
