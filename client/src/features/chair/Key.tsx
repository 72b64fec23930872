import type { ReactNode } from 'react';
import { useLanguage } from '../../text/index.ts';
import { capOf, shortcuts } from '../../ui/shortcuts.ts';
import { useUi } from '../../ui/uiStore.ts';
import type { KeyAct } from './chairActs.ts';
import css from './console.module.css';

/**
 * The cap of the key that does the same, as it is written on a keyboard of the reader's language. Drawn by the
 * style sheet, since it is no part of the words of the button it stands in.
 */
export function Key({ act }: { act: KeyAct }): ReactNode {
  const on = useUi((ui) => ui.shortcuts === 'on');
  const cap = capOf(shortcuts.console[act], useLanguage());
  return on ? <span className={css.cap} data-cap={cap} aria-hidden="true" /> : null;
}
