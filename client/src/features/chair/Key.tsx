import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import type { KeyAct } from './chairActs.ts';
import css from './console.module.css';

/**
 * The cap of the key that does the same, as it is written on a keyboard of the reader's language. Drawn by the
 * style sheet, since it is no part of the words of the button it stands in.
 */
export function Key({ act }: { act: KeyAct }): ReactNode {
  return <span className={css.cap} data-cap={useText()(`chair.cap.${act}`)} aria-hidden="true" />;
}
