import type { ReactNode } from 'react';
import { type TextKey, useFormats, useText } from '../../text/index.ts';
import css from './floor.module.css';
import { shownSeconds, type TurnClock } from './turnClock.ts';

type Props = {
  clock: TurnClock;
  warnMs: number;
  /** `large` in the floor bar and on the chair's console, `small` on a line. */
  size: 'large' | 'small';
};

/** The clock of a turn: large figures, and beside them what they count. */
export function Clock({ clock, warnMs, size }: Props): ReactNode {
  const text = useText();
  const formats = useFormats();
  const seconds = shownSeconds(clock);
  const figures = formats.clock(seconds * 1000);
  const spoken = { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
  const label = useLabel(clock, warnMs);
  return (
    <div className={css.clock} data-size={size} data-state={clock.kind} data-still={isStill(clock) ? '' : undefined}>
      <span className={css.label} aria-hidden="true">
        {label}
      </span>
      <span
        className={css.time}
        role="timer"
        aria-label={text(timerKeys[clock.kind], clock.kind === 'called' ? { seconds } : spoken)}
      >
        {clock.kind === 'overtime' ? `+${figures}` : figures}
      </span>
    </div>
  );
}

const timerKeys: Record<TurnClock['kind'], TextKey> = {
  called: 'floor.timer.called',
  unlimited: 'floor.timer.used',
  within: 'floor.timer.left',
  warning: 'floor.timer.left',
  overtime: 'floor.timer.over',
};

const isStill = (clock: TurnClock): boolean => clock.kind !== 'called' && clock.motion !== 'running';

function useLabel(clock: TurnClock, warnMs: number): string {
  const text = useText();
  const formats = useFormats();
  if (clock.kind === 'called') return text('floor.clock.called');
  if (clock.motion !== 'running') return text(`floor.clock.${clock.motion}`);
  switch (clock.kind) {
    case 'unlimited':
      return text('floor.clock.unlimited');
    case 'within':
      return text('floor.clock.left', { limit: formats.clock(clock.limitMs) });
    case 'warning':
      return text('floor.clock.warning', {
        limit: warnMs < 60_000 ? text('floor.clock.seconds', { seconds: warnMs / 1000 }) : formats.clock(warnMs),
      });
    case 'overtime':
      return text('floor.clock.over', { limit: formats.clock(clock.limitMs) });
  }
}
