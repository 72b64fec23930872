import { currentItem } from '../agenda/rules.ts';
import { documentById } from '../documents/rules.ts';
import { type Decision, happen, type LoggedEvent, refuse } from '../messages.ts';
import { managingRoles } from '../permissions.ts';
import { memberById, seatById } from '../roster/rules.ts';
import type { Member, Seat } from '../roster/schema.ts';
import type { MeetingState } from '../state.ts';
import type { Id } from '../words.ts';
import type { Presentation, Slides, SlidesCommand, SlidesEvent } from './schema.ts';

/** Whether a seat may present and drive: those who run the meeting, the item's speaker, and who holds a turn. [SL1] */
export const mayPresent = (state: MeetingState, seat: Seat): boolean =>
  managingRoles.includes(seat.role) ||
  currentItem(state)?.speaker === seat.id ||
  state.floor.turns.some((turn) => turn.seat === seat.id && turn.status.kind !== 'called');

type Acting = { member: Member; seat: Seat };

function present(state: MeetingState, id: Id, { member, seat }: Acting): Decision {
  const document = documentById(state, id);
  if (document === undefined) return refuse({ code: 'documents.unknownDocument' }); // [PE5]
  const manages = managingRoles.includes(seat.role);
  if (!mayPresent(state, seat)) return refuse({ code: 'slides.mayNotPresent' }); // [SL1]
  if (document.use === 'slides' && !manages && document.seat !== seat.id && !document.shown)
    return refuse({ code: 'documents.notYours' }); // [SL1]
  const { shown } = state.slides;
  if (shown !== null && shown.driver !== null && shown.driver !== member.id && !manages)
    return refuse({ code: 'slides.shownByAnother' }); // [SL2]
  return happen({ type: 'slides.presented', document: id, driver: member.id });
}

// Whoever may present asks the driver; where there is none, or for those who run the meeting, asking is driving. [SL4]
function askToDrive(state: MeetingState, shown: Presentation, { member, seat }: Acting): Decision {
  if (!mayPresent(state, seat)) return refuse({ code: 'slides.mayNotPresent' }); // [SL1]
  if (shown.driver === member.id) return refuse({ code: 'slides.alreadyDriver' }); // [SL4]
  if (shown.driver === null || managingRoles.includes(seat.role))
    return happen({ type: 'slides.driverSet', driver: member.id });
  if (shown.asking.includes(member.id)) return refuse({ code: 'slides.alreadyAsked' }); // [SL4]
  return happen({ type: 'slides.driveAsked', member: member.id });
}

function handOver(state: MeetingState, shown: Presentation, to: Id, { member, seat }: Acting): Decision {
  if (shown.driver !== member.id && !managingRoles.includes(seat.role)) return refuse({ code: 'slides.notDriver' }); // [SL4]
  const other = memberById(state, to);
  const otherSeat = other === undefined ? undefined : seatById(state, other.seat);
  if (other === undefined || otherSeat === undefined) return refuse({ code: 'roster.unknownMember' }); // [PE5]
  if (other.presence.status !== 'admitted') return refuse({ code: 'floor.memberAbsent' }); // [SL4]
  if (shown.driver === to) return refuse({ code: 'slides.alreadyDriver' }); // [SL4]
  if (otherSeat.id !== seat.id && !shown.asking.includes(to) && !mayPresent(state, otherSeat))
    return refuse({ code: 'slides.mayNotPresent' }); // [SL4]
  return happen({ type: 'slides.driverSet', driver: to });
}

/** Presenting, turning the pages and handing over who turns them. */
export function decideSlides(state: MeetingState, command: SlidesCommand, acting: Acting): Decision {
  if (command.type === 'slides.present') return present(state, command.document, acting);
  const { shown } = state.slides;
  if (shown === null || shown.document !== command.document) return refuse({ code: 'slides.notShown' }); // [PE5]
  const drives = shown.driver === acting.member.id;
  switch (command.type) {
    case 'slides.turnPage': {
      if (!drives) return refuse({ code: 'slides.notDriver' }); // [SL3]
      const pages = documentById(state, shown.document)?.pages ?? 0;
      if (command.page > pages) return refuse({ code: 'slides.noSuchPage', pages }); // [SL3]
      return command.page === shown.page ? happen() : happen({ type: 'slides.pageTurned', page: command.page });
    }
    case 'slides.askToDrive':
      return askToDrive(state, shown, acting);
    case 'slides.handOver':
      return handOver(state, shown, command.member, acting);
    case 'slides.stop':
      if (!drives && !managingRoles.includes(acting.seat.role)) return refuse({ code: 'slides.notDriver' }); // [SL5]
      return happen({ type: 'slides.stopped' });
  }
}

/** The end of the slides that are shown, or of those of one document. [SL5] */
export const stopSlides = ({ slides }: MeetingState, document: Id | null = null): LoggedEvent[] =>
  slides.shown !== null && (document === null || slides.shown.document === document)
    ? [{ type: 'slides.stopped' }]
    : [];

/** What it means for the slides that a member leaves the room: they stay, and the member drives or asks no more. [SL6] */
export function letGoOfSlides({ slides: { shown } }: MeetingState, member: Id): LoggedEvent[] {
  if (shown?.driver === member) return [{ type: 'slides.driverSet', driver: null }];
  return shown?.asking.includes(member) ? [{ type: 'slides.askDropped', member }] : [];
}

/** The slides after one of their events. */
export function evolveSlides(slides: Slides, event: SlidesEvent): Slides {
  if (event.type === 'slides.presented')
    return { shown: { document: event.document, page: 1, driver: event.driver, asking: [] } };
  const { shown } = slides;
  if (shown === null) return slides;
  switch (event.type) {
    case 'slides.pageTurned':
      return { shown: { ...shown, page: event.page } };
    case 'slides.driveAsked':
      return { shown: { ...shown, asking: [...shown.asking, event.member] } };
    case 'slides.askDropped':
      return { shown: { ...shown, asking: shown.asking.filter((member) => member !== event.member) } };
    case 'slides.driverSet': {
      const asking = event.driver === null ? shown.asking : shown.asking.filter((member) => member !== event.driver);
      return { shown: { ...shown, driver: event.driver, asking } };
    }
    case 'slides.stopped':
      return { shown: null };
  }
}
