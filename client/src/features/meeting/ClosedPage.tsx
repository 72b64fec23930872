import { useMeeting } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Settings } from '../../ui/Settings.tsx';
import { AgendaReview } from '../agenda/AgendaReview.tsx';
import { useZones } from '../agenda/useZones.ts';
import { AttributionBanner } from './AttributionBanner.tsx';
import styles from './ClosedPage.module.css';
import { Topbar } from './Topbar.tsx';

/** After adjournment: that it is over, when, and the agenda as planned and as held. */
export function ClosedPage() {
  const text = useText();
  const { time } = useFormats();
  const adjourned = useMeeting(({ state }) => state.session.adjourned?.wall ?? state.session.startsAt);
  const { own } = useZones(adjourned);
  return (
    <div className={styles.page}>
      <div>
        <Topbar>
          <Settings />
        </Topbar>
        <AttributionBanner />
      </div>
      <main className={styles.sheet}>
        <h2>{text('meeting.closed.title')}</h2>
        <p>{text('meeting.closed.at', { time: time(adjourned, own.timeZone), city: own.place })}</p>
        <AgendaReview />
        <p>{text('meeting.closed.hint')}</p>
      </main>
    </div>
  );
}
