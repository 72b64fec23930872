import type { AgendaItemType, AttributionLevel } from '@track2/shared';

/** Lists by the keys of a record, so that none can be missing; the schemas would bring the parser into the page. */
const everyType: Readonly<Record<AgendaItemType, true>> = {
  opening: true,
  keynote: true,
  qna: true,
  tourDeTable: true,
  openDiscussion: true,
  break: true,
  conclusions: true,
  closing: true,
  corridor: true,
};
const everyLevel: Readonly<Record<AttributionLevel, true>> = {
  onRecord: true,
  chathamHouse: true,
  backgroundOnly: true,
  offRecord: true,
};

const keysOf = <T extends string>(record: Readonly<Record<T, true>>): T[] => Object.keys(record) as T[];

/** All kinds of items, in the order in which they are offered. */
export const itemTypes = keysOf(everyType);
/** All levels of attribution, from the most open to the most closed. */
export const levels = keysOf(everyLevel);
