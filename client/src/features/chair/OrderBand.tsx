import { currentItem, listOf } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName, useSeatWords } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { EntryTopic } from '../speakers/EntryRow.tsx';
import css from './floorCard.module.css';
import { pointsOfOrder } from './queue.ts';

/** The points of order that wait, loud and above all else, whatever the chair is at. */
export function OrderBand(): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const list = useMeeting(({ state }) => {
    const item = currentItem(state);
    return item === undefined ? undefined : listOf(state, item.id);
  });
  return pointsOfOrder(list).map((entry) => (
    <div key={entry.id} className={css.order}>
      <Icon name="flag" />
      <div>
        <b>
          {text('speakers.kind.pointOfOrder')}
          {entry.category !== null && `: ${text(`speakers.category.${entry.category}`)}`}
        </b>{' '}
        <SeatName seat={entry.seat} /> <SeatFrom seat={entry.seat} />
        <EntryTopic entry={entry} className={undefined} />
      </div>
      <CommandButton
        command={{ type: 'speakers.call', entry: entry.id }}
        label={text('speakers.call')}
        name={text('chair.order.call', { name: nameOf(entry.seat) })}
        size="small"
      />
    </div>
  ));
}
