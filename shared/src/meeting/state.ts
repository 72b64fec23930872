import type { Agenda } from './agenda/schema.ts';
import type { Documents } from './documents/schema.ts';
import type { Floor } from './floor/schema.ts';
import type { Keynote } from './keynote/schema.ts';
import type { Lines } from './lines/schema.ts';
import type { Questions } from './questions/schema.ts';
import type { Roster } from './roster/schema.ts';
import type { Session } from './session/schema.ts';
import type { Slides } from './slides/schema.ts';
import type { Speakers } from './speakers/schema.ts';

/** All that is true of a meeting. A viewer's mirror has the same type, with things left out. */
export type MeetingState = {
  session: Session;
  roster: Roster;
  agenda: Agenda;
  floor: Floor;
  speakers: Speakers;
  questions: Questions;
  keynote: Keynote;
  documents: Documents;
  slides: Slides;
  lines: Lines;
};
