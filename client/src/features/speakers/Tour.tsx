import type { QueueEntry, QueueEntryStatus, SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { SeatFrom, SeatName } from '../../meeting/SeatName.tsx';
import { tourProgress } from '../../meeting/tour.ts';
import { type TextKey, useFormats, useText } from '../../text/index.ts';
import css from './speakers.module.css';

/** How the tour de table stands, for everybody: by what order, how long each, who is left, and all places on demand. */
export function Tour({ list }: { list: SpeakersList | undefined }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const progress = tourProgress(list);
  const tour = list?.tour ?? null;
  if (tour === null || progress === null) return null;
  const { all, left, places } = progress;
  const title = text(`speakers.tour.${tour.order}`);
  return (
    <section className={css.tour} aria-label={title}>
      <p>
        <b>{title}</b> <span>{text('speakers.tour.each', { time: formats.duration(tour.limitMs) })}</span>
      </p>
      <p>{text('speakers.tour.left', { left: left.length, all })}</p>
      <progress max={all} value={all - left.length} aria-hidden />
      <details>
        <summary>{text('speakers.tour.order')}</summary>
        <ol className={css.tourList}>
          {places.map((entry) => (
            <li key={entry.id} data-state={entry.status}>
              <span>
                <SeatName seat={entry.seat} /> <SeatFrom seat={entry.seat} />
              </span>
              <TourState entry={entry} />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

const words: Readonly<Record<QueueEntryStatus, TextKey>> = {
  waiting: 'speakers.tour.waiting',
  deferred: 'speakers.status.deferred',
  called: 'speakers.status.called',
  speaking: 'speakers.status.speaking',
  done: 'speakers.tour.done',
  passed: 'speakers.status.passed',
  absent: 'speakers.status.absent',
  withdrawn: 'speakers.status.withdrawn',
  declined: 'speakers.status.declined',
  lapsed: 'speakers.tour.lapsed',
};

const TourState = ({ entry }: { entry: QueueEntry }): ReactNode => <span>{useText()(words[entry.status])}</span>;
