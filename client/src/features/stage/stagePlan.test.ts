import { initialState, type MeetingState, nothingKnown, type Turn, type TurnStatus } from '@track2/shared';
import { describe, expect, it } from 'vitest';
import { stagePlan } from './stagePlan.ts';

const turn = (seat: string, status: TurnStatus, purpose: Turn['purpose'] = { kind: 'invited' }): Turn => ({
  id: `t-${seat}`,
  seat,
  purpose,
  limitMs: null,
  warnMs: 0,
  limit: 'soft',
  graceMs: 30_000,
  delegation: null,
  screen: 'none',
  takesQuestions: false,
  usedMs: 0,
  lostMs: 0,
  status,
});
const speaking = (member: string): TurnStatus => ({ kind: 'speaking', member, since: 0 });

const entry = (seat: string) => ({
  id: `e-${seat}`,
  seat,
  kind: 'intervention' as const,
  topic: null,
  category: null,
  turn: null,
  status: 'waiting' as const,
  requestedAt: 0,
  usedMs: 0,
});

const roles = { chair: 'chair', minister: 'keynote', a: 'participant', b: 'participant', c: 'participant' } as const;

/** Five seats, each with one member `m-…`; the minister also has an aide. */
function meeting(changes: Partial<MeetingState> = {}): MeetingState {
  const seats = Object.entries(roles).map(([id, role]) => ({ id, role, delegation: null, members: [`m-${id}`] }));
  const members = seats.map((seat) => ({ id: `m-${seat.id}`, seat: seat.id, kind: 'principal' as const }));
  return {
    ...initialState,
    roster: {
      ...initialState.roster,
      seats,
      members: [...members, { id: 'm-adviser', seat: 'minister', kind: 'aide' as const }].map((member) => ({
        ...member,
        presence: { status: 'admitted' as const },
        ruleAccepted: 1,
        company: null,
        door: nothingKnown,
      })),
    },
    ...changes,
  };
}

const withFloor = (turns: Turn[], spotlight: string[] = []): MeetingState =>
  meeting({ floor: { ...initialState.floor, turns }, keynote: { ...initialState.keynote, spotlight } });
const heroes = (state: MeetingState, screens: string[] = []) =>
  stagePlan(state, 'm-a', screens).heroes.map((tile) => tile.member);

describe('the large place', () => {
  it('is the chair’s while nobody has the floor', () => {
    expect(heroes(meeting())).toEqual(['m-chair']);
  });

  it('is empty when there is no chair inside either', () => {
    const state = meeting();
    const members = state.roster.members.filter((member) => member.seat !== 'chair');
    expect(heroes({ ...state, roster: { ...state.roster, members } })).toEqual([]);
  });

  it('goes to the holder of the floor, and to the member who took it', () => {
    expect(heroes(withFloor([turn('b', speaking('m-b'))]))).toEqual(['m-b']);
    expect(heroes(withFloor([turn('minister', speaking('m-adviser'))]))).toEqual(['m-adviser']);
  });

  it('shows the spotlight first and the asker beside it', () => {
    expect(heroes(withFloor([turn('b', speaking('m-b'))], ['minister']))).toEqual(['m-minister', 'm-b']);
  });

  it('leaves out who is backstage, and is the chair’s again while nobody else is in the room', () => {
    const state = withFloor([], ['minister']);
    const members = state.roster.members.map((member) =>
      member.seat === 'minister' ? { ...member, presence: { status: 'backstage' as const, called: true } } : member,
    );
    const plan = stagePlan({ ...state, roster: { ...state.roster, members } }, 'm-a', []);
    expect(plan.heroes.map((tile) => tile.member)).toEqual(['m-chair']);
    expect(plan.strip.map((tile) => tile.seat)).not.toContain('minister');
  });

  it('keeps all three in the spotlight beside slides and a shared screen, before whoever asks', () => {
    const state = withFloor([turn('b', speaking('m-b'))], ['minister', 'chair', 'c']);
    const three = ['m-minister', 'm-chair', 'm-c'];
    const slides = { shown: { document: 'd', page: 1, driver: null, asking: [] } };
    expect(heroes({ ...state, slides })).toEqual(three);
    expect(heroes(state, ['m-b'])).toEqual(three);
    expect(heroes(state)).toEqual([...three, 'm-b']);
  });

  it('shows nobody twice', () => {
    expect(heroes(withFloor([turn('minister', speaking('m-minister'))], ['minister']))).toEqual(['m-minister']);
  });

  it('does not move for a chair who speaks in between, nor for a call', () => {
    const presiding = turn('chair', speaking('m-chair'), { kind: 'presiding' });
    expect(heroes(withFloor([turn('b', speaking('m-b')), presiding]))).toEqual(['m-b']);
    expect(heroes(withFloor([turn('b', { kind: 'called', answerBy: 1 })]))).toEqual(['m-chair']);
  });

  it('gives way to the screen of who has the floor, and of nobody else', () => {
    const state = withFloor([turn('b', speaking('m-b'))]);
    expect(stagePlan(state, 'm-a', ['m-b']).screen?.member).toBe('m-b');
    expect(stagePlan(state, 'm-a', ['m-c']).screen).toBeNull();
  });
});

describe('the filmstrip', () => {
  it('begins with the chair and with you, then those who wait in their order', () => {
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
    const state = meeting({
      floor: { ...initialState.floor, turns: [turn('minister', speaking('m-minister'))] },
      agenda: { items: [item], current: 'i1', hardStops: [] },
      speakers: { lists: [{ item: 'i1', status: 'open', entries: [entry('c'), entry('b')], tour: null }], heard: null },
    });
    const plan = stagePlan(state, 'm-a', []);
    expect(plan.strip.map((tile) => [tile.member, tile.place])).toEqual([
      ['m-chair', null],
      ['m-a', null],
      ['m-c', 1],
      ['m-b', 2],
      ['m-adviser', null],
    ]);
  });

  it('marks a call for every member of the seat, and the floor for its holder alone', () => {
    const called = stagePlan(withFloor([turn('minister', { kind: 'called', answerBy: 1 })]), 'm-a', []);
    expect(called.strip.filter((tile) => tile.floor === 'called').map((tile) => tile.member)).toEqual([
      'm-minister',
      'm-adviser',
    ]);
    const taken = stagePlan(withFloor([turn('minister', speaking('m-minister'))]), 'm-a', []);
    expect(taken.strip.find((tile) => tile.member === 'm-adviser')?.floor).toBe('none');
  });
});
