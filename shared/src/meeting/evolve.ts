import { evolveAgenda } from './agenda/evolve.ts';
import type { AgendaEvent } from './agenda/schema.ts';
import { evolveDocuments, presentedIn } from './documents/rules.ts';
import type { DocumentsEvent, DocumentsReveal } from './documents/schema.ts';
import { evolveFloor } from './floor/evolve.ts';
import type { FloorEvent } from './floor/schema.ts';
import { begunIn, evolveKeynote } from './keynote/rules.ts';
import type { KeynoteEvent } from './keynote/schema.ts';
import { evolveLines } from './lines/rules.ts';
import type { LinesEvent } from './lines/schema.ts';
import type { MeetingEvent } from './messages.ts';
import { evolveQuestions } from './questions/evolve.ts';
import type { QuestionsEvent, QuestionsReveal } from './questions/schema.ts';
import { evolveRoster } from './roster/evolve.ts';
import type { RosterEvent } from './roster/schema.ts';
import { evolveSession } from './session/rules.ts';
import type { SessionEvent } from './session/schema.ts';
import { actsAfter } from './session/undo.ts';
import { evolveSlides } from './slides/rules.ts';
import type { SlidesEvent } from './slides/schema.ts';
import { evolveSpeakers, heardIn } from './speakers/evolve.ts';
import type { SpeakersEvent } from './speakers/schema.ts';
import type { MeetingState } from './state.ts';

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
    case 'session.revised':
    case 'session.cancelled':
    case 'session.actRecorded':
    case 'session.undone':
      return evolveSession(state, event satisfies SessionEvent);
    case 'lines.written':
      return { ...state, lines: evolveLines(state.lines, event satisfies LinesEvent) };
    case 'roster.lobbyEntered':
    case 'roster.ruleDeclined':
    case 'roster.equipmentChecked':
    case 'roster.turnedAway':
    case 'roster.removed':
    case 'roster.deviceAllowed':
    case 'roster.deviceAdded':
    case 'roster.linkFlagged':
    case 'roster.linkRenewed':
    case 'roster.vouchedFor':
    case 'roster.locked':
    case 'roster.unlocked':
    case 'roster.roleSet':
    case 'roster.chairMissed':
    case 'roster.chairOffered':
    case 'roster.chairReturned':
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
    case 'floor.taken':
      return {
        ...state,
        floor: evolveFloor(state.floor, event),
        keynote: begunIn(state, event.turn),
        speakers: heardIn(state, event.turn),
      };
    case 'floor.modeSet':
    case 'floor.called':
    case 'floor.paused':
    case 'floor.resumed':
    case 'floor.extended':
    case 'floor.shortened':
    case 'floor.handedOver':
    case 'floor.screenSet':
    case 'floor.yieldedToQuestions':
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
    case 'speakers.tourStarted':
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
    case 'questions.edited':
    case 'questions.withdrawn':
    case 'questions.putBack':
    case 'questions.merged':
    case 'questions.moved':
    case 'questions.labelled':
    case 'questions.translated':
    case 'questions.voted':
    case 'questions.answeredInWriting':
    case 'questions.carried':
    case 'questions.roundResized':
    case 'questions.blockHeld':
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
    case 'slides.askDropped':
    case 'slides.driverSet':
    case 'slides.stopped':
      return { ...state, slides: evolveSlides(state.slides, event satisfies SlidesEvent) };
  }
}
