import { currentItem, type Id, listOf, memberById, type QueueEntry } from '@track2/shared';
import { useEffect, useRef } from 'react';
import { useManaging, useMeeting } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { type TextKey, useText } from '../../text/index.ts';
import { announce, announceLater } from '../../ui/LiveRegion.tsx';
import { listGroups } from './list.ts';
import { movedBetween } from './moved.ts';

type Order = { item: Id | null; waiting: readonly QueueEntry[] };

/** Who waits on the current item, in the speaking order. */
function useOrder(): Order {
  const item = useMeeting(({ state }) => currentItem(state)?.id ?? null);
  const list = useMeeting(({ state }) => (item === null ? undefined : listOf(state, item)));
  return { item, waiting: listGroups(list).waiting.map(({ entry }) => entry) };
}

const idsOf = ({ waiting }: Order): Id[] => waiting.map(({ id }) => id);

/**
 * Says to screen readers when somebody else is moved in the list of speakers, once for moves that follow each other,
 * and to those who run the meeting who asks for the floor: at once where it is a point of order. The own place is said
 * by the controls.
 */
export function ListNews(): null {
  const text = useText();
  const nameOf = useSeatWords();
  const managing = useManaging();
  const mine = useMeeting(({ state, me }) => memberById(state, me)?.seat);
  const order = useOrder();
  const latest = useRef(order);
  const told = useRef(order);
  useEffect(() => {
    const before = latest.current;
    latest.current = order;
    if (before.item !== order.item) told.current = order;
    const known = idsOf(before);
    const raised = order.waiting.find(({ id, kind }) => kind === 'pointOfOrder' && !known.includes(id));
    if (managing && raised !== undefined && raised.seat !== mine)
      announce(text('speakers.say.order', { name: nameOf(raised.seat) }), 'assertive');
    if (known.join() === idsOf(order).join()) return;
    announceLater(() => {
      const said = sayNews(told.current, latest.current, { mine, managing, nameOf, text });
      told.current = latest.current;
      return said;
    }, 'list');
  }, [order, mine, managing, nameOf, text]);
  return null;
}

type Reader = {
  mine: Id | undefined;
  managing: boolean;
  nameOf(seat: Id): string;
  text(key: TextKey, values?: Record<string, string | number>): string;
};

function sayNews(before: Order, after: Order, { mine, managing, nameOf, text }: Reader): string | null {
  const known = idsOf(before);
  const isNew = ({ id, seat, kind }: QueueEntry): boolean =>
    seat !== mine && kind !== 'pointOfOrder' && !known.includes(id);
  const asking = managing ? after.waiting.filter(isNew) : [];
  const said = asking.map(({ seat }) => text('speakers.say.asks', { name: nameOf(seat) }));
  const own = after.waiting.find(({ seat }) => seat === mine)?.id ?? null;
  const moved = movedBetween(known, idsOf(after), own);
  const entry = moved?.kind === 'one' ? after.waiting[moved.place - 1] : undefined;
  if (moved?.kind === 'several') said.push(text('speakers.say.reordered'));
  else if (moved?.kind === 'one' && entry !== undefined && entry.seat !== mine)
    said.push(text('speakers.say.moved', { name: nameOf(entry.seat), place: moved.place }));
  return said.length === 0 ? null : said.join(' ');
}
