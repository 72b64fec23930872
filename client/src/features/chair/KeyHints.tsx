import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import css from './console.module.css';

type Props = { on: boolean; onChange(on: boolean): void };

/** The keys of the console, and the way to switch them off: a stray letter must not end a turn. */
export function KeyHints({ on, onChange }: Props): ReactNode {
  const text = useText();
  return (
    <section className={css.foot} aria-label={text('chair.hints')}>
      {on && (
        <>
          <Hint cap="N" says={text('chair.key.next')} />
          <Hint cap="E" says={text('chair.key.end')} />
          <Hint cap="P" says={text('chair.key.pause')} />
          <Hint cap="+" says={text('chair.key.extend')} />
        </>
      )}
      <span className={css.push}>
        <Button variant="quiet" size="small" onPress={() => onChange(!on)}>
          {text(on ? 'chair.keys.switchOff' : 'chair.keys.switchOn')}
        </Button>
      </span>
    </section>
  );
}

function Hint({ cap, says }: { cap: string; says: string }): ReactNode {
  return (
    <span className={css.hint}>
      <kbd className={css.kbd}>{cap}</kbd> {says}
    </span>
  );
}
