import { describe, expect, it } from 'vitest';
import page from '../../RULES.md?raw';
import { given } from '../testing/given.ts';
import { ways } from '../testing/refusals.ts';
import { tableBelow, wordsIn } from '../testing/rulesPage.ts';
import { members, seats } from '../testing/sample.ts';
import { by, contextOf, created, enter, held, started } from '../testing/story.ts';
import { decide } from './meeting.ts';
import { Command, type RefusalCode } from './messages.ts';

const { chair, moderator, keynote, rapporteur, norway } = members;

describe('every refusal', () => {
  it.each(Object.entries(ways))('%s is met, and RULES.md names it for that command', (code, way) => {
    const before = given(...way.after);
    const asked = 'system' in way ? way.system : way.asks;
    const outcome = 'system' in way ? before.whenSystem(way.system) : before.when(way.asks, way.by);
    outcome.isRefused(code as RefusalCode);
    expect(outcome.state).toBe(before.state);

    const rows = [...tableBelow(page, '| Command | Roles'), ...tableBelow(page, 'The platform itself asks')];
    const row = rows.find(([command]) => command === asked.type);
    const named = wordsIn(row?.at(-1));
    const common = [
      'actor.unknown',
      'roster.removed',
      'role.required',
      'presence.required',
      'session.adjourned',
      'session.notOpen',
    ];
    if (row?.[2] === 'room') common.push('presence.backstage');
    expect([...named, ...common]).toContain(code);
  });

  it('[PE5] an id that names nothing is refused, also where it means something to the language', () => {
    const inDebate = [...held(), started('discussion')];
    for (const id of ['nothing', 'constructor', 'toString', 'hasOwnProperty', '__proto__', '']) {
      given(...inDebate)
        .when({ type: 'roster.admit', member: id }, chair)
        .isRefused('roster.unknownMember');
      given(...inDebate)
        .when({ type: 'floor.take', turn: id }, norway)
        .isRefused('floor.unknownTurn');
      given(...inDebate)
        .when({ type: 'floor.give', seat: id }, chair)
        .isRefused('floor.unknownSeat');
      given(...inDebate)
        .when({ type: 'speakers.withdraw', entry: id }, norway)
        .isRefused('speakers.unknownEntry');
      given(...inDebate)
        .when({ type: 'questions.restore', question: id }, chair)
        .isRefused('questions.unknownQuestion');
      given(...inDebate)
        .when({ type: 'questions.startAnswer', round: id }, chair)
        .isRefused('questions.unknownRound');
      given(...inDebate)
        .when({ type: 'keynote.setSpotlight', seats: [id] }, chair)
        .isRefused('keynote.unknownSeat');
    }
  });

  it('[PE5] what is over is named by its id no more: of two who end one turn, the second is refused', () => {
    const both = [
      ...held(),
      by(chair, { type: 'floor.give', seat: seats.norway }, 't1'),
      by(norway, { type: 'floor.take', turn: 't1' }),
    ];
    given(...both, by(moderator, { type: 'floor.endTurn', turn: 't1' }))
      .when({ type: 'floor.endTurn', turn: 't1' }, chair)
      .isRefused('floor.unknownTurn');
  });
});

describe('who may do what', () => {
  it('[PE1] a command outside its roles is refused and names them', () => {
    given(...held())
      .when({ type: 'floor.setMode', mode: 'open' }, rapporteur)
      .isRefused({ code: 'role.required', roles: ['chair', 'moderator'] });
  });

  it('[PE2] from the lobby, after leaving and while the link is lost a command that wants its member inside is refused', () => {
    const ask: Command = { type: 'floor.take', turn: 't1' };
    given(created(), enter(chair), by(norway, { type: 'roster.enterLobby', ruleVersion: 1 }))
      .when(ask, norway)
      .isRefused('presence.required');
    given(...held(), by(norway, { type: 'roster.leave' }))
      .when(ask, norway)
      .isRefused('presence.required');
    given(...held(), { type: 'roster.linkLost', member: norway, since: 0 })
      .when(ask, norway)
      .isRefused('presence.required');
  });

  it('[PE3] role comes before presence, presence before the session, and the session before what is asked', () => {
    const ask: Command = { type: 'floor.give', seat: 'nothing' };
    given(created()).when(ask, keynote).isRefused('role.required');
    given(created()).when(ask, chair).isRefused('presence.required');
    given(created(), enter(chair)).when(ask, chair).isRefused('session.notOpen');
    given(...held())
      .when(ask, chair)
      .isRefused('floor.unknownSeat');
  });

  it('[PE4] nobody on the roster may command, and what the platform asks no person can', () => {
    given(...held())
      .when({ type: 'roster.leave' }, 'constructor')
      .isRefused('actor.unknown');
    given(...held())
      .when({ type: 'roster.leave' }, seats.india)
      .isRefused('actor.unknown');
    const { state, story } = given(...held());
    expect(decide(state, { type: 'session.adjourn' }, contextOf(story, { kind: 'system' }))).toEqual({
      refusal: { code: 'actor.unknown' },
    });
    expect(Command.safeParse({ type: 'session.alarm' }).success).toBe(false);
  });
});
