import { agendaText } from './agenda.ts';
import { backstageText } from './backstage.ts';
import { chairText } from './chair.ts';
import { controlsText } from './controls.ts';
import { cuesText } from './cues.ts';
import { documentsText } from './documents.ts';
import { doorCatalogue } from './door.ts';
import { floorText } from './floor.ts';
import { keynoteText } from './keynote.ts';
import { meetingText } from './meeting.ts';
import { pdfText } from './pdf.ts';
import { peopleText } from './people.ts';
import { questionsText } from './questions.ts';
import { screenText } from './screen.ts';
import { slidesText } from './slides.ts';
import { speakersText } from './speakers.ts';
import { stageText } from './stage.ts';
import { timeText } from './time.ts';

/** Every word of the interface in English; its keys are those of every other language. */
export const catalogue = {
  ...doorCatalogue,
  ...agendaText,
  ...backstageText,
  ...chairText,
  ...controlsText,
  ...cuesText,
  ...documentsText,
  ...floorText,
  ...keynoteText,
  ...meetingText,
  ...pdfText,
  ...peopleText,
  ...questionsText,
  ...screenText,
  ...slidesText,
  ...speakersText,
  ...stageText,
  ...timeText,
} as const;
