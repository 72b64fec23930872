import { type AgendaItem, type AttributionLevel, currentItem, type MeetingState, numbersOf } from '@track2/shared';

/** The rule in force, and the next change of it: both as people are told. */
export type AttributionNow = {
  level: AttributionLevel;
  /** The number, such as `2.1`, of the item with which another level begins. */
  next: { item: string; level: AttributionLevel } | null;
};

/** From the most open to the most closed. */
const closeness: readonly AttributionLevel[] = ['onRecord', 'chathamHouse', 'backgroundOnly', 'offRecord'];

const strictest = (levels: readonly AttributionLevel[]): AttributionLevel =>
  closeness.findLast((level) => levels.includes(level)) ?? 'chathamHouse';

// What is still to come: planned, or taken up again later.
const isAhead = ({ status }: AgendaItem): boolean => status === 'planned' || status === 'suspended';

/**
 * The attribution that applies now. Between items, and before the first, no item says it: the stricter of what
 * was and what comes applies, so that no gap opens the record. After adjournment the strictest of all items stands.
 */
export function attributionNow(state: MeetingState): AttributionNow {
  const { items } = state.agenda;
  const current = currentItem(state);
  const ahead = items.find(isAhead);
  if (state.session.status === 'adjourned')
    return { level: strictest(items.map((item) => item.attribution)), next: null };
  const last = items.findLast((item) => item.status === 'closed' || item.status === 'suspended');
  const around = [last, ahead].flatMap((item) => item?.attribution ?? []);
  const level = current?.attribution ?? strictest(around);
  const changed = items.find((item) => isAhead(item) && item.attribution !== level);
  if (changed === undefined) return { level, next: null };
  return { level, next: { item: numbersOf(items).get(changed.id) ?? '', level: changed.attribution } };
}
