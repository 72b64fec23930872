import { documentById, type MeetingDocument, type Presentation } from '@track2/shared';
import { useMeeting } from '../../meeting/hooks.ts';
import { Pager } from '../../pdf/Pager.tsx';
import { useDocumentName } from '../../pdf/useDocumentName.ts';
import { useText } from '../../text/index.ts';
import { Asking, Driver, DrivingActs } from './Driving.tsx';
import styles from './SlidesCard.module.css';
import { usePageTurning } from './usePageTurning.ts';

/** The slides that are shown in a few words, with what can be done about them. */
export function PresentedCard() {
  const shown = useMeeting(({ state }) => state.slides.shown);
  const document = useMeeting(({ state }) => (shown === null ? undefined : documentById(state, shown.document)));
  return shown === null || document === undefined ? null : <Card shown={shown} document={document} />;
}

function Card({ shown, document }: { shown: Presentation; document: MeetingDocument }) {
  const text = useText();
  const name = useDocumentName(document);
  const { pages } = document;
  const { page, drives, turnTo } = usePageTurning(shown, pages);
  return (
    <section className={styles.card} aria-label={text('slides.label', { name })}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p className={styles.where}>
        {text('pdf.page', { page, pages })} · <Driver shown={shown} />
      </p>
      <Asking shown={shown} />
      <div className={styles.acts}>
        {drives ? <Pager page={page} pages={pages} turnTo={turnTo} /> : null}
        <DrivingActs shown={shown} />
      </div>
    </section>
  );
}
