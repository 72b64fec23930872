import { type Id, isResponse, type QueueEntry, waitOf } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { SeatFrom, SeatName } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { EntryKind } from '../speakers/EntryKind.tsx';
import { EntryTopic, EntryWhy } from '../speakers/EntryRow.tsx';
import { QueueActs } from './QueueActs.tsx';
import { isCallable, shareOf } from './queue.ts';
import css from './speakersTable.module.css';

type Props = { entry: QueueEntry; place: number; order: readonly Id[]; item: Id };

/** One who waits: place, who, what for and what about, what the seat has had of the floor, about how long it takes. */
export function QueueLine({ entry, place, order, item }: Props): ReactNode {
  const formats = useFormats();
  return (
    <>
      <span className={css.place}>{formats.number(place)}</span>
      <span className={css.who}>
        {isResponse(entry) && <span aria-hidden="true">↳ </span>}
        <b>
          <SeatName seat={entry.seat} />
        </b>{' '}
        <SeatFrom seat={entry.seat} />
      </span>
      <div className={css.topic}>
        <EntryKind entry={entry} />
        <AsksSpeaker entry={entry} />
        <EntryTopic entry={entry} className={undefined} />
        <EntryWhy entry={entry} />
      </div>
      <span className={css.figures}>
        <Had item={item} seat={entry.seat} />
        <Wait entry={entry.id} />
      </span>
      <QueueActs entry={entry} order={order} />
    </>
  );
}

/** An interposed question waits for the speaker, unless the rest of the time was given to questions. */
function AsksSpeaker({ entry }: { entry: QueueEntry }): ReactNode {
  const text = useText();
  const callable = useMeeting(({ state }) => isCallable(state, entry));
  return entry.kind === 'interposed' && !callable && <span>{text('chair.queue.asksSpeaker')}</span>;
}

/** How often a seat has spoken and how long, so that the chair can be fair. */
function Had({ item, seat }: { item: Id; seat: Id }): ReactNode {
  const text = useText();
  const { clock } = useFormats();
  // Two numbers, as what is made anew each time would be drawn anew each time.
  const times = useMeeting(({ state }) => shareOf(state, item, seat).contributions);
  const usedMs = useMeeting(({ state }) => shareOf(state, item, seat).usedMs);
  return (
    <span className={css.had} data-none={times === 0 && usedMs === 0 ? '' : undefined}>
      <span>{text('chair.queue.times', { count: times })}</span>
      <span>{clock(usedMs)}</span>
    </span>
  );
}

function Wait({ entry }: { entry: Id }): ReactNode {
  const text = useText();
  const now = useMeetingNow(5000);
  const minutes = useMeeting(({ state }) => Math.round((waitOf(state, entry, now) ?? 0) / 60_000));
  return (
    <span className={css.wait}>
      <span className={css.spoken}>{text('chair.queue.about', { minutes })}</span>
      <span aria-hidden="true">{text('chair.queue.minutes', { minutes })}</span>
    </span>
  );
}
