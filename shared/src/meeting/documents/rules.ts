import { isDone, itemById } from '../agenda/rules.ts';
import { type Decision, happen, type LoggedEvent, type Refusal, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import { memberById, seatById } from '../roster/rules.ts';
import type { Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type {
  Documents,
  DocumentsCommand,
  DocumentsEvent,
  DocumentsReveal,
  DocumentsSystemCommand,
  MeetingDocument,
} from './schema.ts';

/** The most documents that a meeting may have. */
export const MOST_DOCUMENTS = 40;

/** The document of that id, if the meeting (or the viewer's mirror of it) has one. */
export const documentById = (state: MeetingState, id: Id): MeetingDocument | undefined =>
  state.documents.documents.find((document) => document.id === id);

/** The documents of an item, in the order of their arrival. */
export const documentsOf = (state: MeetingState, item: Id): MeetingDocument[] =>
  state.documents.documents.filter((document) => document.item === item);

/** Whether a document is seen by everybody inside: a paper is, and slides once they were presented. [DO3] */
export const isOpenDocument = ({ use, shown }: MeetingDocument): boolean => use === 'paper' || shown;

/**
 * Why a member may not upload a document to an item now, or null when that is allowed. Asked before a byte is read,
 * and again when all have come. [DO1]
 */
export function uploadRefusal(state: MeetingState, member: Id, itemId: Id): Refusal | null {
  const person = memberById(state, member);
  const seat = person === undefined ? undefined : seatById(state, person.seat);
  if (person === undefined || seat === undefined) return { code: 'actor.unknown' }; // [PE4]
  const { status } = person.presence;
  if (status !== 'admitted' && status !== 'backstage') return { code: 'presence.required' }; // [PE2]
  if (state.session.status === 'adjourned') return { code: 'session.adjourned' }; // [SE5]
  const item = itemById(state, itemId);
  if (item === undefined) return { code: 'agenda.unknownItem' }; // [AG1]
  if (!managingRoles.includes(seat.role) && item.speaker !== seat.id) return { code: 'documents.mayNotUpload' }; // [DO1]
  if (isDone(item)) return { code: 'agenda.itemDone' }; // [AG5]
  return state.documents.documents.length >= MOST_DOCUMENTS
    ? { code: 'documents.tooMany', most: MOST_DOCUMENTS }
    : null; // [DO2]
}

/** A document that the server has received, checked and stored. */
export function receiveDocument(state: MeetingState, command: DocumentsSystemCommand): Decision {
  const { member, document: id, item, use, name, pages, bytes } = command;
  const problem = uploadRefusal(state, member, item);
  if (problem !== null) return refuse(problem);
  const seat = memberById(state, member)?.seat ?? '';
  return happen({ type: 'documents.added', document: { id, item, seat, use, name: { text: name }, pages, bytes } });
}

/** Removing a document, which stops its slides. */
export function decideDocuments(
  state: MeetingState,
  command: DocumentsCommand,
  { seat, stopSlides }: { seat: Seat; stopSlides: (document: Id) => LoggedEvent[] },
): Decision {
  const document = documentById(state, command.document);
  if (document === undefined) return refuse({ code: 'documents.unknownDocument' }); // [PE5]
  if (document.seat !== seat.id && !managingRoles.includes(seat.role)) return refuse({ code: 'documents.notYours' }); // [DO4]
  return happen(...stopSlides(document.id), { type: 'documents.removed', document: document.id });
}

/** The documents after one of their events, or after a reveal made for one viewer. */
export function evolveDocuments({ documents }: Documents, event: DocumentsEvent | DocumentsReveal): Documents {
  switch (event.type) {
    case 'documents.added':
      return { documents: [...documents, { ...event.document, shown: false }] };
    case 'documents.removed':
      return { documents: documents.filter(({ id }) => id !== event.document) };
    case 'documents.revealed': {
      const found = documents.findIndex(({ id }) => id === event.before);
      const at = found < 0 ? documents.length : found;
      return { documents: [...documents.slice(0, at), { ...event.document, shown: false }, ...documents.slice(at)] };
    }
  }
}

/** The documents once that one is presented: from then on everybody inside sees it. [DO3] */
export const presentedIn = ({ documents }: Documents, id: Id): Documents => ({
  documents: documents.map((document) => (document.id === id ? { ...document, shown: true } : document)),
});
