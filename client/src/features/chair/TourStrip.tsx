import type { SpeakersList } from '@track2/shared';
import type { ReactNode } from 'react';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { tourProgress } from '../../meeting/tour.ts';
import { useFormats, useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import css from './speakersTable.module.css';

/** The tour de table that is under way: who is left of how many, who is next, who passed; and its end. */
export function TourStrip({ list }: { list: SpeakersList | undefined }): ReactNode {
  const text = useText();
  const { clock } = useFormats();
  const nameOf = useSeatWords();
  const progress = tourProgress(list);
  if (list === undefined || list.tour === null || progress === null) return null;
  const { all, left, next, passed } = progress;
  const absent = left.filter(({ status }) => status === 'absent').length;
  return (
    <section className={css.tour} aria-label={text('chair.tour')}>
      <div>
        <p>
          <b>{text('chair.tour.left', { left: left.length, all })}</b>{' '}
          {text(`chair.tour.by.${list.tour.order}`, { time: clock(list.tour.limitMs) })}
        </p>
        <p>
          {next !== null && text('chair.tour.next', { name: nameOf(next.seat) })}{' '}
          {absent > 0 && text('chair.tour.absent', { count: absent })}{' '}
          {passed.length > 0 &&
            text('chair.tour.passed', { names: passed.map(({ seat }) => nameOf(seat)).join(text('chair.tour.and')) })}
        </p>
        <progress
          value={all - left.length}
          max={all}
          aria-label={text('chair.tour.left', { left: left.length, all })}
        />
      </div>
      <CommandButton
        command={{ type: 'speakers.endTour', item: list.item }}
        label={text('chair.tour.end')}
        size="small"
      />
    </section>
  );
}
