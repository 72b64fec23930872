import type { HardStop } from '@track2/shared';
import { useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './StopLine.module.css';
import { useTimeLeft } from './useTimeLeft.ts';
import type { Zones } from './useZones.ts';

/** A hard stop as a line of the agenda: when, what happens then, and in the last hour how long that is ahead. */
export function StopLine({ stop, zones }: { stop: HardStop; zones: Zones }) {
  const text = useText();
  const { time } = useFormats();
  return (
    <li className={styles.stop}>
      <Icon name="pin" size="small" />
      <p>
        <b>{text('agenda.stop', { time: time(stop.at, zones.own.timeZone) })}</b> <Words of={stop.label} />
        {zones.meeting === null ? null : (
          <small>
            {text('agenda.endThere', { time: time(stop.at, zones.meeting.timeZone), city: zones.meeting.place })}
          </small>
        )}
        <Left at={stop.at} />
      </p>
    </li>
  );
}

function Left({ at }: { at: number }) {
  const text = useText();
  const wall = useWallNow(1000);
  const left = useTimeLeft();
  if (at - wall > 3_600_000) return null;
  return <small>{at <= wall ? text('agenda.stop.reached') : text('agenda.stop.in', { left: left(at - wall) })}</small>;
}
