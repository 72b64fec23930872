import type { Command, CommandType } from '../meeting/messages.ts';
import type { Id } from '../meeting/words.ts';
import type { IdSource, Picks } from './ids.ts';
import { startsAt } from './sample.ts';

/** The text that a random history puts into a question of a seat: it must turn up in no view of another seat's. */
export const canaryOf = (seat: Id): string => `canary of ${seat}`;

/** The name that a document has in a random history: it must turn up only where that document is seen. */
export const nameCanaryOf = (document: Id): string => `canary of ${document}`;

/** The text of the notes in a random history: it must turn up in no view but that of those who run the meeting. */
export const noteCanary = 'canary of the bench';

/** The text of what is written in a random history: it must turn up in no view but those of the two it is between. */
export const lineCanary = 'canary of a line';

const companies = [null, { kind: 'alone' }, { kind: 'accompanied', by: 'an assistant' }] as const;
const visibilities = ['names', 'delegations', 'counts'] as const;
const givenRoles = ['moderator', 'participant', 'observer', 'operator', 'keynote'] as const;
const checked = {
  camera: 'ok',
  microphone: 'ok',
  speaker: 'heard',
  udp: 'ok',
  tcp: 'failed',
  loopback: 'notTested',
  roundTripMs: null,
  lossPercent: 0.5,
} as const;
const itemTypes = ['opening', 'keynote', 'qna', 'tourDeTable', 'openDiscussion', 'break', 'corridor'] as const;
const modes = ['presentation', 'moderated', 'directed', 'open'] as const;
const limits = ['soft', 'hard'] as const;
const cues = ['fiveMinutes', 'wrapUp', 'slower'] as const;
const responses = ['directResponse', 'clarification', 'interposed'] as const;
const categories = ['hearing', 'rule', 'procedure', 'motion'] as const;
const leftovers = ['nextRound', 'writtenReply', 'nextMeeting'] as const;
const marks = ['answered', 'partlyAnswered', 'deferred'] as const;

/** A command of that type with ids from a source. */
export function commandOf(type: CommandType, ids: IdSource, { next, oneOf }: Picks): Command {
  const orLast = (id: () => Id): Id | null => (next(3) === 0 ? null : id());
  switch (type) {
    case 'session.open':
    case 'session.adjourn':
    case 'roster.leave':
    case 'roster.goBackstage':
    case 'roster.goOnStage':
    case 'roster.lock':
    case 'roster.unlock':
    case 'roster.takeChair':
    case 'floor.takeMicrophone':
      return { type };
    case 'session.undo':
      return { type, of: ids.act() };
    case 'session.changePolicy':
      return {
        type,
        turnMs: 30_000 * (1 + next(6)),
        limits: { turn: oneOf(limits) ?? 'soft', delegation: oneOf(limits) ?? 'soft' },
        upvotes: next(4) > 0,
        typedAnswers: next(2) === 0,
        chat: next(2) === 0,
        visibility: oneOf(visibilities) ?? 'names',
      };
    case 'roster.enterLobby':
      return { type, ruleVersion: next(8) === 0 ? 2 : 1, company: oneOf(companies) ?? null };
    case 'roster.declineRule':
      return { type, ruleVersion: next(8) === 0 ? 2 : 1 };
    case 'roster.reportCheck':
      return { type, result: { ...checked, roundTripMs: next(400) } };
    case 'roster.admitAll':
      return { type, members: [ids.member(), ids.member()] };
    case 'roster.setRole':
      return { type, seat: ids.seat(), role: oneOf(givenRoles) ?? 'observer' };
    case 'roster.handOverChair':
      return { type, seat: ids.seat() };
    case 'lines.write':
      return { type, to: next(2) === 0 ? null : ids.member(), text: lineCanary };
    case 'roster.turnAway':
    case 'roster.remove':
    case 'roster.allowDevice':
    case 'roster.admit':
    case 'roster.callOnStage':
      return { type, member: ids.member() };
    case 'agenda.startItem':
    case 'agenda.closeItem':
    case 'agenda.dropItem':
    case 'agenda.skipItem':
    case 'agenda.suspendItem':
    case 'agenda.reopenItem':
    case 'speakers.closeList':
    case 'speakers.openList':
    case 'speakers.endTour':
    case 'questions.openRound':
      return { type, item: ids.item() };
    case 'agenda.addItem':
      return {
        type,
        before: orLast(ids.item),
        parent: next(2) === 0 ? null : orLast(ids.item),
        limit: oneOf(limits) ?? 'soft',
        itemType: oneOf(itemTypes) ?? 'break',
        title: { en: 'A further item' },
        attribution: next(2) === 0 ? 'chathamHouse' : 'offRecord',
        plannedMs: next(30) * 60_000,
        cameras: next(2) === 0 ? 'all' : 'floorOnly',
        speaker: orLast(ids.seat),
      };
    case 'agenda.changeItem':
      return {
        type,
        item: ids.item(),
        ...(next(2) === 0 ? { title: { fa: 'تازه' } } : {}),
        ...(next(2) === 0 ? { plannedMs: next(60) * 60_000 } : {}),
        ...(next(2) === 0 ? { cameras: next(2) === 0 ? ('all' as const) : ('floorOnly' as const) } : {}),
        ...(next(2) === 0 ? { attribution: 'onRecord' as const } : {}),
      };
    case 'agenda.moveItem':
      return { type, item: ids.item(), before: orLast(ids.item), parent: next(2) === 0 ? null : orLast(ids.item) };
    case 'agenda.setNote':
      return { type, item: ids.item(), text: next(4) === 0 ? null : noteCanary };
    case 'agenda.setHardStop':
      return {
        type,
        stop: next(2) === 0 ? null : ids.stop(),
        item: orLast(ids.item),
        at: startsAt + 60_000 * next(240),
        label: { en: 'The minister leaves' },
      };
    case 'agenda.dropHardStop':
      return { type, stop: ids.stop() };
    case 'floor.setMode':
      return { type, mode: oneOf(modes) ?? 'open', ...(next(3) === 0 ? { keep: ids.turn() } : {}) };
    case 'floor.yield':
      return {
        type,
        turn: ids.turn(),
        to: oneOf([{ kind: 'chair' }, { kind: 'questions' }] as const) ?? { kind: 'chair' },
        ...(next(2) === 0 ? { to: { kind: 'seat', seat: ids.seat() } } : {}),
      };
    case 'floor.topUp':
      return { type, delegation: ids.delegation(), byMs: 30_000 * (1 + next(4)) };
    case 'floor.shareOut':
      return { type, from: ids.delegation(), to: [ids.delegation(), ids.delegation()] };
    case 'floor.give':
      return { type, seat: ids.seat() };
    case 'floor.take':
    case 'floor.decline':
    case 'floor.endTurn':
    case 'floor.pause':
    case 'floor.resume':
    case 'floor.requestScreen':
    case 'floor.allowScreen':
    case 'floor.denyScreen':
      return { type, turn: ids.turn() };
    case 'floor.interpose':
      return { type, turn: ids.turn(), seat: ids.seat(), kind: next(2) === 0 ? 'interposed' : 'pointOfOrder' };
    case 'floor.handOver':
      return { type, turn: ids.turn(), member: ids.mate() };
    case 'floor.setBudget':
      return { type, delegation: ids.delegation(), budgetMs: next(4) === 0 ? null : 60_000 * next(10) };
    case 'floor.shorten':
    case 'floor.extend':
      return { type, turn: ids.turn(), byMs: 1000 * (1 + next(3600)) };
    case 'speakers.requestFloor':
    case 'speakers.requestReply':
      return { type, item: ids.item(), topic: next(2) === 0 ? null : 'a topic' };
    case 'speakers.respond':
      return { type, turn: ids.turn(), kind: oneOf(responses) ?? 'directResponse', topic: null };
    case 'speakers.raisePointOfOrder':
      return { type, item: ids.item(), category: oneOf(categories) ?? 'procedure', topic: null };
    case 'speakers.add':
      return { type, item: ids.item(), seat: ids.seat(), before: orLast(ids.entry) };
    case 'speakers.startTour':
      return {
        type,
        item: ids.item(),
        order: oneOf(['seat', 'delegation', 'hand'] as const) ?? 'hand',
        seats: [ids.seat(), ids.seat(), ids.seat()],
        limitMs: 30_000 * (1 + next(4)),
      };
    case 'speakers.withdraw':
    case 'speakers.defer':
    case 'speakers.addAgain':
    case 'speakers.pass':
    case 'speakers.comeBack':
    case 'speakers.call':
      return { type, entry: ids.entry() };
    case 'speakers.accept':
    case 'speakers.decline':
      return { type, entry: ids.interposed() };
    case 'speakers.moveEntry':
      return { type, entry: ids.entry(), before: orLast(ids.entry) };
    case 'questions.submit':
      return {
        type,
        text: 'canary',
        language: 'en',
        anonymous: next(3) === 0,
        addressee: next(3) === 0 ? ids.seat() : null,
        followUp: next(4) === 0 ? ids.question() : null,
      };
    case 'questions.edit':
      return { type, question: ids.question(), anonymous: next(2) === 0, addressee: orLast(ids.seat) };
    case 'questions.accept':
    case 'questions.dismiss':
    case 'questions.restore':
    case 'questions.withdraw':
    case 'questions.putBack':
    case 'questions.readOut':
    case 'questions.callAsker':
      return { type, question: ids.question() };
    case 'questions.merge':
      return { type, question: ids.question(), into: ids.question() };
    case 'questions.move':
      return { type, question: ids.question(), before: orLast(ids.question) };
    case 'questions.takeIntoRound':
      return { type, question: ids.question(), round: ids.round() };
    case 'questions.carry':
      return { type, question: ids.question(), to: oneOf(leftovers) ?? 'nextRound' };
    case 'questions.vote':
      return { type, question: ids.question(), up: next(3) > 0 };
    case 'questions.label':
      return { type, question: ids.question(), labels: next(2) === 0 ? [] : ['Water'] };
    case 'questions.translate':
      return { type, question: ids.question(), text: next(4) === 0 ? null : 'چرا؟', language: 'fa' };
    case 'questions.answerInWriting':
      return { type, question: ids.question(), text: 'Because.', language: 'en' };
    case 'questions.setRoundSize':
      return { type, round: ids.round(), size: 1 + next(4) };
    case 'questions.startAnswer':
      return { type, round: ids.round(), ...(next(4) === 0 ? { seat: ids.seat() } : {}) };
    case 'questions.closeRound':
    case 'questions.completeRound':
      return { type, round: ids.round() };
    case 'questions.mark':
      return { type, question: ids.question(), mark: oneOf(marks) ?? 'answered' };
    case 'keynote.setSpotlight':
      return { type, seats: Array.from({ length: next(4) }, ids.seat) };
    case 'keynote.setBudget':
      return { type, item: ids.item(), budgetMs: 60_000 * (1 + next(60)) };
    case 'keynote.sendCue':
      return { type, turn: ids.turn(), kind: oneOf(cues) ?? 'wrapUp' };
    case 'keynote.acknowledgeCue':
      return { type, cue: ids.cue() };
    case 'keynote.showCountdown':
      return { type, to: next(2) === 0 ? 'speaker' : 'everyone' };
    case 'keynote.introduce':
      return { type, item: ids.item(), introduction: next(4) === 0 ? null : { en: 'Our guest' } };
    case 'documents.remove':
    case 'slides.present':
    case 'slides.askToDrive':
    case 'slides.stop':
      return { type, document: ids.document() };
    case 'slides.turnPage':
      return { type, document: ids.document(), page: 1 + next(12) };
    case 'slides.handOver':
      return { type, document: ids.document(), member: ids.member() };
  }
}
