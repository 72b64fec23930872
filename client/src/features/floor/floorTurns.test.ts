import type { Turn } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { floorTurns } from './floorTurns.ts';

const turn = (id: string, status: Turn['status'], purpose: Turn['purpose'] = { kind: 'invited' }): Turn => ({
  id,
  seat: `seat-${id}`,
  purpose,
  limitMs: 60_000,
  warnMs: 10_000,
  limit: 'soft',
  graceMs: 30_000,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
  usedMs: 0,
  lostMs: 0,
  status,
});
const speaking = { kind: 'speaking', member: 'm', since: 0 } as const;
const called = { kind: 'called', answerBy: 20_000 } as const;
const suspended = { kind: 'suspended', member: 'm' } as const;

const arranged = (...turns: Turn[]) => {
  const { main, others } = floorTurns({ mode: 'moderated', turns, delegations: [] });
  return { main: main?.id ?? null, others: others.map((other) => other.id) };
};

describe('the large place of the floor bar', () => {
  it('is empty when nobody has a turn', () => {
    expect(arranged()).toEqual({ main: null, others: [] });
  });

  it('stays with the speaker when the chair says a sentence in between', () => {
    const chair = turn('chair', speaking, { kind: 'presiding' });
    expect(arranged(chair, turn('a', speaking))).toEqual({ main: 'a', others: ['chair'] });
  });

  it('goes to the chair who alone is heard, before one who is called', () => {
    const chair = turn('chair', speaking, { kind: 'presiding' });
    expect(arranged(turn('a', called), chair)).toEqual({ main: 'chair', others: ['a'] });
  });

  it('shows the call when nobody is heard', () => {
    expect(arranged(turn('a', suspended), turn('b', called))).toEqual({ main: 'b', others: ['a'] });
  });

  it('goes to who interrupts once that one is heard, and comes back after', () => {
    const stands = turn('a', { kind: 'paused', member: 'm', by: 'b' });
    const purpose = { kind: 'interposed', turn: 'a', entry: null } as const;
    expect(arranged(stands, turn('b', called, purpose))).toEqual({ main: 'a', others: ['b'] });
    expect(arranged(stands, turn('b', speaking, purpose))).toEqual({ main: 'b', others: ['a'] });
  });

  it('goes to the first called of several who speak', () => {
    expect(arranged(turn('a', speaking), turn('b', speaking))).toEqual({ main: 'a', others: ['b'] });
  });
});
