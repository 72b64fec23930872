import { type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../text/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './PdfPage.module.css';
import type { OpenPdf, Picture, Room } from './pdfjs.ts';

type Props = {
  pdf: OpenPdf;
  /** Counted from 1. */
  page: number;
  /** How many pages there are. */
  pages: number;
  /** What a screen reader calls the page. */
  label: string;
};

type PageWords = { lines: string[]; language: string | null };

/** What is on the sheet now. */
type Outcome = { how: 'drawn'; page: number; words: PageWords } | { how: 'failed'; page: number };

/** Thin letters are lost on a coarse screen; drawn finer and made smaller they stay. */
const LEAST_DENSITY = 2;

/** Sizes that change several times within this are drawn once. */
const SETTLED_MS = 120;

/** One page of a PDF, as large as its place allows; the page after it is drawn ahead. */
export function PdfPage(props: Props) {
  // A page that failed is tried again from nothing.
  const [attempt, setAttempt] = useState(0);
  return <Sheet key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function Sheet({ pdf, page, pages, label, onRetry }: Props & { onRetry(): void }) {
  const text = useText();
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    const on = sheet.current;
    if (room === null || on === null) return;
    let current = true;
    const show = async (): Promise<void> => {
      const [picture, words] = await Promise.all([pdf.picture(page, room), pdf.words(page)]);
      if (!current) return;
      place(picture, on);
      setOutcome({ how: 'drawn', page, words });
      if (current && page < pages) await pdf.picture(page + 1, room);
    };
    show().catch(() => {
      // Nothing is said of a page that is not wanted any more, nor of one drawn ahead in vain.
      if (current) setOutcome((before) => (before?.page === page ? before : { how: 'failed', page }));
    });
    return () => {
      current = false;
    };
  }, [pdf, page, pages, room]);
  const failed = outcome?.page === page && outcome.how === 'failed';
  return (
    <div ref={frame} className={styles.frame}>
      <div
        ref={sheet}
        className={styles.sheet}
        role="document"
        aria-label={label}
        aria-busy={outcome?.page !== page || undefined}
        hidden={failed}
      >
        {outcome?.how === 'drawn' ? <Words words={outcome.words} /> : null}
      </div>
      {outcome === null ? <p className={styles.drawing}>{text('pdf.drawing')}</p> : null}
      {failed ? (
        <div className={styles.failed} role="alert">
          <p>{text('pdf.pageFailed')}</p>
          <Button onPress={onRetry}>{text('pdf.tryAgain')}</Button>
        </div>
      ) : null}
    </div>
  );
}

/** What is on the page, for those who have it read out. */
function Words({ words: { lines, language } }: { words: PageWords }) {
  return (
    // An empty language is an unknown one: whatever it is, it is not that of the interface.
    <div className={styles.words} lang={language ?? ''} dir="auto">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their order
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}

/** Puts the drawn page in the place of the one before. */
function place({ canvas, width, height }: Picture, sheet: HTMLElement): void {
  sheet.style.setProperty('inline-size', `${width}px`);
  sheet.style.setProperty('block-size', `${height}px`);
  if (canvas.parentNode === sheet) return;
  sheet.querySelector('canvas')?.remove();
  sheet.prepend(canvas);
}

/** The room that an element has, once it has kept its size for a moment. */
function useRoom(frame: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let timer = 0;
    const look = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setRoom({ width, height, density: Math.max(devicePixelRatio, LEAST_DENSITY) });
    };
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = window.setTimeout(look, SETTLED_MS);
    });
    look();
    watch.observe(element);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [frame]);
  return room;
}
