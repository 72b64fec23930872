import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { KeyAct } from './chairActs.ts';
import css from './console.module.css';

const acts: readonly KeyAct[] = ['next', 'end', 'pause', 'extend'];

type Props = { on: boolean; onChange(on: boolean): void };

/** The keys of the console, and the way to switch them off: a stray letter must not end a turn. */
export function KeyHints({ on, onChange }: Props): ReactNode {
  const text = useText();
  return (
    <section className={css.foot} aria-label={text('chair.hints')}>
      {on &&
        acts.map((act) => (
          <span key={act} className={css.hint}>
            <kbd className={css.kbd}>{text(`chair.cap.${act}`)}</kbd> {text(`chair.key.${act}`)}
          </span>
        ))}
      <span className={css.push}>
        <Button variant="quiet" size="small" onPress={() => onChange(!on)}>
          {text(on ? 'chair.keys.switchOff' : 'chair.keys.switchOn')}
        </Button>
      </span>
    </section>
  );
}
