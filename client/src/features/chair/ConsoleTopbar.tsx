import { isInside, isSeatPresent } from '@track2/shared';
import { type ReactNode, Suspense, useState } from 'react';
import { useEntered, useMeeting, useWallNow } from '../../meeting/hooks.ts';
import { useSeatWords } from '../../meeting/SeatName.tsx';
import { useFormats, useText } from '../../text/index.ts';
import { Words } from '../../text/Words.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { later } from '../../ui/later.ts';
import { useZones } from '../agenda/useZones.ts';
import { LockedMark } from '../meeting/LockedMark.tsx';
import { MeetingSettings } from '../meeting/MeetingSettings.tsx';
import css from './console.module.css';
import { SessionButtons } from './SessionButtons.tsx';

const PeoplePanel = later(async () => (await import('../people/PeoplePanel.tsx')).PeoplePanel);

type Props = { onShowStage(): void };

/** The bar of the console: which meeting, who is here, what time it is, and opening or adjourning. */
export function ConsoleTopbar({ onShowStage }: Props): ReactNode {
  const text = useText();
  const { meeting } = useEntered();
  return (
    <header className={css.topbar}>
      <span className={css.sign} aria-hidden="true">
        <Icon name="mark" />
      </span>
      <div className={css.title}>
        <h1>
          <Words of={meeting.title} />
        </h1>
        <WhoRuns />
      </div>
      <LockedMark />
      <Attendance />
      <Clocks />
      <Button size="small" onPress={onShowStage}>
        {text('chair.showStage')}
      </Button>
      <SessionButtons />
      <MeetingSettings />
    </header>
  );
}

function WhoRuns(): ReactNode {
  const text = useText();
  const nameOf = useSeatWords();
  const seats = useMeeting(({ state }) => state.roster.seats);
  const chair = seats.find((seat) => seat.role === 'chair');
  const moderator = seats.find((seat) => seat.role === 'moderator');
  if (chair === undefined) return null;
  return (
    <p>
      {moderator === undefined
        ? text('chair.run', { chair: nameOf(chair.id) })
        : text('chair.runTogether', { chair: nameOf(chair.id), moderator: nameOf(moderator.id) })}
    </p>
  );
}

/** How many are here; a press shows who, and what may be done about each. */
function Attendance(): ReactNode {
  const text = useText();
  const [open, setOpen] = useState(false);
  const state = useMeeting((view) => view.state);
  const seats = state.roster.seats;
  const here = seats.filter((seat) => isSeatPresent(state, seat.id)).length;
  const lost = state.roster.members.filter(
    (member) => isInside(member) && member.presence.status === 'disconnected',
  ).length;
  return (
    <div className={css.counts}>
      <Button variant="quiet" size="small" onPress={() => setOpen(true)}>
        <Icon name="people" size="small" />
        {text('chair.here', { here, all: seats.length })}
      </Button>
      {lost > 0 && (
        <span>
          <Icon name="linkLost" size="small" />
          {text('chair.lost', { count: lost })}
        </span>
      )}
      {open && (
        <Dialog title={text('meeting.tab.people')} size="wide" onClose={() => setOpen(false)}>
          <Suspense>
            <PeoplePanel />
          </Suspense>
        </Dialog>
      )}
    </div>
  );
}

function Clocks(): ReactNode {
  const formats = useFormats();
  const wall = useWallNow(1000);
  const { own, meeting } = useZones(wall);
  const zones = meeting === null ? [own] : [own, meeting];
  return (
    <div className={css.times}>
      {zones.map((zone) => (
        <span key={zone.timeZone}>
          <b>{formats.time(wall, zone.timeZone)}</b> {zone.place}
        </span>
      ))}
    </div>
  );
}
