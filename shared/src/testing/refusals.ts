import { MOST_STOPS } from '../meeting/agenda/hardStops.ts';
import { MOST_ITEMS } from '../meeting/agenda/rules.ts';
import { MOST_DOCUMENTS } from '../meeting/documents/rules.ts';
import type { Command, RefusalCode, SystemCommand } from '../meeting/messages.ts';
import { MOST_SUBMITTED } from '../meeting/questions/rules.ts';
import type { Id } from '../meeting/words.ts';
import { items, members, sampleMeeting, seats, startsAt } from './sample.ts';
import { by, created, enter, held, pass, received, type Step, started } from './story.ts';

const { chair, moderator, keynote, keynoteAide, norway, iran } = members;

/** A way to meet a refusal: what was so, who asks, and for what. */
export type Way = { after: readonly Step[]; by: Id; asks: Command } | { after: readonly Step[]; system: SystemCommand };

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

const given: Step = give(seats.norway, 't1');
const speaking: readonly Step[] = [given, take(norway, 't1')];
const hardPolicy = {
  limits: { turn: 'soft', question: 'soft', answer: 'soft', keynote: 'soft', delegation: 'hard' },
} as const;
const nested = (id: Id, parent: Id): Step => by(chair, { ...addItem, parent }, id);
const hardStop = {
  type: 'agenda.setHardStop',
  stop: null,
  item: null,
  at: startsAt + 600_000,
  label: { en: 'Tea' },
} as const;
const talk: readonly Step[] = [started('keynote'), received('d1', keynote)];
const shown: readonly Step[] = [...talk, by(keynote, { type: 'slides.present', document: 'd1' })];
const cue: Step = by(chair, { type: 'keynote.sendCue', turn: 't1', kind: 'wrapUp' }, 'cue1');
const acknowledge: Command = { type: 'keynote.acknowledgeCue', cue: 'cue1' };
const behind = (member: Id): Step => by(member, { type: 'roster.goBackstage' });
const ended: readonly Step[] = [...speaking, by(chair, { type: 'floor.endTurn', turn: 't1' }, 'a1')];

const debate: readonly Step[] = [started('discussion'), ...speaking];
const respond = (member: Id, entry: Id, kind: 'directResponse' | 'interposed' = 'directResponse'): Step =>
  by(member, { type: 'speakers.respond', turn: 't1', kind, topic: null }, entry);
const tour = {
  type: 'speakers.startTour',
  item: items.discussion,
  order: 'hand',
  seats: [seats.norway, seats.iran],
  limitMs: 60_000,
} as const satisfies Command;
const budget = (delegation: Id, budgetMs: number): Step => by(chair, { type: 'floor.setBudget', delegation, budgetMs });
const anonymously: Step = by(norway, { type: 'questions.submit', text: 'Why?', language: 'en', anonymous: true }, 'q1');
const inRound: readonly Step[] = [submitted('q1'), collecting, accepted('q1'), roundClosed];
const votes: Step = by(chair, { type: 'session.changePolicy', upvotes: true });
const vote = (question: Id): Command => ({ type: 'questions.vote', question, up: true });

/** Every refusal there is, and a way to meet it: a code without a way does not compile. */
export const ways: Record<RefusalCode, Way> = {
  'role.required': asks(norway, { type: 'session.adjourn' }),
  'presence.required': { after: [created()], by: chair, asks: { type: 'session.open' } },
  'actor.unknown': asks('m-nobody', { type: 'roster.leave' }),
  'session.alreadyOpen': chairAsks({ type: 'session.open' }),
  'session.notOpen': { after: [created(), enter(chair)], by: chair, asks: { type: 'floor.setMode', mode: 'open' } },
  'session.adjourned': chairAsks({ type: 'session.open' }, by(chair, { type: 'session.adjourn' })),
  'presence.backstage': asks(keynote, { type: 'slides.turnPage', document: 'd1', page: 2 }, behind(keynote)),
  'session.nothingToUndo': chairAsks({ type: 'session.undo', of: 'a1' }),
  'session.undoTooLate': chairAsks({ type: 'session.undo', of: 'a1' }, ...ended, pass(10_001)),
  'session.undoOvertaken': chairAsks(
    { type: 'session.undo', of: 'a1' },
    started('opening'),
    by(chair, { type: 'agenda.closeItem', item: items.opening }, 'a1'),
    started('closing'),
  ),
  'session.alreadyCreated': { after: [created()], system: sampleMeeting() },
  'roster.ruleChanged': { after: [created()], by: norway, asks: { type: 'roster.enterLobby', ruleVersion: 2 } },
  'roster.alreadyInside': asks(norway, { type: 'roster.enterLobby', ruleVersion: 1 }),
  'roster.notInLobby': chairAsks({ type: 'roster.admit', member: norway }),
  'roster.unknownMember': chairAsks({ type: 'roster.admit', member: 'constructor' }),
  'roster.notBackstage': asks(keynote, { type: 'roster.goOnStage' }),
  'roster.notCalledOnStage': asks(keynote, { type: 'roster.goOnStage' }, behind(keynote)),
  'roster.calledAlready': chairAsks(
    { type: 'roster.callOnStage', member: keynote },
    behind(keynote),
    by(chair, { type: 'roster.callOnStage', member: keynote }),
  ),
  'agenda.unknownItem': chairAsks({ type: 'agenda.startItem', item: 'toString' }),
  'agenda.itemCurrent': chairAsks({ type: 'agenda.dropItem', item: items.qna }, started('qna')),
  'agenda.itemDone': chairAsks({ type: 'agenda.startItem', item: items.opening }, started('opening'), started('qna')),
  'agenda.itemNotCurrent': chairAsks({ type: 'agenda.closeItem', item: items.qna }),
  'agenda.placeTaken': chairAsks({ ...addItem, before: items.opening }, started('opening')),
  'agenda.full': chairAsks(addItem, ...Array.from({ length: MOST_ITEMS - 5 }, () => by(chair, addItem))),
  'agenda.hasParts': chairAsks({ type: 'agenda.dropItem', item: items.qna }, nested('i-part', items.qna)),
  'agenda.itemHeld': chairAsks(
    { type: 'agenda.dropItem', item: items.qna },
    started('qna'),
    by(chair, { type: 'agenda.suspendItem', item: items.qna }),
  ),
  'agenda.tooDeep': chairAsks(
    { ...addItem, parent: 'i-third' },
    nested('i-second', items.qna),
    nested('i-third', 'i-second'),
  ),
  'agenda.itemNotDone': chairAsks({ type: 'agenda.reopenItem', item: items.qna }),
  'agenda.unknownStop': chairAsks({ type: 'agenda.dropHardStop', stop: 'constructor' }),
  'agenda.stopPassed': chairAsks({ ...hardStop, at: startsAt }),
  'agenda.tooManyStops': chairAsks(hardStop, ...Array.from({ length: MOST_STOPS }, () => by(chair, hardStop))),
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
  'floor.interruptedAlready': chairAsks(
    { type: 'floor.interpose', turn: 't1', seat: seats.india, kind: 'interposed' },
    ...speaking,
    by(chair, { type: 'floor.interpose', turn: 't1', seat: seats.iran, kind: 'interposed' }),
  ),
  'floor.itemTimeUp': chairAsks(
    { type: 'floor.give', seat: seats.norway },
    started('opening'),
    by(chair, { type: 'agenda.changeItem', item: items.opening, limit: 'hard' }),
    pass(600_000),
  ),
  'floor.budgetSpent': {
    after: [...held(hardPolicy), by(chair, { type: 'floor.setBudget', delegation: 'd-oslo', budgetMs: 0 })],
    by: chair,
    asks: { type: 'floor.give', seat: seats.norway },
  },
  'floor.seatBackstage': chairAsks(
    { type: 'floor.give', seat: seats.keynote },
    behind(keynote),
    by(keynoteAide, { type: 'roster.leave' }),
  ),
  'floor.memberAbsent': asks(
    iran,
    { type: 'floor.handOver', turn: 't1', member: members.iranAide },
    give(seats.iran, 't1'),
    take(iran, 't1'),
    by(members.iranAide, { type: 'roster.leave' }),
  ),
  'floor.holdsAlready': asks(norway, { type: 'floor.handOver', turn: 't1', member: norway }, ...speaking),
  'floor.screenSettled': asks(norway, { type: 'floor.denyScreen', turn: 't1' }, ...speaking),
  'floor.unknownDelegation': chairAsks({ type: 'floor.setBudget', delegation: 'constructor', budgetMs: null }),
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
  'questions.textNeeded': asks(norway, { type: 'questions.submit', text: null, language: 'en' }),
  'questions.liveIsNamed': asks(norway, {
    type: 'questions.submit',
    text: null,
    language: 'en',
    live: true,
    anonymous: true,
  }),
  'questions.notYours': asks(iran, { type: 'questions.withdraw', question: 'q1' }, submitted('q1')),
  'questions.mergeTarget': chairAsks({ type: 'questions.merge', question: 'q1', into: 'q1' }, submitted('q1')),
  'questions.notWaiting': chairAsks({ type: 'questions.move', question: 'q1', before: null }, submitted('q1')),
  'questions.roundFull': chairAsks(
    { type: 'questions.takeIntoRound', question: 'q2', round: 'r1' },
    by(chair, { type: 'questions.openRound', item: items.qna, size: 1 }, 'r1'),
    submitted('q1'),
    submitted('q2'),
    accepted('q1'),
    accepted('q2'),
  ),
  'questions.roundHolds': chairAsks(
    { type: 'questions.setRoundSize', round: 'r1', size: 1 },
    collecting,
    submitted('q1'),
    submitted('q2'),
    accepted('q1'),
    accepted('q2'),
  ),
  'questions.askerAnonymous': chairAsks(
    { type: 'questions.callAsker', question: 'q1' },
    anonymously,
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.nothingToRead': chairAsks(
    { type: 'questions.readOut', question: 'q1' },
    by(norway, { type: 'questions.submit', text: null, language: 'en', live: true }, 'q1'),
    collecting,
    accepted('q1'),
    roundClosed,
  ),
  'questions.notRespondent': chairAsks({ type: 'questions.startAnswer', round: 'r1', seat: seats.india }, ...inRound),
  'questions.sameLanguage': chairAsks(
    { type: 'questions.translate', question: 'q1', text: 'Why then?', language: 'en' },
    submitted('q1'),
  ),
  'questions.nothingToTranslate': chairAsks(
    { type: 'questions.translate', question: 'q1', text: null, language: 'fa' },
    submitted('q1'),
  ),
  'questions.votesOff': asks(iran, vote('q1'), submitted('q1'), accepted('q1')),
  'questions.notVotable': asks(
    iran,
    vote('q1'),
    votes,
    ...inRound,
    by(chair, { type: 'questions.readOut', question: 'q1' }),
  ),
  'questions.ownQuestion': asks(norway, vote('q1'), votes, submitted('q1'), accepted('q1')),
  'questions.votedAlready': asks(iran, vote('q1'), votes, submitted('q1'), accepted('q1'), by(iran, vote('q1'))),
  'questions.notVoted': asks(
    iran,
    { type: 'questions.vote', question: 'q1', up: false },
    votes,
    submitted('q1'),
    accepted('q1'),
  ),
  'questions.typedOff': asks(
    keynote,
    { type: 'questions.answerInWriting', question: 'q1', text: 'So.', language: 'en' },
    submitted('q1'),
    accepted('q1'),
  ),
  'speakers.interventionOver': asks(
    iran,
    { type: 'speakers.respond', turn: 'constructor', kind: 'directResponse', topic: null },
    ...debate,
  ),
  'speakers.ownIntervention': asks(
    norway,
    { type: 'speakers.respond', turn: 't1', kind: 'directResponse', topic: null },
    ...debate,
  ),
  'speakers.responsesFull': asks(
    members.pakistan,
    { type: 'speakers.respond', turn: 't1', kind: 'directResponse', topic: null },
    ...debate,
    respond(iran, 'e1'),
    respond(members.india, 'e2'),
  ),
  'speakers.notAccepted': chairAsks(
    { type: 'speakers.call', entry: 'e1' },
    ...debate,
    respond(iran, 'e1', 'interposed'),
  ),
  'speakers.notInterposed': asks(norway, { type: 'speakers.accept', entry: 'e1' }, ...debate, respond(iran, 'e1')),
  'speakers.waitsAnyway': chairAsks({ type: 'speakers.addAgain', entry: 'e1' }, ...debate, request(iran, 'e1')),
  'speakers.lastInList': asks(iran, { type: 'speakers.defer', entry: 'e1' }, ...debate, request(iran, 'e1')),
  'speakers.tourUnderWay': chairAsks(tour, started('discussion'), by(chair, tour)),
  'speakers.noTour': chairAsks({ type: 'speakers.endTour', item: items.discussion }, started('discussion')),
  'speakers.notPassed': asks(
    norway,
    { type: 'speakers.comeBack', entry: 'e1' },
    started('discussion'),
    request(norway, 'e1'),
  ),
  'floor.nothingToYield': chairAsks(
    { type: 'floor.yield', turn: 't1', to: { kind: 'chair' } },
    by(chair, { type: 'floor.takeMicrophone' }, 't1'),
  ),
  'floor.yieldedAlready': asks(
    norway,
    { type: 'floor.yield', turn: 't1', to: { kind: 'questions' } },
    ...speaking,
    by(norway, { type: 'floor.yield', turn: 't1', to: { kind: 'questions' } }),
  ),
  'floor.noBudget': chairAsks({ type: 'floor.topUp', delegation: 'd-oslo', byMs: 60_000 }),
  'floor.nothingLeft': chairAsks(
    { type: 'floor.shareOut', from: 'd-oslo', to: ['d-delhi'] },
    budget('d-oslo', 0),
    budget('d-delhi', 60_000),
  ),
  'keynote.unknownSeat': chairAsks({ type: 'keynote.setSpotlight', seats: [seats.keynote, 'constructor'] }),
  'keynote.nobodySpeaks': chairAsks({ type: 'keynote.sendCue', turn: 't1', kind: 'wrapUp' }, given),
  'keynote.unknownCue': asks(norway, { type: 'keynote.acknowledgeCue', cue: 'constructor' }),
  'keynote.cueNotYours': asks(iran, acknowledge, ...speaking, cue),
  'keynote.cueAcknowledged': asks(norway, acknowledge, ...speaking, cue, by(norway, acknowledge)),
  'documents.unknownDocument': asks(norway, { type: 'documents.remove', document: 'constructor' }),
  'documents.notYours': asks(norway, { type: 'documents.remove', document: 'd1' }, ...talk),
  'documents.mayNotUpload': {
    after: held(),
    system: {
      type: 'documents.receive',
      member: norway,
      document: 'd1',
      item: items.keynote,
      use: 'paper',
      name: 'a.pdf',
      pages: 1,
      bytes: 1,
    },
  },
  'documents.tooMany': {
    after: [...held(), ...Array.from({ length: MOST_DOCUMENTS }, (_, index) => received(`d${index}`, chair))],
    system: {
      type: 'documents.receive',
      member: chair,
      document: 'd-further',
      item: items.keynote,
      use: 'paper',
      name: 'a.pdf',
      pages: 1,
      bytes: 1,
    },
  },
  'slides.mayNotPresent': asks(norway, { type: 'slides.present', document: 'd1' }, ...talk),
  'slides.shownByAnother': asks(norway, { type: 'slides.present', document: 'd1' }, ...shown, ...speaking),
  'slides.notShown': asks(keynote, { type: 'slides.turnPage', document: 'd1', page: 2 }, ...talk),
  'slides.notDriver': asks(keynoteAide, { type: 'slides.turnPage', document: 'd1', page: 2 }, ...shown),
  'slides.alreadyDriver': asks(keynote, { type: 'slides.askToDrive', document: 'd1' }, ...shown),
  'slides.alreadyAsked': asks(
    keynoteAide,
    { type: 'slides.askToDrive', document: 'd1' },
    ...shown,
    by(keynoteAide, { type: 'slides.askToDrive', document: 'd1' }),
  ),
  'slides.noSuchPage': asks(keynote, { type: 'slides.turnPage', document: 'd1', page: 10 }, ...shown),
  'keynote.notAKeynote': chairAsks({ type: 'keynote.setBudget', item: items.qna, budgetMs: 600_000 }),
};
