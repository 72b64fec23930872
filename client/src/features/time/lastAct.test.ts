import { initialState, type MeetingState, UNDO_MS, type UndoableAct } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { lastAct, wordsOf } from './lastAct.ts';

const act = (id: string, until: number, undo: UndoableAct['undo']): UndoableAct => ({ id, until, touches: [], undo });
const before = { mode: 'moderated' as const, spotlight: [], rounds: [] };
const call = act('a1', UNDO_MS, { kind: 'call', turn: 't1', lapsed: [] });
const close = act('a2', UNDO_MS + 2000, { kind: 'close', item: 'i1', started: null, ...before });
const start = act('a3', UNDO_MS + 2000, { kind: 'close', item: 'i1', started: 'i2', ...before });
const state: MeetingState = { ...initialState, session: { ...initialState.session, acts: [call, close] } };

describe('the last act', () => {
  it('[SE11] is the latest that can still be taken back', () => {
    expect(lastAct(state, 5000)).toBe(close);
    expect(lastAct(state, UNDO_MS + 2000)).toBe(close);
    expect(lastAct(state, UNDO_MS + 2001)).toBeNull();
  });

  it('is told by what it did', () => {
    expect(wordsOf(state, close)).toEqual({ key: 'time.undo.close', item: 'i1' });
    expect(wordsOf(state, start)).toEqual({ key: 'time.undo.start', item: 'i2' });
    expect(wordsOf(state, call)).toBeNull();
  });
});
