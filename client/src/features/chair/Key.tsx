import type { ReactNode } from 'react';
import css from './console.module.css';

/** The cap of a key. Decoration: the act it stands for has a name of its own beside it. */
export function Key({ children }: { children: string }): ReactNode {
  return (
    <span className={css.kbd} aria-hidden="true">
      {children}
    </span>
  );
}
