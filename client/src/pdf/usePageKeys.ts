import { type RefObject, useEffect, useRef } from 'react';
import { pageByKey } from './pages.ts';

type Turning = {
  page: number;
  pages: number;
  /** Whether keys count wherever the focus is, or only within the pages. */
  reach: 'page' | 'within';
  turnTo(page: number): void;
};

/** What uses these keys itself. */
const keyUsers =
  'input, textarea, select, [contenteditable], [role="textbox"], [role="tab"], [role="menu"], [role="listbox"], [role="radiogroup"]';

/** What scrolls by these keys when it has the focus. */
const scrolls = (target: Element): boolean => target.matches('[tabindex="0"]');

function isTakenElsewhere({ target, defaultPrevented }: KeyboardEvent, within: HTMLElement, reach: string): boolean {
  if (defaultPrevented || !(target instanceof Element)) return true;
  if (target.closest(keyUsers) !== null) return true;
  // What is read in a window has its keys wherever the focus stands in there.
  if ((within.closest('[role="dialog"]') ?? within).contains(target)) return false;
  return (
    reach === 'within' || scrolls(target) || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
  );
}

/** Turns pages by the arrow keys, Page Up and Down, Home and End, as remote controls for slides send them too. */
export function usePageKeys(pages: RefObject<HTMLElement | null>, turning: Turning): void {
  // Bound once; each press reads what stands on the screen at that moment.
  const latest = useRef(turning);
  useEffect(() => {
    latest.current = turning;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { reach, turnTo, page, pages: count } = latest.current;
      const within = pages.current;
      if (within === null || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (isTakenElsewhere(event, within, reach)) return;
      const reading = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
      const wanted = pageByKey(event.key, { page, pages: count, reading });
      if (wanted === null) return;
      event.preventDefault();
      if (wanted !== page) turnTo(wanted);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [pages]);
}
