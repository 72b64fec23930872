import { useMeeting, useWallNow } from '../../meeting/hooks.ts';
import { useWhereabouts } from '../../meeting/useWhereabouts.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { placeOfZone } from '../../text/places.ts';
import { ownTimeZone, sameClock } from '../../text/zones.ts';
import styles from './WaitingStage.module.css';

/** Before the chair opens the meeting: when it begins, and that nobody is heard yet. */
export function WaitingStage() {
  const text = useText();
  const language = useLanguage();
  const { time } = useFormats();
  const wall = useWallNow(5000);
  const { startsAt, timeZone } = useMeeting(({ state }) => state.session);
  const backstage = useWhereabouts().at === 'backstage';
  const own = ownTimeZone();
  const planned = { time: time(startsAt, timeZone), city: placeOfZone(timeZone, language) };
  return (
    <section className={styles.waiting} aria-labelledby="waiting-title">
      <h2 id="waiting-title">{text('meeting.waiting.title')}</h2>
      <b>{text(wall > startsAt ? 'meeting.waiting.late' : 'meeting.waiting.opensAt', planned)}</b>
      {sameClock(own, timeZone, [startsAt]) ? null : (
        <p>{text('meeting.waiting.ownTime', { time: time(startsAt, own), city: placeOfZone(own, language) })}</p>
      )}
      {backstage ? null : <p className={styles.hint}>{text('meeting.waiting.hint')}</p>}
    </section>
  );
}
