import { MOST_STOPS } from '../meeting/agenda/hardStops.ts';
import { MOST_ITEMS } from '../meeting/agenda/rules.ts';
import { MOST_DOCUMENTS } from '../meeting/documents/rules.ts';
import type { Command, RefusalCode } from '../meeting/messages.ts';
import type { Id } from '../meeting/words.ts';
import { doorWays } from './refusals/door.ts';
import { floorWays } from './refusals/floor.ts';
import { questionsWays } from './refusals/questions.ts';
import { speakersWays } from './refusals/speakers.ts';
import { addItem, asks, behind, chairAsks, given, speaking, type Way } from './refusals/steps.ts';
import { items, members, sampleMeeting, seats, startsAt } from './sample.ts';
import { by, created, enter, held, pass, received, type Step, started } from './story.ts';

const { chair, keynote, keynoteAide, norway, iran } = members;

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
const ended: readonly Step[] = [...speaking, by(chair, { type: 'floor.endTurn', turn: 't1' }, 'a1')];

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
  ...doorWays,
  ...floorWays,
  ...speakersWays,
  ...questionsWays,
};
