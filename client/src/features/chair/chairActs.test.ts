import {
  initialState,
  type MeetingState,
  nothingKnown,
  type QueueEntry,
  type Turn,
  type TurnStatus,
} from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { keepAlone, keyCommand, nextItem, nextStep, nextStepCommand, upNext } from './chairActs.ts';

const turn = (status: TurnStatus, limitMs: number | null = 60_000): Turn => ({
  id: 't1',
  seat: 's1',
  purpose: { kind: 'invited' },
  limitMs,
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
const entry = (id: string, status: QueueEntry['status']): QueueEntry => ({
  id,
  seat: `seat-${id}`,
  kind: 'intervention',
  topic: null,
  category: null,
  turn: null,
  status,
  requestedAt: 0,
  usedMs: 0,
});
function meeting({ turns = [], entries = [] }: { turns?: Turn[]; entries?: QueueEntry[] }): MeetingState {
  const item = {
    id: 'i1',
    type: 'openDiscussion' as const,
    title: { text: { en: 'x' } },
    attribution: 'chathamHouse' as const,
    plannedMs: 1,
    cameras: 'all' as const,
    speaker: null,
    status: 'active' as const,
    started: null,
    ended: null,
    parent: null,
    limit: 'soft' as const,
    since: null,
    heldMs: 0,
    note: null,
  };
  return {
    ...initialState,
    agenda: { items: [item], current: 'i1', hardStops: [] },
    floor: { ...initialState.floor, turns },
    speakers: { lists: [{ item: 'i1', status: 'open', entries, tour: null }], heard: null },
  };
}

describe('who is up next', () => {
  it('passes over those who did not answer their call', () => {
    const state = meeting({ entries: [entry('a', 'absent'), entry('b', 'waiting'), entry('c', 'waiting')] });
    expect(upNext(state)?.entry.id).toBe('b');
    expect(upNext(state)?.after?.id).toBe('c');
  });

  it('is nobody between items', () => {
    const state = meeting({ entries: [entry('a', 'waiting')] });
    expect(upNext({ ...state, agenda: { ...state.agenda, current: null } })).toBeNull();
  });
});

const keynoteMeeting = (turns: Turn[]): MeetingState => {
  const state = meeting({ turns });
  const items = state.agenda.items.map((item) => ({ ...item, type: 'keynote' as const, speaker: 's1' }));
  return { ...state, agenda: { ...state.agenda, items } };
};

/** The keynote's seat with nobody but people backstage, an aide first; each is called or not. */
const withSpeaker = (...called: boolean[]): MeetingState => {
  const people = called.map((each, index) => ({
    id: `m${index}`,
    seat: 's1',
    kind: index === 0 ? ('aide' as const) : ('principal' as const),
    presence: { status: 'backstage' as const, called: each },
    ruleAccepted: 1,
    company: null,
    door: nothingKnown,
  }));
  const seat = { id: 's1', role: 'keynote' as const, delegation: null, members: people.map(({ id }) => id) };
  return { ...keynoteMeeting([]), roster: { ...initialState.roster, seats: [seat], members: people } };
};

describe('the next step on the floor', () => {
  it('is the keynote while its speaker has no turn', () => {
    expect(nextStep(keynoteMeeting([]))).toEqual({ kind: 'keynote', seat: 's1' });
    expect(nextStep(keynoteMeeting([turn({ kind: 'speaking', member: 'm', since: 0 })]))).toEqual({ kind: 'none' });
  });

  it('is the call on stage while the speaker waits backstage, and then to wait for the speaker', () => {
    expect(nextStep(withSpeaker(false, false))).toEqual({ kind: 'stage', member: 'm1' });
    expect(nextStepCommand(nextStep(withSpeaker(false)))).toEqual({ type: 'roster.callOnStage', member: 'm0' });
    expect(nextStep(withSpeaker(false, true))).toEqual({ kind: 'coming', seat: 's1' });
    expect(nextStepCommand(nextStep(withSpeaker(false, true)))).toBeNull();
  });

  it('[SP4] is a point of order before all else', () => {
    const order = { ...entry('o', 'waiting'), kind: 'pointOfOrder' as const, category: 'rule' as const };
    const state = { ...keynoteMeeting([]), speakers: meeting({ entries: [order, entry('a', 'waiting')] }).speakers };
    expect(nextStep(state)).toMatchObject({ kind: 'call', entry: order });
  });

  it('is who is up next in the list', () => {
    expect(nextStep(meeting({ entries: [entry('a', 'waiting')] }))).toMatchObject({ kind: 'call', after: null });
    expect(nextStep(meeting({}))).toEqual({ kind: 'none' });
  });
});

describe('the next item', () => {
  const { items } = meeting({}).agenda;
  const [active] = items;
  const planned = (id: string) => items.map((item) => ({ ...item, id, status: 'planned' as const }));

  it('comes after the current one', () => {
    const agenda = { items: [...planned('a'), ...items, ...planned('b')], current: active?.id ?? null, hardStops: [] };
    expect(nextItem({ ...meeting({}), agenda })?.id).toBe('b');
  });

  it('is the first not held yet while none is under way', () => {
    const closed = items.map((item) => ({ ...item, status: 'closed' as const }));
    const agenda = { items: [...closed, ...planned('b')], current: null, hardStops: [] };
    expect(nextItem({ ...meeting({}), agenda })?.id).toBe('b');
    expect(nextItem(meeting({}))).toBeNull();
  });
});

const inMode = (mode: MeetingState['floor']['mode'], ...turns: Turn[]): MeetingState => ({
  ...initialState,
  floor: { ...initialState.floor, mode, turns },
});

describe('all but the floor', () => {
  const speaking = { kind: 'speaking', member: 'm', since: 0 } as const;
  const one = turn(speaking);
  const two: Turn = { ...one, id: 't2', seat: 's2' };
  const presiding: Turn = { ...one, id: 't3', purpose: { kind: 'presiding' } };

  it('[FL22] goes back to moderated and keeps the one', () => {
    const kept = { type: 'floor.setMode', mode: 'moderated', keep: 't1' };
    expect(keepAlone(inMode('open', one, two), one)).toEqual(kept);
    expect(keepAlone(inMode('directed', one), one)).toEqual(kept);
  });

  it('stays in the mode where one speaks anyway, and is of no use while nobody else does', () => {
    expect(keepAlone(inMode('presentation', one, two), one)).toEqual({
      type: 'floor.setMode',
      mode: 'presentation',
      keep: 't1',
    });
    expect(keepAlone(inMode('moderated', one, presiding), one)).toBeNull();
    expect(keepAlone(inMode('open', one, presiding), presiding)).toBeNull();
  });
});

describe('a key of the console', () => {
  const speaking = { kind: 'speaking', member: 'm', since: 0 } as const;

  it('names what the chair sees by id', () => {
    const state = meeting({ turns: [turn(speaking)], entries: [entry('a', 'waiting')] });
    expect(keyCommand(state, 'next')).toEqual({ type: 'speakers.call', entry: 'a' });
    expect(keyCommand(state, 'end')).toEqual({ type: 'floor.endTurn', turn: 't1' });
    expect(keyCommand(state, 'pause')).toEqual({ type: 'floor.pause', turn: 't1' });
    expect(keyCommand(state, 'extend')).toEqual({ type: 'floor.extend', turn: 't1', byMs: 60_000 });
  });

  it('goes back to one speaker, who keeps the floor, from modes with several', () => {
    const state = meeting({ turns: [turn(speaking)] });
    const several: MeetingState = { ...state, floor: { ...state.floor, mode: 'open' } };
    expect(keyCommand(several, 'moderate')).toEqual({ type: 'floor.setMode', mode: 'moderated', keep: 't1' });
    const one: MeetingState = { ...state, floor: { ...state.floor, mode: 'moderated' } };
    expect(keyCommand(one, 'moderate')).toBeNull();
    expect(keyCommand({ ...meeting({}), floor: { ...several.floor, turns: [] } }, 'moderate')).toBeNull();
  });

  it('lets a stopped clock run again', () => {
    const state = meeting({ turns: [turn({ kind: 'paused', member: 'm', by: null })] });
    expect(keyCommand(state, 'pause')).toEqual({ type: 'floor.resume', turn: 't1' });
  });

  it('does nothing where there is nothing to act on', () => {
    expect(keyCommand(meeting({}), 'next')).toBeNull();
    expect(keyCommand(meeting({}), 'end')).toBeNull();
    expect(keyCommand(meeting({ turns: [turn({ kind: 'called', answerBy: 1 })] }), 'pause')).toBeNull();
    expect(keyCommand(meeting({ turns: [turn(speaking, null)] }), 'extend')).toBeNull();
  });
});
