import type { Turn } from '@track2/shared';
import { useEffect } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { SeatName } from '../../meeting/SeatName.tsx';
import { useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { dressLikePage } from '../../ui/smallWindow.ts';
import { nextItem, upNext } from '../chair/chairActs.ts';
import { CueStack } from '../cues/CueStack.tsx';
import { shownCues } from '../cues/cues.ts';
import { useAcknowledgeKey } from '../cues/useAcknowledge.ts';
import { Clock } from '../floor/Clock.tsx';
import { turnClock } from '../floor/turnClock.ts';
import css from './SpeakerWindow.module.css';

type Props = {
  turn: Turn;
  /** The window that this is shown in. */
  home: Window;
};

/** What the small window shows: the cues, the countdown of the own turn, and what comes after it. */
export function SpeakerWindowContent({ turn, home }: Props) {
  const text = useText();
  useEffect(() => dressLikePage(home.document, text('cues.window.title')), [home, text]);
  useAcknowledgeKey(home);
  const quiet = useMeeting(({ state, me }) => shownCues(state, me).length === 0);
  // The timers of a page behind others are slowed down, those of this window are not.
  const now = useMeetingNow(200, home);
  return (
    <main className={css.window} aria-label={text('cues.window.title')}>
      <div role="alert">{quiet ? <p className={css.quiet}>{text('cues.window.quiet')}</p> : <CueStack />}</div>
      <div className={css.clock}>
        <Clock clock={turnClock(turn, now)} warnMs={turn.warnMs} size="large" />
      </div>
      <WhatComes />
    </main>
  );
}

function WhatComes() {
  const text = useText();
  const next = useMeeting(({ state }) => upNext(state)?.entry.seat ?? null);
  const item = useMeeting(({ state }) => nextItem(state));
  if (next !== null) {
    return (
      <p className={css.next}>
        {text('cues.window.next')}{' '}
        <b>
          <SeatName seat={next} />
        </b>
      </p>
    );
  }
  if (item === null) return <p className={css.next}>{text('cues.window.last')}</p>;
  return (
    <p className={css.next}>
      {text('cues.window.then')}{' '}
      <b>
        <Words of={item.title} />
      </b>
    </p>
  );
}
