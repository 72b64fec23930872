import { initialState, type Line, type MeetingState, nothingKnown, type Presence } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { isThere, receiversOf, threadOf, threadsOf } from './threads.ts';
import { unreadIn } from './unread.ts';

const line = (id: string, from: string, to: string | null, chairs: boolean): Line => ({
  id,
  from,
  to,
  chairs,
  text: { text: id },
  moment: { at: 0, wall: 0 },
});

const presences: Readonly<Record<string, Presence>> = {
  samira: { status: 'admitted' },
  leila: { status: 'admitted' },
  farid: { status: 'backstage', called: false },
  waits: { status: 'inLobby' },
  gone: { status: 'left' },
};

const meeting = (lines: Line[], chat = false): MeetingState => ({
  ...initialState,
  session: { ...initialState.session, policy: { ...initialState.session.policy, chat } },
  lines: { lines },
  roster: {
    ...initialState.roster,
    members: Object.entries(presences).map(([id, presence]) => ({
      id,
      seat: `s-${id}`,
      kind: 'principal' as const,
      presence,
      ruleAccepted: 1,
      company: null,
      door: nothingKnown,
    })),
  },
});

describe('a line', () => {
  it('to the chair is the thread of whom it is about, for all who run the meeting', () => {
    expect(threadOf(line('1', 'leila', null, true), 'samira')).toBe('leila');
    expect(threadOf(line('2', 'moderator', 'leila', true), 'samira')).toBe('leila');
    expect(threadOf(line('3', 'samira', 'leila', true), 'samira')).toBe('leila');
  });

  it('is the own line to the chair for whom it is about, whoever answers', () => {
    const written = [line('1', 'leila', null, true), line('2', 'samira', 'leila', true)];
    expect(written.map((each) => threadOf(each, 'leila'))).toEqual([null, null]);
  });

  it('between two members is with the other one', () => {
    expect(threadOf(line('1', 'leila', 'farid', false), 'leila')).toBe('farid');
    expect(threadOf(line('1', 'leila', 'farid', false), 'farid')).toBe('leila');
  });
});

describe('the threads', () => {
  const lines = [
    line('1', 'leila', null, true),
    line('2', 'farid', null, true),
    line('3', 'samira', 'leila', true),
    line('4', 'samira', null, true),
  ];

  it('stand with the one that was last written in first', () => {
    const threads = threadsOf(meeting(lines), 'samira');
    expect(threads.map(({ of, lines: written }) => [of, written.map(({ id }) => id)])).toEqual([
      [null, ['4']],
      ['leila', ['1', '3']],
      ['farid', ['2']],
    ]);
  });

  it('are unread by the lines of others that were not in front', () => {
    expect(unreadIn(lines, 'samira', new Set(['1'])).map(({ id }) => id)).toEqual(['2']);
  });
});

const namesFor = (managing: boolean, chat: boolean): string[] =>
  receiversOf(meeting([], chat), 'samira', managing).map(({ id }) => id);

describe('whom one may write to', () => {
  it('is everybody who is there, in the lobby too, for those who run the meeting', () => {
    expect(namesFor(true, false)).toEqual(['leila', 'farid', 'waits']);
  });

  it('is nobody but the chair unless the meeting allows it, and then who is inside', () => {
    expect(namesFor(false, false)).toEqual([]);
    expect(namesFor(false, true)).toEqual(['leila', 'farid']);
  });

  it('is not who has left', () => {
    expect([null, 'leila', 'waits', 'gone', 'nobody'].map((of) => isThere(meeting([]), of))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
