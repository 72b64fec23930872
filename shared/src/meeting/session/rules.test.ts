import { describe, expect, it } from 'vitest';
import { given } from '../../testing/given.ts';
import { items, members, sampleMeeting, seats, startsAt } from '../../testing/sample.ts';
import { by, created, enter, held, lost, pass, started, system, tell, wallJumps } from '../../testing/story.ts';
import { nextDeadlines } from '../deadlines.ts';
import { Command } from '../messages.ts';
import { defaultPolicy } from './schema.ts';

const { chair, norway } = members;

/** Whether such a change of the policy is a command. */
const parsed = (change: object): boolean => Command.safeParse({ type: 'session.changePolicy', ...change }).success;

describe('the session', () => {
  it('[SE1] a meeting is created once', () => {
    given().whenSystem(sampleMeeting()).happensOf('session.created');
    given(created()).whenSystem(sampleMeeting()).isRefused('session.alreadyCreated');
  });

  it('[SE2] the chair opens the meeting, once', () => {
    given(created(), enter(chair), wallJumps(5000), pass(700))
      .when({ type: 'session.open' }, chair)
      .happens({ type: 'session.opened', moment: { at: 700, wall: startsAt + 5700 } });
    given(...held())
      .when({ type: 'session.open' }, chair)
      .isRefused('session.alreadyOpen');
  });

  it('[SE3] until the meeting opens it is prepared, and nothing of it runs', () => {
    const before = [created(), enter(chair), enter(norway)];
    const prepares: Command[] = [
      { type: 'agenda.moveItem', item: items.closing, before: items.opening, parent: null },
      { type: 'keynote.setBudget', item: items.keynote, budgetMs: 60_000 },
      { type: 'keynote.setSpotlight', seats: [seats.keynote] },
      { type: 'questions.submit', text: 'Why?', language: 'en' },
    ];
    const prepared = given(...before);
    for (const command of prepares) expect(prepared.when(command, chair).state).not.toBe(prepared.state);
    const runs: Command[] = [
      { type: 'agenda.startItem', item: items.opening },
      { type: 'floor.takeMicrophone' },
      { type: 'floor.give', seat: seats.norway },
      { type: 'speakers.openList', item: items.opening },
      { type: 'questions.openRound', item: items.qna },
      { type: 'session.adjourn' },
    ];
    for (const command of runs)
      given(...before)
        .when(command, chair)
        .isRefused('session.notOpen');
  });

  it('[SE4] adjourning ends every turn, completes the rounds of the current item, closes it and empties the spotlight', () => {
    const { state, ...outcome } = given(
      ...held(),
      started('qna'),
      by(chair, { type: 'questions.openRound', item: items.qna }, 'r1'),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(norway, { type: 'floor.take', turn: 't1' }),
      pass(4000),
    ).when({ type: 'session.adjourn' }, chair);
    const moment = { at: 4000, wall: startsAt + 4000 };
    outcome.happens(
      { type: 'floor.turnEnded', turn: 't1', reason: 'adjourned', usedMs: 4000 },
      { type: 'questions.roundCompleted', round: 'r1', deferred: [] },
      { type: 'agenda.itemClosed', item: items.qna, moment },
      { type: 'session.adjourned', moment },
    );
    expect(state.keynote.spotlight).toEqual([]);
    expect(state.agenda.current).toBeNull();
    given(...held())
      .when({ type: 'session.adjourn' }, chair)
      .happensOf('session.adjourned');
  });

  it('[SE5] after adjournment every command but leaving is refused', () => {
    const over = [...held(), by(chair, { type: 'session.adjourn' })];
    const refused: Command[] = [
      { type: 'session.open' },
      { type: 'roster.enterLobby', ruleVersion: 1 },
      { type: 'agenda.changeItem', item: items.closing },
      { type: 'floor.takeMicrophone' },
    ];
    for (const command of refused)
      given(...over)
        .when(command, chair)
        .isRefused('session.adjourned');
    given(...over)
      .when({ type: 'roster.leave' }, chair)
      .happensOf('roster.left');
  });

  it('[SE6] a new home records its takeover first, and every link counts as lost from then on', () => {
    given(
      created(),
      enter(chair),
      by(norway, { type: 'roster.enterLobby', ruleVersion: 1 }),
      by(chair, { type: 'session.open' }),
      by(chair, { type: 'floor.takeMicrophone' }, 't1'),
      pass(9000),
    )
      .whenSystem({ type: 'session.takeOver' })
      .happens(
        { type: 'session.takenOver' },
        { type: 'floor.linkLost', turn: 't1', usedMs: 9000, since: 9000, until: 24_000 },
        { type: 'roster.linkLost', member: chair, since: 9000 },
        { type: 'roster.linkLost', member: norway, since: 9000 },
        { type: 'roster.chairMissed', since: 9000 },
      );
  });

  it('[SE6] a takeover gives a link that is lost already no further time', () => {
    given(...held(), by(chair, { type: 'floor.takeMicrophone' }, 't1'), lost(chair), pass(6000))
      .whenSystem({ type: 'session.takeOver' })
      .happens(
        { type: 'session.takenOver' },
        ...Object.values(members)
          .filter((member) => member !== chair)
          .map((member) => ({ type: 'roster.linkLost', member, since: 6000 })),
      );
  });

  it('[SE14] a manager changes what it names of the policy, for the turns to come', () => {
    const change: Command = { type: 'session.changePolicy', turnMs: 60_000, graceMs: 5000, limits: { turn: 'hard' } };
    const { state, ...outcome } = given(...held(), by(chair, { type: 'floor.give', seat: seats.norway }, 't1')).when(
      change,
      members.moderator,
    );
    outcome.happens({
      type: 'session.policyChanged',
      policy: {
        ...defaultPolicy,
        turnMs: 60_000,
        graceMs: 5000,
        limits: { ...defaultPolicy.limits, turn: 'hard' },
      },
    });
    expect(state.floor.turns).toMatchObject([{ limitMs: 180_000, graceMs: 15_000, limit: 'soft' }]);
    given(
      ...held(),
      by(chair, change),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(chair, { type: 'floor.endTurn', turn: 't1' }),
    )
      .when({ type: 'floor.give', seat: seats.iran }, chair)
      .happens(expect.objectContaining({ limitMs: 60_000, graceMs: 5000, limit: 'hard' }));
    given(...held())
      .when(change, norway)
      .isRefused('role.required');
  });

  it('[SE14] a length that is no length of a turn is no command', () => {
    expect(parsed({ turnMs: 10_000, limits: { answer: 'hard' } })).toBe(true);
    expect(parsed({ turnMs: 9999 })).toBe(false);
    expect(parsed({ graceMs: 300_001 })).toBe(false);
    expect(parsed({ callMs: 20_000 })).toBe(false);
  });

  it('[SE8] the next deadline is the earliest of the calls and lost links, and an alarm before it does nothing', () => {
    expect(nextDeadlines(tell(...held()).state)).toEqual({ meeting: null, wall: null });
    const { state, whenSystem } = given(
      ...held(),
      by(chair, { type: 'floor.takeMicrophone' }, 't1'),
      pass(1000),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't2'),
      pass(1000),
      lost(chair),
    );
    expect(nextDeadlines(state)).toEqual({ meeting: 17_000, wall: null });
    whenSystem({ type: 'session.alarm' }).happens();
  });

  it('[SE8] an alarm that comes late decides everything that is due', () => {
    given(
      ...held(),
      by(chair, { type: 'floor.takeMicrophone' }, 't1'),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't2'),
      lost(chair),
      pass(20_000),
    )
      .whenSystem({ type: 'session.alarm' })
      .happens(
        { type: 'floor.turnEnded', turn: 't2', reason: 'expired', usedMs: 0 },
        { type: 'floor.suspended', turn: 't1', usedMs: 0 },
      );
    given(...held(), system({ type: 'session.alarm' }))
      .whenSystem({ type: 'session.alarm' })
      .happens();
  });
});
