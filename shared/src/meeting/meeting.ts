import { dueWarnings } from './agenda/hardStops.ts';
import { closeCurrent, decideAgenda } from './agenda/rules.ts';
import type { AgendaCommand } from './agenda/schema.ts';
import { decideDocuments, documentsOf, receiveDocument } from './documents/rules.ts';
import type { DocumentsCommand } from './documents/schema.ts';
import { evolve } from './evolve.ts';
import { decideFloor, dueTurns, loseTurns, restoreTurns } from './floor/rules.ts';
import type { FloorCommand } from './floor/schema.ts';
import { endAllTurns, endSurplus, endTurnsOf } from './floor/turns.ts';
import { decideKeynote } from './keynote/rules.ts';
import type { KeynoteCommand } from './keynote/schema.ts';
import { decideLines } from './lines/rules.ts';
import type { LinesCommand } from './lines/schema.ts';
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
import { type Permission, type Permissions, permissions } from './permissions.ts';
import { completeRoundsOf } from './questions/rounds.ts';
import { decideQuestions } from './questions/rules.ts';
import type { QuestionsCommand } from './questions/schema.ts';
import { decideDoor, noticeLink } from './roster/door.ts';
import { decideMoves } from './roster/moves.ts';
import { decideRoles, dueChair, watchChair } from './roster/roles.ts';
import { loseLink, memberById, restoreLink, seatById } from './roster/rules.ts';
import type { Member, Seat } from './roster/schema.ts';
import { revise } from './session/revise.ts';
import { decideSession } from './session/rules.ts';
import type { SessionCommand } from './session/schema.ts';
import { recordAct } from './session/undo.ts';
import { endingTurns, silencing } from './silence.ts';
import { decideSlides, letGoOfSlides, stopSlides } from './slides/rules.ts';
import type { SlidesCommand } from './slides/schema.ts';
import { decideSpeakers } from './speakers/rules.ts';
import type { SpeakersCommand } from './speakers/schema.ts';
import type { MeetingState } from './state.ts';
import type { Id } from './words.ts';

/** Why this person may not give this command now, whatever it says; null when the rules have to decide. */
function permissionRefusal(
  state: MeetingState,
  { roles, presence, session }: Permission,
  member: Member,
  seat: Seat,
): Refusal | null {
  const { status } = member.presence;
  if (status === 'removed') return { code: 'roster.removed' }; // [RO17]
  if (roles !== 'everyone' && !roles.includes(seat.role)) return { code: 'role.required', roles: [...roles] }; // [PE1]
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
  const lettingGo = (member: Id): LoggedEvent[] => [...endTurnsOf(state, member, now), ...letGoOfSlides(state, member)];
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
    case 'roster.declineRule':
    case 'roster.reportCheck':
    case 'roster.admit':
    case 'roster.admitAll':
    case 'roster.turnAway':
    case 'roster.remove':
    case 'roster.allowDevice':
    case 'roster.lock':
    case 'roster.unlock':
      return decideDoor(state, command, {
        ...acting,
        lettingGo,
        silencing: (seat) => silencing(state, seat, now),
      });
    case 'roster.setRole':
    case 'roster.handOverChair':
    case 'roster.takeChair':
      return decideRoles(state, command, {
        ...acting,
        endingTurns: (seat) => endingTurns(state, seat, now),
        silencing: (seat) => silencing(state, seat, now),
      });
    case 'roster.leave':
    case 'roster.goBackstage':
    case 'roster.callOnStage':
    case 'roster.goOnStage':
      return decideMoves(state, command, { ...acting, lettingGo });
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
    case 'lines.write':
      return decideLines(state, command satisfies LinesCommand, acting);
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

/** What is decided, with what it means for the chair. [RO23] */
function watched(state: MeetingState, decision: Decision, { now }: Context): Decision {
  if ('refusal' in decision || !decision.events.some(({ type }) => type.startsWith('roster.'))) return decision;
  return happen(...decision.events, ...watchChair(decision.events.reduce(evolve, state), now));
}

/**
 * Decides what the platform itself asks. An alarm that finds nothing due, or a link that was never there,
 * makes no event.
 */
export const decideBySystem = (state: MeetingState, command: SystemCommand, context: Context): Decision =>
  watched(state, bySystem(state, command, context), context);

function bySystem(state: MeetingState, command: SystemCommand, context: Context): Decision {
  switch (command.type) {
    case 'session.create': {
      if (state.roster.seats.length > 0) return refuse({ code: 'session.alreadyCreated' }); // [SE1]
      const { type: _, ...plan } = command;
      return happen({ type: 'session.created', ...plan });
    }
    case 'session.alarm':
      return happen(
        ...dueTurns(state, context.now),
        ...dueWarnings(state, context.wall),
        ...dueChair(state, context.now),
      );
    case 'session.revise':
      return revise(state, command);
    case 'session.cancel':
      if (state.session.status === 'adjourned') return refuse({ code: 'session.adjourned' }); // [SE5]
      if (state.session.status === 'open') return refuse({ code: 'session.alreadyOpen' }); // [SE18]
      return happen({ type: 'session.cancelled', moment: { at: context.now, wall: context.wall } });
    case 'session.takeOver':
      return happen(
        { type: 'session.takenOver' },
        ...state.roster.members.flatMap((member) => decideLink(state, 'roster.loseLink', member.id, context)), // [SE6]
      );
    case 'roster.flagLink':
    case 'roster.renewLink':
    case 'roster.addDevice':
      return happen(...noticeLink(state, command));
    case 'documents.receive':
      return receiveDocument(state, command);
    case 'roster.loseLink':
    case 'roster.restoreLink':
      return happen(...decideLink(state, command.type, command.member, context));
  }
}

/**
 * Decides a command: the events that follow from it, or the fact that forbids it. Pure and total: everything
 * from outside comes in through the context, and whatever is chosen is written into the events. Another table than that of
 * the permissions is for the proof that a row of it which is opened would be noticed (R23).
 */
export function decide(
  state: MeetingState,
  command: Command,
  context: Context,
  table: Permissions = permissions,
): Decision {
  if (context.actor.kind === 'system') return refuse({ code: 'actor.unknown' }); // [PE4]
  const member = memberById(state, context.actor.member);
  const seat = member === undefined ? undefined : seatById(state, member.seat);
  if (member === undefined || seat === undefined) return refuse({ code: 'actor.unknown' }); // [PE4]
  const refusal = permissionRefusal(state, table[command.type], member, seat);
  if (refusal !== null) return refuse(refusal);
  const decision = watched(state, decideByPerson(state, command, { ...context, member, seat }), context);
  if ('refusal' in decision) return decision;
  return happen(...decision.events, ...recordAct(state, command, decision.events, context)); // [SE11]
}
