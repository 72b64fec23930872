import type { Presentation } from '@track2/shared';
import { useRef, useState } from 'react';
import { useSend } from '../../connection/hooks.ts';
import { useMeeting } from '../../meeting/hooks.ts';

type PageTurning = {
  /** The page to show, counted from 1. */
  page: number;
  /** Whether this person turns the pages for everybody. */
  drives: boolean;
  /** Whether this person looks at another page than everybody. */
  away: boolean;
  /** Turns for everybody who drives, and for oneself alone who does not. */
  turnTo(page: number): void;
  /** Back to the page of everybody. */
  follow(): void;
};

/** Turning the pages: by the one who drives for all, by everybody else for themselves. */
export function usePageTurning(shown: Presentation, pages: number): PageTurning {
  const act = useSend();
  const drives = useMeeting(({ me }) => shown.driver === me);
  const [own, setOwn] = useState<number | null>(null);
  const asked = useRef<number | null>(null);
  // Who drives, or comes to the page where the others are, is with them again.
  if (own !== null && (drives || own === shown.page)) setOwn(null);
  const page = drives ? shown.page : (own ?? shown.page);

  const drive = async (to: number): Promise<void> => {
    // A step pressed before the answer to the last one came goes on from there: two presses are two pages.
    const step = Math.abs(to - shown.page) === 1 ? to - shown.page : null;
    const wanted = step === null || asked.current === null ? to : asked.current + step;
    if (wanted < 1 || wanted > pages) return;
    asked.current = wanted;
    await act({ type: 'slides.turnPage', document: shown.document, page: wanted }); // useSend says what went wrong
    if (asked.current === wanted) asked.current = null;
  };
  return {
    page,
    drives,
    away: page !== shown.page,
    turnTo: (wanted) => {
      if (!drives) {
        setOwn(wanted);
        return;
      }
      void drive(wanted);
    },
    follow: () => setOwn(null),
  };
}
