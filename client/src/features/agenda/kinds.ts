import { type AgendaItemType, type AttributionLevel, itemTypes } from '@track2/shared';

// By the keys of a record, so that none can be missing; the schemas would bring the parser into the page.
const everyLevel: Readonly<Record<AttributionLevel, true>> = {
  onRecord: true,
  chathamHouse: true,
  backgroundOnly: true,
  offRecord: true,
};

const keysOf = <T extends string>(record: Readonly<Record<T, unknown>>): T[] => Object.keys(record) as T[];

/** All kinds of items, in the order in which they are offered. */
export const kinds: readonly AgendaItemType[] = keysOf(itemTypes);
/** All levels of attribution, from the most open to the most closed. */
export const levels: readonly AttributionLevel[] = keysOf(everyLevel);
