import { initialState, type MeetingState, type Turn } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { respondedNow, seatOfTurn } from './respondedTo.ts';

const turn = (id: string, purpose: Turn['purpose'], kind: 'speaking' | 'called' = 'speaking'): Turn => ({
  id,
  seat: `seat-${id}`,
  purpose,
  limitMs: 60_000,
  warnMs: 10_000,
  limit: 'soft',
  graceMs: 0,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
  usedMs: 0,
  lostMs: 0,
  status: kind === 'called' ? { kind, answerBy: 1 } : { kind, member: 'm', since: 0 },
});
const speech = (id: string, kind?: 'called') => turn(id, { kind: 'intervention', entry: `e-${id}` }, kind);
const meeting = (turns: Turn[], heard: MeetingState['speakers']['heard'] = null): MeetingState => ({
  ...initialState,
  agenda: { ...initialState.agenda, current: 'i1' },
  floor: { ...initialState.floor, turns },
  speakers: { lists: [], heard },
});
const heard = { item: 'i1', turn: 'old', seat: 'seat-old' };
const turnsFor = (state: MeetingState, own?: string) => respondedNow(state, own).map((each) => each.turn);

describe('[SP12] what can be responded to', () => {
  it('is who speaks, and of several each', () => {
    expect(turnsFor(meeting([speech('a')], heard))).toEqual(['a']);
    expect(turnsFor(meeting([speech('a'), speech('b')]))).toEqual(['a', 'b']);
  });

  it('is never oneself, who is only called, or a response', () => {
    expect(turnsFor(meeting([speech('a')]), 'seat-a')).toEqual([]);
    expect(turnsFor(meeting([speech('a', 'called')], heard))).toEqual([]);
    expect(turnsFor(meeting([turn('r', { kind: 'directResponse', entry: 'e' })]))).toEqual([]);
  });

  it('is the last one until the next is called, on the same item', () => {
    expect(respondedNow(meeting([], heard), undefined)).toEqual([{ ...heard, over: true }]);
    expect(turnsFor(meeting([], heard), 'seat-old')).toEqual([]);
    expect(turnsFor(meeting([], { ...heard, item: 'i0' }))).toEqual([]);
  });
});

it('a turn is named by its seat as long as it is heard or was the last', () => {
  const state = meeting([speech('a')], heard);
  expect([
    seatOfTurn(state, 'a'),
    seatOfTurn(state, 'old'),
    seatOfTurn(state, 'gone'),
    seatOfTurn(state, null),
  ]).toEqual(['seat-a', 'seat-old', null, null]);
});
