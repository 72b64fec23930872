import { dueWarnings } from './agenda/hardStops.ts';
import { closeCurrent, decideAgenda, evolveAgenda } from './agenda/rules.ts';
import type { AgendaCommand, AgendaEvent } from './agenda/schema.ts';
import { decideDocuments, evolveDocuments, presentedIn, receiveDocument } from './documents/rules.ts';
import type { DocumentsCommand, DocumentsEvent, DocumentsReveal } from './documents/schema.ts';
import { decideFloor, dueTurns, evolveFloor, loseTurns, restoreTurns } from './floor/rules.ts';
import type { FloorCommand, FloorEvent } from './floor/schema.ts';
import { endAllTurns, endSurplus, endTurnsOf } from './floor/turns.ts';
import { decideKeynote, evolveKeynote } from './keynote/rules.ts';
import type { KeynoteCommand, KeynoteEvent } from './keynote/schema.ts';
import {
  type Command,
  type Context,
  type Decision,
  happen,
  type LoggedEvent,
  type MeetingEvent,
  type Refusal,
  refuse,
  type SystemCommand,
} from './messages.ts';
import { permissions } from './permissions.ts';
import { completeRoundsOf, decideQuestions, evolveQuestions } from './questions/rules.ts';
import type { QuestionsCommand, QuestionsEvent, QuestionsReveal } from './questions/schema.ts';
import { decideRoster, evolveRoster, loseLink, memberById, restoreLink, seatById } from './roster/rules.ts';
import type { Member, RosterCommand, RosterEvent, Seat } from './roster/schema.ts';
import { decideSession, evolveSession } from './session/rules.ts';
import type { SessionCommand, SessionEvent } from './session/schema.ts';
import { actsAfter, recordAct } from './session/undo.ts';
import { decideSlides, evolveSlides, letGoOfSlides, stopSlides } from './slides/rules.ts';
import type { SlidesCommand, SlidesEvent } from './slides/schema.ts';
import { decideSpeakers, evolveSpeakers } from './speakers/rules.ts';
import type { SpeakersCommand, SpeakersEvent } from './speakers/schema.ts';
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
      return decideFloor(state, command satisfies FloorCommand, acting);
    case 'speakers.requestFloor':
    case 'speakers.withdraw':
    case 'speakers.call':
    case 'speakers.moveEntry':
    case 'speakers.closeList':
    case 'speakers.openList':
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

/** The state after an event. Total: it obeys whatever was decided, on the full state and on a viewer's mirror alike. */
export function evolve(state: MeetingState, event: MeetingEvent): MeetingState {
  const next = evolveFeature(state, event);
  const acts = actsAfter(state.session.acts, event);
  return acts.length === 0 && next.session.acts.length === 0 ? next : { ...next, session: { ...next.session, acts } };
}

function evolveFeature(state: MeetingState, event: MeetingEvent): MeetingState {
  switch (event.type) {
    case 'session.created':
    case 'session.opened':
    case 'session.adjourned':
    case 'session.takenOver':
    case 'session.policyChanged':
    case 'session.actRecorded':
    case 'session.undone':
      return evolveSession(state, event satisfies SessionEvent);
    case 'roster.lobbyEntered':
    case 'roster.admitted':
    case 'roster.left':
    case 'roster.linkLost':
    case 'roster.linkRestored':
    case 'roster.wentBackstage':
    case 'roster.calledOnStage':
    case 'roster.wentOnStage':
      return { ...state, roster: evolveRoster(state.roster, event satisfies RosterEvent) };
    case 'agenda.itemStarted':
    case 'agenda.itemClosed':
    case 'agenda.itemAdded':
    case 'agenda.itemChanged':
    case 'agenda.itemMoved':
    case 'agenda.itemDropped':
    case 'agenda.itemSkipped':
    case 'agenda.itemSuspended':
    case 'agenda.itemReopened':
    case 'agenda.noteSet':
    case 'agenda.hardStopSet':
    case 'agenda.hardStopDropped':
    case 'agenda.hardStopWarned':
      return { ...state, agenda: evolveAgenda(state.agenda, event satisfies AgendaEvent) };
    case 'floor.modeSet':
    case 'floor.called':
    case 'floor.taken':
    case 'floor.paused':
    case 'floor.resumed':
    case 'floor.extended':
    case 'floor.shortened':
    case 'floor.handedOver':
    case 'floor.screenSet':
    case 'floor.budgetSet':
    case 'floor.linkLost':
    case 'floor.linkRestored':
    case 'floor.suspended':
    case 'floor.turnEnded':
      return { ...state, floor: evolveFloor(state.floor, event satisfies FloorEvent) };
    case 'speakers.floorRequested':
    case 'speakers.entryMarked':
    case 'speakers.entryMoved':
    case 'speakers.listClosed':
    case 'speakers.listOpened':
      return { ...state, speakers: evolveSpeakers(state.speakers, event satisfies SpeakersEvent) };
    case 'questions.submitted':
    case 'questions.accepted':
    case 'questions.dismissed':
    case 'questions.restored':
    case 'questions.roundOpened':
    case 'questions.roundClosed':
    case 'questions.answerStarted':
    case 'questions.asked':
    case 'questions.marked':
    case 'questions.roundCompleted':
    case 'questions.returned':
    case 'questions.roundReturned':
    case 'questions.revealed':
    case 'questions.concealed':
      return {
        ...state,
        questions: evolveQuestions(state.questions, event satisfies QuestionsEvent | QuestionsReveal),
      };
    case 'keynote.spotlightSet':
    case 'keynote.budgetSet':
    case 'keynote.cueSent':
    case 'keynote.cueAcknowledged':
    case 'keynote.countdownShown':
    case 'keynote.introduced':
      return { ...state, keynote: evolveKeynote(state.keynote, event satisfies KeynoteEvent) };
    case 'documents.added':
    case 'documents.removed':
    case 'documents.revealed':
      return {
        ...state,
        documents: evolveDocuments(state.documents, event satisfies DocumentsEvent | DocumentsReveal),
      };
    case 'slides.presented':
      return {
        ...state,
        documents: presentedIn(state.documents, event.document),
        slides: evolveSlides(state.slides, event satisfies SlidesEvent),
      };
    case 'slides.pageTurned':
    case 'slides.driveAsked':
    case 'slides.driverSet':
    case 'slides.stopped':
      return { ...state, slides: evolveSlides(state.slides, event satisfies SlidesEvent) };
  }
}
