import { type Envelope, initialState, type Snapshot } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { fold, mirrorOf, synced } from './mirror.ts';

const snapshot: Snapshot = { line: 'l1', n: 4, state: initialState, at: 0, wall: 0 };
const view = mirrorOf(snapshot, { members: {}, delegations: {} }, 'me');
const envelope = (n: number, line = 'l1'): Envelope => ({
  line,
  n,
  at: 1,
  wall: 1,
  events: [{ type: 'session.opened', moment: { at: n, wall: 1 } }],
});

describe('the mirror', () => {
  it('folds the next envelope of its line', () => {
    const folded = fold(view, envelope(5));
    expect(folded.kind === 'view' && folded.view.position).toEqual({ line: 'l1', n: 5 });
    expect(folded.kind === 'view' && folded.view.state.session.status).toBe('open');
  });

  it('ignores what it has folded already, and what belongs to another line', () => {
    expect(fold(view, envelope(4)).kind).toBe('ignored');
    expect(fold(view, envelope(5, 'l2')).kind).toBe('ignored');
  });

  it('asks for what it missed when a number is left out', () => {
    expect(fold(view, envelope(6)).kind).toBe('gap');
  });

  it('takes what a sync brings in order, twice delivered or not', () => {
    const clocks = { at: 2, wall: 2, running: true };
    const next = synced(view, { kind: 'events', envelopes: [envelope(4), envelope(5), envelope(6)], ...clocks }, 'me');
    expect(next?.position.n).toBe(6);
    expect(synced(view, { kind: 'events', envelopes: [envelope(7)], ...clocks }, 'me')).toBeNull();
  });
});
