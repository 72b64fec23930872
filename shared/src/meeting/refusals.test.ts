import { describe, expect, it } from 'vitest';
import page from '../../RULES.md?raw';
import { given } from '../testing/given.ts';
import { tableBelow, wordsIn } from '../testing/rulesPage.ts';
import { items, members, sampleMeeting, seats } from '../testing/sample.ts';
import { by, contextOf, created, enter, held, type Step, started } from '../testing/story.ts';
import { MOST_ITEMS } from './agenda/rules.ts';
import { decide } from './meeting.ts';
import { Command, type RefusalCode, type SystemCommand } from './messages.ts';
import { MOST_SUBMITTED } from './questions/rules.ts';
import type { Id } from './words.ts';

const { chair, moderator, keynote, rapporteur, norway, iran } = members;

/** A way to meet a refusal: what was so, who asks, and for what. */
type Way = { after: readonly Step[]; by: Id; asks: Command } | { after: readonly Step[]; system: SystemCommand };

const chairAsks = (asks: Command, ...more: Step[]): Way => ({ after: [...held(), ...more], by: chair, asks });
const asks = (member: Id, command: Command, ...more: Step[]): Way => ({
  after: [...held(), ...more],
  by: member,
  asks: command,
});

const give = (seat: Id, turn: Id): Step => by(chair, { type: 'floor.give', seat }, turn);
const take = (member: Id, turn: Id): Step => by(member, { type: 'floor.take', turn });
const directed = by(chair, { type: 'floor.setMode', mode: 'directed' });
const request = (member: Id, entry: Id): Step =>
  by(member, { type: 'speakers.requestFloor', item: items.discussion, topic: null }, entry);
const submitted = (question: Id): Step =>
  by(norway, { type: 'questions.submit', text: 'Why?', language: 'en' }, question);
const collecting: Step = by(chair, { type: 'questions.openRound', item: items.qna }, 'r1');
const accepted = (question: Id): Step => by(chair, { type: 'questions.accept', question });
const roundClosed: Step = by(chair, { type: 'questions.closeRound', round: 'r1' });
const addItem = {
  type: 'agenda.addItem',
  before: null,
  parent: null,
  limit: 'soft',
  itemType: 'break',
  title: { en: 'Break' },
  attribution: 'offRecord',
  plannedMs: 600_000,
  cameras: 'all',
  speaker: null,
} as const satisfies Command;

/** Every refusal there is, and a way to meet it: a code without a way does not compile. */
const ways: Record<RefusalCode, Way> = {
  'role.required': asks(norway, { type: 'session.adjourn' }),
  'presence.required': { after: [created()], by: chair, asks: { type: 'session.open' } },
  'actor.unknown': asks('m-nobody', { type: 'roster.leave' }),
  'session.alreadyOpen': chairAsks({ type: 'session.open' }),
  'session.notOpen': { after: [created(), enter(chair)], by: chair, asks: { type: 'floor.setMode', mode: 'open' } },
  'session.adjourned': chairAsks({ type: 'session.open' }, by(chair, { type: 'session.adjourn' })),
  'session.alreadyCreated': { after: [created()], system: sampleMeeting() },
  'roster.ruleChanged': { after: [created()], by: norway, asks: { type: 'roster.enterLobby', ruleVersion: 2 } },
  'roster.alreadyInside': asks(norway, { type: 'roster.enterLobby', ruleVersion: 1 }),
  'roster.notInLobby': chairAsks({ type: 'roster.admit', member: norway }),
  'roster.unknownMember': chairAsks({ type: 'roster.admit', member: 'constructor' }),
  'agenda.unknownItem': chairAsks({ type: 'agenda.startItem', item: 'toString' }),
  'agenda.itemCurrent': chairAsks({ type: 'agenda.dropItem', item: items.qna }, started('qna')),
  'agenda.itemDone': chairAsks({ type: 'agenda.startItem', item: items.opening }, started('opening'), started('qna')),
  'agenda.itemNotCurrent': chairAsks({ type: 'agenda.closeItem', item: items.qna }),
  'agenda.placeTaken': chairAsks({ ...addItem, before: items.opening }, started('opening')),
  'agenda.full': chairAsks(addItem, ...Array.from({ length: MOST_ITEMS - 5 }, () => by(chair, addItem))),
  'floor.heldByAnother': chairAsks({ type: 'floor.give', seat: seats.iran }, give(seats.norway, 't1')),
  'floor.noFreePlace': chairAsks(
    { type: 'floor.give', seat: seats.pakistan },
    directed,
    give(seats.norway, 't1'),
    give(seats.iran, 't2'),
    give(seats.india, 't3'),
  ),
  'floor.unknownTurn': chairAsks({ type: 'floor.endTurn', turn: 'constructor' }),
  'floor.unknownSeat': chairAsks({ type: 'floor.give', seat: '__proto__' }),
  'floor.notYours': asks(iran, { type: 'floor.take', turn: 't1' }, give(seats.norway, 't1')),
  'floor.seatHasTurn': chairAsks({ type: 'floor.give', seat: seats.norway }, directed, give(seats.norway, 't1')),
  'floor.seatAbsent': chairAsks({ type: 'floor.give', seat: seats.norway }, by(norway, { type: 'roster.leave' })),
  'floor.notCalled': asks(norway, { type: 'floor.take', turn: 't1' }, give(seats.norway, 't1'), take(norway, 't1')),
  'floor.notSpeaking': chairAsks({ type: 'floor.pause', turn: 't1' }, give(seats.norway, 't1')),
  'floor.notPaused': chairAsks({ type: 'floor.resume', turn: 't1' }, give(seats.norway, 't1')),
  'floor.noLimit': chairAsks(
    { type: 'floor.extend', turn: 't1', byMs: 60_000 },
    by(moderator, { type: 'floor.takeMicrophone' }, 't1'),
  ),
  'floor.modeAlreadySet': chairAsks({ type: 'floor.setMode', mode: 'moderated' }),
  'floor.notOpenMode': asks(norway, { type: 'floor.takeMicrophone' }),
  'speakers.listClosed': asks(
    norway,
    { type: 'speakers.requestFloor', item: items.opening, topic: null },
    started('opening'),
  ),
  'speakers.listOpen': chairAsks({ type: 'speakers.openList', item: items.discussion }, started('discussion')),
  'speakers.itemNotCurrent': asks(norway, { type: 'speakers.requestFloor', item: items.discussion, topic: null }),
  'speakers.alreadyWaiting': asks(
    members.iranAide,
    { type: 'speakers.requestFloor', item: items.discussion, topic: null },
    started('discussion'),
    request(iran, 'e1'),
  ),
  'speakers.unknownEntry': chairAsks({ type: 'speakers.call', entry: 'hasOwnProperty' }),
  'speakers.notYours': asks(
    iran,
    { type: 'speakers.withdraw', entry: 'e1' },
    started('discussion'),
    request(norway, 'e1'),
  ),
  'speakers.notWaiting': chairAsks(
    { type: 'speakers.call', entry: 'e1' },
    started('discussion'),
    request(norway, 'e1'),
    by(norway, { type: 'speakers.withdraw', entry: 'e1' }),
  ),
  'questions.noQuestionTime': asks(
    norway,
    { type: 'questions.submit', text: 'Why?', language: 'en' },
    started('keynote'),
    started('qna'),
    started('discussion'),
  ),
  'questions.itemTakesNone': chairAsks({ type: 'questions.openRound', item: items.discussion }),
  'questions.unknownQuestion': chairAsks({ type: 'questions.accept', question: 'constructor' }),
  'questions.unknownRound': chairAsks({ type: 'questions.closeRound', round: 'constructor' }),
  'questions.notSubmitted': chairAsks({ type: 'questions.accept', question: 'q1' }, submitted('q1'), accepted('q1')),
  'questions.notDismissed': chairAsks({ type: 'questions.restore', question: 'q1' }, submitted('q1')),
  'questions.notInRound': chairAsks({ type: 'questions.callAsker', question: 'q1' }, submitted('q1'), accepted('q1')),
  'questions.alreadyAsked': chairAsks(
    { type: 'questions.dismiss', question: 'q1' },
    submitted('q1'),
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.roundStillOpen': chairAsks({ type: 'questions.openRound', item: items.qna }, collecting),
  'questions.roundNotCollecting': chairAsks(
    { type: 'questions.closeRound', round: 'r1' },
    submitted('q1'),
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.roundNotClosed': chairAsks({ type: 'questions.startAnswer', round: 'r1' }, collecting),
  'questions.roundNotAnswering': chairAsks({ type: 'questions.completeRound', round: 'r1' }, collecting),
  'questions.roundEmpty': chairAsks({ type: 'questions.closeRound', round: 'r1' }, collecting),
  'questions.noRespondent': chairAsks(
    { type: 'questions.startAnswer', round: 'r1' },
    by(chair, { ...addItem, itemType: 'qna' }, 'i-further'),
    by(chair, { type: 'questions.openRound', item: 'i-further' }, 'r1'),
    submitted('q1'),
    accepted('q1'),
    roundClosed,
  ),
  'questions.tooMany': asks(
    norway,
    { type: 'questions.submit', text: 'Why?', language: 'en' },
    ...Array.from({ length: MOST_SUBMITTED }, (_, index) => submitted(`q${index}`)),
  ),
  'keynote.unknownSeat': chairAsks({ type: 'keynote.setSpotlight', seats: [seats.keynote, 'constructor'] }),
  'keynote.notAKeynote': chairAsks({ type: 'keynote.setBudget', item: items.qna, budgetMs: 600_000 }),
};

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
    const common = ['actor.unknown', 'role.required', 'presence.required', 'session.adjourned', 'session.notOpen'];
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
    const both = [...held(), give(seats.norway, 't1'), take(norway, 't1')];
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
