import { type AttributionLevel, currentItem, type MeetingState } from '@track2/shared';

/** The rule in force, and the next change of it: both as people are told. */
export type AttributionNow = {
  level: AttributionLevel;
  /** The number (from 1) of the item with which another level begins. */
  next: { item: number; level: AttributionLevel } | null;
};

/** From the most open to the most closed. */
const closeness: readonly AttributionLevel[] = ['onRecord', 'chathamHouse', 'backgroundOnly', 'offRecord'];

const strictest = (levels: readonly AttributionLevel[]): AttributionLevel =>
  closeness.findLast((level) => levels.includes(level)) ?? 'chathamHouse';

/**
 * The attribution that applies now. Between items, and before the first, no item says it: the stricter of what
 * was and what comes applies, so that no gap opens the record. After adjournment the strictest of all items stands.
 */
export function attributionNow(state: MeetingState): AttributionNow {
  const { items } = state.agenda;
  const current = currentItem(state);
  const ahead = items.findIndex((item) => item.status === 'planned');
  if (state.session.status === 'adjourned')
    return { level: strictest(items.map((item) => item.attribution)), next: null };
  const last = items.findLast((item) => item.status === 'closed');
  const around = [last, ahead < 0 ? undefined : items[ahead]].flatMap((item) => item?.attribution ?? []);
  const level = current?.attribution ?? strictest(around);
  const change = items.findIndex((item) => item.status === 'planned' && item.attribution !== level);
  const changed = change < 0 ? undefined : items[change];
  return { level, next: changed === undefined ? null : { item: change + 1, level: changed.attribution } };
}
