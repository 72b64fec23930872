import { type Cue, CueKind, initialState, type MeetingState, nothingKnown, type Turn } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { cueKinds, cuesOf, cueTurns, shownCues } from './cues.ts';

const turn = (id: string, seat: string, status: Turn['status']): Turn => ({
  id,
  seat,
  purpose: { kind: 'invited' },
  status,
  limit: 'soft',
  limitMs: 180_000,
  warnMs: 30_000,
  graceMs: 30_000,
  usedMs: 0,
  lostMs: 0,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
});
const speaks = (member: string): Turn['status'] => ({ kind: 'speaking', member, since: 0 });

const cue = (id: string, kind: CueKind, acknowledgedAt: number | null = null, of = 't1'): Cue => ({
  id,
  turn: of,
  seat: of === 't1' ? 'guest' : 'iran',
  kind,
  sentAt: Number(id),
  acknowledgedAt,
});

const seat = (id: string, members: string[]) => ({ id, role: 'participant' as const, delegation: null, members });
const member = (id: string, of: string) => ({
  id,
  seat: of,
  kind: 'principal' as const,
  presence: { status: 'admitted' as const },
  ruleAccepted: 1,
  company: null,
  door: nothingKnown,
});

const held = (cues: Cue[], turns: Turn[] = [turn('t1', 'guest', speaks('minister'))]): MeetingState => ({
  ...initialState,
  roster: {
    ...initialState.roster,
    seats: [seat('guest', ['minister', 'aide']), seat('iran', ['leila']), seat('chair', ['samira'])],
    members: [member('minister', 'guest'), member('aide', 'guest'), member('leila', 'iran'), member('samira', 'chair')],
  },
  floor: { ...initialState.floor, turns },
  keynote: { ...initialState.keynote, cues },
});

const read = (state: MeetingState, me: string): [CueKind, number][] =>
  shownCues(state, me).map(({ kind, cues }) => [kind, cues.length]);

describe('the cues that a speaker sees', () => {
  it('are those that nobody has acknowledged, the latest first', () => {
    const state = held([cue('1', 'fiveMinutes'), cue('2', 'slower', 9), cue('3', 'wrapUp')]);
    expect(read(state, 'minister')).toEqual([
      ['wrapUp', 1],
      ['fiveMinutes', 1],
    ]);
  });

  it('show a kind that is sent again once, in front, with how often', () => {
    const state = held([cue('1', 'slower'), cue('2', 'wrapUp'), cue('3', 'slower')]);
    expect(read(state, 'minister')).toEqual([
      ['slower', 2],
      ['wrapUp', 1],
    ]);
    expect(shownCues(state, 'minister')[0]?.cues.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('are the same for the aide, and none for another seat', () => {
    const state = held([cue('1', 'slower')]);
    expect(read(state, 'aide')).toEqual([['slower', 1]]);
    expect(read(state, 'leila')).toEqual([]);
    expect(read(state, 'unknown')).toEqual([]);
  });

  it('go with their turn', () => {
    expect(read(held([cue('1', 'slower')], []), 'minister')).toEqual([]);
    const later = held([cue('1', 'slower')], [turn('t2', 'guest', speaks('minister'))]);
    expect(read(later, 'minister')).toEqual([]);
  });
});

describe('who can be sent cues', () => {
  it('is whoever has taken the floor, but the own seat; who presides comes last', () => {
    const turns: Turn[] = [
      turn('t0', 'iran', { kind: 'called', answerBy: 9 }),
      { ...turn('t2', 'chair', speaks('samira')), purpose: { kind: 'presiding' } },
      turn('t1', 'guest', speaks('minister')),
    ];
    expect(cueTurns(held([], turns), 'samira').map(({ id }) => id)).toEqual(['t1']);
    expect(cueTurns(held([], turns), 'leila').map(({ id }) => id)).toEqual(['t1', 't2']);
    expect(cueTurns(held([], []), 'samira')).toEqual([]);
  });
});

it('the cues of a turn are told from the latest on', () => {
  const state = held([cue('1', 'slower', 4), cue('2', 'wrapUp', null, 't9'), cue('3', 'nextSlide')]);
  expect(cuesOf(state, 't1').map(({ id }) => id)).toEqual(['3', '1']);
});

it('there is a button for each kind of cue', () => {
  expect(cueKinds.toSorted()).toEqual(CueKind.options.toSorted());
});
