import type { doorCatalogue as en } from '../en/door.ts';
import { commonText } from './common.ts';
import { entryText } from './entry.ts';
import { lobbyText } from './lobby.ts';
import { mediaText } from './media.ts';
import { refusalsText } from './refusals.ts';

/** The words of the pages before the meeting in Persian: they are loaded first, the others with the meeting. */
export const doorCatalogue = {
  ...commonText,
  ...entryText,
  ...lobbyText,
  ...mediaText,
  ...refusalsText,
} as const satisfies Record<keyof typeof en, string>;
