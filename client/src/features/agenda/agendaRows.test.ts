import { type AgendaItem, type AttributionLevel, forecast, initialState, type MeetingState } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { agendaRows, inMinutes, moveDown, moveUp } from './agendaRows.ts';

const minute = 60_000;
const moment = (wall: number) => ({ at: 0, wall });
const item = (
  id: string,
  status: AgendaItem['status'],
  attribution: AttributionLevel = 'onRecord',
  times: [number | null, number | null] = [null, null],
): AgendaItem => ({
  id,
  type: 'opening',
  title: { text: { en: id } },
  attribution,
  plannedMs: 10 * minute,
  cameras: 'all',
  speaker: null,
  status,
  started: times[0] === null ? null : moment(times[0]),
  ended: times[1] === null ? null : moment(times[1]),
});
const items = [
  item('a', 'closed', 'onRecord', [0, 12 * minute]),
  item('b', 'active', 'onRecord', [12 * minute, null]),
  item('c', 'planned', 'chathamHouse'),
  item('d', 'planned', 'chathamHouse'),
];
const state: MeetingState = {
  ...initialState,
  session: { ...initialState.session, status: 'open', opened: moment(0) },
  agenda: { items, current: 'b' },
};
const rows = agendaRows(state, forecast(state, 15 * minute));

describe('the rows of the agenda', () => {
  it('say where each item stands', () => {
    expect(rows.map((row) => [row.number, row.state])).toEqual([
      [1, 'done'],
      [2, 'current'],
      [3, 'next'],
      [4, 'planned'],
    ]);
  });

  it('carry what was planned beside what came of it', () => {
    expect(rows[0]).toMatchObject({ plannedStart: 0, plannedEnd: 10 * minute, start: 0, end: 12 * minute });
    expect(rows[2]).toMatchObject({ plannedStart: 20 * minute, start: 22 * minute });
  });

  it('mark the item with which another attribution begins', () => {
    expect(rows.map((row) => row.begins)).toEqual([null, null, 'chathamHouse', null]);
  });
});

describe('moves of an item', () => {
  const third = items[2] as AgendaItem;
  const fourth = items[3] as AgendaItem;

  it('name the item that comes after, never an index', () => {
    expect(moveUp(items, fourth)).toEqual({ before: 'c' });
    expect(moveDown(items, third)).toEqual({ before: null });
  });

  it('never go above what has begun, nor below the end', () => {
    expect(moveUp(items, third)).toBeNull();
    expect(moveDown(items, fourth)).toBeNull();
  });
});

it('minutes are rounded to the nearest', () => {
  expect([inMinutes(89_000), inMinutes(91_000)]).toEqual([1, 2]);
});
