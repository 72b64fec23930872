import type { FloorMode } from '../floor/schema.ts';
import type { AgendaItemType, CameraPolicy } from './schema.ts';

/** What the type of an item means for the meeting. */
export type ItemMeaning = {
  /** The floor mode with which the item begins. [AG2] */
  mode: FloorMode;
  /** The camera policy that is proposed for it; the item's own is what counts. */
  cameras: CameraPolicy;
  /** The panel that its beginning brings forward. */
  panel: 'agenda' | 'speakers' | 'questions';
  /** Whether its list of speakers opens with it. [SP1] */
  listOpens: boolean;
  /** Whether it takes questions and rounds. [QU1] [QU6] */
  takesQuestions: boolean;
  /** Whether its speaker comes into the spotlight. [KE4] */
  spotlightsSpeaker: boolean;
};

const plain: ItemMeaning = {
  mode: 'moderated',
  cameras: 'all',
  panel: 'agenda',
  listOpens: false,
  takesQuestions: false,
  spotlightsSpeaker: false,
};

/** What each type of item means. RULES.md has the same table. */
export const itemTypes: Readonly<Record<AgendaItemType, ItemMeaning>> = {
  opening: plain,
  keynote: { ...plain, mode: 'presentation', cameras: 'floorOnly', takesQuestions: true, spotlightsSpeaker: true },
  qna: { ...plain, panel: 'questions', listOpens: true, takesQuestions: true, spotlightsSpeaker: true },
  tourDeTable: { ...plain, panel: 'speakers', listOpens: true },
  openDiscussion: { ...plain, panel: 'speakers', listOpens: true },
  break: plain,
  conclusions: { ...plain, panel: 'speakers', listOpens: true },
  closing: plain,
  corridor: { ...plain, mode: 'open' },
};
