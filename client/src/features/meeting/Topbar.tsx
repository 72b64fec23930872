import type { ReactNode } from 'react';
import { useEntered, useLink, useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useZones } from '../agenda/useZones.ts';
import { LockedMark } from './LockedMark.tsx';
import styles from './Topbar.module.css';

/** Which meeting this is, whether we are connected, what time it is, and (`children`) what belongs to the page itself. */
export function Topbar({ children }: { children: ReactNode }) {
  const text = useText();
  const connected = useLink().status === 'connected';
  return (
    <header className={styles.topbar}>
      <span className={styles.sign}>
        <Icon name="mark" size="large" />
      </span>
      <Title />
      <LockedMark />
      <output className={styles.link} data-link={connected ? 'up' : 'lost'}>
        {text(connected ? 'meeting.connected' : 'meeting.reconnecting')}
      </output>
      <Clocks />
      {children}
    </header>
  );
}

function Title() {
  const { date } = useFormats();
  const { title, hosts, startsAt, timeZone } = useEntered().meeting;
  return (
    <div className={styles.title}>
      <h1>
        <Words of={title} />
      </h1>
      <p>
        {Object.keys(hosts).length === 0 ? null : (
          <>
            <Words of={hosts} /> ·{' '}
          </>
        )}
        {date(startsAt, timeZone)}
      </p>
    </div>
  );
}

function Clocks() {
  const { time } = useFormats();
  const wall = useWallNow(1000);
  const { own, meeting } = useZones(wall);
  return (
    <div className={styles.times}>
      <span>
        <b>{time(wall, own.timeZone)}</b> {own.place}
      </span>
      {meeting === null ? null : (
        <span className={styles.second}>
          <b>{time(wall, meeting.timeZone)}</b> {meeting.place}
        </span>
      )}
    </div>
  );
}
