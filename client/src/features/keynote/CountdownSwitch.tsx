import type { ReactNode } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { useText } from '../../text/index.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import css from './keynote.module.css';

/** Who sees the countdown of a keynote, and the other choice. */
export function CountdownSwitch(): ReactNode {
  const text = useText();
  const now = useMeeting(({ state }) => state.keynote.countdownFor);
  const to = now === 'everyone' ? 'speaker' : 'everyone';
  return (
    <section className={css.part} aria-label={text('keynote.countdown')}>
      <h3>{text('keynote.countdown')}</h3>
      <div className={css.row}>
        <p className={css.quiet}>{text(`keynote.countdown.${now}`)}</p>
        <CommandButton
          command={{ type: 'keynote.showCountdown', to }}
          label={text(to === 'everyone' ? 'keynote.countdown.toEveryone' : 'keynote.countdown.toSpeaker')}
          size="small"
        />
      </div>
    </section>
  );
}
