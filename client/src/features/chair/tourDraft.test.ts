import { initialState, type MeetingState, type Role } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { inOrder, newTour, seatsIn, toggled, tourCommand, withMoved } from './tourDraft.ts';

const seat = (id: string, role: Role, delegation: string | null) => ({ id, role, delegation, members: [] });
const state: MeetingState = {
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: [
      seat('chair', 'chair', null),
      seat('n1', 'participant', 'no'),
      seat('i1', 'participant', 'in'),
      seat('staff', 'operator', null),
      seat('n2', 'discussant', 'no'),
      seat('x1', 'participant', null),
    ],
  },
};
const names: Readonly<Record<string, string>> = { no: 'Norway', in: 'India' };
const nameOf = (delegation: string): string => names[delegation] ?? '';
const draft = newTour(state, '2:00');

describe('a tour in the making', () => {
  it('begins with all who may speak, by seat, without those who run the meeting', () => {
    expect(seatsIn(draft)).toEqual(['n1', 'i1', 'n2', 'x1']);
    expect(seatsIn(toggled(draft, 'chair'))).toEqual(['chair', 'n1', 'i1', 'n2', 'x1']);
    expect(seatsIn(toggled(toggled(draft, 'n1'), 'n1'))).toEqual(seatsIn(draft));
  });

  it('goes by delegation in the order of their names, who has none last', () => {
    const sorted = inOrder(toggled(draft, 'chair'), 'delegation', { state, nameOf, language: 'en' });
    expect(seatsIn(sorted)).toEqual(['i1', 'n1', 'n2', 'chair', 'x1']);
    expect(inOrder(sorted, 'seat', { state, nameOf, language: 'en' }).seats).toEqual(draft.seats);
  });

  it('is by hand as soon as a seat is moved, and by hand keeps the order that there was', () => {
    const moved = withMoved(draft, 'x1', 'n1');
    expect([moved.order, seatsIn(moved)]).toEqual(['hand', ['x1', 'n1', 'i1', 'n2']]);
    expect(seatsIn(inOrder(moved, 'hand', { state, nameOf, language: 'en' }))).toEqual(['x1', 'n1', 'i1', 'n2']);
  });

  it('[TO1] starts with the seats that take part and the time of each', () => {
    expect(tourCommand(draft, 'item')).toEqual({
      type: 'speakers.startTour',
      item: 'item',
      order: 'seat',
      seats: ['n1', 'i1', 'n2', 'x1'],
      limitMs: 120_000,
    });
  });

  it('cannot start without anybody, or without a time that makes sense', () => {
    const nobody = ['n1', 'i1', 'n2', 'x1'].reduce(toggled, draft);
    expect(tourCommand(nobody, 'item')).toBeNull();
    expect(['0:05', 'long', '61', ''].map((typed) => tourCommand({ ...draft, typed }, 'item'))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
