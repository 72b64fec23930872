import { describe, expect, it } from 'vitest';
import { planOf, seatsOf } from '../../testing/desk.ts';
import { given } from '../../testing/given.ts';
import { items, members, sampleMeeting, seats, startsAt } from '../../testing/sample.ts';
import { by, created, enter, held, lost, pass, received, type Step, system, tell } from '../../testing/story.ts';
import type { SystemCommand } from '../messages.ts';
import { seesAnew } from '../projection.ts';
import { memberById, seatById } from '../roster/rules.ts';
import type { SeatPlan } from '../roster/schema.ts';
import type { Plan } from './schema.ts';

const { chair, moderator, keynote, norway, iran, iranAide, india } = members;

const { type: _, seats: planned, ...plan } = sampleMeeting();
const without = (seat: string): SeatPlan[] => planned.filter(({ id }) => id !== seat);
const withRole = (seat: string, role: SeatPlan['role']): SeatPlan[] =>
  planned.map((one) => (one.id === seat ? { ...one, role } : one));
const guest: SeatPlan = {
  id: 's-guest',
  role: 'observer',
  delegation: null,
  members: [{ id: 'm-guest', kind: 'principal' }],
};

type Revision = Extract<SystemCommand, { type: 'session.revise' }>;
const revise = (change: { plan?: Partial<Plan> | null; seats?: SeatPlan[] }): Revision => ({
  type: 'session.revise',
  plan: change.plan === null ? null : { ...plan, ...change.plan },
  seats: change.seats ?? planned,
});
const revised = (change: Parameters<typeof revise>[0]): Step => system(revise(change));
const knocks = by(norway, { type: 'roster.enterLobby', ruleVersion: 1 });

describe('a revision before the meeting opens', () => {
  it('[SE15] changes all of the plan', () => {
    const policy = { ...plan.policy, turnMs: 60_000 };
    const { state, happensOf } = given(created()).whenSystem(
      revise({
        plan: {
          startsAt: startsAt + 3_600_000,
          timeZone: 'Asia/Tehran',
          ruleVersion: 2,
          policy,
          agenda: plan.agenda.toReversed(),
          hardStops: [{ id: 'h1', item: null, at: startsAt + 600_000, label: { text: { en: 'Tea' } } }],
          budgets: [{ delegation: 'd-oslo', budgetMs: 60_000 }],
        },
        seats: [...without(seats.india), guest],
      }),
    );
    happensOf('session.revised');
    expect(state.session).toMatchObject({ timeZone: 'Asia/Tehran', ruleVersion: 2, policy, revision: 1 });
    expect(state.session.startsAt).toBe(startsAt + 3_600_000);
    expect(state.agenda.items.map(({ id }) => id)).toEqual(Object.values(items).toReversed());
    expect(state.agenda.hardStops).toMatchObject([{ id: 'h1', warned: null }]);
    expect(state.floor.delegations).toEqual([{ delegation: 'd-oslo', budgetMs: 60_000, usedMs: 0 }]);
    expect(memberById(state, india)).toBeUndefined();
    expect(memberById(state, 'm-guest')).toMatchObject({ seat: 's-guest', presence: { status: 'invited' } });
  });

  it('[SE15] with nothing changed leaves everything but its own count as it was', () => {
    const before = tell(
      created({ turnMs: 90_000 }),
      enter(chair),
      knocks,
      by(chair, { type: 'agenda.skipItem', item: items.qna }),
    );
    const { state } = given(() => before).whenSystem({
      type: 'session.revise',
      plan: planOf(before.state),
      seats: seatsOf(before.state),
    });
    expect(state).toEqual({ ...before.state, session: { ...before.state.session, revision: 1 } });
  });

  it('[SE15] keeps the state of who and what stays by its id, with what is planned of it anew', () => {
    const note = by(chair, { type: 'agenda.setNote', item: items.qna, text: 'Ask Oslo first' });
    const agenda = plan.agenda.map((item) => (item.id === items.qna ? { ...item, plannedMs: 60_000 } : item));
    const { state } = tell(
      created(),
      enter(chair),
      knocks,
      lost(norway),
      note,
      revised({ plan: { agenda }, seats: withRole(seats.norway, 'observer') }),
    );
    expect(memberById(state, norway)).toMatchObject({ ruleAccepted: 1, presence: { status: 'disconnected' } });
    expect(seatById(state, seats.norway)?.role).toBe('observer');
    const qna = state.agenda.items.find(({ id }) => id === items.qna);
    expect(qna).toMatchObject({ plannedMs: 60_000, note: { text: 'Ask Oslo first' } });
    const kind = planned.map((seat) => ({
      ...seat,
      members: seat.members.map(({ id }) => ({ id, kind: 'aide' as const })),
    }));
    expect(memberById(tell(created(), revised({ seats: kind })).state, norway)?.kind).toBe('aide');
  });

  it('[SE15] keeps what was prepared for the keynote, but of items and seats that are gone', () => {
    const prepared: Step[] = [
      created(),
      enter(chair),
      by(chair, { type: 'keynote.setBudget', item: items.keynote, budgetMs: 600_000 }),
      by(chair, { type: 'keynote.introduce', item: items.keynote, introduction: { en: 'Our guest' } }),
      by(chair, { type: 'keynote.setSpotlight', seats: [seats.keynote, seats.india] }),
    ];
    const same = tell(...prepared, revised({})).state.keynote;
    expect(same).toEqual(tell(...prepared).state.keynote);
    const agenda = plan.agenda.filter(({ id }) => id !== items.keynote);
    const { keynote: left } = tell(...prepared, revised({ plan: { agenda }, seats: without(seats.india) })).state;
    expect(left).toMatchObject({ budgets: [], introductions: [], spotlight: [seats.keynote] });
  });

  it('[SE15] leaves nothing that names a seat that is gone', () => {
    const addressed = by(
      norway,
      { type: 'questions.submit', text: 'Why?', language: 'en', addressee: seats.keynote },
      'q1',
    );
    const asked = [created(), enter(chair), enter(norway), addressed];
    const kept = tell(...asked, revised({ seats: without(seats.india) })).state;
    expect(kept.questions.questions).toMatchObject([{ id: 'q1', addressee: seats.keynote, seat: seats.norway }]);
    expect(kept.agenda.items[1]?.speaker).toBe(seats.keynote);
    const gone = tell(...asked, revised({ seats: without(seats.keynote) })).state;
    expect(gone.questions.questions).toMatchObject([{ id: 'q1', addressee: null }]);
    expect(gone.agenda.items.every(({ speaker }) => speaker === null)).toBe(true);
  });

  it('[SE15] warns anew of a hard stop that is at another moment alone', () => {
    const stop = { id: 'h1', item: null, at: startsAt + 60_000, label: { text: { en: 'Tea' } } };
    const warned: Step[] = [system({ ...sampleMeeting(), hardStops: [stop] }), system({ type: 'session.alarm' })];
    expect(tell(...warned).state.agenda.hardStops).toMatchObject([{ warned: 3 }]);
    const renamed = { ...stop, label: { text: { en: 'Coffee' } } };
    expect(tell(...warned, revised({ plan: { hardStops: [renamed] } })).state.agenda.hardStops).toEqual([
      { ...renamed, warned: 3 },
    ]);
    const moved = { ...stop, at: stop.at + 60_000 };
    expect(tell(...warned, revised({ plan: { hardStops: [moved] } })).state.agenda.hardStops).toEqual([
      { ...moved, warned: null },
    ]);
  });

  it('[SE15] brings into the room who may not be backstage any more', () => {
    const behind: Step[] = [created(), enter(chair), enter(keynote), by(keynote, { type: 'roster.goBackstage' })];
    const presenceBy = (seat: SeatPlan[], ...more: Step[]) =>
      memberById(tell(...behind, ...more, revised({ seats: seat })).state, keynote)?.presence;
    expect(presenceBy(planned)).toEqual({ status: 'backstage', called: false });
    expect(presenceBy(withRole(seats.keynote, 'participant'))).toEqual({ status: 'admitted' });
    expect(presenceBy(withRole(seats.keynote, 'participant'), lost(keynote))).toMatchObject({ from: 'admitted' });
  });
});

describe('a revision of an open meeting', () => {
  it('[SE15] changes the seats alone, in which each keeps the role it has', () => {
    given(...held())
      .whenSystem(revise({}))
      .isRefused('session.alreadyOpen');
    const promoted = [...held(), by(chair, { type: 'roster.setRole', seat: seats.norway, role: 'moderator' })];
    const { state } = tell(...promoted, revised({ plan: null, seats: [...withRole(seats.iran, 'observer'), guest] }));
    const roles = [seats.chair, seats.norway, seats.iran, 's-guest'].map((seat) => seatById(state, seat)?.role);
    expect(roles).toEqual(['chair', 'moderator', 'participant', 'observer']);
    expect(state.agenda).toEqual(tell(...promoted).state.agenda);
    expect(memberById(state, iran)?.presence).toEqual({ status: 'admitted' });
  });

  it('[SE15] [SE5] is over with the meeting', () => {
    const over = [...held(), by(chair, { type: 'session.adjourn' })];
    given(...over)
      .whenSystem(revise({ plan: null }))
      .isRefused('session.adjourned');
  });

  it('[SE15] [VI1] shows every viewer everything anew', () => {
    const before = tell(...held()).state;
    const after = tell(...held(), revised({ plan: null })).state;
    for (const viewer of [chair, norway, 'm-nobody']) {
      expect(seesAnew(before, after, viewer)).toBe(true);
      expect(seesAnew(before, before, viewer)).toBe(false);
    }
  });
});

describe('what no revision takes away', () => {
  it('[SE16] is a member who has ever entered, from the seat', () => {
    const left = by(norway, { type: 'roster.leave' });
    for (const steps of [[knocks], [knocks, left]])
      given(created(), ...steps)
        .whenSystem(revise({ seats: without(seats.norway) }))
        .isRefused({ code: 'session.seatEntered', seat: seats.norway });
    given(created())
      .whenSystem(revise({ seats: without(seats.norway) }))
      .happensOf('session.revised');
    const swapped = planned.map((seat) => {
      if (seat.id === seats.norway) return { ...seat, members: [{ id: india, kind: 'principal' as const }] };
      return seat.id === seats.india ? { ...seat, members: [{ id: norway, kind: 'principal' as const }] } : seat;
    });
    given(created(), knocks)
      .whenSystem(revise({ seats: swapped }))
      .isRefused({ code: 'session.seatEntered', seat: seats.norway });
    given(created())
      .whenSystem(revise({ seats: swapped }))
      .happensOf('session.revised');
    expect(memberById(tell(created(), revised({ seats: swapped })).state, india)?.seat).toBe(seats.norway);
  });

  it('[SE16] is not a mate who never came', () => {
    const alone = planned.map((seat) => ({ ...seat, members: seat.members.filter(({ id }) => id !== iranAide) }));
    const { state } = tell(created(), enter(chair), enter(iran), revised({ seats: alone }));
    expect(memberById(state, iranAide)).toBeUndefined();
    expect(seatById(state, seats.iran)?.members).toEqual([iran]);
  });

  it('[SE16] is an item that holds documents', () => {
    const agenda = plan.agenda.filter(({ id }) => id !== items.keynote);
    const holds = [created(), enter(chair), received('d1', chair)];
    given(...holds)
      .whenSystem(revise({ plan: { agenda } }))
      .isRefused({ code: 'session.itemHeld', item: items.keynote });
    given(...holds)
      .whenSystem(revise({ plan: { agenda: plan.agenda.filter(({ id }) => id !== items.qna) } }))
      .happensOf('session.revised');
    given(...holds, by(chair, { type: 'documents.remove', document: 'd1' }))
      .whenSystem(revise({ plan: { agenda } }))
      .happensOf('session.revised');
  });
});

describe('a rule in another version', () => {
  it('[SE17] puts everybody who waits or is inside before the gate again', () => {
    const before = [created(), enter(chair), enter(moderator), knocks, lost(moderator)];
    const { state } = tell(...before, revised({ plan: { ruleVersion: 2 } }));
    for (const member of [chair, moderator, norway, india])
      expect(memberById(state, member)?.presence).toEqual({ status: 'invited' });
    given(...before, revised({ plan: { ruleVersion: 2 } }))
      .when({ type: 'roster.enterLobby', ruleVersion: 1 }, norway)
      .isRefused('roster.ruleChanged');
    given(...before, revised({ plan: { ruleVersion: 2 } }))
      .when({ type: 'roster.enterLobby', ruleVersion: 2 }, norway)
      .happensOf('roster.lobbyEntered');
  });

  it('[SE17] [RO17] leaves who left and who was removed as they are, and in the same version everybody', () => {
    const before = [
      created(),
      enter(chair),
      enter(iran),
      by(iran, { type: 'roster.leave' }),
      by(chair, { type: 'roster.remove', member: norway }),
    ];
    const { state } = tell(...before, revised({ plan: { ruleVersion: 2 } }));
    expect(memberById(state, iran)?.presence).toEqual({ status: 'left' });
    expect(memberById(state, norway)?.presence).toEqual({ status: 'removed' });
    expect(tell(...before, revised({})).state.roster.members).toEqual(tell(...before).state.roster.members);
  });
});

describe('a meeting that has not opened', () => {
  const cancel = { type: 'session.cancel' } as const;

  it('[SE18] can be cancelled, and is over then without having been opened', () => {
    const { state, happens } = given(created(), enter(chair), pass(500)).whenSystem(cancel);
    happens({ type: 'session.cancelled', moment: { at: 500, wall: startsAt + 500 } });
    expect(state.session).toMatchObject({ status: 'adjourned', opened: null, adjourned: { at: 500 } });
    given(created(), enter(chair), system(cancel)).when({ type: 'session.open' }, chair).isRefused('session.adjourned');
    given(created(), enter(chair), by(chair, { type: 'keynote.setSpotlight', seats: [seats.keynote] }), system(cancel))
      .when({ type: 'roster.leave' }, chair)
      .happensOf('roster.left');
  });

  it('[SE18] once open or over is cancelled no more', () => {
    given(...held())
      .whenSystem(cancel)
      .isRefused('session.alreadyOpen');
    given(created(), system(cancel)).whenSystem(cancel).isRefused('session.adjourned');
    const spotlit = [created(), enter(chair), by(chair, { type: 'keynote.setSpotlight', seats: [seats.keynote] })];
    expect(tell(...spotlit, system(cancel)).state.keynote.spotlight).toEqual([]);
  });
});
