import { dueWarnings } from './agenda/hardStops.ts';
import { closeCurrent, decideAgenda } from './agenda/rules.ts';
import type { AgendaCommand } from './agenda/schema.ts';
import { decideDocuments, documentsOf, receiveDocument } from './documents/rules.ts';
import type { DocumentsCommand } from './documents/schema.ts';
import { decideFloor, dueTurns, loseTurns, restoreTurns } from './floor/rules.ts';
import type { FloorCommand } from './floor/schema.ts';
import { endAllTurns, endSurplus, endTurnsOf } from './floor/turns.ts';
import { decideKeynote } from './keynote/rules.ts';
import type { KeynoteCommand } from './keynote/schema.ts';
import {
  type Command,
  type Context,
  type Decision,
  happen,
  type LoggedEvent,
  type Refusal,
  refuse,
  type SystemCommand,
} from './messages.ts';
import { permissions } from './permissions.ts';
import { completeRoundsOf } from './questions/rounds.ts';
import { decideQuestions } from './questions/rules.ts';
import type { QuestionsCommand } from './questions/schema.ts';
import { decideRoster, loseLink, memberById, restoreLink, seatById } from './roster/rules.ts';
import type { Member, RosterCommand, Seat } from './roster/schema.ts';
import { decideSession } from './session/rules.ts';
import type { SessionCommand } from './session/schema.ts';
import { recordAct } from './session/undo.ts';
import { decideSlides, letGoOfSlides, stopSlides } from './slides/rules.ts';
import type { SlidesCommand } from './slides/schema.ts';
import { decideSpeakers } from './speakers/rules.ts';
import type { SpeakersCommand } from './speakers/schema.ts';
import type { MeetingState } from './state.ts';

/** Why this person may not give this command now, whatever it says; null when the rules have to decide. */
function permissionRefusal(state: MeetingState, type: Command['type'], member: Member, seat: Seat): Refusal | null {
  const { roles, presence, session } = permissions[type];
  if (roles !== 'everyone' && !roles.includes(seat.role)) return { code: 'role.required', roles: [...roles] }; // [PE1]
  const { status } = member.presence;
  if (presence === 'inside' && status !== 'admitted' && status !== 'backstage') return { code: 'presence.required' }; // [PE2]
  if (presence === 'room' && status !== 'admitted')
    return { code: status === 'backstage' ? 'presence.backstage' : 'presence.required' }; // [PE2]
  if (session !== 'always' && state.session.status === 'adjourned') return { code: 'session.adjourned' }; // [SE5]
  if (session === 'open' && state.session.status === 'planned') return { code: 'session.notOpen' }; // [SE3]
  return null;
}

type Acting = Context & { member: Member; seat: Seat };

function decideByPerson(state: MeetingState, command: Command, acting: Acting): Decision {
  const { now, wall } = acting;
  const moment = { at: now, wall };
  switch (command.type) {
    case 'session.open':
    case 'session.adjourn':
    case 'session.changePolicy':
    case 'session.undo':
      return decideSession(state, command satisfies SessionCommand, {
        ...acting,
        closeAll: () => [
          ...endAllTurns(state, 'adjourned', now),
          ...closeCurrent(state, moment, {
            endAllTurns: () => [],
            completeRounds: (item) => completeRoundsOf(state, item),
            stopSlides: () => [],
          }),
          ...stopSlides(state),
        ],
        suspend: (item) => [
          ...endAllTurns(state, 'itemClosed', now),
          ...stopSlides(state),
          { type: 'agenda.itemSuspended', item, moment },
        ],
      });
    case 'roster.enterLobby':
    case 'roster.admit':
    case 'roster.leave':
    case 'roster.goBackstage':
    case 'roster.callOnStage':
    case 'roster.goOnStage':
      return decideRoster(state, command satisfies RosterCommand, {
        ...acting,
        lettingGo: (member) => [...endTurnsOf(state, member, now), ...letGoOfSlides(state, member)],
      });
    case 'agenda.startItem':
    case 'agenda.closeItem':
    case 'agenda.addItem':
    case 'agenda.changeItem':
    case 'agenda.moveItem':
    case 'agenda.dropItem':
    case 'agenda.skipItem':
    case 'agenda.suspendItem':
    case 'agenda.reopenItem':
    case 'agenda.setNote':
    case 'agenda.setHardStop':
    case 'agenda.dropHardStop':
      return decideAgenda(state, command satisfies AgendaCommand, {
        ...acting,
        endAllTurns: () => endAllTurns(state, 'itemClosed', now),
        endSurplus: (mode) => endSurplus(state, mode, now),
        completeRounds: (item) => completeRoundsOf(state, item),
        stopSlides: () => stopSlides(state),
        removeDocuments: (item) =>
          documentsOf(state, item).flatMap(({ id }): LoggedEvent[] => [
            ...stopSlides(state, id),
            { type: 'documents.removed', document: id },
          ]),
      });
    case 'floor.setMode':
    case 'floor.give':
    case 'floor.take':
    case 'floor.decline':
    case 'floor.takeMicrophone':
    case 'floor.endTurn':
    case 'floor.pause':
    case 'floor.resume':
    case 'floor.extend':
    case 'floor.shorten':
    case 'floor.interpose':
    case 'floor.handOver':
    case 'floor.requestScreen':
    case 'floor.allowScreen':
    case 'floor.denyScreen':
    case 'floor.setBudget':
    case 'floor.topUp':
    case 'floor.shareOut':
    case 'floor.yield':
      return decideFloor(state, command satisfies FloorCommand, acting);
    case 'speakers.requestFloor':
    case 'speakers.withdraw':
    case 'speakers.call':
    case 'speakers.moveEntry':
    case 'speakers.closeList':
    case 'speakers.openList':
    case 'speakers.respond':
    case 'speakers.raisePointOfOrder':
    case 'speakers.requestReply':
    case 'speakers.defer':
    case 'speakers.accept':
    case 'speakers.decline':
    case 'speakers.add':
    case 'speakers.addAgain':
    case 'speakers.startTour':
    case 'speakers.endTour':
    case 'speakers.pass':
    case 'speakers.comeBack':
      return decideSpeakers(state, command satisfies SpeakersCommand, acting);
    case 'questions.submit':
    case 'questions.accept':
    case 'questions.dismiss':
    case 'questions.restore':
    case 'questions.openRound':
    case 'questions.closeRound':
    case 'questions.callAsker':
    case 'questions.startAnswer':
    case 'questions.mark':
    case 'questions.completeRound':
    case 'questions.edit':
    case 'questions.withdraw':
    case 'questions.merge':
    case 'questions.move':
    case 'questions.label':
    case 'questions.translate':
    case 'questions.vote':
    case 'questions.answerInWriting':
    case 'questions.carry':
    case 'questions.setRoundSize':
    case 'questions.takeIntoRound':
    case 'questions.putBack':
    case 'questions.readOut':
      return decideQuestions(state, command satisfies QuestionsCommand, acting);
    case 'keynote.setSpotlight':
    case 'keynote.setBudget':
    case 'keynote.sendCue':
    case 'keynote.acknowledgeCue':
    case 'keynote.showCountdown':
    case 'keynote.introduce':
      return decideKeynote(state, command satisfies KeynoteCommand, acting);
    case 'documents.remove':
      return decideDocuments(state, command satisfies DocumentsCommand, {
        ...acting,
        stopSlides: (document) => stopSlides(state, document),
      });
    case 'slides.present':
    case 'slides.turnPage':
    case 'slides.askToDrive':
    case 'slides.handOver':
    case 'slides.stop':
      return decideSlides(state, command satisfies SlidesCommand, acting);
  }
}

/** A link that is lost or back, with what it means for the floor. */
function decideLink(
  state: MeetingState,
  type: 'roster.loseLink' | 'roster.restoreLink',
  id: string,
  context: Context,
): LoggedEvent[] {
  const member = memberById(state, id);
  if (member === undefined) return [];
  return type === 'roster.loseLink'
    ? [...loseTurns(state, id, context.now), ...loseLink(member, context)]
    : [...restoreLink(member), ...restoreTurns(state, id, context.now)];
}

/**
 * Decides what the platform itself asks. An alarm that finds nothing due, or a link that was never there,
 * makes no event.
 */
export function decideBySystem(state: MeetingState, command: SystemCommand, context: Context): Decision {
  switch (command.type) {
    case 'session.create': {
      if (state.roster.seats.length > 0) return refuse({ code: 'session.alreadyCreated' }); // [SE1]
      const { type: _, ...plan } = command;
      return happen({ type: 'session.created', ...plan });
    }
    case 'session.alarm':
      return happen(...dueTurns(state, context.now), ...dueWarnings(state, context.wall));
    case 'session.takeOver':
      return happen(
        { type: 'session.takenOver' },
        ...state.roster.members.flatMap((member) => decideLink(state, 'roster.loseLink', member.id, context)), // [SE6]
      );
    case 'documents.receive':
      return receiveDocument(state, command);
    case 'roster.loseLink':
    case 'roster.restoreLink':
      return happen(...decideLink(state, command.type, command.member, context));
  }
}

/**
 * Decides a command: the events that follow from it, or the fact that forbids it. Pure and total: everything
 * from outside comes in through the context, and whatever is chosen is written into the events.
 */
export function decide(state: MeetingState, command: Command, context: Context): Decision {
  if (context.actor.kind === 'system') return refuse({ code: 'actor.unknown' }); // [PE4]
  const member = memberById(state, context.actor.member);
  const seat = member === undefined ? undefined : seatById(state, member.seat);
  if (member === undefined || seat === undefined) return refuse({ code: 'actor.unknown' }); // [PE4]
  const refusal = permissionRefusal(state, command.type, member, seat);
  if (refusal !== null) return refuse(refusal);
  const decision = decideByPerson(state, command, { ...context, member, seat });
  if ('refusal' in decision) return decision;
  return happen(...decision.events, ...recordAct(state, command, decision.events, context)); // [SE11]
}
