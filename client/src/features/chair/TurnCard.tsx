import { holderOf, type Turn } from '@track2/shared';
import type { ReactNode } from 'react';
import { useMeeting, useMeetingNow } from '../../meeting/hooks.ts';
import { faceOfSeat, SeatFrom, SeatName } from '../../meeting/SeatName.tsx';
import { Clock } from '../floor/Clock.tsx';
import { FloorBadge } from '../floor/FloorBadge.tsx';
import { Topic } from '../floor/Topic.tsx';
import { turnClock } from '../floor/turnClock.ts';
import { ScreenLeave } from '../screen/ScreenLeave.tsx';
import type { StageTile } from '../stage/stagePlan.ts';
import { Tile } from '../stage/Tile.tsx';
import css from './floorCard.module.css';
import { TurnActs } from './TurnActs.tsx';

/** A turn on the console: who, what about, the clock, and what the chair does with it. */
export function TurnCard({ turn, large }: { turn: Turn; large: boolean }): ReactNode {
  const now = useMeetingNow(200);
  return (
    <div className={css.turn} data-small={large ? undefined : ''}>
      {large && <Picture turn={turn} />}
      <div className={css.turnMain}>
        <div className={css.turnLine}>
          <FloorBadge turn={turn} />
          <h3 className={css.turnName}>
            <SeatName seat={turn.seat} member={holderOf(turn)} />
          </h3>
        </div>
        <p className={css.turnAbout}>
          <SeatFrom seat={turn.seat} />
          <Topic turn={turn} className={undefined} />
        </p>
        <TurnActs turn={turn} keys={large} />
        <ScreenLeave turn={turn} />
      </div>
      <div className={css.turnClock}>
        <Clock clock={turnClock(turn, now)} warnMs={turn.warnMs} size={large ? 'large' : 'small'} />
      </div>
    </div>
  );
}

function Picture({ turn }: { turn: Turn }): ReactNode {
  const face = useMeeting(({ state }) => holderOf(turn) ?? faceOfSeat(state, turn.seat));
  const me = useMeeting((meeting) => meeting.me);
  if (face === null) return null;
  const tile: StageTile = {
    member: face,
    seat: turn.seat,
    you: face === me,
    link: turn.status.kind === 'lost' || turn.status.kind === 'suspended' ? 'lost' : 'here',
    floor: turn.status.kind === 'speaking' ? 'heard' : turn.status.kind === 'called' ? 'called' : 'stopped',
    place: null,
  };
  return (
    <div className={css.picture}>
      <Tile tile={tile} size="face" plate="inFloorBar" />
    </div>
  );
}
