import type { catalogue as en } from '../en/index.ts';
import { agendaText } from './agenda.ts';
import { chairText } from './chair.ts';
import { commonText } from './common.ts';
import { controlsText } from './controls.ts';
import { entryText } from './entry.ts';
import { floorText } from './floor.ts';
import { keynoteText } from './keynote.ts';
import { lobbyText } from './lobby.ts';
import { mediaText } from './media.ts';
import { meetingText } from './meeting.ts';
import { peopleText } from './people.ts';
import { questionsText } from './questions.ts';
import { refusalsText } from './refusals.ts';
import { speakersText } from './speakers.ts';
import { stageText } from './stage.ts';

/** Every word of the interface in Persian. */
export const catalogue = {
  ...agendaText,
  ...chairText,
  ...commonText,
  ...controlsText,
  ...entryText,
  ...floorText,
  ...keynoteText,
  ...lobbyText,
  ...mediaText,
  ...meetingText,
  ...peopleText,
  ...questionsText,
  ...refusalsText,
  ...speakersText,
  ...stageText,
} as const satisfies Record<keyof typeof en, string>;
