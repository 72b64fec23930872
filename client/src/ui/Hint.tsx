import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Hint.module.css';

/** The room between a hint and its control, and between a hint and the edge of the page, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** Places the hint over the control, or under it where the page ends above, and never beyond the page's edges. */
function place(hint: HTMLElement, control: DOMRect): void {
  const { width, height } = hint.getBoundingClientRect();
  const toRight = document.documentElement.dir !== 'rtl';
  const start = toRight ? control.x : innerWidth - control.x - control.width;
  const above = control.y - GAP - height;
  const below = control.y + control.height + GAP;
  hint.style.setProperty('inset-inline-start', `${Math.max(EDGE, Math.min(start, innerWidth - width - EDGE))}px`);
  hint.style.setProperty('inset-block-start', `${above < EDGE ? below : above}px`);
}

/** Words that come up over a control on hover and focus; Escape sends them away. The control names their id. */
export function Hint({ id, words, children }: { id: string; words: string; children: ReactNode }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const hint = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const around = anchor.current;
    const popover = hint.current;
    if (around === null || popover === null) return;
    const listening = new AbortController();
    const on = (type: 'pointerenter' | 'pointerleave' | 'focusin' | 'focusout', listener: () => void): void =>
      around.addEventListener(type, listener, { signal: listening.signal });
    const open = (): void => {
      popover.togglePopover(true);
      place(popover, around.getBoundingClientRect());
    };
    const shut = (): void => void popover.togglePopover(false);
    on('pointerenter', open);
    on('focusin', open);
    on('pointerleave', shut);
    on('focusout', shut);
    around.addEventListener('keydown', ({ key }) => key === 'Escape' && shut(), { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return (
    <span ref={anchor} className={styles.anchor}>
      {children}
      <span ref={hint} className={styles.hint} id={id} role="tooltip" popover="manual">
        {words}
      </span>
    </span>
  );
}
