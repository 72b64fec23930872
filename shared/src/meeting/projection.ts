import { isOpenDocument } from './documents/rules.ts';
import type { MeetingDocument } from './documents/schema.ts';
import { evolve } from './evolve.ts';
import { readsLine } from './lines/rules.ts';
import type { LoggedEvent, MeetingEvent } from './messages.ts';
import { doorRoles, managingRoles } from './permissions.ts';
import { isPublic } from './questions/pool.ts';
import type { Question } from './questions/schema.ts';
import { isInside, memberById, nothingKnown, seatById } from './roster/rules.ts';
import type { Member } from './roster/schema.ts';
import { defaultPolicy } from './session/policy.ts';
import { initialState } from './session/rules.ts';
import type { MeetingState } from './state.ts';
import type { Id } from './words.ts';

/**
 * What kind of sight a member has. `threshold`: before admission or after leaving, the own seat and the
 * session alone. `table`: the meeting. `door`: the meeting with what is known of those who come to it. `bench`: that, and
 * what only those who run it see.
 */
export type Sight = 'threshold' | 'table' | 'door' | 'bench';

/** The sight of a member now. When it changes the viewer gets a snapshot on a new line. [VI1] */
export function sightOf(state: MeetingState, member: Id): Sight {
  const person = memberById(state, member);
  if (person === undefined || !isInside(person)) return 'threshold';
  const role = seatById(state, person.seat)?.role;
  if (role === undefined) return 'table';
  if (managingRoles.includes(role)) return 'bench';
  return doorRoles.includes(role) ? 'door' : 'table';
}

/** Whether a viewer is shown everything anew, as the sight or the convener's plan has changed. [VI1] */
export const seesAnew = (before: MeetingState, after: MeetingState, viewer: Id): boolean =>
  sightOf(before, viewer) !== sightOf(after, viewer) || before.session.revision !== after.session.revision;

// What is known of a member at the door is for those who stand there, and for the member. [VI10]
const withoutDoor = (member: Member): Member => ({ ...member, door: nothingKnown });

const doorEvents: readonly LoggedEvent['type'][] = [
  'roster.ruleDeclined',
  'roster.equipmentChecked',
  'roster.linkFlagged',
  'roster.linkRenewed',
  'roster.vouchedFor',
  'roster.deviceAllowed',
  'roster.deviceAdded',
];

const seesQuestion = (sight: Sight, seat: Id | undefined, question: Question): boolean =>
  sight === 'bench' || isPublic(question.status) || question.seat === seat; // [VI3]

// Whose an anonymous question is, and who voted for one, is for the bench and for those themselves. [VI9]
const asSeenBy = (seat: Id | undefined, question: Question): Question => ({
  ...question,
  seat: question.anonymous && question.seat !== seat ? null : question.seat,
  voters: question.voters.filter((voter) => voter === seat),
});

const seesDocument = (seat: Id | undefined, document: MeetingDocument): boolean =>
  document.seat === seat || isOpenDocument(document);

/** The documents that a member may see and fetch now. [VI8] */
export const documentsSeenBy = (state: MeetingState, viewer: Id): readonly MeetingDocument[] =>
  viewFor(state, viewer).documents.documents;

/** The meeting as one member may see it: the same type, with things left out. */
export function viewFor(state: MeetingState, viewer: Id): MeetingState {
  const sight = sightOf(state, viewer);
  const seat = memberById(state, viewer)?.seat;
  if (sight === 'threshold') {
    return {
      ...initialState,
      // How the meeting is held, and how often its plan has changed, is told inside.
      session: { ...state.session, acts: [], policy: defaultPolicy, revision: 0 },
      lines: { lines: state.lines.lines.filter((line) => readsLine(viewer, false, line)) },
      roster: {
        ...initialState.roster,
        seats: state.roster.seats.filter(({ id }) => id === seat).map((own) => ({ ...own, members: [viewer] })),
        members: state.roster.members.filter((member) => member.id === viewer),
      },
    }; // [VI2]
  }
  const lines = { lines: state.lines.lines.filter((line) => readsLine(viewer, sight === 'bench', line)) }; // [LI3]
  if (sight === 'bench') return { ...state, lines };
  const { session, roster, agenda, keynote, documents, questions } = state;
  const members = roster.members.map((member) => (member.id === viewer ? member : withoutDoor(member)));
  return {
    ...state,
    session: { ...session, acts: [] },
    roster: sight === 'door' ? roster : { ...roster, members }, // [VI10]
    lines,
    agenda: { ...agenda, items: agenda.items.map((item) => ({ ...item, note: null })) }, // [VI6]
    keynote: { ...keynote, cues: keynote.cues.filter((cue) => cue.seat === seat) }, // [VI7]
    documents: { documents: documents.documents.filter((document) => seesDocument(seat, document)) }, // [VI8]
    questions: {
      ...questions,
      questions: questions.questions
        .filter((question) => seesQuestion(sight, seat, question))
        .map((question) => asSeenBy(seat, question)),
    },
  };
}

/** For somebody at the threshold: the session's own course and the own presence, nothing else. [VI2] */
const passesThreshold = (event: LoggedEvent, viewer: Id, seat: Id | undefined): boolean =>
  event.type === 'session.opened' ||
  event.type === 'session.adjourned' ||
  event.type === 'session.cancelled' ||
  (event.type === 'roster.roleSet' && event.seat === seat) ||
  (event.type === 'lines.written' && readsLine(viewer, false, event.line)) ||
  (event.type.startsWith('roster.') && 'member' in event && event.member === viewer);

// A vote is told without the voter. [VI9]
const withoutVoter = (event: LoggedEvent, seat: Id | undefined): MeetingEvent =>
  event.type === 'questions.voted' && event.seat !== seat ? { ...event, seat: null } : event;

/** The events that carry a change of one question's visibility. */
function questionEvents(before: MeetingState, event: LoggedEvent, seat: Id | undefined): MeetingEvent[] {
  const after = evolve(before, event);
  const sees = (state: MeetingState): Question[] =>
    state.questions.questions.filter((question) => seesQuestion('table', seat, question));
  const had = sees(before);
  const has = sees(after);
  const shown = has.filter(({ id }) => !had.some((question) => question.id === id));
  const hidden = had.filter(({ id }) => !has.some((question) => question.id === id));
  if (event.type === 'questions.submitted') return shown.length > 0 ? [event] : [];
  const subject = 'question' in event && typeof event.question === 'string' ? event.question : null;
  const known = subject === null || has.some(({ id }) => id === subject) || hidden.some(({ id }) => id === subject);
  return [
    ...shown.map((question): MeetingEvent => {
      const place = has.findIndex(({ id }) => id === question.id);
      // Revealed as it stood before, so that the event itself brings it to where it stands now.
      const earlier = before.questions.questions.find(({ id }) => id === question.id) ?? question;
      return {
        type: 'questions.revealed',
        question: asSeenBy(seat, earlier),
        before: has[place + 1]?.id ?? null,
      };
    }),
    ...(known ? [withoutVoter(event, seat)] : []),
    ...hidden.map(({ id }): MeetingEvent => ({ type: 'questions.concealed', question: id })),
  ];
}

// Slides come into sight in their place among the documents as they are presented. [VI8]
function revealedBy({ documents: { documents } }: MeetingState, id: Id, seat: Id | undefined): MeetingEvent[] {
  const index = documents.findIndex((other) => other.id === id);
  const found = documents[index];
  if (found === undefined || seesDocument(seat, found)) return [];
  const { shown: _, ...document } = found;
  const next = documents.slice(index + 1).find((other) => seesDocument(seat, other));
  return [{ type: 'documents.revealed', document, before: next?.id ?? null }];
}

/**
 * What an event means for one viewer: hidden, passed, or replaced by what it reveals. Within a line of sight,
 * folding these over `viewFor(before)` gives `viewFor` of the next state (the projection law). [VI4]
 */
export function eventsFor(before: MeetingState, event: LoggedEvent, viewer: Id): MeetingEvent[] {
  const sight = sightOf(before, viewer);
  const seat = memberById(before, viewer)?.seat;
  if (sight === 'threshold') return passesThreshold(event, viewer, seat) ? [event] : [];
  if (event.type === 'session.takenOver') return [];
  if (event.type === 'lines.written') return readsLine(viewer, sight === 'bench', event.line) ? [event] : []; // [LI3]
  if (sight === 'bench') return [event];
  if (sight === 'table' && doorEvents.includes(event.type) && 'member' in event && event.member !== viewer) return []; // [VI10]
  switch (event.type) {
    case 'session.actRecorded':
    case 'session.undone':
    case 'agenda.noteSet':
      return []; // [SE11] [VI6]
    case 'keynote.cueSent':
      return event.cue.seat === seat ? [event] : []; // [VI7]
    case 'keynote.cueAcknowledged':
      return before.keynote.cues.some(({ id, seat: to }) => id === event.cue && to === seat) ? [event] : [];
    case 'documents.added':
      return seesDocument(seat, { ...event.document, shown: false }) ? [event] : [];
    case 'documents.removed':
      return before.documents.documents.some((other) => other.id === event.document && seesDocument(seat, other))
        ? [event]
        : [];
    case 'slides.presented':
      return [...revealedBy(before, event.document, seat), event];
    default:
      return event.type.startsWith('questions.') ? questionEvents(before, event, seat) : [event];
  }
}
