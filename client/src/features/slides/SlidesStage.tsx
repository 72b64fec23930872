import { documentById, type MeetingDocument, type Presentation } from '@track2/shared';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMeeting } from '../../meeting/hooks.ts';
import { FileState } from '../../pdf/FileState.tsx';
import { useFile } from '../../pdf/files.ts';
import { Pager } from '../../pdf/Pager.tsx';
import { PdfPage } from '../../pdf/PdfPage.tsx';
import { useDocumentName } from '../../pdf/useDocumentName.ts';
import { usePageKeys } from '../../pdf/usePageKeys.ts';
import { useText } from '../../text/index.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Asking, Driver, DrivingActs } from './Driving.tsx';
import styles from './SlidesStage.module.css';
import { useFullScreen } from './useFullScreen.ts';
import { usePageTurning } from './usePageTurning.ts';

/** The slides that are shown, as far as this person may see the document. */
export function PresentedSlides({ overlay }: { overlay: ReactNode }) {
  const shown = useMeeting(({ state }) => state.slides.shown);
  const document = useMeeting(({ state }) => (shown === null ? undefined : documentById(state, shown.document)));
  if (shown === null || document === undefined) return null;
  return <Presented key={document.id} shown={shown} document={document} overlay={overlay} />;
}

type PresentedProps = { shown: Presentation; document: MeetingDocument; overlay: ReactNode };

function Presented({ shown, document, overlay }: PresentedProps) {
  const text = useText();
  const whole = useRef<HTMLElement>(null);
  const name = useDocumentName(document);
  const file = useFile(document);
  const screen = useFullScreen(whole);
  const { pages } = document;
  const { page, drives, away, turnTo, follow } = usePageTurning(shown, pages);
  usePageKeys(whole, { page, pages, turnTo, reach: drives || screen.full ? 'page' : 'within' });
  useSpoken(name, shown, pages, drives);
  return (
    <section
      ref={whole}
      className={styles.slides}
      data-full={screen.full || undefined}
      aria-label={text('slides.label', { name })}
    >
      <div className={styles.page}>
        {file.status === 'open' ? (
          <PdfPage pdf={file.pdf} page={page} pages={pages} label={text('pdf.page', { page, pages })} />
        ) : (
          <FileState document={document} file={file} />
        )}
      </div>
      {screen.full ? <div className={styles.overlay}>{overlay}</div> : null}
      {away ? (
        <output className={styles.line}>
          <span>{text('slides.away', { page, at: shown.page })}</span>
          <Button size="small" onPress={follow}>
            {text('slides.back')}
          </Button>
        </output>
      ) : null}
      <Asking shown={shown} />
      <div className={styles.bar}>
        <Pager page={page} pages={pages} turnTo={turnTo} />
        <span className={styles.driver}>
          <Driver shown={shown} />
        </span>
        <span className={styles.acts}>
          {screen.full ? null : <DrivingActs shown={shown} />}
          <IconButton
            icon={screen.full ? 'shrink' : 'expand'}
            label={text(screen.full ? 'slides.leaveFull' : 'slides.full')}
            onPress={screen.toggle}
          />
        </span>
      </div>
    </section>
  );
}

/** Has it read out that slides are shown, and each page that somebody else turns to. */
function useSpoken(name: string, { page }: Presentation, pages: number, drives: boolean): void {
  const text = useText();
  const last = useRef<number | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = page;
    if (before === page) return;
    if (before === null) announce(text('slides.shown', { name }), 'polite');
    else if (!drives) announce(text('pdf.page', { page, pages }), 'polite');
  }, [text, name, page, pages, drives]);
}
