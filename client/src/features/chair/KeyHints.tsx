import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../text/index.ts';
import { Button } from '../../ui/Button.tsx';
import { capOf, shortcuts } from '../../ui/shortcuts.ts';
import { chooseShortcuts, showHelp, useUi } from '../../ui/uiStore.ts';
import css from './console.module.css';

const acts = ['next', 'end', 'pause', 'extend'] as const;

/** The keys of the console, and the way to switch them off: a stray letter must not end a turn. */
export function KeyHints(): ReactNode {
  const text = useText();
  const language = useLanguage();
  const on = useUi((ui) => ui.shortcuts === 'on');
  return (
    <section className={css.foot} aria-label={text('chair.hints')}>
      {on &&
        acts.map((act) => (
          <span key={act} className={css.hint}>
            <kbd className={css.kbd}>{capOf(shortcuts.console[act], language)}</kbd> {text(`chair.key.${act}`)}
          </span>
        ))}
      <span className={css.push}>
        <Button variant="quiet" size="small" onPress={() => showHelp('open')}>
          {on && <span className={css.cap} data-cap={capOf(shortcuts.page.help, language)} aria-hidden="true" />}{' '}
          {text('chair.keys.all')}
        </Button>
        <Button variant="quiet" size="small" onPress={() => chooseShortcuts(on ? 'off' : 'on')}>
          {text(on ? 'chair.keys.switchOff' : 'chair.keys.switchOn')}
        </Button>
      </span>
    </section>
  );
}
