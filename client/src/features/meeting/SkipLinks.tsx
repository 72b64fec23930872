import { useText } from '../../text/index.ts';
import styles from './MeetingPage.module.css';

/** Short ways for the keyboard, in sight only while they have the focus. */
export function SkipLinks() {
  const text = useText();
  return (
    <nav className={styles.skips} aria-label={text('meeting.skips')}>
      <a href="#agenda">{text('meeting.skip.agenda')}</a>
      <a href="#panels">{text('meeting.skip.panel')}</a>
      <a href="#controls">{text('meeting.skip.controls')}</a>
    </nav>
  );
}
