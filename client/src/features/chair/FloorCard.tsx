import type { ReactNode } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { ClockReader } from '../floor/ClockReader.tsx';
import { FloorNews } from '../floor/FloorNews.tsx';
import { floorTurns } from '../floor/floorTurns.ts';
import { turnClock } from '../floor/turnClock.ts';
import page from './console.module.css';
import { FloorModes } from './FloorModes.tsx';
import css from './floorCard.module.css';
import { NextSpeaker } from './NextSpeaker.tsx';
import { StartNextItem } from './StartNextItem.tsx';
import { TurnCard } from './TurnCard.tsx';
import { TurnRow } from './TurnRow.tsx';

/** The floor on the console: who has it, who gets it next, and by which rule. */
export function FloorCard(): ReactNode {
  const text = useText();
  const floor = useMeeting(({ state }) => state.floor);
  const status = useMeeting(({ state }) => state.session.status);
  const idle = useMeeting(({ state }) => state.agenda.current === null);
  const now = useMeetingNow(1000);
  const { main, others } = floorTurns(floor);
  return (
    <section className={page.card} aria-label={text('chair.floor')}>
      <div className={css.floor}>
        {main === null ? (
          <p className={css.free}>{text(status === 'planned' ? 'floor.notOpen' : 'floor.free')}</p>
        ) : (
          <TurnCard turn={main} />
        )}
        {others.map((turn) => (
          <TurnRow key={turn.id} turn={turn} />
        ))}
        {status === 'open' && (
          <>
            {idle ? <StartFirst /> : <NextSpeaker />}
            <FloorModes />
          </>
        )}
      </div>
      <FloorNews turn={main} />
      {main !== null && <ClockReader turn={main.id} clock={turnClock(main, now)} />}
    </section>
  );
}

/** Between items the agenda comes first: nobody can be called from a list that is not open. */
function StartFirst(): ReactNode {
  const text = useText();
  return (
    <div className={css.next}>
      <StartNextItem size="large" />
      <p className={css.nextAbout}>{text('chair.idle')}</p>
    </div>
  );
}
