import { initialState, type MeetingState, type Member, nothingKnown, type QueueEntry } from '@track2/shared';
import { expect, it } from 'vitest';
import { entryNote, seatLink } from './entryNote.ts';

const member = (id: string, presence: Member['presence']): Member => ({
  id,
  seat: 's1',
  kind: 'principal',
  presence,
  ruleAccepted: 1,
  company: null,
  door: nothingKnown,
});
const stateWith = (...members: Member[]): MeetingState => ({
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: [{ id: 's1', role: 'participant', delegation: null, members: members.map((m) => m.id) }],
    members,
  },
});
const lost: Member['presence'] = { status: 'disconnected', from: 'admitted', called: false, since: 0 };
const entry = (status: QueueEntry['status']): QueueEntry => ({
  id: 'e1',
  seat: 's1',
  kind: 'intervention',
  topic: null,
  category: null,
  turn: null,
  status,
  requestedAt: 0,
  usedMs: 0,
});

it('a seat is here as long as one of its members is', () => {
  expect(seatLink(stateWith(member('a', lost), member('b', { status: 'admitted' })), 's1')).toBe('here');
  expect(seatLink(stateWith(member('a', lost)), 's1')).toBe('lost');
  expect(seatLink(stateWith(member('a', { status: 'inLobby' })), 's1')).toBe('away');
});

it('an entry is marked absent only while the seat is there to answer', () => {
  expect(entryNote(stateWith(member('a', { status: 'admitted' })), entry('absent'))).toBe('absent');
  expect(entryNote(stateWith(member('a', lost)), entry('absent'))).toBe('lost');
  expect(entryNote(stateWith(member('a', { status: 'admitted' })), entry('waiting'))).toBeNull();
});

it('says how an entry ended, and of a question to the speaker that it was not let in', () => {
  const state = stateWith(member('a', { status: 'admitted' }));
  const statuses = ['deferred', 'passed', 'withdrawn', 'declined', 'lapsed', 'done'] as const;
  expect(statuses.map((status) => entryNote(state, entry(status)))).toEqual([
    'deferred',
    'passed',
    'withdrawn',
    'declined',
    'lapsed',
    null,
  ]);
  expect(entryNote(state, { ...entry('declined'), kind: 'interposed' })).toBe('notLetIn');
});
