import { type HardStop, isStanding } from '@track2/shared';
import { useEffect, useState } from 'react';
import { useMeeting, useWallNow } from '../../meeting/hooks.ts';
import { useFormats, useLanguage, useText } from '../../text/index.ts';
import { pickWords, Words } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useTimeLeft } from './useTimeLeft.ts';
import { useZones } from './useZones.ts';

const keyOf = ({ id, warned }: HardStop): string => `${id} ${warned}`;

/**
 * The next hard stop that has warned, for as long as the person has not seen it; each warning brings it back. One at a
 * time, as the agenda has them all.
 */
export function HardStopNotice() {
  const state = useMeeting((meeting) => meeting.state);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const stop = state.agenda.hardStops.find(
    (each) => each.warned !== null && isStanding(state, each) && !seen.includes(keyOf(each)),
  );
  if (stop === undefined) return null;
  return <StopNotice key={keyOf(stop)} stop={stop} onSeen={() => setSeen([...seen, keyOf(stop)])} />;
}

function StopNotice({ stop, onSeen }: { stop: HardStop; onSeen: () => void }) {
  const text = useText();
  const { time } = useFormats();
  const label = pickWords(stop.label, useLanguage())?.text ?? text('agenda.stop.unnamed');
  const said = text('agenda.stop.say', { minutes: stop.warned ?? 0, label });
  useEffect(() => announce(said, 'polite'), [said]);
  const wall = useWallNow(500);
  const left = useTimeLeft();
  const zones = useZones(stop.at);
  const there =
    zones.meeting === null ? null : { time: time(stop.at, zones.meeting.timeZone), city: zones.meeting.place };
  return (
    <Notice tone={stop.at > wall ? 'warn' : 'over'}>
      <span>
        <b>
          {stop.at > wall
            ? text('agenda.stop.soon', { left: left(stop.at - wall), time: time(stop.at, zones.own.timeZone) })
            : text('agenda.stop.now', { time: time(stop.at, zones.own.timeZone) })}
        </b>{' '}
        <Words of={stop.label} />
        {there === null ? null : ` (${text('agenda.endThere', there)})`}
      </span>
      <Button size="small" onPress={onSeen}>
        {text('agenda.stop.seen')}
      </Button>
    </Notice>
  );
}
